import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { admit, foundDirectory, renewKeys } from '../../../core/directory/acts.ts';
import { directoryView } from '../../../core/directory/directoryView.ts';
import { addCard, findInstallation, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { backupVault } from '../../../core/vault/backups.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { readKeyMode } from '../../../core/vault/installation.ts';
import { restoreVault } from '../../../core/vault/restoreVault.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { codeOf, PASSPHRASE } from '../../helpers/aVault.ts';
import { aDesk, aNetwork, aPaper, type Desk, meet, seal } from '../exchange/aNetwork.ts';
import { refuses } from '../exchange/leavesNothing.ts';
import { aDirectory, idOf, open, pass, stateOf, typed } from './aDirectory.ts';

const news: Parameters<typeof seal>[2] = { records: [], purpose: 'directory' };

/** The vault of a desk put back from a backup, as the desk of a new device. */
async function restored(desk: Desk): Promise<Desk> {
  const { vault } = desk.session;
  const { name } = backupVault(vault, { surroundings: desk.clock, reason: 'import' });
  vault.close();
  const again = await restoreVault(vault.folder, name, PASSPHRASE, { surroundings: desk.clock });
  onTestFinished(() => again.vault.close());
  return { ...desk, session: { ...desk.session, vault: again.vault } };
}

it('a restored installation has a new id and is admitted again in place of the old one, whose key counts no more', async () => {
  const { secretariat, tavania, northmark } = await aDirectory();
  for (const desk of [tavania, northmark]) await pass(secretariat, desk);
  const ours = aPaper(northmark, 'Northmark on grain');
  await pass(northmark, secretariat, { records: [ours] });
  const former = idOf(northmark);
  const again = await restored(northmark);
  expect(idOf(again)).not.toBe(former);
  meet(secretariat, again);
  expect(directoryView(secretariat.session, 'en').alarms).toMatchObject([{ is: 'newKey', installation: idOf(again) }]);
  await admit(secretariat.session, { installation: idOf(again), replaces: former });
  await pass(secretariat, tavania, news);
  const seats = new Map(directoryView(tavania.session, 'en').seats.map((seat) => [seat.installation, seat]));
  expect(seats.get(former)).toMatchObject({ standing: 'ended', successor: idOf(again) });
  expect(seats.get(idOf(again))).toMatchObject({ standing: 'inForce', replaces: former, trust: 'vouched' });
  expect(directoryView(tavania.session, 'en').alarms).toMatchObject([{ is: 'newKey', seen: false }]);
  expect(directoryView(tavania.session, 'en').entries[0]?.sentence).toContain('in place of the installation');
  // What the vault wrote before it was restored counts, and what it writes now.
  aPaper(again, 'Written on the new device');
  const { counts } = await pass(again, tavania);
  expect(counts).toMatchObject({ refused: 0, new: 2 });
  expect(await codeOf(() => open(again, join('nowhere', 'x.amber')))).toBe('file.missing');
});

it('a restored Secretariat needs the root to be admitted again, and then signs as before', async () => {
  const { secretariat, tavania, northmark, root } = await aDirectory();
  await pass(secretariat, tavania);
  const again = await restored(secretariat);
  expect(await codeOf(() => admit(again.session, { installation: idOf(northmark) }))).toBe('directory.notSecretariat');
  const order = { installation: idOf(again), replaces: idOf(secretariat) };
  await admit(again.session, { ...order, root: typed(root) });
  meet(tavania, again);
  await admit(again.session, { installation: idOf(northmark), ends: '2027-06-30' });
  await pass(again, tavania, news);
  expect(stateOf(tavania)).toMatchObject({ number: 6, digest: stateOf(again).digest });
});

it('a network with post-quantum keys refuses classic cards, until their holders have made such keys', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  // The cards that were exchanged before are classic; the one of Northmark is not verified here again.
  await foundDirectory(secretariat.session, 'hybrid');
  expect(readKeyMode(secretariat.session.vault)).toBe('hybrid');
  expect(await codeOf(() => admit(secretariat.session, { installation: idOf(tavania) }))).toBe('card.keyMode');
  expect(await codeOf(() => addCard(secretariat.session, ownCard(northmark.session)))).toBe('card.keyMode');
  expect(await codeOf(() => seal(secretariat, [tavania]))).toBe('card.keyMode');
  const classic = ownCard(tavania.session);
  for (const desk of [tavania, northmark]) {
    desk.clock.move(60_000);
    await renewKeys(desk.session, 'hybrid');
    expect(addCard(secretariat.session, ownCard(desk.session))).toMatchObject({ trust: 'verified' });
    await admit(secretariat.session, { installation: idOf(desk) });
  }
  // A new key is never silent, and the former card does not come back.
  expect(directoryView(secretariat.session, 'en').alarms).toMatchObject([{ is: 'newKey' }, { is: 'newKey' }]);
  expect(await codeOf(() => addCard(secretariat.session, classic))).toBe('card.keyMode');
  // Tavania had the Secretariat’s classic card, verified: the new one is taken as the same holder’s.
  secretariat.clock.move(120_000);
  addCard(tavania.session, ownCard(secretariat.session));
  expect(findInstallation(tavania.session.vault, idOf(secretariat))).toMatchObject({ trust: 'verified' });
  await pass(secretariat, tavania);
  expect(stateOf(tavania)).toMatchObject({ keys: 'hybrid' });
  aPaper(tavania, 'On grain');
  expect((await pass(tavania, secretariat)).counts).toMatchObject({ new: 1 });
});

it('a card that the directory has in other words than the one verified here raises an alarm and replaces nothing', async () => {
  const { secretariat, tavania, northmark } = await aDirectory();
  const renamed = { ...northmark.session.vault.installation, name: 'Joren Halk, Minister' };
  const posing = {
    ...northmark,
    session: { ...northmark.session, vault: { ...northmark.session.vault, installation: renamed } },
  };
  addCard(tavania.session, ownCard(posing.session));
  verifyCard(tavania.session, idOf(northmark), 'Ilse Varnholt');
  await pass(secretariat, tavania);
  expect(findInstallation(tavania.session.vault, idOf(northmark))).toMatchObject({
    name: 'Joren Halk, Minister',
    trust: 'verified',
  });
  expect(directoryView(tavania.session, 'fr').alarms).toMatchObject([{ is: 'otherCard', seen: false }]);
});

it('names nobody whom a record here says not to name', async () => {
  const { secretariat } = await aDirectory();
  const body = naturalId('organisation', 'Water Watch');
  const watch = { name: 'Water Watch', type: 'cso', membership: 'invited', doNotName: true };
  createRecord(secretariat.session, 'organisation', watch, { id: body });
  const outside = await aDesk(body, 'Water Watch', 'Nia Roe', 'guest');
  meet(secretariat, outside);
  await refuses(secretariat, 'directory.doNotName', () => admit(secretariat.session, { installation: idOf(outside) }));
});

it('a directory that somebody wrote into the vault is found by the doctor', async () => {
  const { secretariat } = await aDirectory();
  const { vault } = secretariat.session;
  expect((await examineVault(vault)).map(({ check }) => check)).toEqual([]);
  vault.sqlite.exec("UPDATE directory_chain SET line = replace(line, 'Joren Halk', 'Jarl Hook') WHERE number = 4");
  expect(await examineVault(vault)).toMatchObject([{ check: 'directory', severity: 'damage', subject: '4' }]);
});
