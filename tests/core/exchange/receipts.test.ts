import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { declineBundle } from '../../../core/exchange/declineBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { undoImport } from '../../../core/exchange/undoImport.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { readMatrix } from '../../../core/receipts/matrix.ts';
import { receiptsDue } from '../../../core/receipts/owed.ts';
import { readAsked, readToAsk } from '../../../core/receipts/requests.ts';
import { acknowledge, ask } from '../../../core/receipts/sealWords.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { findRecord } from '../../../core/records/rows.ts';
import { aNetwork, aPaper, attach, type Desk } from './aNetwork.ts';
import { aFile, answerTo, delta, idOf, received, take } from './byReceipts.ts';

const cellsOf = (desk: Desk) => readMatrix(desk.session).cells.map(({ is }) => is);

it('tells the sender, and nobody else, what became of a bundle, with the next bundle back', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  aPaper(secretariat, 'Water');
  const first = await delta(secretariat, [tavania, northmark]);
  expect(cellsOf(secretariat)).toEqual(['sealed', 'sealed']);
  await take(tavania, first.file);
  expect(receiptsDue(tavania.session.vault)).toMatchObject([{ installation: idOf(secretariat), bundles: 1 }]);
  aPaper(tavania, 'Contribution');
  const back = await delta(tavania, [secretariat]);
  expect(receiptsDue(tavania.session.vault)).toEqual([]);
  const { words } = await openBundle(unwatched, secretariat.session, back.file);
  expect(words.receipts).toMatchObject([{ bundle: first.bundle, state: 'accepted' }]);
  const { cells } = readMatrix(secretariat.session);
  expect(cells.find(({ installation }) => installation === idOf(tavania))).toMatchObject({ is: 'accepted', number: 1 });
  expect(cells.find(({ installation }) => installation === idOf(northmark))).toMatchObject({ is: 'sealed' });
});

it('leaves out what the addressee has, attachments too, and sends what changed since', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'Water');
  await attach(secretariat, paper);
  const first = await delta(secretariat, [tavania]);
  expect([first.revisions, first.attachments]).toEqual([5, 1]);
  await take(tavania, first.file);
  await answerTo(tavania, secretariat);
  editRecord(secretariat.session, paper, { title: 'Water and power' });
  const second = await delta(secretariat, [tavania]);
  expect([second.revisions, second.attachments, second.held]).toEqual([1, 0, 4]);
  await take(tavania, second.file);
  expect(findRecord(tavania.session.vault, paper)?.title).toBe('Water and power');
  await answerTo(tavania, secretariat);
  await expect(delta(secretariat, [tavania])).rejects.toMatchObject({ code: 'bundle.nothingLacking' });
});

it('sends again what was not acknowledged, was declined, or was taken back', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water');
  // The first is lost, the second is left undecided, the third declined, the fourth taken and taken back.
  await delta(secretariat, [tavania]);
  const second = await delta(secretariat, [tavania]);
  expect(second.revisions).toBe(5);
  await received(tavania, second.file);
  await answerTo(tavania, secretariat);
  expect(cellsOf(secretariat)).toEqual(['opened', 'missing']);
  const third = await delta(secretariat, [tavania]);
  expect(third.revisions).toBe(5);
  declineBundle(tavania.session, await received(tavania, third.file));
  await answerTo(tavania, secretariat);
  const fourth = await delta(secretariat, [tavania]);
  await take(tavania, fourth.file);
  await answerTo(tavania, secretariat);
  await expect(delta(secretariat, [tavania])).rejects.toMatchObject({ code: 'bundle.nothingLacking' });
  undoImport(tavania.session, fourth.bundle);
  await answerTo(tavania, secretariat);
  expect(cellsOf(secretariat)).toEqual(['undone', 'declined', 'opened', 'missing']);
  expect((await delta(secretariat, [tavania])).revisions).toBe(5);
});

it('sends again of a bundle that was taken in part only what was not', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'Water');
  const left = aPaper(secretariat, 'Power');
  const first = await delta(secretariat, [tavania]);
  await received(tavania, first.file);
  await acceptBundle(tavania.session, first.bundle, { records: [paper] });
  await answerTo(tavania, secretariat);
  expect(cellsOf(secretariat)).toEqual(['partly']);
  const second = await delta(secretariat, [tavania]);
  expect(second.revisions).toBe(5);
  await take(tavania, second.file);
  expect(findRecord(tavania.session.vault, left)?.title).toBe('Power');
});

it('sends to several what any of them lacks', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  const paper = aPaper(secretariat, 'Water');
  await take(tavania, (await delta(secretariat, [tavania])).file);
  await answerTo(tavania, secretariat);
  editRecord(secretariat.session, paper, { title: 'Water and power' });
  const both = await delta(secretariat, [tavania, northmark]);
  expect(both.revisions).toBe(6);
});

it('sends back to an author nothing that it wrote itself', async () => {
  const { secretariat, tavania } = await aNetwork();
  await take(tavania, (await delta(secretariat, [tavania])).file);
  aPaper(tavania, 'Contribution');
  await take(secretariat, (await delta(tavania, [secretariat])).file);
  await expect(delta(secretariat, [tavania])).rejects.toMatchObject({ code: 'bundle.nothingLacking' });
});

it('repeats a receipt until it was heard that it arrived, and of two the one in the later bundle counts', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water');
  const first = await delta(secretariat, [tavania]);
  await take(tavania, first.file);
  const lost = await acknowledge(unwatched, tavania.session, { to: idOf(secretariat), file: `${first.file}.lost` });
  expect(lost.receipts).toBe(1);
  undoImport(tavania.session, first.bundle);
  const again = await acknowledge(unwatched, tavania.session, { to: idOf(secretariat), file: `${first.file}.again` });
  await openBundle(unwatched, secretariat.session, `${first.file}.again`);
  expect(cellsOf(secretariat)).toEqual(['undone']);
  await openBundle(unwatched, secretariat.session, `${first.file}.lost`);
  expect(cellsOf(secretariat)).toEqual(['undone']);
  expect(again.receipts).toBe(1);
  // Receipts are not answered by themselves, so that nobody sends receipts for receipts.
  expect(receiptsDue(secretariat.session.vault)).toEqual([]);
});

it('notices bundles that did not arrive and ancestors that are not known, and is answered', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'Water');
  const first = await delta(secretariat, [tavania]);
  await take(tavania, first.file);
  await answerTo(tavania, secretariat);
  editRecord(secretariat.session, paper, { title: 'Lost on the way' });
  const lost = await delta(secretariat, [tavania]);
  editRecord(secretariat.session, paper, { title: 'Arrived' });
  const third = await delta(secretariat, [tavania]);
  expect(third.revisions).toBe(2);
  await take(tavania, third.file);
  expect(readToAsk(tavania.session.vault)).toMatchObject([{ installation: idOf(secretariat), numbers: [2] }]);
  const file = `${lost.file}.request`;
  await ask(unwatched, tavania.session, { to: idOf(secretariat), file });
  const { words, counts } = await openBundle(unwatched, secretariat.session, file);
  expect(words.asks).toEqual({ everything: false, numbers: [2], parents: 0 });
  expect(counts.new).toBe(0);
  expect(readAsked(secretariat.session.vault)).toMatchObject([{ counterpart: idOf(tavania), state: 'open' }]);
  aPaper(secretariat, 'Power');
  const answer = await delta(secretariat, [tavania]);
  expect(readAsked(secretariat.session.vault)).toMatchObject([{ state: 'answered', answer: answer.bundle }]);
});

it('sends everything to who asks for it, whatever was acknowledged before', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water');
  await take(tavania, (await delta(secretariat, [tavania])).file);
  aPaper(tavania, 'Contribution');
  await take(secretariat, (await delta(tavania, [secretariat])).file);
  await expect(delta(secretariat, [tavania])).rejects.toMatchObject({ code: 'bundle.nothingLacking' });
  const file = aFile();
  await ask(unwatched, tavania.session, { to: idOf(secretariat), everything: true, file });
  await openBundle(unwatched, secretariat.session, file);
  const answer = await delta(secretariat, [tavania]);
  expect(answer.revisions).toBe(6);
  await received(tavania, answer.file);
  await answerTo(tavania, secretariat);
  await expect(delta(secretariat, [tavania])).rejects.toMatchObject({ code: 'bundle.nothingLacking' });
});
