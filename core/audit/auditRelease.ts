import { homedir, userInfo } from 'node:os';
import { type AuditRequest, auditOutput, type Leak, MOST } from '../../domain/audit/audit.ts';
import { blackedOutIn, firmLeaks, ownNamesIn } from '../../domain/audit/firm.ts';
import { type Held, heldIn, wentWhole } from '../../domain/audit/held.ts';
import { type Passage, stringsIn } from '../../domain/audit/passages.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Json } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { isOutside } from '../../domain/release/material.ts';
import { veilsFor } from '../../domain/release/pseudonyms.ts';
import { withReferences } from '../../domain/release/references.ts';
import { audienceOf, laidBefore, type Release, release } from '../../domain/release/release.ts';
import { readCircle } from '../records/circle.ts';
import { mintedIds } from '../release/mintedIds.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';

/** One output, as it was read again before it leaves. */
export interface FinishedOutput {
  /** What it is, for the journal: `bundle`, `agenda`, `paper`. */
  readonly what: string;
  readonly passages: Iterable<Passage>;
  /** What stands in it by right besides what was released, such as who sends it and to whom. */
  readonly beside: readonly Json[];
  /** The words that every output of its format has. */
  readonly usual: readonly string[];
  /**
   * The records that files came with: what several records say is taken for what these say, and what of them may go to
   * the audience is no leak, though it was not asked for this time.
   */
  readonly closest?: ReadonlySet<string>;
}

/** What the journal notes of an output in which nothing was found: how many words of it were read. */
export interface Audited {
  readonly audited: number;
}

/**
 * Searches a finished output for everything that the gate had before it and did not release to its audience, and for
 * what tells of this machine. Throws `release.audit`, with the places and the records but never the words, and notes it
 * in the journal; then nothing of the output may leave.
 */
export function auditRelease(session: Session, release: Release, output: FinishedOutput): Audited {
  const { vault, surroundings } = session;
  const { leaks: found, words } = auditOutput(requestFor(session, release, output));
  const leaks = [...firmly(session, release), ...found].slice(0, MOST);
  const [first] = leaks;
  if (first === undefined) return { audited: words };
  appendJournal(vault, surroundings.now(), 'release.stopped', {
    what: output.what,
    audience: audienceOf(release).kind,
    leaks: leaks.length,
    place: first.place,
    ...(first.record === undefined ? {} : { record: first.record }),
  });
  throw new AmberdeskError('release.audit', { leaks: asJson(leaks) });
}

const NONE: ReadonlySet<string> = new Set();

/** What may not even stand in what was released. */
function firmly({ vault }: Session, release: Release): Leak[] {
  const material = laidBefore(release);
  const audience = audienceOf<Audience>(release);
  const veils = veilsFor(material.records, audience, readCircle(vault));
  const held = [...blackedOutIn(material), ...ownNamesIn(material, veils)];
  if (held.length === 0) return [];
  const fresh = isOutside(audience.kind) ? mintedIds(vault, audience) : (id: RecordId) => id;
  const own = new Map<string, string>(material.records.map(({ id }) => [fresh(id), id]));
  return firmLeaks(held, release, (id) => own.get(id) ?? id);
}

function requestFor(session: Session, release: Release, output: FinishedOutput): AuditRequest {
  const { vault } = session;
  return {
    output: output.passages,
    held: heldBack(release, vault.folder, output.closest ?? NONE),
    released: () => releasedStrings(session, release, output),
    usual: output.usual,
  };
}

function* releasedStrings(session: Session, release: Release, output: FinishedOutput): Generator<string> {
  const { documents, fresh, revisions, attachments } = release;
  for (const record of documents) yield* recordStrings(record);
  if (fresh !== documents) for (const record of fresh) yield* recordStrings(record);
  // What is issued anew has cross-references in the place of their words.
  for (const { body } of fresh) {
    const issued = withReferences(body);
    if (issued !== body) yield* stringsIn(issued);
  }
  for (const { line } of revisions) {
    const revision: Json = JSON.parse(line);
    yield* stringsIn(revision);
  }
  for (const { sha256, name } of attachments) yield* [sha256, name];
  for (const value of output.beside) yield* stringsIn(value);
  yield* stringsIn(asJson(audienceOf<Audience>(release)));
  for (const record of mayGo(session, release, output.closest ?? NONE)) yield* recordStrings(record);
}

/** What of these records the gate lets go to the audience of a release, whether it was asked for or not. */
function mayGo({ vault }: Session, made: Release, wanted: ReadonlySet<string>): Release['documents'] {
  if (wanted.size === 0) return [];
  const audience = audienceOf<Audience>(made);
  const mint = mintedIds(vault, audience);
  const circumstances = { at: made.at, circle: readCircle(vault), mint, product: 'documents' } as const;
  return release({ ...laidBefore(made), wanted }, audience, circumstances).release.documents;
}

function* recordStrings({ id, title, body, caveats }: Release['documents'][number]): Generator<string> {
  yield* [id, title, ...caveats];
  yield* stringsIn(body);
}

/** All that the gate had before it, and what no output may tell of the machine: where the vault lies, and whose it is. */
function* heldBack(release: Release, folder: string, closest: ReadonlySet<string>): Generator<Held> {
  const material = laidBefore(release);
  const isClosest = ({ id }: { readonly id: string }): boolean => closest.has(id);
  const records =
    closest.size === 0
      ? material.records
      : [...material.records.filter(isClosest), ...material.records.filter((one) => !isClosest(one))];
  yield* heldIn({ ...material, records }, wentWhole(release));
  for (const text of [folder, known(homedir), known(() => userInfo().username)]) yield { is: 'machine', text };
}

/** What the system says, or nothing: for a user that it does not list, it throws. */
function known(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
