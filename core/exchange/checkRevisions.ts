import { inArray } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { type AuthorityRefusal, checkRevisionAuthority, type Judged } from '../../domain/handling/authority.ts';
import { CIRCLE_FIELDS, type Circle, type CircleRecord, circleOf } from '../../domain/handling/circle.ts';
import { only } from '../../domain/records/own.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { record } from '../../drizzle/schema.ts';
import { parentsKnown, withinBounds } from '../directory/bounds.ts';
import type { Work } from '../jobs/work.ts';
import { findRevision } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { type KeptLines, linesInMemory } from './keptLines.ts';
import type { FindAuthor } from './knownAuthors.ts';
import { readRevision } from './readRevision.ts';
import { approvalOf, groundsOf, judgedIn, outliner, type RevisionOutline } from './revisionOutline.ts';
import { signaturesBeside } from './signaturesBeside.ts';

/**
 * Why a revision is put aside: nobody here knows whose key signed it, its history cannot be judged, its author had
 * ended or was revoked and it is beyond what was accepted, another body began the record here, or it builds on one that
 * is put aside.
 */
export type QuarantineReason = 'author' | 'history' | 'beyond' | 'contested' | 'builtOn';

/** The revisions of a bundle, each checked. What they say is read again where it is asked for. */
export interface CheckedRevisions {
  readonly lines: readonly RevisionOutline[];
  /** Size of all lines, line ends included. */
  readonly bytes: number;
  /** By revision id. */
  readonly quarantined: ReadonlyMap<string, QuarantineReason>;
  /** The line that a revision travels and is kept as. */
  lineOf(outline: RevisionOutline): string;
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
 * Revisions whose author is not known here are quarantined, with all that builds on them. One line is in memory at a
 * time; the others are in `kept`, from where parents are read again.
 */
export async function checkRevisions(
  work: Work,
  vault: Vault,
  lines: AsyncIterable<string>,
  expected: number,
  standing: Standing,
  kept: Pick<KeptLines, 'add' | 'read'> = linesInMemory(),
): Promise<CheckedRevisions> {
  const read: RevisionOutline[] = [];
  const byId = new Map<string, RevisionOutline>();
  const signatures = signaturesBeside();
  const outline = outliner();
  let bytes = 0;
  for await (const line of lines) {
    work.check();
    const { revision } = readRevision(line, read.length);
    const { id, author } = revision;
    if (byId.has(id)) throw new AmberdeskError('bundle.malformed', { line: read.length + 1, why: 'twice' });
    const entry = outline(revision, read.length);
    byId.set(id, entry);
    const known = standing.findAuthor(author);
    if (known !== undefined) await signatures.check(revision, known.key, read.length);
    kept.add(line);
    bytes += Buffer.byteLength(line) + 1;
    read.push(entry);
    if (read.length % 100 === 0) work.progress(read.length, expected, 'exchange.checking');
  }
  const lineOf = ({ number }: RevisionOutline) => kept.read(number);
  // Judged while the last signatures are verified; that one of them is wrong is told before anything else.
  const judged = attempt(() => judge(work, vault, { lines: read, byId, lineOf }, standing));
  await signatures.end();
  return { lines: read, bytes, quarantined: judged(), lineOf };
}

/** Does something now, and gives or throws what came of it when it is asked. */
function attempt<T>(action: () => T): () => T {
  try {
    const value = action();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** A bundle's revisions while they are judged. */
interface Brought extends Pick<CheckedRevisions, 'lines' | 'lineOf'> {
  readonly byId: ReadonlyMap<string, RevisionOutline>;
}

function judge(
  work: Work,
  vault: Vault,
  { lines, byId, lineOf }: Brought,
  standing: Standing,
): Map<string, QuarantineReason> {
  // Checked when they were read a moment ago.
  const read = (outline: RevisionOutline): SignedRevision => JSON.parse(lineOf(outline));
  const circle = circleKnownTo(vault, standing.vouched ? lines : [], read);
  const originatorOf = vault.sqlite.prepare<[string], string>('SELECT originator FROM record WHERE id = ?').pluck();
  const quarantined = new Map<string, QuarantineReason>();
  const refused: { revision: string; record: string; rule: string }[] = [];
  const isBeyond = boundsCheck(vault, byId, standing.findAuthor);
  const parentOf = parentsFrom(vault, byId, read);
  for (const outline of lines) {
    work.check();
    const seat = standing.findAuthor(outline.author)?.seat;
    if (seat === undefined) {
      quarantined.set(outline.id, 'author');
      continue;
    }
    if (isBeyond(outline)) {
      quarantined.set(outline.id, 'beyond');
      continue;
    }
    if (outline.parents.some((id) => isBeyondElsewhere(vault, id, byId, isBeyond))) {
      quarantined.set(outline.id, 'builtOn');
      continue;
    }
    const { seat: writtenIn, natural, ...judged } = outline.grounds ?? groundsOf(read(outline));
    const { id, record, kind } = outline;
    const parents = outline.parents.flatMap((parent) => parentOf(parent) ?? []);
    const originator = originatorOf.get(record);
    const refusals = checkRevisionAuthority(
      { kind, parents: outline.parents, ...judged },
      parents,
      seat.organisation,
      seat.role,
      {
        circle,
        natural,
        person: seat.person,
        ...(originator === undefined ? {} : { originator }),
      },
    );
    const foreign = parents.some((parent) => parent.record !== record || parent.kind !== kind);
    const rules: string[] = refusals.filter(({ rule }) => rule !== 'unknownParent').map(({ rule }) => rule);
    if (seat.person !== writtenIn) rules.push('seat');
    if (foreign) rules.push('parents');
    // Whoever learns a record's id may begin it where it is not known yet: that keeps out no bundle of the Secretariat.
    if (standing.vouched && rules.length === 1 && refusals.some(isContested)) quarantined.set(id, 'contested');
    else if (rules.length > 0)
      refused.push(...rules.map((rule) => ({ revision: id, record, rule })).slice(0, MOST_TOLD));
    else if (refusals.length > 0 && !standing.vouched) quarantined.set(id, 'history');
  }
  if (refused.length > 0) throw new AmberdeskError('bundle.authority', refused.slice(0, MOST_TOLD));
  spread(lines, quarantined);
  return quarantined;
}

/** Whether a record is begun that is another body's here already. */
const isContested = ({ code, rule }: AuthorityRefusal): boolean => code === 'record.invalid' && rule === 'originator';

/** So many refusals are told; the bundle is refused in any case. */
const MOST_TOLD = 20;

type Parent = Judged & Pick<SignedRevision, 'record'>;

/** So many parents are remembered as they were read: what many revisions were made from is read once. */
const REMEMBERED = 1000;

/** Reads parents, in the bundle or here, as far as their children are held against them. */
function parentsFrom(
  vault: Vault,
  byId: Brought['byId'],
  read: (outline: RevisionOutline) => SignedRevision,
): (id: string) => Parent | undefined {
  const remembered = new Map<string, Parent | undefined>();
  return (id) => {
    if (remembered.has(id)) return remembered.get(id);
    const inside = byId.get(id);
    const parent = inside === undefined ? parentHere(vault, id) : parentInside(inside, read);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(id, parent);
    return parent;
  };
}

function parentHere(vault: Vault, id: string): Parent | undefined {
  const revision = findRevision(vault, id);
  if (revision === undefined) return undefined;
  const { record, kind, parents, handling, body } = revision;
  return { record, kind, parents, handling, body: judgedIn(kind, body), ...approvalOf(kind, body) };
}

function parentInside(outline: RevisionOutline, read: (outline: RevisionOutline) => SignedRevision): Parent {
  const { record, kind, parents } = outline;
  const { handling, body, approval } = outline.grounds ?? groundsOf(read(outline));
  return { record, kind, parents, handling, body, approval };
}

/** Of these, what lies beyond what was accepted of authors who ended or were revoked, and what builds on it. */
export function beyondAmong(vault: Vault, lines: readonly RevisionOutline[], findAuthor: FindAuthor): Iterable<string> {
  const byId = new Map<string, RevisionOutline>(lines.map((line) => [line.id, line]));
  const isBeyond = boundsCheck(vault, byId, findAuthor);
  const found = new Map<string, QuarantineReason>();
  for (const line of lines) if (isBeyond(line)) found.set(line.id, 'beyond');
  spread(lines, found);
  return found.keys();
}

/** What tells whether a revision counts. */
type Dated = Pick<SignedRevision, 'id' | 'author' | 'at'>;

/** Tells what lies beyond what was accepted of an author who ended or was revoked. */
function boundsCheck(vault: Vault, byId: Brought['byId'], findAuthor: FindAuthor): (revision: Dated) => boolean {
  const parentsOf = (id: string) => byId.get(id)?.parents ?? parentsKnown(vault, id);
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
  byId: Brought['byId'],
  isBeyond: (revision: Dated) => boolean,
): boolean {
  const { here, elsewhere } = statementsOf(vault.sqlite);
  if (byId.has(id) || here.get(id) !== undefined) return false;
  const line = elsewhere.get(id);
  if (line === undefined) return false;
  const revision: SignedRevision = JSON.parse(line);
  return isBeyond(revision);
}

const statementsOf = preparedOnce((sqlite) => ({
  here: sqlite.prepare<[string], number>('SELECT 1 FROM revision WHERE id = ?').pluck(),
  elsewhere: sqlite.prepare<[string], string>('SELECT line FROM staged_line WHERE revision = ? LIMIT 1').pluck(),
}));

/** What builds on a quarantined revision is quarantined as well. */
function spread(lines: readonly RevisionOutline[], quarantined: Map<string, QuarantineReason>): void {
  if (quarantined.size === 0) return;
  const children = new Map<string, string[]>();
  for (const { id, parents } of lines) {
    for (const parent of parents) {
      const known = children.get(parent) ?? [];
      known.push(id);
      children.set(parent, known);
    }
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
function circleKnownTo(
  vault: Vault,
  lines: readonly RevisionOutline[],
  read: (outline: RevisionOutline) => SignedRevision,
): Circle {
  const known = new Map<string, CircleRecord>();
  for (const outline of lines) {
    if (!CIRCLE_KINDS.includes(outline.kind)) continue;
    const { record: id, kind, handling, body } = read(outline);
    known.set(id, { id, kind, handling, body: only(body, CIRCLE_FIELDS) });
  }
  for (const row of vault.orm.select().from(record).where(inArray(record.kind, CIRCLE_KINDS)).all()) {
    known.set(row.id, row);
  }
  const { seat, organisation } = vault.installation;
  return circleOf(known.values(), { person: seat, organisation });
}
