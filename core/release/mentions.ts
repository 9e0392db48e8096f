import { AmberdeskError } from '../../domain/errors.ts';
import { foldedWords } from '../../domain/library/words.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { decisionAudience, decisionCovers } from '../../domain/release/decided.ts';
import { isOutside } from '../../domain/release/material.ts';
import { type GoingText, indexNames, type Mention, mentionsIn } from '../../domain/release/mentions.ts';
import { type Names, namesBy, namesFor } from '../../domain/release/names.ts';
import { audienceOf, judgedFor, laidBefore, ownIdOf, type Release } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import { readCircle } from '../records/circle.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { mintedIds } from './mintedIds.ts';
import { namedMaterial } from './namedMaterial.ts';

/** What of a release is read by whoever gets it: all of it, or of these records these fields (`undefined`: all of them). */
export type Read = ReadonlyMap<string, readonly string[] | undefined> | 'everything';

/** A withheld name in what goes, and the decision that it may stand, if there is one. */
export interface FoundMention extends Mention {
  readonly decision?: Decision;
}

export interface Decision {
  readonly id: RecordId;
  readonly reason: string;
}

/** Every withheld name that stands in what a release gives to its readers. Nothing is withheld from ourselves. */
export function mentionsOf(session: Session, release: Release, read: Read = 'everything'): FoundMention[] {
  const audience = audienceOf<Audience>(release);
  if (audience.kind === 'self') return [];
  const index = indexNames(namesIn(session, release, audience));
  if (index === undefined) return [];
  const found = mentionsIn(textsOf(release, read), index);
  if (found.length === 0) return [];
  const decided = decisionsFor(session, audience);
  return found.map((mention) => {
    const decision = decided.get(keyOf(mention));
    return decision === undefined ? mention : { ...mention, decision };
  });
}

/**
 * Makes sure that nothing leaves in which a withheld name stands that nobody has decided on. Throws `release.undecided`,
 * and notes it in the journal.
 */
export function requireDecided(session: Session, release: Release, what: string, read: Read = 'everything'): void {
  const open = mentionsOf(session, release, read).filter(({ decision }) => decision === undefined);
  const [first] = open;
  if (first === undefined) return;
  appendJournal(session.vault, session.surroundings.now(), 'release.undecided', {
    what,
    audience: audienceOf<Audience>(release).kind,
    mentions: open.length,
    record: first.record,
  });
  throw new AmberdeskError('release.undecided', { mentions: open.length, record: first.record, name: first.name });
}

/** The id of the decision on a mention for an audience. */
export function decisionId(mention: Pick<Mention, 'name' | 'record' | 'digest'>, audience: Audience): RecordId {
  const { name, record, digest } = mention;
  return naturalId('mention', `${name} ${record} ${decisionAudience(audience)} ${digest}`);
}

const keyOf = ({ name, record, digest }: Pick<Mention, 'name' | 'record' | 'digest'>) => `${name} ${record} ${digest}`;

function namesIn({ vault, surroundings }: Session, release: Release, audience: Audience): Names {
  const own = vault.installation.organisation;
  // Outside, the gate had every record before it: sessions decide of items, and bodies of each other.
  if (isOutside(audience.kind)) return namesBy(laidBefore(release), judgedFor(release), own);
  const circle = readCircle(vault);
  const circumstances = { at: minuteOf(surroundings.now()), circle, mint: mintedIds(vault, audience) };
  const { records, titles } = namedMaterial(vault, audience, circle);
  const names = namesFor({ records }, audience, circumstances, own);
  if (names.withheld.length === 0) return names;
  return { withheld: names.withheld, released: [...names.released, ...titles().flatMap(namesOfTitle)] };
}

/** A title as lists show it, with its number and without. */
function namesOfTitle(title: string): Names['released'] {
  return [title, title.replace(/^\S*\d\S*\s+/u, '')].map((said) => ({
    record: '',
    kind: 'title',
    words: foldedWords(said),
    as: 'anyCase' as const,
    text: said,
  }));
}

function* textsOf(release: Release, read: Read): Generator<GoingText> {
  const parents = new Set(release.revisions.flatMap(({ revision }) => revision.parents));
  const inOrder = release.revisions.map(({ revision }) => ({ revision, earlier: parents.has(revision.id) }));
  // What is written over since is told only where it stands nowhere now.
  for (const isEarlier of [false, true]) {
    for (const { revision, earlier } of inOrder) {
      if (earlier === isEarlier) yield { record: revision.record, body: revision.body, earlier };
    }
  }
  const documents = release.revisions.length > 0 ? [] : release.documents;
  for (const { id, body } of documents) {
    const record = ownIdOf(release, id);
    if (read === 'everything') yield { record, body, earlier: false };
    else if (read.has(record)) yield { record, body: partOf(body, read.get(record)), earlier: false };
  }
}

function partOf(body: JsonObject, fields: readonly string[] | undefined): JsonObject {
  return fields === undefined
    ? body
    : Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)));
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[], { id: RecordId; body: string }>(
    "SELECT id, body FROM record WHERE kind = 'mention' AND deleted = 0 AND conflicted = 0",
  ),
);

function decisionsFor({ vault }: Session, audience: Audience): ReadonlyMap<string, Decision> {
  const circle = readCircle(vault);
  const decided = new Map<string, Decision>();
  for (const { id, body } of statementsOf(vault.sqlite).all()) {
    const read: JsonObject = JSON.parse(body);
    if (!decisionCovers(text(read.audience), audience, circle)) continue;
    const key = keyOf({ name: text(read.name), record: text(read.record), digest: text(read.digest) });
    decided.set(key, { id, reason: texts(read.reasons).join(' ') });
  }
  return decided;
}
