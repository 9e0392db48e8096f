import type { Handling } from '../handling/handling.ts';
import { ALIASES, isDeleted } from './deletion.ts';
import type { JsonObject } from './json.ts';
import type { RecordKind } from './kind.ts';
import { type MergedView, mergeHeads } from './merge.ts';
import { text, texts } from './text.ts';

/** A record as far as telling duplicates goes. */
export interface Candidate {
  readonly id: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** The fields that tell whether two records are likely the same, and what they are called. */
export const DUPLICATE_FIELDS: readonly string[] = ['name', 'shortName', 'organisation', 'type', 'code', ALIASES];

/** Two records that are likely the same thing made twice, the lower id first, and what they share. */
export interface LikelyDuplicate {
  readonly one: string;
  readonly other: string;
  /** `joined`: somebody joined them, or both with a third, and both are still there. */
  readonly shared: 'name' | 'initials' | 'shortName' | 'joined';
}

/**
 * Proposes persons and organisations that are likely the same thing made twice, for a person to decide. Sorted, each
 * pair once. Records that are deleted are left out, as those are that were joined with another; so are organisations of
 * different type or country code, and persons of different organisations.
 */
export function likelyDuplicates(records: readonly Candidate[]): LikelyDuplicate[] {
  const candidates = records.filter((record) => !isDeleted(record.body));
  const found = new Map<string, LikelyDuplicate>();
  for (const group of grouped(candidates, joinedAs(candidates))) {
    for (const [one, other] of pairsOf(group)) found.set(`${one.id} ${other.id}`, duplicate(one, other, 'joined'));
  }
  for (const shared of ['name', 'shortName', 'initials'] as const) {
    for (const group of grouped(candidates, (candidate) => keyOf(candidate, shared))) {
      for (const [one, other] of pairsOf(group)) {
        const pair = `${one.id} ${other.id}`;
        if (!found.has(pair) && mayBeOne(one, other)) found.set(pair, duplicate(one, other, shared));
      }
    }
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, likely]) => likely);
}

const duplicate = (one: Candidate, other: Candidate, shared: LikelyDuplicate['shared']): LikelyDuplicate => ({
  one: one.id,
  other: other.id,
  shared,
});

/** Every two of a group, the lower id first. */
function pairsOf(group: readonly Candidate[]): [Candidate, Candidate][] {
  const sorted = group.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other): [Candidate, Candidate] => [one, other]));
}

/** What joins candidates of one kind by their aliases: themselves, and those that they have in common. */
function joinedAs(candidates: readonly Candidate[]): (candidate: Candidate) => string | undefined {
  const above = new Map<string, string>();
  const root = (id: string): string => {
    let top = id;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  for (const { kind, id, body } of candidates) {
    for (const alias of texts(body[ALIASES])) {
      const [one, other] = [root(`${kind} ${id}`), root(`${kind} ${alias}`)];
      if (one !== other) above.set(other, one);
    }
  }
  return ({ kind, id }) => (above.size === 0 ? undefined : root(`${kind} ${id}`));
}

/** One of two records of the same thing, in its present version. */
export interface Joined {
  readonly id: string;
  readonly body: JsonObject;
  readonly handling: Handling;
}

/**
 * What the kept record comes to when the other is joined with it: both merged as versions without a common ancestor,
 * with the other's id (and what was joined with it before) as aliases. Where they differ, a person is asked.
 */
export function joinDuplicates(kind: RecordKind | undefined, kept: Joined, other: Joined): MergedView {
  const aliases = new Set([...texts(kept.body[ALIASES]), ...texts(other.body[ALIASES]), other.id]);
  aliases.delete(kept.id);
  const view = mergeHeads(
    kind,
    [kept, other].map((record) => ({ ...record, parents: [] })),
    () => undefined,
  );
  return { ...view, body: { ...view.body, [ALIASES]: [...aliases].sort() } };
}

function grouped(candidates: readonly Candidate[], key: (candidate: Candidate) => string | undefined): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const found = key(candidate);
    if (found !== undefined) groups.set(found, [...(groups.get(found) ?? []), candidate]);
  }
  return [...groups.values()];
}

function keyOf({ kind, body }: Candidate, shared: LikelyDuplicate['shared']): string | undefined {
  if (kind !== 'person' && kind !== 'organisation') return undefined;
  if (shared === 'shortName') {
    const short = kind === 'organisation' ? plainWords(text(body.shortName)).join('') : '';
    return short === '' ? undefined : `${kind} ${short}`;
  }
  const words = plainWords(text(body.name)).filter((word) => !(kind === 'person' ? TITLES : ARTICLES).has(word));
  if (words.length === 0) return undefined;
  if (shared === 'name') return `${kind} ${kind === 'person' ? [...words].sort().join(' ') : words.join(' ')}`;
  return kind === 'person' && text(body.organisation) !== '' ? initialsOf(words, text(body.name)) : undefined;
}

/** “J. Doe”, “Jane Doe” and “Doe, Jane” have the same first letter and family name. */
function initialsOf(words: readonly string[], name: string): string | undefined {
  const ordered = name.includes(',') ? [...words.slice(1), ...words.slice(0, 1)] : words;
  const [first, last] = [ordered[0], ordered.at(-1)];
  return ordered.length < 2 || first === undefined || last === undefined ? undefined : `${first.charAt(0)} ${last}`;
}

function mayBeOne(one: Candidate, other: Candidate): boolean {
  const apart = (field: string) => {
    const [left, right] = [text(one.body[field]), text(other.body[field])];
    return left !== '' && right !== '' && left !== right;
  };
  if (one.kind === 'organisation') return !apart('type') && !apart('code');
  return !apart('organisation') && mayBeOneName(text(one.body.name), text(other.body.name));
}

/** Two full first names that differ are two persons: Jane and John Doe share initials only. */
function mayBeOneName(one: string, other: string): boolean {
  const [left, right] = [one, other].map((name) => plainWords(name).filter((word) => !TITLES.has(word)));
  if (left === undefined || right === undefined) return false;
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
  return fewer.every((word) =>
    more.some((match) => match === word || isInitial(word, match) || isInitial(match, word)),
  );
}

function isInitial(word: string, of: string): boolean {
  return word.length === 1 && of.startsWith(word);
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'amb', 'ambassador', 'he', 'hon', 'sir', 'm', 'mme', 'pr']);
const ARTICLES = new Set(['the', 'of', 'and', 'la', 'le', 'les', 'l', 'de', 'du', 'des', 'd', 'et']);

/** Words without case, accents and punctuation. */
function plainWords(words: string): string[] {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
