import type { Language } from '../../domain/records/fieldNames.ts';

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

const DAY = { day: 'numeric', month: 'long' } as const;
const FORMS = {
  day: { ...DAY, weekday: 'long', year: 'numeric' },
  weekday: { ...DAY, weekday: 'long' },
  dayOfYear: { ...DAY, year: 'numeric' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dateThisYear: { day: 'numeric', month: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Each is made when it is first asked for, and once: a list writes hundreds of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(language: Language, form: keyof typeof FORMS): Intl.DateTimeFormat {
  const name = `${language} ${form}`;
  const made = formats.get(name) ?? new Intl.DateTimeFormat(TAGS[language], { ...FORMS[form], timeZone: 'UTC' });
  formats.set(name, made);
  return made;
}

function dayWords(day: Temporal.PlainDate, language: Language, form: keyof typeof FORMS): string {
  return formatIn(language, form).format(momentOf(day));
}

function momentOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime('UTC').epochMilliseconds;
}

/** `Thursday 11 March 2027`, of a calendar date (`2027-03-11`); the text as it is when it is none. */
export function formatDay(date: string, language: Language): string {
  try {
    return dayWords(Temporal.PlainDate.from(date), language, 'day').replace(',', '');
  } catch {
    return date;
  }
}

/** `11 Mar 2027`, of a calendar date (`2027-03-11`), for lists; the text as it is when it is none. */
export function formatDate(date: string, language: Language): string {
  try {
    return dayWords(Temporal.PlainDate.from(date), language, 'date');
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
    return `${dayWords(at.toPlainDate(), language, 'dayOfYear')}, ${formatClock(at)}`;
  } catch {
    return moment;
  }
}

/** `11 March 2027` of a moment, in the reader's own zone. */
export function formatMomentDay(moment: string, language: Language): string {
  try {
    const at = Temporal.Instant.from(moment).toZonedDateTimeISO(Temporal.Now.timeZoneId());
    return dayWords(at.toPlainDate(), language, 'dayOfYear');
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
    return dayWords(at.toPlainDate(), language, at.year === today.year ? 'dateThisYear' : 'date');
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
    return dayWords(Temporal.PlainDate.from(date), language, 'weekday').replace(',', '');
  } catch {
    return date;
  }
}

/** `11–12 March 2027`, from one calendar date to another; empty when the first is none. */
export function formatDays(from: string, to: string, language: Language): string {
  try {
    const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to || from)].map(momentOf);
    return formatIn(language, 'dayOfYear')
      .formatRange(start ?? 0, end ?? 0)
      .replace(/(\d)\s*–\s*(\d)/, '$1–$2');
  } catch {
    return from;
  }
}
