import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { Preview, StagedComparison } from '../../contract/exchange/received.ts';
import { directoryView } from '../../core/directory/directoryView.ts';
import { printOrder } from '../../core/documents/printOrder.ts';
import { acceptBundle } from '../../core/exchange/acceptBundle.ts';
import { listBundles } from '../../core/exchange/bundleList.ts';
import { listConflicts } from '../../core/exchange/conflictList.ts';
import { declineBundle } from '../../core/exchange/declineBundle.ts';
import { openBundle } from '../../core/exchange/openBundle.ts';
import { compareStaged, previewBundle } from '../../core/exchange/preview.ts';
import { sealBundle } from '../../core/exchange/sealBundle.ts';
import { explainSealing } from '../../core/exchange/sealSelection.ts';
import { undoImport } from '../../core/exchange/undoImport.ts';
import { unwatched } from '../../core/jobs/work.ts';
import { search } from '../../core/library/search.ts';
import { loadRecords } from '../../core/load/loadRecords.ts';
import { loadPaper } from '../../core/papers/loadPaper.ts';
import { readMatrix } from '../../core/receipts/matrix.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { listRecords } from '../../core/records/listRecords.ts';
import { hasRecord, readRecord } from '../../core/records/recordView.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import { releaseFor } from '../../core/release/releaseFor.ts';
import type { Session } from '../../core/session.ts';
import { examineVault } from '../../core/vault/doctor.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { contentButMarks, vaultContent } from '../core/exchange/vaultContent.ts';
import type { Chance } from './chance.ts';
import { BUNDLE_PASSPHRASE, type Target } from './theNetwork.ts';

/** Something that must never happen; its message says what. */
class Fault extends Error {}

/** A case under way: the vault, and who is told of each step before it begins. */
interface Attempt {
  readonly target: Target;
  readonly session: Session;
  readonly chance: Chance;
  readonly tell: (step: string) => void;
}

/** Everything a vault holds, as one digest. */
function stateOf({ vault }: Session, content = vaultContent): string {
  const { tables, files } = content(vault);
  const named = [...tables].map(([name, rows]) => [name, rows]);
  return createHash('sha256')
    .update(serialize([named, files.sort()]))
    .digest('hex');
}

/** The code of a coded refusal, undefined when there is none; every other error is a fault. */
async function tried({ tell }: Attempt, step: string, work: () => unknown): Promise<string | undefined> {
  tell(step);
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof AmberdeskError && error.code !== 'internal') return error.code;
    throw new Fault(`${step}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

/** What must go well whatever was accepted before. */
async function must(attempt: Attempt, step: string, work: () => unknown, unless: readonly string[] = []) {
  const code = await tried(attempt, step, work);
  if (code !== undefined && !unless.includes(code)) throw new Fault(`${step}: ${code}`);
}

/** What the reader is to do: open these files as a bundle, or take the first as a paper, a table or lines of records. */
export interface ReaderOrder {
  readonly does: 'open' | 'paper' | 'csv' | 'jsonl';
  readonly files: readonly string[];
  readonly kind?: string;
}

/**
 * Opens files as a bundle in a vault that is as it was at the beginning, and does with it what a person might. Gives
 * the code it was refused with, or what was decided (of a text: that it was taken). Throws when a refusal left something, an error had no code, or the
 * vault is not whole afterwards.
 */
export async function oneCase(attempt: Attempt, order: ReaderOrder): Promise<string> {
  const { session } = attempt;
  if (order.does !== 'open') return takeText(attempt, order);
  const [only] = order.files;
  const files = order.files.length === 1 && only !== undefined ? only : order.files;
  const [before, butMarks] = [stateOf(session), stateOf(session, contentButMarks)];
  let bundle = '';
  let repeated = false;
  const code = await tried(attempt, 'open', async () => {
    const preview = await openBundle(unwatched, session, files, { passphrase: BUNDLE_PASSPHRASE });
    ({ bundle, repeated } = Preview.parse(preview));
  });
  if (code === undefined && !repeated) return decide(attempt, bundle);
  const same = repeated ? stateOf(session, contentButMarks) === butMarks : stateOf(session) === before;
  if (!same) throw new Fault(`${code ?? 'repeated'}: something was written`);
  return code ?? 'repeated';
}

/** Of a longer text the setting of pages takes as long as it takes: a job that a person can cancel. */
const PRINTED = 100_000;

/** Takes a text in as a paper or as records: all of it, or nothing. */
async function takeText(attempt: Attempt, { does, files: [file = ''], kind }: ReaderOrder): Promise<string> {
  const { session } = attempt;
  const before = stateOf(session);
  let made: RecordId[] = [];
  const code = await tried(attempt, 'take', async () => {
    if (does === 'paper') made = [(await loadPaper(unwatched, session, { file, fields: { language: 'en' } })).paper];
    else if (does !== 'open') {
      made = (await loadRecords(unwatched, session, { file, format: does, ...(kind === undefined ? {} : { kind }) }))
        .created;
    }
  });
  if (code !== undefined) {
    if (stateOf(session) !== before) throw new Fault(`${code}: something was written`);
    return code;
  }
  const [first] = made;
  if (
    does === 'paper' &&
    first !== undefined &&
    JSON.stringify(readRecord(session.vault, first).body).length < PRINTED
  ) {
    await must(attempt, 'print', () => printed(session, { what: 'paper', paper: first }), STAYS);
  }
  await makeSure(attempt);
  return 'taken';
}

async function decide(attempt: Attempt, bundle: string): Promise<string> {
  const { session, chance } = attempt;
  let records: RecordId[] = [];
  await must(attempt, 'preview', async () => {
    const preview = Preview.parse(await previewBundle(session, bundle, 'fr'));
    records = preview.lines.map(({ record }) => record);
  });
  for (const record of records.slice(0, 20)) {
    await must(attempt, 'compare', () => StagedComparison.parse(compareStaged(session, bundle, record)));
  }
  if (chance.happens(0.1)) {
    // Where nothing of it is new, nobody has to decide.
    await must(attempt, 'decline', () => declineBundle(session, bundle), ['bundle.state']);
    await makeSure(attempt);
    return 'declined';
  }
  const accepted = await tried(attempt, 'accept', () => acceptBundle(session, bundle));
  if (accepted !== undefined && accepted !== 'bundle.state') throw new Fault(`accept: ${accepted}`);
  await makeSure(attempt);
  if (accepted === undefined && chance.happens(0.3)) {
    await must(attempt, 'undo', () => undoImport(session, bundle), ['bundle.builtUpon']);
    await must(attempt, 'examine', () => examine(session));
    return 'undone';
  }
  return accepted === undefined ? 'accepted' : 'nothing to take';
}

async function examine(session: Session): Promise<void> {
  const findings = (await examineVault(session.vault)).filter(({ severity }) => severity === 'damage');
  if (findings.length > 0) throw new Fault(`examine: ${findings.map(({ message }) => message).join(' ')}`);
}

/** What was accepted may have put itself in the way: a record in conflict, or an addressee that left the board. */
const STAYS = ['release.withheld', 'release.conflict'];

/** The vault passes examination, can be read, searched, written, printed from, and can seal again. */
async function makeSure(attempt: Attempt): Promise<void> {
  const { target, session, chance } = attempt;
  const { vault } = session;
  await must(attempt, 'examine', () => examine(session));
  await must(attempt, 'list', () => listRecords(vault));
  await must(attempt, 'bundles', () => listBundles(vault));
  await must(attempt, 'conflicts', () => listConflicts(vault, 'en'));
  await must(attempt, 'search', () => search(vault, 'water'));
  await must(attempt, 'matrix', () => readMatrix(session));
  await must(attempt, 'directory', () => directoryView(session, 'fr'));
  const delta = { selection: { of: 'everything' }, audience: { kind: 'board' }, delta: true } as const;
  await must(attempt, 'lacking', () => explainSealing(session, { ...delta, addressees: [target.secretariat] }));
  await must(attempt, 'create', () => createRecord(session, 'paper', { title: 'After', type: 'note', language: 'en' }));
  const file = join(vault.folder, '..', 'again.amber');
  await must(attempt, 'seal', () => sealAll(attempt, file), [...STAYS, 'bundle.recipients']);
  rmSync(file, { force: true });
  if (!chance.happens(0.3)) return;
  const papers = listRecords(vault).filter(({ kind, deleted }) => kind === 'paper' && !deleted);
  // What was accepted may have been an order to purge one of them.
  for (const paper of [target.paper, chance.pick(papers).id].filter((id) => hasRecord(vault, id))) {
    await must(attempt, 'print', () => printed(session, { what: 'paper', paper }), STAYS);
  }
  if (!hasRecord(vault, target.meeting)) return;
  await must(attempt, 'print', () => printed(session, { what: 'agenda', meeting: target.meeting }), STAYS);
}

function printed(session: Session, document: Parameters<typeof printOrder>[2]['document']): unknown {
  const options = { language: 'en', paper: 'a4', blackAndWhite: false, archive: false } as const;
  return printOrder(unwatched, session, { document, audience: { kind: 'board' }, options });
}

function sealAll({ target, session }: Attempt, file: string): Promise<unknown> {
  shareDrafts(session, 'all');
  const { release } = releaseFor(session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const addressees = [target.secretariat];
  return sealBundle(unwatched, session, { release, addressees, purpose: 'contribution', file });
}
