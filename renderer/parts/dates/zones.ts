import type { Language } from '../../../domain/records/fieldNames.ts';

export interface ZoneChoice {
  /** IANA name: `Europe/Madrid`. */
  readonly zone: string;
  /** `Madrid` */
  readonly city: string;
  /** `UTC+01:00`, at the moment that was asked about. */
  readonly offset: string;
  /** What the zone is called: `Central European Time`. */
  readonly name: string;
}

/** Whether this is a time zone that dates can be reckoned in. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** `UTC+01:00`, `UTC`; empty for what is no time zone. */
export function offsetAt(zone: string, at: Temporal.Instant): string {
  try {
    const { offset, offsetNanoseconds } = at.toZonedDateTimeISO(zone);
    return offsetNanoseconds === 0 ? 'UTC' : `UTC${offset}`;
  } catch {
    return '';
  }
}

/** `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Every time zone, from west to east, with its offset at a moment. */
export function zoneChoices(at: Temporal.Instant, language: Language): ZoneChoice[] {
  const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
  const names = new Map<string, string>();
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
    .map((zone) => {
      const { offsetNanoseconds, epochMilliseconds } = at.toZonedDateTimeISO(zone);
      const name = names.get(zone) ?? nameOf(zone, tag, epochMilliseconds);
      names.set(zone, name);
      return { zone, city: cityOf(zone), offset: offsetAt(zone, at), name, offsetNanoseconds };
    })
    .sort((one, other) => one.offsetNanoseconds - other.offsetNanoseconds || one.city.localeCompare(other.city, tag))
    .map(({ offsetNanoseconds: _offset, ...choice }) => choice);
}

function nameOf(zone: string, tag: string, epochMilliseconds: number): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    epochMilliseconds,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();

/** The choices that have every word that was typed in their place, name or offset. */
export function findZones(choices: readonly ZoneChoice[], typed: string): ZoneChoice[] {
  const words = fold(typed)
    .split(/[\s/]+/)
    .filter(Boolean);
  return choices.filter(({ zone, name, offset }) => {
    const text = fold(`${zone} ${name} ${offset}`);
    return words.every((word) => text.includes(word));
  });
}
