import { CalendarDate } from '../meetings/kinds.ts';
import type { Json } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { PrintLanguage } from './printRequest.ts';

const LOCALES: Readonly<Record<PrintLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };
const NBSP = '\u00a0';

/**
 * Only the names of months and weekdays come from Intl; order and punctuation are ours, so that another version of its
 * data cannot change a printed page.
 */
function name(date: string, language: PrintLanguage, part: 'weekday' | 'month'): string {
  const format =
    formats.get(language + part) ?? new Intl.DateTimeFormat(LOCALES[language], { [part]: 'long', timeZone: 'UTC' });
  formats.set(language + part, format);
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayNumber(date: string, language: PrintLanguage): string {
  const day = String(Number(date.slice(8, 10)));
  return language === 'fr' && day === '1' ? '1er' : day;
}

/** `14 October` or `14 octobre`. `date` is `2026-10-14`. */
export function dayAndMonth(date: string, language: PrintLanguage): string {
  return `${dayNumber(date, language)}${NBSP}${name(date, language, 'month')}`;
}

/** `14 October 2026` or `14 octobre 2026`; what is no day, as from another program, as it is written. */
export function dateInWords(date: string, language: PrintLanguage): string {
  return CalendarDate.safeParse(date).success ? `${dayAndMonth(date, language)} ${date.slice(0, 4)}` : date;
}

/** The same for a field of a record. */
export function dayInWords(day: Json | undefined, language: PrintLanguage): string {
  return dateInWords(text(day), language);
}

/** `Wednesday 14 October` or `Mercredi 14 octobre`. */
export function weekdayInWords(date: string, language: PrintLanguage): string {
  const weekday = name(date, language, 'weekday');
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${dayAndMonth(date, language)}`;
}

/**
 * The dates of a meeting, in lines: `Wednesday 14 and`, `Thursday 15 October 2026`. One date gives one line; more than
 * two days give first and last.
 */
export function meetingDates(starts: string, ends: string, language: PrintLanguage): string[] {
  if (starts === '' && ends === '') return [];
  if (ends === '' || starts === ends) return [`${weekdayInWords(starts, language)} ${starts.slice(0, 4)}`];
  const sameMonth = starts.slice(0, 7) === ends.slice(0, 7);
  const first = sameMonth
    ? `${weekdayInWords(starts, language).split(' ')[0]} ${dayNumber(starts, language)}`
    : weekdayInWords(starts, language);
  const apart = (Date.parse(ends) - Date.parse(starts)) / 86_400_000;
  const joint = language === 'en' ? (apart === 1 ? 'and' : 'to') : apart === 1 ? 'et' : 'au';
  const last = weekdayInWords(ends, language);
  return [
    `${first} ${joint}`,
    `${language === 'fr' ? last.charAt(0).toLowerCase() + last.slice(1) : last} ${ends.slice(0, 4)}`,
  ];
}
