import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { listBundles } from '../../../core/exchange/bundleList.ts';
import { listConflicts } from '../../../core/exchange/conflictList.ts';
import { declineBundle } from '../../../core/exchange/declineBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { compareStaged, previewBundle } from '../../../core/exchange/preview.ts';
import { sealedDetails } from '../../../core/exchange/sealedDetails.ts';
import { sealSelection } from '../../../core/exchange/sealSelection.ts';
import { undoImport } from '../../../core/exchange/undoImport.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { AN_ID, aNetwork, aPaper, type Desk, seal } from './aNetwork.ts';
import { contentOf, refuses } from './leavesNothing.ts';

const open = (desk: Desk, file: string) => openBundle(unwatched, desk.session, file);

/** A paper that came from the Secretariat, and a second bundle in which both have changed it. */
async function aDisputed() {
  const desks = await aNetwork();
  const { secretariat, tavania } = desks;
  const paper = aPaper(secretariat, 'Water in the valley', { due: '2026-06-30' });
  const { bundle: first } = await open(tavania, (await seal(secretariat, [tavania])).file);
  await acceptBundle(tavania.session, first);
  editRecord(tavania.session, paper, { due: '2026-05-15' });
  editRecord(secretariat.session, paper, { due: '2026-09-30' });
  const { bundle } = await open(tavania, (await seal(secretariat, [tavania])).file);
  return { ...desks, paper, first, bundle };
}

it('tells of a bundle who sent and verified it, for whom it is, where it stands in the sequence, and how strict it is', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  aPaper(secretariat, 'Water', {}, { label: 'TLP:GREEN', distribution: { to: 'board' } });
  const { file } = await seal(secretariat, [tavania, northmark]);
  expect(await open(tavania, file)).toMatchObject({
    sender: { name: 'Ada Morn', organisationName: 'Secretariat', role: 'secretariat', trust: 'verified' },
    addressees: [
      { name: 'Ilse Varnholt', organisationName: 'Republic of Tavania', own: true },
      { name: 'Joren Halk', own: false },
    ],
    sequence: { number: 1, missing: 0, fork: false },
    label: 'TLP:AMBER',
    received: '2026-03-03T18:12Z',
    attachments: 0,
  });
});

it('reads one record beside what is here, with both sides of what is in conflict, and changes nothing', async () => {
  const { tavania, paper, bundle } = await aDisputed();
  const before = contentOf(tavania);
  const { line, before: mine, after, conflicts } = compareStaged(tavania.session, bundle, paper);
  expect(line).toMatchObject({ change: 'conflict', decision: 'open', conflicted: false });
  expect(mine?.body.due).toBe('2026-05-15');
  expect(after?.body.title).toBe('Water in the valley');
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]).toMatchObject({ path: 'due', base: '2026-06-30' });
  expect(conflicts[0]?.sides.map(({ value, own, who }) => [value, own, who]).sort()).toEqual([
    ['2026-05-15', true, 'you (not shared yet)'],
    ['2026-09-30', false, 'Secretariat'],
  ]);
  expect(contentOf(tavania)).toEqual(before);
});

it('still tells what a bundle brought after it was accepted', async () => {
  const { tavania, paper, first, bundle } = await aDisputed();
  await acceptBundle(tavania.session, bundle);
  const { lines, counts } = await previewBundle(tavania.session, bundle);
  expect(counts.conflict).toBe(0);
  const line = lines.find(({ record }) => record === paper);
  expect(line).toMatchObject({ change: 'known', brought: 'changed', decision: 'accepted', conflicted: true });
  const brought = compareStaged(tavania.session, bundle, paper);
  expect([brought.before?.body.due, brought.after?.body.due]).toEqual(['2026-06-30', '2026-09-30']);
  expect(lines.filter(({ decision }) => decision === 'known')).toHaveLength(4);
  const earlier = await previewBundle(tavania.session, first);
  expect(earlier.lines.map(({ brought, decision }) => [brought, decision])).toEqual(
    Array.from({ length: 5 }, () => ['new', 'accepted']),
  );
});

it('lists what is in conflict with what is asked, until it is resolved', async () => {
  const { tavania, paper, bundle } = await aDisputed();
  expect(listConflicts(tavania.session.vault, 'en')).toEqual([]);
  await acceptBundle(tavania.session, bundle);
  expect(listConflicts(tavania.session.vault, 'en')).toMatchObject([
    { record: paper, kind: 'paper', title: 'Water in the valley', questions: [{ words: 'Due date', count: 1 }] },
  ]);
  expect(listConflicts(tavania.session.vault, 'fr')[0]?.questions[0]?.words).toBe('Échéance');
});

it('lists bundles with how far people are with each', async () => {
  const { secretariat, tavania } = await aNetwork();
  const water = aPaper(secretariat, 'Water');
  const { file } = await seal(secretariat, [tavania]);
  const { bundle } = await open(tavania, file);
  const standing = () => listBundles(tavania.session.vault).map((one) => one.standing);
  expect(standing()).toEqual(['waiting']);
  await acceptBundle(tavania.session, bundle, { records: [water] });
  expect(standing()).toEqual(['partly']);
  await acceptBundle(tavania.session, bundle);
  expect(standing()).toEqual(['accepted']);
  undoImport(tavania.session, bundle);
  expect(standing()).toEqual(['undone']);
  declineBundle(tavania.session, bundle);
  expect(standing()).toEqual(['declined']);
  expect(listBundles(tavania.session.vault)).toMatchObject([
    { organisationName: 'Secretariat', purpose: 'dossier', records: 5, received: '2026-03-03T18:12Z' },
  ]);
  expect(listBundles(secretariat.session.vault)).toMatchObject([
    { standing: 'sealed', addressees: [{ organisationName: 'Republic of Tavania' }] },
  ]);
});

it('keeps with a sealed bundle what the gate said then', async () => {
  const { secretariat, tavania } = await aNetwork();
  const shared = aPaper(secretariat, 'Water');
  const strict = aPaper(
    secretariat,
    'Position',
    {},
    {
      label: 'TLP:AMBER+STRICT',
      distribution: { to: 'named', organisations: [secretariat.session.vault.installation.organisation], persons: [] },
    },
  );
  const { bundle, bytes } = await sealSelection(unwatched, secretariat.session, {
    selection: { of: 'records', records: [shared, strict] },
    audience: { kind: 'board' },
    addressees: [tavania.session.vault.installation.id],
    purpose: 'dossier',
    file: `${aFolder()}/Dossier.amber`,
  });
  editRecord(secretariat.session, shared, { title: 'Water and grain' });
  const details = sealedDetails(secretariat.session, bundle);
  expect(details).toMatchObject({ bytes, explanation: { goes: 1, withheld: 1 } });
  const said = details.explanation?.lines.map(({ title, goes, label }) => [title, goes, label]);
  expect(said?.sort()).toEqual([
    ['Position', false, 'TLP:AMBER+STRICT'],
    ['Water', true, 'TLP:AMBER'],
  ]);
  const lines = sealedDetails(secretariat.session, bundle, 'fr').explanation?.lines ?? [];
  const french = lines.find(({ title }) => title === 'Position')?.sentences.join(' ');
  expect(french).toContain('Sa mention ne couvre pas');
});

it('knows no record that is not in the bundle, and no bundle that was not sealed here', async () => {
  const { tavania, bundle } = await aDisputed();
  await refuses(tavania, 'record.missing', async () => compareStaged(tavania.session, bundle, AN_ID()));
  await refuses(tavania, 'bundle.missing', async () => compareStaged(tavania.session, AN_ID(), AN_ID()));
  await refuses(tavania, 'bundle.missing', async () => sealedDetails(tavania.session, bundle));
});
