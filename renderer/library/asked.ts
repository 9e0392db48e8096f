import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';

const When = z.enum(['any', 'week', 'month', 'year', 'range']);
export type When = z.infer<typeof When>;

const Day = z.union([z.iso.date(), z.literal('')]);

/** What is asked of the library: words, and what the results are narrowed to. A saved search keeps it. */
export const Asked = z.object({
  words: z.string(),
  kinds: z.array(z.string()),
  labels: z.array(z.string()),
  meetings: z.array(RecordId),
  when: When,
  /** Calendar dates, both included, or nothing; for `range`. */
  from: Day,
  to: Day,
  sort: z.enum(['relevance', 'newest']),
});
export type Asked = z.infer<typeof Asked>;

export const SavedSearch = z.object({ id: z.string(), name: z.string(), narrowing: Asked });

/** Reads the address `/library?q=…&kind=paper&when=week`; what does not fit is left out. */
export function askedIn(params: URLSearchParams): Asked {
  const when = When.safeParse(params.get('when'));
  const dayOf = (name: string) => Day.safeParse(params.get(name)).data ?? '';
  return {
    words: params.get('q') ?? '',
    kinds: params.getAll('kind'),
    labels: params.getAll('label'),
    meetings: params.getAll('meeting').flatMap((id) => RecordId.safeParse(id).data ?? []),
    when: when.success ? when.data : 'any',
    from: dayOf('from'),
    to: dayOf('to'),
    sort: params.get('sort') === 'newest' ? 'newest' : 'relevance',
  };
}

/** The address of what is asked; what is as usual is not in it. */
export function paramsOf({ words, kinds, labels, meetings, when, from, to, sort }: Asked): URLSearchParams {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  for (const kind of kinds) params.append('kind', kind);
  for (const label of labels) params.append('label', label);
  for (const meeting of meetings) params.append('meeting', meeting);
  if (when !== 'any') params.set('when', when);
  if (when === 'range' && from !== '') params.set('from', from);
  if (when === 'range' && to !== '') params.set('to', to);
  if (sort !== 'relevance') params.set('sort', sort);
  return params;
}

/** Whether anything but words narrows the results. */
export function isNarrowed({ kinds, labels, meetings, when }: Asked): boolean {
  return kinds.length + labels.length + meetings.length > 0 || when !== 'any';
}

/** When this week, month and year began at the reader's place, as minutes in UTC. Weeks begin on Monday. */
export function periodsAt(today: Temporal.PlainDate, zone: string) {
  return {
    week: minuteAt(today.subtract({ days: today.dayOfWeek - 1 }), zone),
    month: minuteAt(today.with({ day: 1 }), zone),
    year: minuteAt(today.with({ day: 1, month: 1 }), zone),
  };
}
export type Periods = ReturnType<typeof periodsAt>;

/** The question to the core; see `library.search`. */
export function questionOf(
  { words, kinds, labels, meetings, when, from, to, sort }: Asked,
  periods: Periods,
  zone: string,
) {
  const range = when === 'range';
  const since = range ? from && minuteAt(Temporal.PlainDate.from(from), zone) : periodOf(when, periods);
  const before = range && to !== '' ? minuteAt(Temporal.PlainDate.from(to).add({ days: 1 }), zone) : '';
  return {
    query: words,
    typing: true,
    sort,
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(labels.length > 0 ? { labels } : {}),
    ...(meetings.length > 0 ? { meetings } : {}),
    ...(since === '' ? {} : { since }),
    ...(before === '' ? {} : { before }),
    facets: { since: [periods.week, periods.month, periods.year] },
  };
}
export type Question = ReturnType<typeof questionOf>;

/** Whether neither words nor anything else narrows the question. */
export function asksForNothing({ query, kinds, labels, meetings, since, before }: Question): boolean {
  return query.trim() === '' && [kinds, labels, meetings, since, before].every((one) => one === undefined);
}

function periodOf(when: When, periods: Periods): string {
  return when === 'week' || when === 'month' || when === 'year' ? periods[when] : '';
}

function minuteAt(date: Temporal.PlainDate, zone: string): string {
  return date.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'minute' });
}
