import { describe, expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { endSeat, revoke } from '../../../core/directory/acts.ts';
import { findBeyond } from '../../../core/directory/beyond.ts';
import { couldOpen } from '../../../core/directory/couldOpen.ts';
import { onItsWay } from '../../../core/directory/onItsWay.ts';
import { coveredBy } from '../../../core/directory/seats.ts';
import { printToMemory } from '../../../core/documents/printToFile.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { judgeAnew } from '../../../core/exchange/reconsiderQuarantine.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { aPaper, type Desk, NORTHMARK, SECRETARIAT, seal, TAVANIA } from '../exchange/aNetwork.ts';
import { aDirectory, idOf, open, pass } from './aDirectory.ts';

const titlesOf = (lines: readonly { title: string; change: string }[], change: string) =>
  lines.filter((line) => line.change === change).map(({ title }) => title);

/** The network, with a paper of Northmark's that all have accepted; then Northmark's key is in a thief's hands. */
async function aTheft() {
  const desks = await aDirectory();
  const { secretariat, tavania, northmark } = desks;
  for (const desk of [tavania, northmark]) await pass(secretariat, desk);
  const ours = aPaper(northmark, 'Northmark on grain');
  await pass(northmark, secretariat, { records: [ours] });
  await pass(northmark, tavania, { records: [ours] });
  return { ...desks, ours };
}

const revokeNorthmark = (desk: Desk, northmark: Desk, since?: string) =>
  revoke(desk.session, { installation: idOf(northmark), reason: 'The laptop is lost', ...(since && { since }) });
const news: Parameters<typeof seal>[2] = { records: [], purpose: 'directory' };

describe('a stolen key', () => {
  it('puts nothing more into any vault, whatever the date on it, from whoever brings it', async () => {
    const { secretariat, tavania, northmark, ours } = await aTheft();
    // The thief dates back, builds on what was accepted, and begins something new; an innocent member builds on that.
    northmark.clock.move(-30 * 24 * 3_600_000);
    editRecord(northmark.session, ours, { title: 'Northmark on arms' });
    const fresh = aPaper(northmark, 'Begun by the thief');
    const stolen = await open(tavania, (await seal(northmark, [tavania], { records: [ours, fresh] })).file);
    expect([titlesOf(stolen.lines, 'changed'), titlesOf(stolen.lines, 'new')]).toEqual([
      ['Northmark on arms'],
      ['Begun by the thief'],
    ]);
    expect(stolen.state).toBe('staged');

    await revokeNorthmark(secretariat, northmark);
    await pass(secretariat, tavania, news);
    const judged = await previewBundle(tavania.session, stolen.bundle);
    expect(titlesOf(judged.lines, 'refused').sort()).toEqual(['Begun by the thief', 'Northmark on grain']);
    expect(await codeOf(() => acceptBundle(tavania.session, stolen.bundle))).toBe('bundle.state');
    expect(readRecord(tavania.session.vault, ours).title).toBe('Northmark on grain');
    // What it sends from now on is not even opened.
    const later = await seal(northmark, [tavania], { records: [fresh] });
    expect(await codeOf(() => open(tavania, later.file))).toBe('bundle.unknownSender');
    // What was accepted before stays, and still travels to others.
    expect(findBeyond(tavania.session.vault, tavania.clock.now())).toEqual([]);
    expect((await open(tavania, (await seal(secretariat, [tavania])).file)).counts).toMatchObject({ refused: 0 });
  });

  it('whose work came through an innocent member is put aside with all that the member built on it', async () => {
    const { secretariat, tavania, northmark, ours } = await aTheft();
    editRecord(northmark.session, ours, { title: 'Northmark on arms' });
    await pass(northmark, tavania, { records: [ours] });
    editRecord(tavania.session, ours, { purpose: 'Built by Tavania' });
    await revokeNorthmark(secretariat, northmark);
    const brought = await open(secretariat, (await seal(tavania, [secretariat], { records: [ours] })).file);
    expect(brought.counts).toMatchObject({ refused: 1, changed: 0 });
    // In Tavania it had been taken: it is found there, and nothing is removed behind anybody's back.
    await pass(secretariat, tavania, news);
    expect(findBeyond(tavania.session.vault, tavania.clock.now())).toMatchObject([
      { record: ours, title: 'Northmark on arms', installation: idOf(northmark) },
    ]);
    expect(readRecord(tavania.session.vault, ours).body.purpose).toBe('Built by Tavania');
  });

  it('may have been used before anybody knew: what came since then is put aside too, until it is revoked otherwise', async () => {
    const { secretariat, northmark, ours } = await aTheft();
    secretariat.clock.move(24 * 3_600_000);
    editRecord(northmark.session, ours, { title: 'Northmark on arms' });
    await pass(northmark, secretariat, { records: [ours] });
    secretariat.clock.move(24 * 3_600_000);
    await revokeNorthmark(secretariat, northmark, '2026-03-04T00:00Z');
    expect(findBeyond(secretariat.session.vault, secretariat.clock.now())).toMatchObject([{ record: ours }]);
    await revokeNorthmark(secretariat, northmark);
    expect(findBeyond(secretariat.session.vault, secretariat.clock.now())).toEqual([]);
  });
});

it('names what a lost laptop could open, and seals nothing more to it', async () => {
  const { secretariat, tavania, northmark, ours } = await aTheft();
  const paper = aPaper(
    secretariat,
    'For Northmark alone',
    {},
    {
      label: 'TLP:AMBER',
      distribution: { to: 'named', organisations: [NORTHMARK, SECRETARIAT], persons: [] },
    },
  );
  const audience = { kind: 'organisation', organisation: NORTHMARK } as const;
  await pass(secretariat, northmark, { records: [paper], audience });
  await revokeNorthmark(secretariat, northmark);
  const held = couldOpen(secretariat.session, idOf(northmark));
  expect(held.name).toBe('Joren Halk (Kingdom of Northmark)');
  expect(held.bundles.map(({ direction }) => direction).sort()).toEqual(['in', 'out', 'out']);
  expect(held.records.find(({ record }) => record === paper)).toMatchObject({
    title: 'For Northmark alone',
    label: 'TLP:AMBER',
    bundles: 1,
    wrote: false,
  });
  expect(held.records.find(({ record }) => record === ours)).toMatchObject({ wrote: true });
  expect(await codeOf(() => seal(secretariat, [northmark], { audience }))).toBe('bundle.recipients');
  expect(coveredBy(secretariat.session, audience)).toMatchObject({
    installations: [],
    leftOut: [{ standing: 'revoked' }],
  });
  // Printed, a record is named to those only who may have it; bundles are listed for ourselves.
  const printedFor = async (to: Audience) => {
    const document = { what: 'couldOpen', installation: idOf(northmark) } as const;
    const order = { document, audience: to, options: PrintOptions.parse({}), toPrinter: true };
    return (await readPdf(Buffer.from(printToMemory(unwatched, secretariat.session, order).pdf, 'base64'))).text;
  };
  const own = await printedFor({ kind: 'self' });
  expect(own).toContain('For Northmark alone');
  expect(own).toContain('Northmark on grain (it wrote on it itself)');
  expect(own).toContain('The laptop is lost');
  expect(own).toContain('A dossier from Joren Halk');
  expect(own).not.toContain('named here');
  const forTavania = await printedFor({ kind: 'organisation', organisation: TAVANIA });
  expect(forTavania).toContain('Northmark on grain');
  expect(forTavania).not.toContain('For Northmark alone');
  expect(forTavania).toContain('One record is not named here');
  expect(forTavania).not.toContain('A dossier from');
  expect(await codeOf(() => printedFor({ kind: 'public' }))).toBe('release.withheld');
  const noted = readJournal(secretariat.session.vault).filter(({ act }) => act === 'printed');
  expect(noted.map(({ detail }) => [detail.what, detail.installation])).toEqual([
    ['couldOpen', idOf(northmark)],
    ['couldOpen', idOf(northmark)],
  ]);
  await pass(secretariat, tavania, news);
  expect(await codeOf(() => seal(tavania, [northmark], { audience }))).toBe('bundle.recipients');
  expect(await codeOf(() => couldOpen(tavania.session, idOf(secretariat)))).toBeUndefined();
});

it('of who ended, what was on its way still comes where it had been accepted, and the rest is put aside', async () => {
  const { secretariat, tavania, northmark, ours } = await aTheft();
  await endSeat(secretariat.session, { installation: idOf(northmark), why: 'left' });
  await pass(secretariat, tavania, news);
  aPaper(northmark, 'After the end');
  const preview = await open(tavania, (await seal(northmark, [tavania], { audience: { kind: 'board' } })).file);
  expect(titlesOf(preview.lines, 'refused')).toEqual(['After the end']);
  expect(preview.lines.find(({ record }) => record === ours)).toMatchObject({ change: 'known' });
  // It was honest work: the Secretariat says that this bundle counts too.
  const late = await open(secretariat, (await seal(northmark, [secretariat])).file);
  expect(titlesOf(late.lines, 'refused')).toEqual(['After the end']);
  const order = { installation: idOf(northmark), why: 'left' } as const;
  expect(onItsWay(secretariat.session, idOf(northmark))).toMatchObject([{ bundle: late.bundle, records: 1 }]);
  await endSeat(secretariat.session, { ...order, alsoFrom: [late.bundle] });
  await judgeAnew(secretariat.session);
  // Said once more for another reason, it still counts, though nobody has taken it yet.
  await endSeat(secretariat.session, order);
  await judgeAnew(secretariat.session);
  expect(onItsWay(secretariat.session, idOf(northmark))).toEqual([]);
  await pass(secretariat, tavania, news);
  for (const [desk, bundle] of [
    [secretariat, late.bundle],
    [tavania, preview.bundle],
  ] as const) {
    expect((await previewBundle(desk.session, bundle)).counts).toMatchObject({ refused: 0, new: 1 });
  }
});
