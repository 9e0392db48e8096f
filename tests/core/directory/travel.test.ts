import { describe, expect, it } from 'vitest';
import { admit, endSeat, revoke, settle } from '../../../core/directory/acts.ts';
import { lookAtAlarm } from '../../../core/directory/alarms.ts';
import { directoryView } from '../../../core/directory/directoryView.ts';
import { coveredBy } from '../../../core/directory/seats.ts';
import { entryBytes, signEntry } from '../../../core/directory/signEntry.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { addCard, findInstallation, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { signSsh } from '../../../core/exchange/sshsig.ts';
import { readSigningKey } from '../../../core/vault/installation.ts';
import { type DirectoryAct, EntryContent } from '../../../domain/directory/entry.ts';
import { naturalId, RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { codeOf } from '../../helpers/aVault.ts';
import {
  aDesk,
  aNetwork,
  aPaper,
  type Desk,
  meet,
  NORTHMARK,
  SECRETARIAT,
  seal,
  TAVANIA,
} from '../exchange/aNetwork.ts';
import { entriesOf, resigned } from '../exchange/forgery.ts';
import { refuses } from '../exchange/leavesNothing.ts';
import { aDirectory, directoryOf, idOf, open, pass, stateOf, typed } from './aDirectory.ts';

/** The manifest of a bundle. */
async function manifestOf(file: string, by: Desk): Promise<JsonObject> {
  const entries = await entriesOf(file, by);
  return JSON.parse(entries.find(({ name }) => name === 'manifest.json')?.bytes.toString() ?? '{}');
}
const numbersIn = ({ directory }: JsonObject) =>
  (Array.isArray(directory) ? directory : []).map((entry) => (entry as JsonObject).number);

describe('the directory', () => {
  it('travels with a bundle, and whoever opens it knows everybody as vouched for', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    await pass(secretariat, tavania);
    expect(stateOf(tavania)).toMatchObject({ number: 4, digest: stateOf(secretariat).digest });
    expect(findInstallation(tavania.session.vault, idOf(northmark))).toMatchObject({ trust: 'vouched' });
    expect(findInstallation(tavania.session.vault, idOf(secretariat))).toMatchObject({ trust: 'verified' });
    expect(directoryView(tavania.session, 'en')).toMatchObject({
      founded: true,
      keys: 'classic',
      maySign: false,
      alarms: [],
      root: { waiting: false },
      entries: [
        { sentence: 'Joren Halk (Kingdom of Northmark) is admitted.', signedBy: 'secretariat', holds: true },
        { sentence: 'Ilse Varnholt (Republic of Tavania) is admitted.' },
        { sentence: 'Ada Morn (Secretariat) is admitted.', signedBy: 'root' },
        { sentence: 'The directory begins, with classic keys.', number: 1 },
      ],
    });
    // Tavania and Northmark never met: what the one seals to the other is opened all the same.
    await pass(secretariat, northmark);
    aPaper(tavania, 'On grain');
    expect((await pass(tavania, northmark)).counts).toMatchObject({ refused: 0 });
  });

  it('is sent whole until the other side has said what it has, and then only what is new', async () => {
    const { secretariat, tavania } = await aDirectory();
    const first = await seal(secretariat, [tavania]);
    expect(numbersIn(await manifestOf(first.file, tavania))).toEqual([1, 2, 3, 4]);
    await acceptBundle(tavania.session, (await open(tavania, first.file)).bundle);
    aPaper(tavania, 'On grain');
    await pass(tavania, secretariat);
    const second = await seal(secretariat, [tavania]);
    expect(numbersIn(await manifestOf(second.file, tavania))).toEqual([]);
    await admit(secretariat.session, { installation: idOf(tavania), ends: '2027-06-30' });
    expect(numbersIn(await manifestOf((await seal(secretariat, [tavania])).file, tavania))).toEqual([5]);
  });

  it('stays behind where a bundle is for an outside body', async () => {
    const { secretariat } = await aDirectory();
    const body = naturalId('organisation', 'Water Watch');
    const outside = await aDesk(body, 'Water Watch', 'Nia Roe', 'guest');
    meet(secretariat, outside);
    aPaper(secretariat, 'For all', {}, { label: 'TLP:CLEAR', distribution: { to: 'everyone' } });
    const sealed = await seal(secretariat, [outside], { audience: { kind: 'public' } });
    const manifest = await manifestOf(sealed.file, outside);
    expect([manifest.directory, manifest.directoryHead, manifest.cards]).toEqual([undefined, undefined, []]);
  });

  it('comes first from a Secretariat that it names itself; from anybody else it is left where it is', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    meet(tavania, northmark);
    await pass(secretariat, tavania);
    aPaper(tavania, 'On grain');
    await pass(tavania, northmark);
    expect(directoryView(northmark.session, 'en').founded).toBe(false);
    // A Secretariat with the directory of another root, which does not name it.
    const stranger = await aDirectory();
    const carrier = await seal(secretariat, [northmark]);
    const other = (await manifestOf((await seal(stranger.secretariat, [stranger.tavania])).file, stranger.tavania))
      .directory;
    const forged = await resigned(carrier.file, northmark, secretariat, ({ manifest }) => {
      manifest.directory = other ?? null;
    });
    await refuses(northmark, 'directory.refused', () => open(northmark, forged));
  });

  it('of an invitation without a record makes a new installation know everybody', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    const joining = await aDesk(TAVANIA, 'Republic of Tavania', 'Oda Lind', 'member');
    meet(joining, secretariat);
    await admit(secretariat.session, { installation: idOf(joining) });
    const preview = await pass(secretariat, joining, {
      records: [],
      purpose: 'invitation',
      audience: { kind: 'organisation', organisation: TAVANIA },
    });
    expect(preview).toMatchObject({ state: 'accepted', purpose: 'invitation', lines: [] });
    for (const other of [tavania, northmark]) {
      expect(findInstallation(joining.session.vault, idOf(other))).toMatchObject({ trust: 'vouched' });
    }
    // Another installation of the same delegation: both are sealed to, and the new key was an alarm for who knew the first.
    await pass(secretariat, northmark);
    const { installations } = coveredBy(northmark.session, { kind: 'organisation', organisation: TAVANIA });
    expect(installations.map(({ name }) => name)).toEqual(['Ilse Varnholt', 'Oda Lind']);
  });
});

describe('entries that are not in order', () => {
  it('are refused with their bundle, and nothing is changed', async () => {
    const { secretariat, tavania, northmark, root } = await aDirectory();
    await pass(secretariat, tavania);
    const carrier = await seal(secretariat, [tavania]);
    const { network, number, digest } = stateOf(tavania);
    const card = ownCard(northmark.session);
    const admission = (desk: Desk, changes = {}): DirectoryAct => ({
      is: 'admit',
      card: ownCard(desk.session),
      person: ownCard(desk.session).seat,
      organisation: ownCard(desk.session).organisation,
      role: ownCard(desk.session).role,
      ...changes,
    });
    const next = (act: DirectoryAct, by: Desk | 'root', changes: Partial<EntryContent> = {}) => {
      const signer = by === 'root' ? root.id : idOf(by);
      const key = by === 'root' ? root.key : readSigningKey(by.session.vault);
      const content = {
        network,
        number: number + 1,
        previous: digest,
        at: '2026-03-03T18:12Z',
        act,
        signer,
        ...changes,
      };
      return signEntry(EntryContent.parse(content), key).entry;
    };
    const revocation: DirectoryAct = { is: 'revoke', installation: idOf(northmark), reason: 'lost', accepted: [] };
    const second = await aDesk(SECRETARIAT, 'Secretariat', 'Sol Arn', 'secretariat');
    const posed = next(revocation, secretariat);
    const cases: Record<string, object> = {
      'signed by a member': next(revocation, tavania),
      'signed by a member in the name of the Secretariat': {
        ...posed,
        signature: signSsh(
          readSigningKey(tavania.session.vault),
          'amberdesk-directory',
          entryBytes(EntryContent.parse((({ signature: _, ...content }) => content)(posed))),
        ),
      },
      'changed after it was signed': { ...posed, at: '2026-03-04T18:12Z' },
      'signed for something else': {
        ...posed,
        signature: signSsh(
          readSigningKey(secretariat.session.vault),
          'amberdesk-card',
          entryBytes(EntryContent.parse((({ signature: _, ...content }) => content)(posed))),
        ),
      },
      'a new Secretariat without the root': next(admission(second), secretariat),
      'a gap': next(revocation, secretariat, { number: number + 2 }),
      'not after what is here': next(revocation, secretariat, { previous: 'a'.repeat(64) }),
      'another network': next(revocation, secretariat, { network: RecordId.parse(crypto.randomUUID()) }),
      'a card that is another’s': next(admission(northmark, { card: { ...card, name: 'Somebody else' } }), secretariat),
    };
    for (const [what, entry] of Object.entries(cases)) {
      const forged = await resigned(carrier.file, tavania, secretariat, ({ manifest }) => {
        manifest.directory = [asJson(entry)];
      });
      await refuses(tavania, 'directory.refused', () => open(tavania, forged)).catch((error: unknown) => {
        throw new Error(what, { cause: error });
      });
    }
    const bad = await resigned(carrier.file, tavania, secretariat, ({ manifest }) => {
      manifest.directory = [{ ...(asJson(posed) as JsonObject), number: 1e9 }];
    });
    await refuses(tavania, 'bundle.malformed', () => open(tavania, bad));
    // The same entry as the Secretariat signs it is taken.
    const good = await resigned(carrier.file, tavania, secretariat, ({ manifest }) => {
      manifest.directory = [asJson(posed)];
    });
    await open(tavania, good);
    expect(findInstallation(tavania.session.vault, idOf(northmark))).toMatchObject({ trust: 'revoked' });
  });

  it('by a Secretariat’s key that was revoked are refused, by the installation and by everybody', async () => {
    const { secretariat, tavania, root } = await aDirectory();
    const second = await aDesk(SECRETARIAT, 'Secretariat', 'Sol Arn', 'secretariat');
    meet(secretariat, second);
    meet(second, tavania);
    await refuses(secretariat, 'directory.notRoot', () =>
      admit(secretariat.session, { installation: idOf(second), root: ['amberdesk-root-1 qqq'] }),
    );
    await admit(secretariat.session, { installation: idOf(second), root: typed(root) });
    await pass(secretariat, second);
    await pass(secretariat, tavania);
    await revoke(second.session, { installation: idOf(secretariat), reason: 'stolen', root: typed(root) });
    await pass(second, tavania, { records: [], purpose: 'directory' });
    const forger = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Mira Tolv', 'member');
    addCard(secretariat.session, ownCard(forger.session));
    verifyCard(secretariat.session, idOf(forger), 'Ada Morn');
    // The thief does not know yet that the key is revoked, and goes on from what that vault has.
    await admit(secretariat.session, { installation: idOf(forger) });
    const { entry } = directoryOf(secretariat).trunk.at(-1) ?? {};
    const carrier = await seal(second, [tavania], { records: [], purpose: 'directory' });
    const forged = await resigned(carrier.file, tavania, second, ({ manifest }) => {
      manifest.directory = [asJson(entry ?? {})];
    });
    await refuses(tavania, 'directory.refused', () => open(tavania, forged));
  });
});

describe('a fork', () => {
  it('is an alarm until somebody looked, loses no revocation, and ends where the root says', async () => {
    const { secretariat, tavania, northmark, root } = await aDirectory();
    const third = await aDesk(TAVANIA, 'Republic of Tavania', 'Oda Lind', 'member');
    meet(secretariat, third);
    await admit(secretariat.session, { installation: idOf(third) });
    await pass(secretariat, tavania);
    const { network, number, digest } = stateOf(tavania);
    const by = (act: DirectoryAct) =>
      signEntry(
        { network, number: number + 1, previous: digest, at: '2026-03-03T18:12Z', act, signer: idOf(secretariat) },
        readSigningKey(secretariat.session.vault),
      ).entry;
    const lost = (desk: Desk): DirectoryAct => ({
      is: 'revoke',
      installation: idOf(desk),
      reason: 'lost',
      accepted: [],
    });
    // What the Secretariat's two vaults would have signed, each without the other.
    await revoke(secretariat.session, { installation: idOf(northmark), reason: 'lost' });
    await pass(secretariat, tavania, { records: [], purpose: 'directory' });
    const second = await forkedBundle(secretariat, tavania, by(lost(third)));
    await open(tavania, second);
    for (const gone of [northmark, third]) {
      expect(findInstallation(tavania.session.vault, idOf(gone))).toMatchObject({ trust: 'revoked' });
    }
    const [alarm] = directoryView(tavania.session, 'en').alarms;
    expect(alarm).toMatchObject({ is: 'fork', seen: false, settled: false });
    expect(alarm?.sentence).toContain(`number ${number + 1}`);
    lookAtAlarm(tavania.session.vault, tavania.clock.now(), alarm?.id ?? '');
    await settle(secretariat.session, typed(root));
    await pass(secretariat, tavania, { records: [], purpose: 'directory' });
    expect(directoryView(tavania.session, 'fr').alarms).toMatchObject([{ seen: true, settled: true }]);
    expect(stateOf(tavania).revoked.size).toBe(2);
  });
});

/** A bundle of the Secretariat's that brings this one entry of the directory. */
async function forkedBundle(from: Desk, to: Desk, entry: object): Promise<string> {
  const { file } = await seal(from, [to], { records: [], purpose: 'directory' });
  return resigned(file, to, from, ({ manifest }) => {
    manifest.directory = [asJson(entry)];
  });
}

describe('a seat', () => {
  it('that ends is sealed to no more; its successor gets the delegation’s records and not the private ones', async () => {
    const { secretariat, tavania } = await aDirectory();
    const successor = await aDesk(TAVANIA, 'Republic of Tavania', 'Oda Lind', 'member');
    meet(secretariat, successor);
    const shared = aPaper(
      secretariat,
      'For Tavania',
      {},
      {
        label: 'TLP:AMBER',
        distribution: { to: 'named', organisations: [TAVANIA], persons: [] },
      },
    );
    const personal = aPaper(
      secretariat,
      'For Ilse Varnholt',
      {},
      {
        label: 'TLP:RED',
        distribution: { to: 'named', organisations: [], persons: [tavania.session.vault.installation.seat] },
      },
    );
    await admit(secretariat.session, { installation: idOf(successor) });
    await endSeat(secretariat.session, { installation: idOf(tavania), why: 'successor', successor: idOf(successor) });
    const audience = { kind: 'organisation', organisation: TAVANIA } as const;
    expect(await codeOf(() => seal(secretariat, [tavania], { audience }))).toBe('bundle.recipients');
    const { installations, leftOut } = coveredBy(secretariat.session, audience);
    expect(installations.map(({ name }) => name)).toEqual(['Oda Lind']);
    expect(leftOut).toMatchObject([{ name: 'Ilse Varnholt', standing: 'ended', successor: idOf(successor) }]);
    const preview = await open(successor, (await seal(secretariat, [successor], { audience })).file);
    expect(preview.lines.map(({ record }) => record)).toContain(shared);
    expect(preview.lines.map(({ record }) => record)).not.toContain(personal);
  });

  it('that is for a time ends with its last day, and says whose officer it is', async () => {
    const { secretariat, tavania, northmark } = await aDirectory();
    await admit(secretariat.session, { installation: idOf(northmark), homeState: NORTHMARK, ends: '2026-06-30' });
    for (const desk of [tavania, northmark]) await pass(secretariat, desk);
    const seatOf = (desk: Desk) =>
      directoryView(desk.session, 'en').seats.find(({ installation }) => installation === idOf(northmark));
    expect(seatOf(tavania)).toMatchObject({ standing: 'inForce', homeState: NORTHMARK, ends: '2026-06-30' });
    for (const desk of [secretariat, tavania]) desk.clock.move(Date.parse('2026-07-01') - desk.clock.now());
    expect(seatOf(tavania)).toMatchObject({ standing: 'over' });
    expect(await codeOf(() => seal(secretariat, [northmark]))).toBe('bundle.recipients');
    // What is dated after the last day is put aside, what was written before still comes.
    aPaper(northmark, 'In time');
    const inTime = await seal(northmark, [secretariat], { records: [], purpose: 'directory' });
    expect((await open(secretariat, inTime.file)).state).toBe('accepted');
    northmark.clock.move(Date.parse('2026-07-02') - northmark.clock.now());
    aPaper(northmark, 'Too late');
    const late = await open(secretariat, (await seal(northmark, [secretariat])).file);
    expect(late.lines.filter(({ change }) => change === 'refused').map(({ title }) => title)).toEqual(['Too late']);
    expect(late.lines.find(({ title }) => title === 'In time')).toMatchObject({ change: 'new' });
  });
});

it('has no say in a network that has none, where everything is as it was', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { file } = await seal(secretariat, [tavania]);
  expect((await manifestOf(file, tavania)).directory).toBeUndefined();
  expect(directoryView(secretariat.session, 'en')).toMatchObject({ founded: false, mayFound: true, entries: [] });
  expect(directoryView(tavania.session, 'en')).toMatchObject({ founded: false, mayFound: false });
});
