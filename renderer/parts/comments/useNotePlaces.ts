import { useMemo } from 'react';
import { placeAmong, wordsByBlock } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { useNotesStore } from '../notes/notesStore.ts';
import type { NoteRange } from '../notes/placeNotes.ts';
import type { Thread } from './threads.ts';
import type { CommentsDesk } from './useComments.ts';

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
export function useNotePlaces(desk: CommentsDesk | undefined): ReadonlyMap<string, NotePlace> {
  const open = useNotesStore(({ text }) => text);
  const { view, threads } = desk ?? {};
  const ranges = open !== undefined && open.record === view?.id ? open.ranges : undefined;
  const body = view?.body.body;
  return useMemo(() => {
    if (ranges !== undefined) return new Map([...ranges].map(([id, { from, how }]) => [id, { order: from, how }]));
    return placesIn(body, threads ?? []);
  }, [ranges, body, threads]);
}

function placesIn(body: unknown, threads: readonly Thread[]): ReadonlyMap<string, NotePlace> {
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
