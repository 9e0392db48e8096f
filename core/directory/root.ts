import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { InstallationId } from '../../domain/records/ids.ts';
import { looksLikeShare, ROOT_FORM, sharesIn } from '../../domain/vault/shares.ts';
import { bytesOfKey } from '../../domain/vault/typedKey.ts';
import { setting } from '../../drizzle/schema.ts';
import { openChunk, sealChunk } from '../crypto/stream.ts';
import { rawPublicKey, sshPublicKey } from '../exchange/sshsig.ts';
import type { VaultDatabase } from '../vault/database.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { syncFolder, writeDurably } from '../vault/durable.ts';
import { fingerprintOf } from '../vault/installation.ts';
import { readSetting, writeSetting } from '../vault/settings.ts';
import { joinShares } from '../vault/shares.ts';
import type { Vault } from '../vault/vault.ts';
import { readDirectory } from './chainRows.ts';

/** The root identity of a network, with its private half. */
export interface Root {
  /** The 32 bytes of an Ed25519 private key (RFC 8032). */
  readonly seed: Uint8Array;
  readonly key: KeyObject;
  readonly id: InstallationId;
  /** As in an OpenSSH public key file. */
  readonly line: string;
}

/** What stands before the 32 bytes of an Ed25519 private key in PKCS#8 DER (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function rootOf(seed: Uint8Array): Root {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const raw = rawPublicKey(createPublicKey(key));
  return { seed, key, id: fingerprintOf(raw), line: sshPublicKey(raw) };
}

/** A root that nobody has yet. */
export function makeRoot(): Root {
  return rootOf(randomBytes(32));
}

/**
 * While the root waits to be printed it lies in a file of the vault's folder, which no backup takes, under a key that
 * lies in the database: neither a copy of the one nor of the other gives it away, and once the file is gone no backup does.
 */
const FILE = 'root.waiting';
const SETTING = 'root.waiting';
const Waiting = z.object({ key: z.base64(), printed: z.boolean().optional() });

const fileOf = ({ folder }: Pick<Vault, 'folder'>) => join(folder, FILE);

/** Keeps the root until it is on paper. Part of the caller's transaction; the file is on the disk before it commits. */
export function keepWaitingRoot(vault: Vault, { seed }: Root): void {
  const key = randomBytes(32);
  onDisk(FILE, () => writeDurably(fileOf(vault), Buffer.concat(sealChunk(key, 0, true, seed))));
  writeSetting(vault, SETTING, { key: key.toString('base64') });
}

/** The root that waits here to be printed; undefined when none does. */
export function waitingRoot(vault: Vault): Root | undefined {
  const kept = readSetting(vault, SETTING, Waiting);
  if (kept === undefined || !existsSync(fileOf(vault))) return undefined;
  const seed = openChunk(Buffer.from(kept.key, 'base64'), 0, true, readFileSync(fileOf(vault)));
  return seed?.length === 32 ? rootOf(seed) : undefined;
}

/** Whether a root waits here, without reading it. */
export function isRootWaiting(vault: Vault): boolean {
  return readSetting(vault, SETTING, Waiting) !== undefined && existsSync(fileOf(vault));
}

/** Notes that the waiting root was printed, whole or in shares. */
export function notePrinted(vault: Vault): void {
  const kept = readSetting(vault, SETTING, Waiting);
  if (kept !== undefined) writeSetting(vault, SETTING, { ...kept, printed: true });
}

/** Whether the waiting root was printed since it waits. */
export function isRootPrinted(vault: Vault): boolean {
  return readSetting(vault, SETTING, Waiting)?.printed === true;
}

/** The root is on paper: its key and its file go. */
export function forgetWaitingRoot(vault: Vault): void {
  rmSync(fileOf(vault), { force: true });
  syncFolder(vault.folder);
  vault.orm.delete(setting).where(eq(setting.name, SETTING)).run();
}

/**
 * The root as typed from its sheet or from two of its shares; without, the one that waits here. Throws
 * `directory.rootNeeded` when there is neither, `key.shares`, and `directory.notRoot` when it is not the root that the
 * directory names.
 */
export async function rootToSign(vault: Vault, typed: readonly string[] | undefined): Promise<Root> {
  const root = typed === undefined ? waitingRoot(vault) : await typedRoot(typed);
  if (root === undefined) throw new AmberdeskError('directory.rootNeeded');
  requireRoot(vault, root);
  return root;
}

async function typedRoot(typed: readonly string[]): Promise<Root> {
  const [first = ''] = typed;
  if (typed.length > 1 || looksLikeShare(first)) return rootOf(await joinShares('root', typed.flatMap(sharesIn)));
  const seed = bytesOfKey(ROOT_FORM, first);
  if (seed === undefined) throw new AmberdeskError('directory.notRoot', { whole: false });
  return rootOf(seed);
}

function requireRoot(database: VaultDatabase, root: Root): void {
  const state = readDirectory(database)?.state;
  if (state === undefined) throw new AmberdeskError('directory.notFounded');
  if (root.id !== state.root) throw new AmberdeskError('directory.notRoot', { whole: true });
}
