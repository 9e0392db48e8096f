import { useMemo } from 'react';
import { placeAmong, wordsByBlock } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import type { Json } from '../../../domain/records/json.ts';
import { useNotesStore } from '../notes/notesStore.ts';
import type { NoteRange } from '../notes/placeNotes.ts';
import type { Thread } from './threads.ts';

/** Where a note stands: what it is ordered by, and how it was placed. */
export interface NotePlace {
  readonly order: number;
  readonly how: NoteRange['how'];
}

/** More than the characters of any block. */
const APART = 10_000_000;

/**
 * Where the notes stand in the record's text: as the editor has them, where the text is open; else by what is saved.
 * Notes that could not be placed are left out.
 */
export function useNotePlaces(
  record: string,
  body: Json | undefined,
  threads: readonly Thread[],
): ReadonlyMap<string, NotePlace> {
  const ranges = useNotesStore(({ text }) => (text?.record === record ? text.ranges : undefined));
  return useMemo(() => {
    if (ranges !== undefined) return new Map([...ranges].map(([id, { from, how }]) => [id, { order: from, how }]));
    return placesIn(body, threads);
  }, [ranges, body, threads]);
}

function placesIn(body: Json | undefined, threads: readonly Thread[]): ReadonlyMap<string, NotePlace> {
  const text = RichText.safeParse(body);
  const places = new Map<string, NotePlace>();
  if (!text.success) return places;
  const blocks = wordsByBlock(text.data);
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  for (const { first } of threads) {
    const place = first.anchor && placeAmong(blocks, first.anchor);
    if (place === undefined) continue;
    places.set(first.id, { order: (order.get(place.block) ?? 0) * APART + place.from, how: place.how });
  }
  return places;
}
