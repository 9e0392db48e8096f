import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { addCard, findInstallation, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { findRevision } from '../../../core/records/rows.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { asJson, type RevisionContent } from '../../../domain/records/revision.ts';
import { AN_ID, aDesk, aNetwork, aPaper, type Desk, meet, NORTHMARK, SECRETARIAT, seal, TAVANIA } from './aNetwork.ts';
import { latest, lineOf, withLines, written } from './forgedRevisions.ts';
import { resigned } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

const open = (desk: Desk, file: string) => openBundle(unwatched, desk.session, file);

async function aDossier() {
  const desks = await aNetwork();
  const paper = aPaper(desks.secretariat, 'Water in the valley');
  const { file } = await seal(desks.secretariat, [desks.tavania]);
  return { ...desks, paper, file };
}

it('refuses lines that are not canonical, not revisions, or not what their id says', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const good = written(secretariat, {});
  const lines: Record<string, string> = {
    spaces: lineOf(good).replace('{', '{ '),
    'other order': JSON.stringify(asJson(good)),
    'no revision': lineOf({ hello: 'there' }),
    'a field too many': lineOf({ ...good, novelty: 1 }),
    'another id': lineOf({ ...good, id: 'a'.repeat(64) }),
    'another body': lineOf({ ...good, body: { ...good.body, title: 'Changed' } }),
    'a title that is no text': lineOf(written(secretariat, { body: { title: 42 } })),
    'a lone surrogate': lineOf(good).replace('Written', '\\ud800'),
    'a number JSON would change': lineOf(good).replace('"at"', '"aa":1e400,"at"'),
    'a signature of nothing': lineOf({ ...good, signature: '' }),
    'a signature of another': lineOf({
      ...good,
      signature: written(secretariat, { nonce: 'cd'.repeat(16) }).signature,
    }),
  };
  for (const line of Object.values(lines)) {
    const forged = await withLines(file, tavania, secretariat, (all) => [...all, line]);
    await refuses(tavania, 'bundle.malformed', () => open(tavania, forged));
  }
  const twice = await withLines(file, tavania, secretariat, (all) => [...all, ...all.slice(0, 1)]);
  await refuses(tavania, 'bundle.malformed', () => open(tavania, twice));
});

it('refuses totals and heads that are not those of what is inside', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const withTotals = (totals: JsonObject) =>
    resigned(file, tavania, secretariat, ({ manifest }) => {
      manifest.totals = { ...(manifest.totals as JsonObject), ...totals };
    });
  for (const total of ['records', 'revisions', 'recordBytes']) {
    await refuses(tavania, 'bundle.malformed', async () => open(tavania, await withTotals({ [total]: 3 })));
  }
});

it('refuses what an author who is known had no right to do', async () => {
  const { secretariat, tavania, northmark, paper } = await aDossier();
  meet(tavania, northmark);
  const { file } = await seal(secretariat, [northmark]);
  await acceptBundle(northmark.session, (await open(northmark, file)).bundle);
  const base = latest(northmark, paper);
  const carrier = await seal(northmark, [tavania], {
    records: [aPaper(northmark, 'Ours')],
    audience: { kind: 'organisation', organisation: TAVANIA },
  });
  const by = (changes: Partial<RevisionContent>) =>
    withLines(carrier.file, tavania, northmark, (all) => [
      ...all,
      lineOf(base),
      lineOf(written(northmark, { record: paper, ...changes })),
    ]);
  const wider = { ...base.handling, label: 'TLP:CLEAR', distribution: { to: 'everyone' } } as const;
  const cases: Record<string, Partial<RevisionContent>> = {
    'widened what is the Secretariat’s': { parents: [base.id], handling: wider, body: base.body },
    'took another’s record for its own': {
      parents: [base.id],
      handling: { ...base.handling, originator: NORTHMARK },
      body: base.body,
    },
    'wrote in the Secretariat’s name': { record: AN_ID(), handling: { ...base.handling, originator: SECRETARIAT } },
    'gave a number': { parents: [base.id], handling: base.handling, body: { ...base.body, number: 'CB/8/1' } },
    'sat in another’s seat': { record: AN_ID(), seat: secretariat.session.vault.installation.seat },
    'joined two records': { record: AN_ID(), parents: [base.id] },
  };
  for (const changes of Object.values(cases)) {
    await refuses(tavania, 'bundle.authority', async () => open(tavania, await by(changes)));
  }
});

it('puts aside what nobody known here signed, with all that builds on it, until the card is verified', async () => {
  const { secretariat, tavania, northmark } = await aDossier();
  // Northmark answers the Secretariat; Tavania gets Northmark's answer through a member who cannot vouch.
  const { file } = await seal(secretariat, [northmark]);
  await acceptBundle(northmark.session, (await open(northmark, file)).bundle);
  const third = await aThirdCapital(secretariat, tavania, northmark);
  const ours = aPaper(northmark, 'Northmark on grain');
  await pass(northmark, third, [ours]);
  editRecord(third.session, ours, { purpose: 'For discussion' });
  const onward = await seal(third, [tavania], { records: [ours] });

  const preview = await open(tavania, onward.file);
  expect(preview.counts).toMatchObject({ refused: 1, new: 0 });
  expect(preview.lines[0]?.sentences[0]).toContain('author is not known here');
  await refuses(tavania, 'bundle.state', () => acceptBundle(tavania.session, preview.bundle));

  addCard(tavania.session, ownCard(northmark.session));
  expect((await previewBundle(tavania.session, preview.bundle)).counts).toMatchObject({ refused: 1 });
  verifyCard(tavania.session, northmark.session.vault.installation.id, 'Ilse Varnholt');
  expect((await previewBundle(tavania.session, preview.bundle)).counts).toMatchObject({ refused: 0, new: 1 });
  await acceptBundle(tavania.session, preview.bundle);
  expect(readRecord(tavania.session.vault, ours).body.purpose).toBe('For discussion');
});

async function aThirdCapital(secretariat: Desk, ...others: Desk[]): Promise<Desk> {
  const made = createRecord(secretariat.session, 'organisation', {
    name: 'Isles of Orra',
    type: 'state',
    code: 'QO',
    membership: 'member',
  });
  const third = await aDesk(made.id, 'Isles of Orra', 'Sela Win', 'member');
  for (const other of [secretariat, ...others]) meet(third, other);
  await pass(secretariat, third);
  for (const other of others) await pass(secretariat, other);
  return third;
}

/** Seals and accepts. */
async function pass(from: Desk, to: Desk, records?: RecordId[]): Promise<void> {
  const { file } = await seal(from, [to], records === undefined ? {} : { records });
  await acceptBundle(to.session, (await open(to, file)).bundle);
}

it('takes the word of a verified Secretariat for the authors whose cards it brings', async () => {
  const { secretariat, tavania, northmark } = await aDossier();
  await pass(secretariat, northmark);
  const ours = aPaper(northmark, 'Northmark on grain');
  await pass(northmark, secretariat, [ours]);
  const { file } = await seal(secretariat, [tavania]);
  const preview = await open(tavania, file);
  expect(preview.counts).toMatchObject({ refused: 0, new: 6 });
  expect(findInstallation(tavania.session.vault, northmark.session.vault.installation.id)).toBeUndefined();
  await acceptBundle(tavania.session, preview.bundle);
  expect(findInstallation(tavania.session.vault, northmark.session.vault.installation.id)).toMatchObject({
    trust: 'vouched',
    organisationName: 'Kingdom of Northmark',
  });
  expect(readRecord(tavania.session.vault, ours).title).toBe('Northmark on grain');
});

it('accepts and carries records of a kind that only a newer version knows', async () => {
  const { secretariat, tavania, file } = await aDossier();
  const novelty = written(secretariat, {
    kind: 'satelliteImage',
    body: { title: 'Pass 7', pixels: { wide: [1, 2.5] } },
  });
  const withNovelty = await withLines(file, tavania, secretariat, (all) => [...all, lineOf(novelty)]);
  const preview = await open(tavania, withNovelty);
  expect(preview.counts).toMatchObject({ unknownKind: 1 });
  expect(preview.lines.find(({ change }) => change === 'unknownKind')).toMatchObject({ title: 'Pass 7' });
  await acceptBundle(tavania.session, preview.bundle);
  expect(findRevision(tavania.session.vault, novelty.id)).toEqual(novelty);
  const again = await seal(tavania, [secretariat]);
  expect((await open(secretariat, again.file)).counts).toMatchObject({ unknownKind: 1 });
});

it('keeps fields that only a newer version knows', async () => {
  const { secretariat, tavania, paper, file } = await aDossier();
  const base = latest(secretariat, paper);
  const later = written(secretariat, {
    record: paper,
    parents: [base.id],
    handling: base.handling,
    body: { ...base.body, mood: 'calm' },
  });
  const preview = await open(tavania, await withLines(file, tavania, secretariat, (all) => [...all, lineOf(later)]));
  await acceptBundle(tavania.session, preview.bundle);
  expect(readRecord(tavania.session.vault, paper).body.mood).toBe('calm');
  shareDrafts(tavania.session, 'all');
});
