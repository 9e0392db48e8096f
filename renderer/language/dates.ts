import type { Language } from '../../domain/records/fieldNames.ts';

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** `Thursday 11 March 2027`, of a calendar date (`2027-03-11`); the text as it is when it is none. */
export function formatDay(date: string, language: Language): string {
  try {
    const day = Temporal.PlainDate.from(date);
    const words = day.toLocaleString(TAGS[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    return words.replace(',', '');
  } catch {
    return date;
  }
}

/** `11 Mar 2027`, of a calendar date (`2027-03-11`), for lists; the text as it is when it is none. */
export function formatDate(date: string, language: Language): string {
  try {
    const day = Temporal.PlainDate.from(date);
    return day.toLocaleString(TAGS[language], { day: 'numeric', month: 'short', year: 'numeric' });
  } catch {
    return date;
  }
}

/** `Thursday 11 March 2027` of a moment (`2027-03-11T18:12Z`), in the reader's own zone. */
export function formatDayOf(moment: string, language: Language): string {
  try {
    const at = Temporal.Instant.from(moment).toZonedDateTimeISO(Temporal.Now.timeZoneId());
    return formatDay(at.toPlainDate().toString(), language);
  } catch {
    return moment;
  }
}

/** `11 March 2027, 18:12` of a moment (`2027-03-11T18:12Z`), in the reader's own zone unless another is given. */
export function formatMoment(moment: string, language: Language, zone: string = Temporal.Now.timeZoneId()): string {
  try {
    const at = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
    const day = at.toLocaleString(TAGS[language], { day: 'numeric', month: 'long', year: 'numeric' });
    return `${day}, ${formatClock(at)}`;
  } catch {
    return moment;
  }
}

/** `11 March 2027` of a moment, in the reader's own zone. */
export function formatMomentDay(moment: string, language: Language): string {
  try {
    const at = Temporal.Instant.from(moment).toZonedDateTimeISO(Temporal.Now.timeZoneId());
    return at.toLocaleString(TAGS[language], { day: 'numeric', month: 'long', year: 'numeric' });
  } catch {
    return moment;
  }
}

/** `18:12`: today; `11 March`: this year; `11 March 2026`: before. For lists. */
export function formatShortMoment(moment: string, language: Language): string {
  try {
    const zone = Temporal.Now.timeZoneId();
    const at = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
    const today = Temporal.Now.plainDateISO(zone);
    if (at.toPlainDate().equals(today)) return formatClock(at);
    const year = at.year === today.year ? {} : { year: 'numeric' as const };
    return at.toLocaleString(TAGS[language], { day: 'numeric', month: 'short', ...year });
  } catch {
    return moment;
  }
}

/** `18:12` */
export function formatClock(time: Temporal.ZonedDateTime | Temporal.PlainTime): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** `1 234`, `1,234`. */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(TAGS[language]);
}

/** `Thursday 11 March`, of a calendar date; the text as it is when it is none. */
export function formatWeekday(date: string, language: Language): string {
  try {
    const noon = Date.parse(`${Temporal.PlainDate.from(date)}T12:00Z`);
    return WEEKDAYS[language].format(noon).replace(',', '');
  } catch {
    return date;
  }
}

/** Made once: a plan of many days is drawn anew with each key. */
const WEEKDAYS = { en: weekdaysIn('en'), fr: weekdaysIn('fr') };

function weekdaysIn(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(TAGS[language], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
}

/** `11–12 March 2027`, from one calendar date to another; empty when the first is none. */
export function formatDays(from: string, to: string, language: Language): string {
  try {
    const [start, end] = [from, to || from].map((date) => Date.parse(`${Temporal.PlainDate.from(date)}T12:00Z`));
    const format = new Intl.DateTimeFormat(TAGS[language], {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return format.formatRange(start ?? 0, end ?? 0).replace(/(\d)\s*–\s*(\d)/, '$1–$2');
  } catch {
    return from;
  }
}
