import { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { objects, text, texts } from '../records/text.ts';
import { type Release, releasedOfKind } from '../release/release.ts';
import type { IndexedName } from './indexNames.ts';

/** What the index of a book may have, and where it is named. */
export interface IndexedCountries {
  /** By name; places in it are the entries of the others. */
  readonly titles: readonly string[];
  readonly names: readonly IndexedName[];
  /** By paper, the entries that it is linked to in its fields. */
  readonly links: ReadonlyMap<string, ReadonlySet<number>>;
}

interface Entry {
  readonly title: string;
  readonly names: readonly string[];
  readonly id?: RecordId;
}

/** Between the names of one country in two languages. */
const APART = ' / ';
/** Shorter words would stand for too much. */
const SHORTEST = 3;

/**
 * The countries that the audience of a release knows of: States among the organisations; and the countries and subjects that
 * were chosen for a deep-dive, or of which something is said in the same words, as these are called there.
 */
export function indexedCountries(release: Release): IndexedCountries {
  const states = releasedOfKind(release, 'organisation')
    .filter(({ body }) => body.type === 'state' && text(body.name) !== '')
    .map(
      ({ id, body }): Entry => ({
        id,
        title: text(body.name),
        names: [...new Set([text(body.name), text(body.shortName)])].filter((name) => name !== ''),
      }),
    );
  const entries = [...states, ...subjectsBeside(release, states)].toSorted(
    (one, other) => byName.compare(one.title, other.title) || ((one.id ?? '') < (other.id ?? '') ? -1 : 1),
  );
  const entryOf = new Map<string, number>(entries.flatMap(({ id }, entry) => (id === undefined ? [] : [[id, entry]])));
  return {
    titles: entries.map(({ title }) => title),
    names: entries.flatMap(({ names }, entry) => names.map((name) => ({ name, entry }))),
    links: new Map(
      releasedOfKind(release, 'paper').map((paper) => [paper.id, linkedEntries(paper.body, entryOf)] as const),
    ),
  };
}

/** Those that are called like none of the States, each once. */
function subjectsBeside(release: Release, states: readonly Entry[]): Entry[] {
  const lines = releasedOfKind(release, 'publicLine')
    .filter(({ body }) => text(body.about) === '')
    .map(({ body }) => text(body.subject));
  const chosen = releasedOfKind(release, 'decision').flatMap(({ body }) =>
    objects(body.candidates)
      .filter((one) => one.chosen === true && text(one.about) === '')
      .map((one) => text(one.subject)),
  );
  const known = new Set(states.flatMap(({ names }) => names.map(folded)));
  // Those with the most names first: they stand for the others.
  return [...lines, ...chosen]
    .map((subject) => subject.split(APART).map((name) => name.trim()))
    .toSorted((one, other) => other.length - one.length)
    .flatMap((all): Entry[] => {
      const names = all.filter((name) => name.length >= SHORTEST);
      if (names.length === 0 || names.some((name) => known.has(folded(name)))) return [];
      for (const name of names) known.add(folded(name));
      return [{ title: names.join(APART), names }];
    });
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Of no language, so that the same is printed everywhere. */
const byName = new Intl.Collator('en');

/** The countries that a paper is linked to in its fields; those who wrote it are none of its subjects. */
function linkedEntries(body: JsonObject, entryOf: ReadonlyMap<string, number>): Set<number> {
  const named = Object.entries(body).filter(([field]) => field !== 'from' && field !== 'body');
  const ids = named.flatMap(([, value]) => (Array.isArray(value) ? texts(value) : [text(value)]));
  return new Set(
    ids.flatMap((id) => {
      const known = RecordId.safeParse(id);
      return known.success ? (entryOf.get(known.data) ?? []) : [];
    }),
  );
}
