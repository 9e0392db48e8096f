/** What somebody can do who has a laptop that was lost, or the Secretariat's own key. */
import { describe, expect, it } from 'vitest';
import { admit, foundDirectory, revoke } from '../../../core/directory/acts.ts';
import { readDirectory } from '../../../core/directory/chainRows.ts';
import { directoryView } from '../../../core/directory/directoryView.ts';
import { signEntry } from '../../../core/directory/signEntry.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { findInstallation, ownCard } from '../../../core/exchange/cards.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { hasRecord, readRecord } from '../../../core/records/recordView.ts';
import { readSigningKey } from '../../../core/vault/installation.ts';
import { DirectoryAct } from '../../../domain/directory/entry.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { Json } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { aDossier, open } from './aDossier.ts';
import { AN_ID, aDesk, aPaper, type Desk, meet, NORTHMARK, SECRETARIAT, seal } from './aNetwork.ts';
import { latest, lineOf, withLines, written } from './forgedRevisions.ts';
import { resigned } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

async function pass(from: Desk, to: Desk, records?: RecordId[]): Promise<string> {
  const { file } = await seal(from, [to], records === undefined ? {} : { records });
  const { bundle } = await open(to, file);
  await acceptBundle(to.session, bundle);
  return bundle;
}

const idOf = (desk: Desk) => desk.session.vault.installation.id;

/** A network with a directory that names both capitals, and a paper of Northmark's that everybody has. */
async function aDirectory() {
  const { secretariat, tavania, northmark } = await aDossier();
  meet(tavania, northmark);
  await foundDirectory(secretariat.session, 'classic');
  for (const desk of [tavania, northmark]) await admit(secretariat.session, { installation: idOf(desk) });
  await pass(secretariat, tavania);
  await pass(secretariat, northmark);
  const paper = aPaper(northmark, 'Northmark on grain');
  await pass(northmark, secretariat, [paper]);
  await pass(secretariat, tavania);
  return { secretariat, tavania, northmark, paper };
}

/** Hands on the directory, with something small so that there is something to seal. */
async function tell(from: Desk, to: Desk): Promise<void> {
  const { file } = await seal(from, [to], { records: [aPaper(from, 'News')] });
  await open(to, file);
}

describe('a stolen key with backdated revisions', () => {
  it('seals nothing any more once it is revoked, and is sealed to by nobody', async () => {
    const { secretariat, tavania, northmark, paper } = await aDirectory();
    editRecord(northmark.session, paper, { purpose: 'Written by a thief' });
    const { file } = await seal(northmark, [tavania], { records: [paper] });
    await revoke(secretariat.session, { installation: idOf(northmark), reason: 'Stolen in a train' });
    await tell(secretariat, tavania);
    await refuses(tavania, 'bundle.unknownSender', () => open(tavania, file));
    for (const desk of [secretariat, tavania]) {
      await expect(seal(desk, [northmark])).rejects.toMatchObject({ code: 'bundle.recipients' });
    }
  });

  it('is put aside whatever date it writes, also where another carries it; what was accepted before still counts', async () => {
    const { secretariat, tavania, northmark, paper } = await aDirectory();
    const accepted = latest(secretariat, paper);
    await revoke(secretariat.session, { installation: idOf(northmark), reason: 'Stolen in a train' });
    await tell(secretariat, tavania);
    // Another member passes on what the thief wrote, dated long before the theft.
    const member = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Sela Win', 'member');
    for (const desk of [secretariat, tavania]) meet(member, desk);
    await admit(secretariat.session, { installation: idOf(member) });
    await tell(secretariat, tavania);
    await pass(secretariat, member);
    const { body, handling } = accepted;
    const backdated = written(northmark, {
      record: paper,
      parents: [accepted.id],
      at: '2020-01-01T00:00Z',
      body: { ...body, title: 'Forged' },
      handling,
    });
    const begun = written(northmark, { record: AN_ID(), at: '2020-01-01T00:00Z', handling });
    const built = written(member, {
      record: paper,
      parents: [backdated.id],
      body: { ...body, purpose: 'x' },
      handling,
    });
    const carrier = await seal(member, [tavania], { records: [aPaper(member, 'Ours')] });
    const file = await withLines(carrier.file, tavania, member, (all) => [
      ...all,
      ...[accepted, backdated, begun, built].map(lineOf),
    ]);
    const preview = await open(tavania, file);
    expect(preview.counts).toMatchObject({ new: 1, refused: 2 });
    await acceptBundle(tavania.session, preview.bundle);
    expect(readRecord(tavania.session.vault, paper)).toMatchObject({ title: 'Northmark on grain', conflicted: false });
    expect(hasRecord(tavania.session.vault, begun.record)).toBe(false);
    await refuses(tavania, 'bundle.state', () => acceptBundle(tavania.session, preview.bundle));
  });

  it('is put aside also where its bundle had come before the news, and was not decided on', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    const thief = aPaper(northmark, 'Written by a thief');
    const { bundle } = await open(tavania, (await seal(northmark, [tavania], { records: [thief] })).file);
    expect((await previewBundle(tavania.session, bundle)).counts).toMatchObject({ new: 1, refused: 0 });
    await revoke(secretariat.session, { installation: idOf(northmark), reason: 'Stolen in a train' });
    await tell(secretariat, tavania);
    expect((await previewBundle(tavania.session, bundle)).counts).toMatchObject({ new: 0, refused: 1 });
    await refuses(tavania, 'bundle.state', () => acceptBundle(tavania.session, bundle));
  });
});

describe('a directory', () => {
  /** A bundle of `by` for Tavania, with entries of the directory put in. */
  async function withEntries(by: Desk, to: Desk, entries: readonly object[]): Promise<string> {
    const { file } = await seal(by, [to], { records: [aPaper(by, `From ${by.session.vault.installation.name}`)] });
    return resigned(file, to, by, ({ manifest }) => {
      const before = Array.isArray(manifest.directory) ? manifest.directory : [];
      manifest.directory = [...before, ...entries.map((entry): Json => asJson(entry))];
    });
  }

  /** The next entry as `by` would sign it, whatever it has a right to. */
  function nextEntry(by: Desk, act: object) {
    const state = readDirectory(by.session.vault)?.state;
    if (state === undefined) throw new Error('no directory');
    const { network, number, digest: previous } = state;
    const content = { network, number: number + 1, previous, at: '2026-03-03T18:12Z', act: DirectoryAct.parse(act) };
    return signEntry({ ...content, signer: idOf(by) }, readSigningKey(by.session.vault)).entry;
  }

  const admission = (desk: Desk, changes = {}) => {
    const { seat: person, organisation, role } = desk.session.vault.installation;
    return { is: 'admit', card: ownCard(desk.session), person, organisation, role, ...changes };
  };

  it('takes no entry that a member signs, nor one that only the root may, nor one that is changed', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    const accomplice = await aDesk(SECRETARIAT, 'Secretariat', 'Bo Ravn', 'secretariat');
    const sound = nextEntry(secretariat, { is: 'revoke', installation: idOf(northmark), reason: 'Lost', accepted: [] });
    const forged: [Desk, object][] = [
      [northmark, nextEntry(northmark, admission(accomplice))],
      [northmark, nextEntry(northmark, { is: 'revoke', installation: idOf(secretariat), reason: 'x', accepted: [] })],
      [secretariat, nextEntry(secretariat, admission(accomplice))],
      [northmark, { ...sound, act: { ...sound.act, installation: idOf(tavania) } }],
      [northmark, { ...sound, signer: idOf(northmark) }],
      [northmark, { ...sound, number: sound.number + 1 }],
      [northmark, { ...sound, previous: 'a'.repeat(64) }],
    ];
    for (const [by, entry] of forged) {
      const file = await withEntries(by, tavania, [entry]);
      await refuses(tavania, 'directory.refused', () => open(tavania, file));
    }
    expect(findInstallation(tavania.session.vault, idOf(accomplice))).toBeUndefined();
  });

  it('that is forked by who has the Secretariat’s key is an alarm, and revocations of both branches are united', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    const third = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Sela Win', 'member');
    const fourth = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Mira Tolv', 'member');
    // Two entries with one number: each is right by itself, and both are the Secretariat's.
    const one = nextEntry(secretariat, { is: 'revoke', installation: idOf(northmark), reason: 'Stolen', accepted: [] });
    const other = nextEntry(secretariat, admission(third));
    const another = nextEntry(secretariat, admission(fourth));
    await open(tavania, await withEntries(secretariat, tavania, [other]));
    expect(directoryView(tavania.session, 'en').alarms.filter(({ is }) => is === 'fork')).toEqual([]);
    await open(tavania, await withEntries(secretariat, tavania, [one]));
    const { alarms, seats } = directoryView(tavania.session, 'en');
    expect(alarms).toContainEqual(expect.objectContaining({ is: 'fork', seen: false, settled: false }));
    expect(seats.find(({ installation }) => installation === idOf(northmark))).toMatchObject({ standing: 'revoked' });
    await open(tavania, await withEntries(secretariat, tavania, [another]));
    expect(directoryView(tavania.session, 'en').alarms.filter(({ is }) => is === 'fork').length).toBeGreaterThan(0);
    // Until the root has said which branch holds, it is the one that came first; what any of them revoked is revoked.
    const late = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Ada Late', 'member');
    meet(late, secretariat);
    await open(late, await withEntries(secretariat, late, [another, one, other]));
    const states = [tavania, late].map(({ session }) => readDirectory(session.vault)?.state);
    expect(states.map((state) => [...(state?.revoked.keys() ?? [])])).toEqual([[idOf(northmark)], [idOf(northmark)]]);
    expect(directoryView(late.session, 'en').alarms.map(({ is }) => is)).toContain('fork');
  });
});
