import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { naturalId } from '../../domain/records/ids.ts';
import { realSurroundings } from '../context.ts';
import { addCard, ownCard, verifyCard } from '../exchange/cards.ts';
import { attachFile } from '../records/attachFile.ts';
import { createRecord } from '../records/createRecord.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import type { Session } from '../session.ts';
import { createVault } from '../vault/createVault.ts';
import { readAgeIdentity, readAgeRecipient } from '../vault/installation.ts';
import { type VaultOnDisk, vaultOnDisk } from './measureChild.ts';

const FILES = 64;
const FILE_BYTES = 16 * 1024 * 1024;
export const ROUNDS = 3;

/** A sender with a gibibyte of attachments, as many receivers as there are rounds, and the same files for the peer. */
export interface Scratch {
  readonly folder: string;
  /** The 64 files of 16 MiB, unencrypted, for `tar`. */
  readonly files: string;
  readonly sender: VaultOnDisk;
  readonly receivers: readonly (VaultOnDisk & { readonly recipient: string; readonly identityFile: string })[];
  remove(): void;
}

/** Makes the scratch under the system's temporary folder. */
export async function aGibibyte(): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-bench-'));
  try {
    const files = join(folder, 'files');
    mkdirSync(files);
    for (let number = 0; number < FILES; number++) writeRandomFile(join(files, `annex-${number}.bin`));
    const sender = await aVault(folder, 'sender', 'secretariat');
    const receivers = [];
    for (let round = 0; round < ROUNDS; round++) receivers.push(await aVault(folder, `receiver-${round}`, 'member'));
    for (const { session } of receivers) {
      introduce(sender.session, session);
      introduce(session, sender.session);
    }
    await fill(sender.session, files);
    const scratch: Scratch = {
      folder,
      files,
      sender: vaultOnDisk(sender),
      receivers: receivers.map((receiver, round) => {
        const identityFile = join(folder, `identity-${round}`);
        writeFileSync(identityFile, `${readAgeIdentity(receiver.session.vault)}\n`, { mode: 0o600 });
        return { ...vaultOnDisk(receiver), recipient: readAgeRecipient(receiver.session.vault), identityFile };
      }),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
    for (const { session } of [sender, ...receivers]) session.vault.close();
    return scratch;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function writeRandomFile(path: string): void {
  const file = openSync(path, 'w');
  const mebibyte = 1024 * 1024;
  for (let written = 0; written < FILE_BYTES; written += mebibyte) writeSync(file, randomBytes(mebibyte));
  closeSync(file);
}

async function aVault(folder: string, name: string, role: 'secretariat' | 'member'): Promise<{ session: Session }> {
  const { vault } = await createVault(join(folder, `${name}.amberdesk`), {
    passphrase: 'seven quiet herons at noon',
    holder: {
      name,
      role,
      seat: naturalId('person', name),
      organisation: naturalId('organisation', role === 'member' ? 'QT' : name),
      organisationName: name,
    },
    workFactor: 10,
  });
  return { session: { vault, surroundings: realSurroundings, announce: () => {} } };
}

function introduce(here: Session, there: Session): void {
  addCard(here, ownCard(there));
  verifyCard(here, there.vault.installation.id, 'the bench');
}

async function fill(session: Session, files: string): Promise<void> {
  createRecord(session, 'network', { name: 'Bench', secretariat: session.vault.installation.organisation });
  createRecord(session, 'organisation', { name: 'Tavania', type: 'state', code: 'QT', membership: 'member' });
  const paper = createRecord(session, 'paper', { title: 'A gibibyte of annexes', type: 'note', language: 'en' });
  for (let number = 0; number < FILES; number++) {
    const name = `annex-${number}.bin`;
    const content = readFileSync(join(files, name));
    await attachFile(session, paper.id, { name, mediaType: 'application/octet-stream' }, content);
  }
  shareDrafts(session, 'all');
}
