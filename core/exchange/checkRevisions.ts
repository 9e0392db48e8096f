import { inArray } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { checkRevisionAuthority } from '../../domain/handling/authority.ts';
import { type Circle, type CircleRecord, circleOf } from '../../domain/handling/circle.ts';
import { hasNaturalId } from '../../domain/records/kinds.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { record } from '../../drizzle/schema.ts';
import { parentsKnown, withinBounds } from '../directory/bounds.ts';
import type { Work } from '../jobs/work.ts';
import { findRevision } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import type { Author, FindAuthor } from './knownAuthors.ts';
import { isSignedBy, type RevisionLine, readRevision } from './readRevision.ts';

/**
 * Why a revision is put aside: nobody here knows whose key signed it, its history cannot be judged, its author had
 * ended or was revoked and it is beyond what was accepted, or it builds on one that is put aside.
 */
export type QuarantineReason = 'author' | 'history' | 'beyond' | 'builtOn';

/** The revisions of a bundle, each checked. */
export interface CheckedRevisions {
  readonly lines: readonly RevisionLine[];
  /** By revision id. */
  readonly quarantined: ReadonlyMap<string, QuarantineReason>;
}

/** What the sender's standing adds to the check. */
export interface Standing {
  readonly findAuthor: FindAuthor;
  /** A verified Secretariat holds the whole history and checked it: its word is taken where ancestors stayed behind. */
  readonly vouched: boolean;
}

/**
 * Reading rule 7 for revisions: form, id, author's signature, authority. Throws `bundle.malformed`,
 * `bundle.tooLarge`, and `bundle.authority` when a known author did what only the originator or the Secretariat may.
 * Revisions whose author is not known here are quarantined, with all that builds on them.
 */
export async function checkRevisions(
  work: Work,
  vault: Vault,
  lines: AsyncIterable<string>,
  expected: number,
  standing: Standing,
): Promise<CheckedRevisions> {
  const read: RevisionLine[] = [];
  const byId = new Map<string, RevisionLine>();
  const signatures: Promise<void>[] = [];
  for await (const line of lines) {
    const entry = readRevision(line, read.length);
    const { id, author } = entry.revision;
    if (byId.has(id)) throw new AmberdeskError('bundle.malformed', { line: read.length + 1, why: 'twice' });
    byId.set(id, entry);
    const known = standing.findAuthor(author);
    if (known !== undefined) {
      const signed = requireSignature(entry, known, read.length);
      // It is awaited below; until then a failure must not count as unhandled.
      signed.catch(() => {});
      signatures.push(signed);
    }
    read.push(entry);
    if (read.length % 100 === 0) work.progress(read.length, expected, 'exchange.checking');
  }
  await Promise.all(signatures);
  return { lines: read, quarantined: judge(work, vault, read, byId, standing) };
}

async function requireSignature({ revision }: RevisionLine, author: Author, at: number): Promise<void> {
  if (await isSignedBy(revision, author.key)) return;
  throw new AmberdeskError('bundle.malformed', { line: at + 1, why: 'signature' });
}

function judge(
  work: Work,
  vault: Vault,
  lines: readonly RevisionLine[],
  byId: ReadonlyMap<string, RevisionLine>,
  standing: Standing,
): Map<string, QuarantineReason> {
  const circle = circleKnownTo(vault, standing.vouched ? lines : []);
  const originatorOf = vault.sqlite.prepare<[string], string>('SELECT originator FROM record WHERE id = ?').pluck();
  const quarantined = new Map<string, QuarantineReason>();
  const refused: { revision: string; record: string; rule: string }[] = [];
  const isBeyond = boundsCheck(vault, byId, standing.findAuthor);
  for (const { revision } of lines) {
    work.check();
    const seat = standing.findAuthor(revision.author)?.seat;
    if (seat === undefined) {
      quarantined.set(revision.id, 'author');
      continue;
    }
    if (isBeyond(revision)) {
      quarantined.set(revision.id, 'beyond');
      continue;
    }
    if (revision.parents.some((id) => isBeyondElsewhere(vault, id, byId, isBeyond))) {
      quarantined.set(revision.id, 'builtOn');
      continue;
    }
    const parents = revision.parents.flatMap((id) => byId.get(id)?.revision ?? findRevision(vault, id) ?? []);
    const originator = originatorOf.get(revision.record);
    const refusals = checkRevisionAuthority(revision, parents, seat.organisation, seat.role, {
      circle,
      natural: hasNaturalId(revision.kind, revision.record, revision.body),
      ...(originator === undefined ? {} : { originator }),
    });
    const foreign = parents.some((parent) => parent.record !== revision.record || parent.kind !== revision.kind);
    const rules: string[] = refusals.filter(({ rule }) => rule !== 'unknownParent').map(({ rule }) => rule);
    if (seat.person !== revision.seat) rules.push('seat');
    if (foreign) rules.push('parents');
    if (rules.length > 0)
      refused.push(...rules.map((rule) => ({ revision: revision.id, record: revision.record, rule })));
    else if (refusals.length > 0 && !standing.vouched) quarantined.set(revision.id, 'history');
  }
  if (refused.length > 0) throw new AmberdeskError('bundle.authority', refused.slice(0, 20));
  spread(lines, quarantined);
  return quarantined;
}

/** Of these, what lies beyond what was accepted of authors who ended or were revoked, and what builds on it. */
export function beyondAmong(vault: Vault, lines: readonly RevisionLine[], findAuthor: FindAuthor): Iterable<string> {
  const byId = new Map<string, RevisionLine>(lines.map((line) => [line.revision.id, line]));
  const isBeyond = boundsCheck(vault, byId, findAuthor);
  const found = new Map<string, QuarantineReason>();
  for (const { revision } of lines) if (isBeyond(revision)) found.set(revision.id, 'beyond');
  spread(lines, found);
  return found.keys();
}

/** Tells what lies beyond what was accepted of an author who ended or was revoked. */
function boundsCheck(
  vault: Vault,
  byId: ReadonlyMap<string, RevisionLine>,
  findAuthor: FindAuthor,
): (revision: SignedRevision) => boolean {
  const parentsOf = (id: string) => byId.get(id)?.revision.parents ?? parentsKnown(vault, id);
  const within = new Map<string, ReturnType<typeof withinBounds>>();
  return (revision) => {
    const { author } = revision;
    const bounds = findAuthor(author)?.bounds;
    if (bounds === undefined) return false;
    const check = within.get(author) ?? withinBounds(bounds, parentsOf);
    within.set(author, check);
    return !check(revision);
  };
}

/** Whether a parent lies beyond in another bundle that waits here. What was taken already does not spread. */
function isBeyondElsewhere(
  vault: Vault,
  id: string,
  byId: ReadonlyMap<string, RevisionLine>,
  isBeyond: (revision: SignedRevision) => boolean,
): boolean {
  if (byId.has(id) || findRevision(vault, id) !== undefined) return false;
  const line = elsewhere(vault.sqlite).get(id);
  if (line === undefined) return false;
  const revision: SignedRevision = JSON.parse(line);
  return isBeyond(revision);
}

const elsewhere = preparedOnce((sqlite) =>
  sqlite.prepare<[string], string>('SELECT line FROM staged_revision WHERE revision = ? LIMIT 1').pluck(),
);

/** What builds on a quarantined revision is quarantined as well. */
function spread(lines: readonly RevisionLine[], quarantined: Map<string, QuarantineReason>): void {
  if (quarantined.size === 0) return;
  const children = new Map<string, string[]>();
  for (const { revision } of lines) {
    for (const parent of revision.parents) children.set(parent, [...(children.get(parent) ?? []), revision.id]);
  }
  const open = [...quarantined.keys()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const child of children.get(id) ?? []) {
      if (quarantined.has(child)) continue;
      quarantined.set(child, 'builtOn');
      open.push(child);
    }
  }
}

const CIRCLE_KINDS = ['organisation', 'person', 'network'];

/** The circle by the records here and, where a Secretariat brings records that are not here yet, by those too. */
function circleKnownTo(vault: Vault, lines: readonly RevisionLine[]): Circle {
  const known = new Map<string, CircleRecord>();
  for (const { revision } of lines) {
    if (CIRCLE_KINDS.includes(revision.kind)) known.set(revision.record, { ...revision, id: revision.record });
  }
  for (const row of vault.orm.select().from(record).where(inArray(record.kind, CIRCLE_KINDS)).all()) {
    known.set(row.id, row);
  }
  const { seat, organisation } = vault.installation;
  return circleOf(known.values(), { person: seat, organisation });
}
