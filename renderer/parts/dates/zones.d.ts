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
export declare function isZone(zone: string): boolean;
/** `UTC+01:00`, `UTC`; empty for what is no time zone. */
export declare function offsetAt(zone: string, at: Temporal.Instant): string;
/** `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export declare function cityOf(zone: string): string;
/** Every time zone, from west to east, with its offset at a moment. */
export declare function zoneChoices(at: Temporal.Instant, language: Language): ZoneChoice[];
/** The choices that have every word that was typed in their place, name or offset. */
export declare function findZones(choices: readonly ZoneChoice[], typed: string): ZoneChoice[];
