import type { z } from 'zod';
import type { GatheredNote } from '../../../contract/papers/calls.ts';
import { fold } from '../../../domain/library/fold.ts';

export type Gathered = z.output<typeof GatheredNote>;

/** The notes on one record. */
interface NotesPart {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly label: Gathered['label'];
  readonly notes: readonly Gathered[];
}

/** What belongs to one item of the agenda; without a title what belongs to none. */
interface NotesGroup {
  readonly key: string;
  readonly title: string;
  readonly parts: readonly NotesPart[];
}

/** Those that have all of the words, in what was noted, in the quotation or in the title. */
export function matching(notes: readonly Gathered[], words: string): readonly Gathered[] {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  return notes.filter(({ text, quote, title, item }) => {
    const all = fold([text, quote, title, item?.title ?? ''].join(' '));
    return wanted.every((word) => all.includes(word));
  });
}

/** Notes in the order given, in groups by item and by what they are on; those that could not be placed apart. */
export function groupsOf(notes: readonly Gathered[]): { unplaced: readonly Gathered[]; groups: readonly NotesGroup[] } {
  const placed = notes.filter(({ how }) => how !== 'unplaced');
  const byItem = Map.groupBy(placed, ({ item }) => item?.record ?? '');
  const groups = [...byItem].map(([key, inItem]) => ({
    key,
    title: inItem[0]?.item?.title ?? '',
    parts: [...Map.groupBy(inItem, ({ record }) => record)].map(([record, on]) => ({
      record,
      kind: on[0]?.kind ?? '',
      title: on[0]?.title ?? '',
      label: on[0]?.label,
      notes: on,
    })),
  }));
  return { unplaced: notes.filter(({ how }) => how === 'unplaced'), groups };
}
