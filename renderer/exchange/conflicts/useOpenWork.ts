import type { z } from 'zod';
import type { InConflict } from '../../../contract/exchange/bundles.ts';
import type { ConflictSort, NumberTwice } from '../../../contract/exchange/conflicts.ts';
import type { LikelyDuplicate } from '../../../contract/records/duplicates.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';

export type Entry = z.output<typeof InConflict>;
export type Sort = z.output<typeof ConflictSort>;
export type Twice = z.output<typeof NumberTwice>;
export type Pair = z.output<typeof LikelyDuplicate>;
export interface Joined {
  readonly kind: string;
  readonly kept: { readonly record: string; readonly title: string };
  readonly gone: { readonly record: string; readonly title: string };
}

/** Everything that waits for somebody to decide between versions: undefined until it is read. */
export interface OpenWork {
  readonly records: readonly Entry[];
  readonly sorts: readonly Sort[];
  readonly pairs: readonly Pair[];
  readonly numbers: readonly Twice[];
  readonly joined: readonly Joined[];
}

export function useOpenWork(): OpenWork | undefined {
  const language = useLanguage();
  const { data: records } = useRead('exchange', 'conflicts', { language }, { keep: true });
  const { data: sorts } = useRead('exchange', 'conflictSorts', { language }, { keep: true });
  const { data: numbers } = useRead('exchange', 'numbersTwice', { language }, { keep: true });
  const { data: pairs } = useRead('records', 'duplicates', {}, { keep: true });
  const { data: joined } = useRead('records', 'joined', {}, { keep: true });
  if (
    records === undefined ||
    sorts === undefined ||
    numbers === undefined ||
    pairs === undefined ||
    joined === undefined
  ) {
    return undefined;
  }
  return { records, sorts, pairs, numbers, joined };
}

/** What is looked at: a record's questions, those of one sort, two records, or a number. */
export type Looked =
  | { readonly at: 'record'; readonly record: string }
  | { readonly at: 'sort'; readonly sort: string }
  | { readonly at: 'pair'; readonly pair: string }
  | { readonly at: 'number'; readonly number: string }
  | { readonly at: 'joined'; readonly gone: string };

export const pairKey = ({ one, other }: Pick<Pair, 'one' | 'other'>): string => `${one.record}~${other.record}`;
export const numberKey = ({ kind, field, number, records }: Twice): string =>
  [kind, field, number, ...records.map(({ record }) => record)].join(' ');

/** What is looked at, if it is still there; else the first thing there is. */
export function stillThere(work: OpenWork, looked: Looked | undefined): Looked | undefined {
  if (looked !== undefined && isThere(work, looked)) return looked;
  const [record] = work.records;
  if (record !== undefined) return { at: 'record', record: record.record };
  const [pair] = work.pairs;
  if (pair !== undefined) return { at: 'pair', pair: pairKey(pair) };
  const [number] = work.numbers;
  if (number !== undefined) return { at: 'number', number: numberKey(number) };
  const [joined] = work.joined;
  return joined && { at: 'joined', gone: joined.gone.record };
}

function isThere({ records, sorts, pairs, numbers, joined }: OpenWork, looked: Looked): boolean {
  switch (looked.at) {
    case 'record':
      return records.some(({ record }) => record === looked.record);
    case 'sort':
      return sorts.some(({ sort }) => sort === looked.sort);
    case 'pair':
      return pairs.some((pair) => pairKey(pair) === looked.pair);
    case 'number':
      return numbers.some((number) => numberKey(number) === looked.number);
    case 'joined':
      return joined.some(({ gone }) => gone.record === looked.gone);
  }
}
