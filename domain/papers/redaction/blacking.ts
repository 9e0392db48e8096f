import type { TextPlace } from './textPlaces.ts';
import { joinedRanges, occurrences, type Range, wordRanges } from './words.ts';

/** A word of a paper, in the order in which all of them are read. */
export interface PlacedWord extends Range {
  readonly place: string;
}

/** A passage that somebody blacks out. */
export interface Passage extends PlacedWord {
  readonly reason: string;
}

/** The same words, wherever they are blacked out, and how often they stand elsewhere still. */
export interface PassageGroup {
  readonly words: string;
  readonly reason: string;
  readonly passages: readonly Passage[];
  readonly standing: readonly PlacedWord[];
}

/** Every word of a paper. */
export function wordsOfPlaces(places: readonly TextPlace[]): PlacedWord[] {
  return places.flatMap(({ key, text }) => wordRanges(text).map((range) => ({ place: key, ...range })));
}

/** The passages with these ranges blacked out too. What they touch they join; a reason that was given stays. */
export function blackedOut(
  places: readonly TextPlace[],
  passages: readonly Passage[],
  more: readonly PlacedWord[],
  reason = '',
): Passage[] {
  return places.flatMap(({ key, text }) => {
    const own = [...passages.filter(({ place }) => place === key), ...more.filter(({ place }) => place === key)];
    return joinedRanges(text, own).map((range) => ({
      place: key,
      ...range,
      reason: passages.find((one) => one.place === key && touches(one, range) && one.reason !== '')?.reason ?? reason,
    }));
  });
}

/** The passages without those that a range touches. */
export function takenBack(passages: readonly Passage[], ranges: readonly PlacedWord[]): Passage[] {
  return passages.filter((one) => !ranges.some((range) => range.place === one.place && touches(one, range)));
}

/** Whether all of these words are blacked out. */
export function isBlackedOut(passages: readonly Passage[], words: readonly PlacedWord[]): boolean {
  return words.every((word) =>
    passages.some(({ place, from, to }) => place === word.place && from <= word.from && to >= word.to),
  );
}

/** Everywhere that these words stand in a row and are not blacked out, not even in part. */
export function standingElsewhere(
  places: readonly TextPlace[],
  passages: readonly Passage[],
  words: string,
): PlacedWord[] {
  return places.flatMap(({ key, text }) =>
    occurrences(text, words)
      .filter((range) => !passages.some((one) => one.place === key && touches(one, range)))
      .map((range) => ({ place: key, ...range })),
  );
}

/** The passages by their words, in the order in which these come first. */
export function groupsOf(places: readonly TextPlace[], passages: readonly Passage[]): PassageGroup[] {
  const texts = new Map(places.map(({ key, text }) => [key, text]));
  const wordsOf = ({ place, from, to }: Passage): string =>
    (texts.get(place) ?? '').slice(from, to).replace(/\s+/g, ' ');
  const groups = Map.groupBy(passages, (passage) => wordsOf(passage).toLowerCase());
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const words = wordsOf(first);
    const reason = same.find((one) => one.reason !== '')?.reason ?? '';
    return [{ words, reason, passages: same, standing: standingElsewhere(places, passages, words) }];
  });
}

function touches(one: Range, other: Range): boolean {
  return one.from < other.to && other.from < one.to;
}
