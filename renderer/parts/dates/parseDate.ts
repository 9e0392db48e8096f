/** What a typed date comes to, or why it comes to none. */
export type ParsedDate =
  | { readonly date: string }
  | { readonly fault: 'unreadable' | 'noSuchDay' }
  /** The weekday that was typed is not that of the day; `date` is the day. */
  | { readonly fault: 'weekday'; readonly date: string };

const TAGS = ['en-GB', 'fr-FR'] as const;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})[-/.\s](\d{1,2})(?:[-/.\s](\d{4}|\d{2}))?$/;
const DAY_FIRST = /^(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(?:of )?([a-z]{3,})\.?(?:[\s.-]+(\d{4}|\d{2}))?$/;
const MONTH_FIRST = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}|\d{2}))?$/;

const fold = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ').trim();

/** Long names from 1 on, in both languages. */
function names(from: Temporal.PlainDate, step: 'months' | 'days', count: number, part: 'month' | 'weekday') {
  return TAGS.flatMap((tag) =>
    Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      name: fold(from.add({ [step]: index }).toLocaleString(tag, { [part]: 'long' })),
    })),
  );
}

type Named = ReturnType<typeof names>;
let known: { readonly months: Named; readonly weekdays: Named } | undefined;

/** Made when a date is first read: a window opens without them. 4 January 2027 is a Monday. */
function knownNames() {
  known ??= {
    months: names(Temporal.PlainDate.from('2027-01-01'), 'months', 12, 'month'),
    weekdays: names(Temporal.PlainDate.from('2027-01-04'), 'days', 7, 'weekday'),
  };
  return known;
}

/** The number whose name begins so; undefined when none does, or several. */
function numberNamed(beginning: string, among: readonly { readonly number: number; readonly name: string }[]) {
  const exact = among.find(({ name }) => name === beginning);
  if (exact !== undefined) return exact.number;
  const numbers = new Set(among.filter(({ name }) => name.startsWith(beginning)).map(({ number }) => number));
  const [number] = numbers;
  return numbers.size === 1 ? number : undefined;
}

/**
 * Reads a date as people type it, in English or French whichever the interface speaks, the day before the month:
 * `11/3/2027`, `11.03.27`, `11 March 2027`, `Thursday 11 March`, `1er mars 2027`, `March 11, 2027`, `2027-03-11`. A
 * date without a year is in that of `near` (a calendar date).
 */
export function parseDate(typed: string, near: string): ParsedDate {
  const { weekday, rest } = splitWeekday(fold(typed));
  const parts = partsOf(rest);
  if (parts === undefined) return { fault: 'unreadable' };
  const year = parts.year === undefined ? Number(near.slice(0, 4)) : fullYear(parts.year);
  try {
    const day = Temporal.PlainDate.from({ year, month: parts.month, day: parts.day }, { overflow: 'reject' });
    const date = day.toString();
    return weekday !== undefined && weekday !== day.dayOfWeek ? { fault: 'weekday', date } : { date };
  } catch {
    return { fault: 'noSuchDay' };
  }
}

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year: string | undefined;
}

function partsOf(text: string): Parts | undefined {
  const iso = ISO.exec(text);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: iso[1] };
  const numbers = NUMBERS.exec(text);
  if (numbers) return { day: Number(numbers[1]), month: Number(numbers[2]), year: numbers[3] };
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst === null ? MONTH_FIRST.exec(text) : null;
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = name === undefined ? undefined : numberNamed(name, knownNames().months);
  return month === undefined ? undefined : { day: Number(day), month, year };
}

function splitWeekday(text: string): { weekday: number | undefined; rest: string } {
  const [, word = '', rest = ''] = /^(?:le )?([a-z]{3,})\.? (.+)$/.exec(text) ?? [];
  const weekday = word === '' ? undefined : numberNamed(word, knownNames().weekdays);
  // "mar 3" is a month before a day, "mar 3 mars" a weekday before a date.
  if (weekday === undefined || partsOf(text) !== undefined)
    return { weekday: undefined, rest: text.replace(/^le /, '') };
  return { weekday, rest };
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}
