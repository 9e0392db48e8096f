import type { Purge } from '../../domain/exchange/purge.ts';
import { isRemarkOn, isWhole, takesAway } from '../../domain/exchange/purge.ts';
import { isOutcome, OUTCOME_KINDS } from '../../domain/outcomes/kinds.ts';
import { plainText } from '../../domain/papers/plainText.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { text } from '../../domain/records/text.ts';
import { forgetAttachments } from '../receipts/sealedContent.ts';
import { digestsIn } from '../records/digestsIn.ts';
import { refresh } from '../records/refresh.ts';
import { cutsOf, dropDraft, findDraft, findRecord, writeDraft } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { forgetKeptReason } from './keptReasons.ts';
import { hasTaken, hasTakenWhole, keepGone } from './purgeRows.ts';

type Rows = Pick<Vault, 'sqlite'>;

/** What a purge took away. */
export interface TakenAway {
  /** Records that are not what they were. */
  readonly records: ReadonlySet<string>;
  readonly revisions: number;
  /** Encrypted files that nothing names any more. */
  readonly blobs: readonly string[];
  readonly staged: readonly string[];
}

const statementsOf = preparedOnce((sqlite) => ({
  revisions: sqlite.prepare<[string], { line: string }>('SELECT line FROM revision WHERE record = ?'),
  staged: sqlite.prepare<[string], { line: string }>(
    `SELECT line FROM staged_revision JOIN staged_line USING (bundle, revision) WHERE record = ?`,
  ),
  linked: sqlite
    .prepare<[string], string>(
      "SELECT source FROM link WHERE target = ? AND field IN ('record', 'paper', 'put/record', 'adoption', 'minutes', 'person')",
    )
    .pluck(),
  stagedComments: sqlite
    .prepare<[string], string>(
      `SELECT DISTINCT record FROM staged_revision JOIN staged_line USING (bundle, revision)
       WHERE kind IN ('comment', 'cue', 'redaction', 'participant', 'adoption', 'answer', 'decision', 'action', 'recommendation')
         AND instr(line, ?) > 0`,
    )
    .pluck(),
  drop: sqlite.prepare<[string]>('DELETE FROM revision WHERE id = ?'),
  dropStaged: sqlite.prepare<[string]>('DELETE FROM staged_revision WHERE revision = ?'),
  dropCuts: sqlite.prepare<[string]>('DELETE FROM local_revision WHERE record = ?'),
  blobs: sqlite.prepare<[], { sha256: string; file: string }>('SELECT sha256, file FROM blob'),
  stagedBlobs: sqlite.prepare<[], { sha256: string; file: string }>('SELECT sha256, file FROM staged_blob'),
  named: sqlite
    .prepare<[string, string, string, string], number>(
      `SELECT 1 FROM revision WHERE instr(line, ?) > 0 UNION ALL SELECT 1 FROM draft WHERE instr(body, ?) > 0
       UNION ALL SELECT 1 FROM local_revision WHERE instr(body, ?) > 0
       UNION ALL SELECT 1 FROM staged_line WHERE instr(line, ?) > 0 LIMIT 1`,
    )
    .pluck(),
  dropBlob: sqlite.prepare<[string]>('DELETE FROM blob WHERE sha256 = ?'),
  dropStagedBlob: sqlite.prepare<[string]>('DELETE FROM staged_blob WHERE sha256 = ?'),
  told: sqlite.prepare<[string], { id: string; applied: string }>(
    "SELECT id, applied FROM bundle WHERE direction = 'out' AND applied IS NOT NULL AND instr(applied, ?) > 0",
  ),
  tell: sqlite.prepare<[string, string]>('UPDATE bundle SET applied = ? WHERE id = ?'),
  forgetNews: sqlite.prepare<[]>(
    "UPDATE bundle SET manifest = json_remove(manifest, '$.news') WHERE json_type(manifest, '$.news') IS NOT NULL",
  ),
}));

/**
 * Takes away what a purge names: revisions here and in received bundles, local steps and unshared edits, what was
 * remarked on it and quotes it, attachments that nothing else names, and the titles kept with what was sealed. Of the
 * revisions their ids and authors stay. Views, links, conflicts and search index follow. Part of the caller's
 * transaction; the files that are given back go after it.
 */
export function takeAway(rows: Rows, id: string, purge: Purge): TakenAway {
  const statements = statementsOf(rows.sqlite);
  const remarks = remarksOn(rows, purge);
  const gone: string[] = [];
  let revisions = 0;
  for (const record of [purge.record, ...remarks]) {
    const ours = hasTaken(rows, id);
    const whole = hasTakenWhole(rows, id, purge);
    const lines = [...statements.revisions.all(record), ...statements.staged.all(record)];
    const all = new Map(lines.map(({ line }) => [line, parsed(line)]));
    for (const [line, revision] of all) {
      const remarks = whole && isRemarkOn(purge, revision);
      if (!takesAway(purge, revision) && !remarks && !(ours && quotesWhatIsGone(rows, purge, revision))) continue;
      keepGone(rows, revision, id);
      statements.drop.run(revision.id);
      statements.dropStaged.run(revision.id);
      gone.push(line);
      revisions += 1;
    }
  }
  gone.push(...dropLocal(rows, purge));
  if (hasTaken(rows, id)) for (const record of remarks) dropQuotation(rows, record, purge);
  // The sentences of what changed in a plan name items by titles, old ones too; of which, nobody can say.
  if (gone.some((line) => PLANNED.includes(parsed(line).kind))) statements.forgetNews.run();
  const records = new Set([purge.record, ...remarks]);
  refresh(rows, records);
  for (const record of records) {
    if (record === purge.record || findRecord(rows, record) === undefined) {
      untell(rows, record);
      forgetKeptReason(rows, record);
    }
  }
  return { records, revisions, ...dropAttachments(rows, gone) };
}

/** Lines are checked when they arrive, and since then lay in the encrypted database. */
function parsed(line: string): SignedRevision {
  return JSON.parse(line);
}

/** The comments and private notes on the record, what was blacked out in it, its adoptions and answers to it, and what came of these in bundles. */
function remarksOn({ sqlite }: Rows, { record }: Purge): string[] {
  const { linked, stagedComments } = statementsOf(sqlite);
  const remarks = linked.all(record).filter((id) => REMARKS.includes(findRecord({ sqlite }, id)?.kind ?? ''));
  return [...new Set([...remarks, ...stagedComments.all(record)])];
}

/** What a plan is made of. */
const PLANNED: readonly string[] = ['meeting', 'session', 'agendaItem'];

const REMARKS: readonly string[] = [
  'comment',
  'cue',
  'annotation',
  'redaction',
  'participant',
  'adoption',
  'answer',
  ...OUTCOME_KINDS,
];

/** A comment on a record, or what is marked in minutes, of which something stays, that quotes words which stand there no more. */
function quotesWhatIsGone(rows: Rows, purge: Purge, { kind, body }: SignedRevision): boolean {
  const about = kind === 'comment' ? body.record : isOutcome(kind) ? body.minutes : undefined;
  if (about === undefined || text(about) !== purge.record) return false;
  const quote = isJsonObject(body.anchor) ? text(body.anchor.quote) : '';
  return quote !== '' && !textLeft(rows, purge).includes(quote);
}

/** The words of the revisions that stay. */
function textLeft({ sqlite }: Rows, purge: Purge): string {
  return statementsOf(sqlite)
    .revisions.all(purge.record)
    .map(({ line }) => parsed(line))
    .filter((revision) => !takesAway(purge, revision))
    .map(({ body }) => `${JSON.stringify(body)} ${isJsonObject(body.body) ? plainText(body.body) : ''}`)
    .join('\n');
}

/** Local steps of the record go in any case; unshared edits with the whole record. Gives what they said. */
function dropLocal(rows: Rows, purge: Purge): string[] {
  const said = cutsOf(rows, purge.record)
    .filter(({ handling }) => handling.originator === purge.organisation)
    .map(({ body }) => JSON.stringify(body));
  if (said.length > 0) statementsOf(rows.sqlite).dropCuts.run(purge.record);
  const draft = findDraft(rows, purge.record);
  if (draft === undefined || !isWhole(purge) || draft.handling.originator !== purge.organisation) return said;
  dropDraft(rows, purge.record);
  return [...said, JSON.stringify(draft.body)];
}

/**
 * A note keeps the words of who wrote it, without what it quotes, and what was blacked out is not told any more; a comment
 * that was not shared yet goes the same way. What was marked in minutes is what it quotes, and goes.
 */
function dropQuotation(rows: Rows, record: string, purge: Purge): void {
  const draft = findDraft(rows, record);
  statementsOf(rows.sqlite).dropCuts.run(record);
  if (draft === undefined) return;
  if (draft.kind === 'participant') {
    // A seat stays without whoever sat there, and without what was typed for their name plate.
    const { person, plate: _plate, plateLine: _line, ...seat }: JsonObject = draft.body;
    if (text(person) === purge.record) writeDraft(rows, { ...draft, body: seat });
    return;
  }
  const { anchor: _anchor, passages: _passages, digest: _digest, ...rest }: JsonObject = draft.body;
  const { text: _text, title: _title, ...unsaid } = rest;
  writeDraft(rows, { ...draft, body: isOutcome(draft.kind) ? unsaid : rest });
}

/** Attachments that were named by what is gone, and by nothing that stays. */
function dropAttachments(rows: Rows, gone: readonly string[]): Pick<TakenAway, 'blobs' | 'staged'> {
  const statements = statementsOf(rows.sqlite);
  const named = digestsIn(gone);
  const free = (sha256: string) =>
    named.has(sha256) && statements.named.get(sha256, sha256, sha256, sha256) === undefined;
  const blobs = statements.blobs.all().filter(({ sha256 }) => free(sha256));
  const staged = statements.stagedBlobs.all().filter(({ sha256 }) => free(sha256));
  for (const { sha256 } of blobs) statements.dropBlob.run(sha256);
  for (const { sha256 } of staged) statements.dropStagedBlob.run(sha256);
  forgetAttachments(rows, new Set(blobs.map(({ sha256 }) => sha256)));
  return { blobs: blobs.map(({ file }) => file), staged: staged.map(({ file }) => file) };
}

const isNamedIn = (plan: unknown, record: string): boolean => JSON.stringify(plan).includes(record);

/** What was sealed does not tell its title any more. */
function untell({ sqlite }: Rows, record: string): void {
  const { told, tell } = statementsOf(sqlite);
  for (const { id, applied } of told.all(record)) {
    const kept: unknown = JSON.parse(applied);
    if (typeof kept !== 'object' || kept === null || !('records' in kept) || !Array.isArray(kept.records)) continue;
    const records = kept.records.map((one: unknown) =>
      typeof one === 'object' && one !== null && 'record' in one && one.record === record ? { ...one, title: '' } : one,
    );
    // What was told of a plan names places and rooms.
    const plans =
      'plans' in kept && Array.isArray(kept.plans) ? kept.plans.filter((plan) => !isNamedIn(plan, record)) : [];
    const { plans: _plans, ...rest } = { plans: undefined, ...kept };
    tell.run(JSON.stringify({ ...rest, records, ...(plans.length === 0 ? {} : { plans }) }), id);
  }
}
