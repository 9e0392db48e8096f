import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { carryOutRecalls } from '../../../core/receipts/carryOutRecalls.ts';
import { readMatrix } from '../../../core/receipts/matrix.ts';
import { recallBundle } from '../../../core/receipts/sealWords.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { findRecord } from '../../../core/records/rows.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';
import { aFile, answerTo, idOf, received, take } from './byReceipts.ts';

const recall = async (from: Desk, bundle: string) => {
  const file = aFile();
  await recallBundle(unwatched, from.session, { bundle, reason: 'It was the wrong file.', file });
  return file;
};

const stagedIn = ({ session }: Desk) =>
  session.vault.sqlite.prepare('SELECT COUNT(*) FROM staged_revision').pluck().get();

it('withdraws what nobody decided on, tells the sender, and shows who has answered', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  await attach(secretariat, aPaper(secretariat, 'Wrong'));
  const wrong = await seal(secretariat, [tavania, northmark]);
  await received(tavania, wrong.file);
  const file = await recall(secretariat, wrong.bundle);
  const { words } = await openBundle(unwatched, tavania.session, file);
  expect(words.recalls).toEqual([{ bundle: wrong.bundle, reason: 'It was the wrong file.', here: true, builtUpon: 0 }]);
  expect((await previewBundle(tavania.session, wrong.bundle)).state).toBe('recalled');
  expect(stagedIn(tavania)).toBe(0);
  await expect(acceptBundle(tavania.session, wrong.bundle)).rejects.toMatchObject({ code: 'bundle.state' });
  await answerTo(tavania, secretariat);
  const { cells, bundles } = readMatrix(secretariat.session);
  expect(bundles.find(({ bundle }) => bundle === wrong.bundle)?.recalled?.reason).toBe('It was the wrong file.');
  const of = (desk: Desk) => cells.find((cell) => cell.bundle === wrong.bundle && cell.installation === idOf(desk));
  expect(of(tavania)).toMatchObject({ is: 'recalled', recall: 'answered' });
  expect(of(northmark)).toMatchObject({ is: 'sealed', recall: 'asked' });
});

it('takes back what was accepted, but for what something was built upon, which it names', async () => {
  const { secretariat, tavania } = await aNetwork();
  const [plain, edited] = [aPaper(secretariat, 'Plain'), aPaper(secretariat, 'Edited')];
  const wrong = await seal(secretariat, [tavania]);
  await take(tavania, wrong.file);
  editRecord(tavania.session, edited, { title: 'Edited here' });
  await received(tavania, await recall(secretariat, wrong.bundle));
  expect(findRecord(tavania.session.vault, plain)).toBeUndefined();
  expect(findRecord(tavania.session.vault, edited)?.title).toBe('Edited here');
  await answerTo(tavania, secretariat);
  const cell = readMatrix(secretariat.session).cells.find(({ bundle }) => bundle === wrong.bundle);
  expect(cell).toMatchObject({ is: 'recalled', kept: 1 });
});

it('withdraws a bundle that arrives after its recall', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Wrong');
  const wrong = await seal(secretariat, [tavania]);
  await received(tavania, await recall(secretariat, wrong.bundle));
  const late = await openBundle(unwatched, tavania.session, wrong.file);
  expect([late.state, late.lines]).toEqual(['recalled', []]);
  expect(stagedIn(tavania)).toBe(0);
});

it('is for the sender of the bundle alone', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  const paper = aPaper(secretariat, 'Right');
  const right = await seal(secretariat, [tavania]);
  await take(tavania, right.file);
  await expect(recall(northmark, right.bundle)).rejects.toMatchObject({ code: 'bundle.missing' });
  const manifest = { recalls: [{ bundle: right.bundle, digest: right.digest, reason: 'Not mine.' }] };
  const posing = { ...manifest, bundle: crypto.randomUUID(), created: '2026-03-03T18:12Z' };
  carryOutRecalls(tavania.session, idOf(northmark), posing);
  expect(findRecord(tavania.session.vault, paper)?.title).toBe('Right');
});
