import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { declineBundle } from '../../../core/exchange/declineBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { undoImport } from '../../../core/exchange/undoImport.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { readToAsk } from '../../../core/receipts/requests.ts';
import { acknowledge, ask } from '../../../core/receipts/sealWords.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { backupVault } from '../../../core/vault/backups.ts';
import { restoreVault } from '../../../core/vault/restoreVault.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { PASSPHRASE } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, type Desk, meet } from './aNetwork.ts';
import { aFile, answerTo, delta, idOf, received, take } from './byReceipts.ts';

const revisionsIn = ({ session }: Desk): string[] =>
  session.vault.sqlite.prepare<[], string>('SELECT id FROM revision ORDER BY id').pluck().all();

/** Seals what is lacking, if anything is. Gives the file. */
async function sealLacking(from: Desk, to: Desk): Promise<string | undefined> {
  try {
    return (await delta(from, [to])).file;
  } catch (error) {
    expect(error).toMatchObject({ code: 'bundle.nothingLacking' });
    return undefined;
  }
}

/** Accepts, declines, takes in part or takes back, where that is possible now. */
async function decide({ session }: Desk, bundle: string, what: number): Promise<void> {
  const records = session.vault.sqlite
    .prepare<[string], string>("SELECT DISTINCT record FROM staged_revision WHERE bundle = ? AND state <> 'accepted'")
    .pluck()
    .all(bundle);
  const acts = [
    () => acceptBundle(session, bundle),
    () => acceptBundle(session, bundle, { records: records.slice(0, 1).map((id) => RecordId.parse(id)) }),
    () => declineBundle(session, bundle),
    () => undoImport(session, bundle),
  ];
  try {
    await acts[what % acts.length]?.();
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/^bundle\.(state|builtUpon)$/) });
  }
}

/** One step: what is done, and a number that says to what. */
const step = fc.record({
  does: fc.constantFrom('edit', 'seal', 'open', 'decide', 'decide', 'answer', 'hear'),
  which: fc.nat(7),
});

it('loses nothing in whatever order bundles and receipts come, are lost, decided on and taken back', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'Water');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const [onTheWay, back, here]: [string[], string[], string[]] = [[], [], []];
      const pick = (list: string[], which: number) => list.splice(which % Math.max(1, list.length), 1)[0];
      for (const { does, which } of steps) {
        if (does === 'edit') editRecord(secretariat.session, paper, { title: `Water ${crypto.randomUUID()}` });
        if (does === 'seal')
          onTheWay.push(...[await sealLacking(secretariat, tavania)].filter((file) => file !== undefined));
        if (does === 'open') {
          const file = pick(onTheWay, which);
          if (file !== undefined) here.push(await received(tavania, file));
        }
        const bundle = here[which % Math.max(1, here.length)];
        if (does === 'decide' && bundle !== undefined) await decide(tavania, bundle, which);
        if (does === 'answer' && here.length > 0) {
          const file = aFile();
          await acknowledge(unwatched, tavania.session, { to: idOf(secretariat), file });
          back.push(file);
        }
        const heard = does === 'hear' ? pick(back, which) : undefined;
        if (heard !== undefined) await openBundle(unwatched, secretariat.session, heard);
      }
      // What is still on the way is lost. One answer and one bundle later all of it is there.
      if (here.length > 0) await answerTo(tavania, secretariat);
      const last = await sealLacking(secretariat, tavania);
      if (last !== undefined) {
        const bundle = await received(tavania, last);
        await acceptBundle(tavania.session, bundle).catch((error: unknown) =>
          expect(error).toMatchObject({ code: 'bundle.state' }),
        );
      }
      expect(revisionsIn(tavania)).toEqual(revisionsIn(secretariat));
    }),
    { numRuns: 6 },
  );
});

/** Restores a desk from its newest backup but for the last import's, as a device of its own. */
async function restored(desk: Desk, backup: string): Promise<Desk> {
  const { folder } = desk.session.vault;
  desk.session.vault.close();
  const { vault } = await restoreVault(folder, backup, PASSPHRASE, { surroundings: desk.clock });
  onTestFinished(() => vault.close());
  return { session: { ...desk.session, vault }, clock: desk.clock };
}

it('sends an addressee that was restored from a backup everything, and it asks for it by itself', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Before');
  await take(tavania, (await delta(secretariat, [tavania])).file);
  const { path } = backupVault(tavania.session.vault, {});
  aPaper(secretariat, 'After');
  await answerTo(tavania, secretariat);
  await take(tavania, (await delta(secretariat, [tavania])).file);
  await answerTo(tavania, secretariat);
  const again = await restored(tavania, basename(path));
  expect(readToAsk(again.session.vault)).toMatchObject([{ installation: idOf(secretariat), restored: true }]);
  meet(secretariat, again);
  const file = aFile();
  await ask(unwatched, again.session, { to: idOf(secretariat), file });
  expect((await openBundle(unwatched, secretariat.session, file)).words.asks).toMatchObject({ everything: true });
  expect(readToAsk(again.session.vault)).toEqual([]);
  await take(again, (await delta(secretariat, [again])).file);
  expect(revisionsIn(again)).toEqual(revisionsIn(secretariat));
});

it('trusts no receipt after the sender itself was restored, and begins its sequence anew', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water');
  const first = await delta(secretariat, [tavania]);
  await take(tavania, first.file);
  await answerTo(tavania, secretariat);
  const { path } = backupVault(secretariat.session.vault, {});
  // This is what the restored vault will not have heard of.
  undoImport(tavania.session, first.bundle);
  await answerTo(tavania, secretariat);
  const again = await restored(secretariat, basename(path));
  meet(again, tavania);
  const second = await delta(again, [tavania]);
  expect(second.revisions).toBe(5);
  const { sequence } = await openBundle(unwatched, tavania.session, second.file);
  expect(sequence).toEqual({ number: 1, missing: 0, fork: false });
  await acceptBundle(tavania.session, second.bundle);
  expect(revisionsIn(tavania)).toEqual(revisionsIn(again));
});
