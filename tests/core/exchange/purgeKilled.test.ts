import { randomBytes, randomInt } from 'node:crypto';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { realSurroundings } from '../../../core/context.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { uncleanPurges } from '../../../core/purge/purgeRows.ts';
import { settlePurges } from '../../../core/purge/settlePurges.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { findRecord } from '../../../core/records/rows.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { backupVault, changedFiles, listBackups } from '../../../core/vault/backups.ts';
import { checkIntegrity, openDatabase } from '../../../core/vault/database.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { openVaultWithKey } from '../../../core/vault/openVault.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';
import { aNetwork, aPaper, attach } from './aNetwork.ts';

const PURGER = new URL('children/purger.ts', import.meta.url);
const CANARY = 'Zwischenlandung';
const BACKUPS = 2;
/** The vault, then each backup; besides, moments that nobody chose. */
const STEPS = Array.from({ length: BACKUPS + 1 }, (_, step) => String(step));
const BY_CHANCE = 2;

/** A vault with a secret in its records, attachments, history and backups, closed; and what is needed to open it. */
async function aSecret() {
  const { secretariat } = await aNetwork();
  const { session } = secretariat;
  const { vault } = session;
  const paper = aPaper(secretariat, `A secret ${CANARY}`);
  await attach(secretariat, paper, randomBytes(2_000));
  shareDrafts(session, 'all');
  for (let time = 0; time < BACKUPS; time += 1) {
    editRecord(session, paper, { purpose: `About ${CANARY} ${time}` });
    cutDrafts(session, paper);
    secretariat.clock.move(60_000);
    backupVault(vault, { surroundings: secretariat.clock });
  }
  const key = Uint8Array.from(vault.key);
  vault.close();
  expect(listBackups(vault.folder)).toHaveLength(BACKUPS);
  return { folder: vault.folder, key, paper };
}

/** Whether the secret stands in a database: in its records, its search index, or its free pages. */
function holdsSecret(file: string, key: Uint8Array): boolean {
  const { sqlite } = openDatabase(file, key, { mustExist: true, copy: true });
  try {
    return sqlite.serialize().toString('latin1').toLowerCase().includes(CANARY.toLowerCase());
  } finally {
    sqlite.close();
  }
}

it('a purge that is killed is carried out whole when the vault is opened, or had not begun', async () => {
  const { folder: sound, key, paper } = await aSecret();
  const folder = join(aFolder(), 'Vault.amberdesk');
  const ends = { whole: 0, notBegun: 0 };
  for (const last of [...STEPS, ...Array.from({ length: BY_CHANCE }, () => '')]) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(sound, folder, { recursive: true });
    const purger = runProgram(PURGER, [folder, Buffer.from(key).toString('hex'), paper, last]);
    expect(await purger.nextLine(), purger.errors()).toBe('open');
    if (last === '') await setTimeout(randomInt(1, 60)).then(() => purger.child.kill('SIGKILL'));
    await purger.ended;
    const said: string[] = [];
    for (let line = await purger.nextLine(); line !== undefined; line = await purger.nextLine()) said.push(line);

    const vault = await openVaultWithKey(folder, key);
    onTestFinished(() => vault.close());
    const label = `killed at ${last === '' ? 'a moment' : `step ${last}`}, after ${said.join()}`;
    const databases = [join(folder, 'vault.db'), ...listBackups(folder).map(({ path }) => join(path, 'vault.db'))];
    expect(databases, label).toHaveLength(BACKUPS + 1);
    expect(checkIntegrity(vault), label).toBe('ok');
    if (findRecord(vault, paper) === undefined) {
      settlePurges({ vault, surroundings: realSurroundings, announce: () => {} }, unwatched);
      expect(uncleanPurges(vault), label).toEqual([]);
      expect(
        databases.filter((file) => holdsSecret(file, key)),
        label,
      ).toEqual([]);
      expect(readdirSync(join(folder, 'blobs')), label).toEqual([]);
      ends.whole += 1;
    } else {
      // Nothing of it is gone: neither the attachment, nor what the backups have.
      expect(said, label).toEqual([]);
      expect(
        databases.map((file) => holdsSecret(file, key)),
        label,
      ).toEqual(databases.map(() => true));
      expect(readdirSync(join(folder, 'blobs')), label).toHaveLength(1);
      ends.notBegun += 1;
    }
    for (const { path } of listBackups(folder)) expect(changedFiles(path), label).toEqual([]);
    expect(await examineVault(vault), label).toEqual([]);
    vault.close();
  }
  expect(ends.whole).toBeGreaterThanOrEqual(STEPS.length);
}, 120_000);
