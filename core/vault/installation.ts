import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { eq, like } from 'drizzle-orm';
import { z } from 'zod';
import { type KeyMode, keyModeOf } from '../../domain/directory/keyMode.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { installationKey } from '../../drizzle/schema.ts';
import type { VaultDatabase } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Installation } from './vault.ts';

/** Who holds this installation; the keys' fingerprint makes it an `Installation`. */
export type Holder = Omit<Installation, 'id'>;

const SETTING = 'installation';
const RETIRED_AGE = 'age.retired.';
const StoredInstallation = z.object({
  id: InstallationId,
  seat: RecordId,
  name: z.string(),
  organisation: RecordId,
  organisationName: z.string(),
  role: z.enum(['secretariat', 'member', 'guest']),
});

/** Keys of an installation, made but not kept yet. */
export interface InstallationKeys {
  readonly id: InstallationId;
  readonly signing: { readonly secret: Buffer; readonly public: string };
  readonly age: { readonly secret: Buffer; readonly public: string };
}

/** SHA-256 of the raw 32-byte Ed25519 public key, in hexadecimal: the installation's id. */
export function fingerprintOf(publicKey: Uint8Array): InstallationId {
  return InstallationId.parse(createHash('sha256').update(publicKey).digest('hex'));
}

/** New random keys: Ed25519 for signing (RFC 8032); for age X25519, or ML-KEM-768 with X25519. */
export async function generateInstallationKeys(keys: KeyMode = 'classic'): Promise<InstallationKeys> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  return {
    id: fingerprintOf(raw),
    signing: { secret: privateKey.export({ type: 'pkcs8', format: 'der' }), public: raw.toString('base64') },
    age: await generateAgeKey(keys),
  };
}

/** A new random age identity of this sort. */
export async function generateAgeKey(keys: KeyMode): Promise<InstallationKeys['age']> {
  const identity = await (keys === 'hybrid' ? generateHybridIdentity() : generateX25519Identity());
  return { secret: Buffer.from(identity, 'utf8'), public: await identityToRecipient(identity) };
}

/**
 * Puts another age key in the place of the present one, which is kept, marked as retired, so that bundles sealed to it
 * can still be read. The signing key and so the id stay. Part of the caller's transaction.
 */
export function replaceAgeKey({ orm }: VaultDatabase, key: InstallationKeys['age']): void {
  const retired = orm
    .select({ purpose: installationKey.purpose })
    .from(installationKey)
    .where(like(installationKey.purpose, `${RETIRED_AGE}%`))
    .all();
  orm
    .update(installationKey)
    .set({ purpose: `${RETIRED_AGE}replaced.${retired.length + 1}` })
    .where(eq(installationKey.purpose, 'age'))
    .run();
  orm
    .insert(installationKey)
    .values({ purpose: 'age', ...key })
    .run();
}

/** The sort of age key that this installation has. */
export function readKeyMode(database: VaultDatabase): KeyMode {
  return keyModeOf(readAgeRecipient(database));
}

/** Gives the vault its keys and says who holds it. Part of the caller's transaction. */
export function keepInstallation(database: VaultDatabase, keys: InstallationKeys, holder: Holder): Installation {
  database.orm
    .insert(installationKey)
    .values([
      { purpose: 'signing', ...keys.signing },
      { purpose: 'age', ...keys.age },
    ])
    .run();
  const installation = { ...holder, id: keys.id };
  writeSetting(database, SETTING, { ...installation });
  return installation;
}

/**
 * Makes a restored vault a new device: new keys, a new id. The old age identity is kept, marked as retired, so that
 * bundles sealed to it can still be read; of the old signing key only the public half stays, so it can sign nothing.
 * Part of the caller's transaction.
 */
export function renewInstallation(database: VaultDatabase, keys: InstallationKeys): Installation {
  const { id: retired, ...holder } = readInstallation(database);
  const { orm } = database;
  orm
    .update(installationKey)
    .set({ purpose: `signing.retired.${retired}`, secret: Buffer.alloc(0) })
    .where(eq(installationKey.purpose, 'signing'))
    .run();
  orm
    .update(installationKey)
    .set({ purpose: `${RETIRED_AGE}${retired}` })
    .where(eq(installationKey.purpose, 'age'))
    .run();
  return keepInstallation(database, keys, holder);
}

/** Who this installation is. Throws `vault.damaged` when the vault does not say. */
export function readInstallation(database: VaultDatabase): Installation {
  const installation = readSetting(database, SETTING, StoredInstallation);
  if (installation === undefined) throw new AmberdeskError('vault.damaged', { setting: SETTING });
  return installation;
}

/** The Ed25519 private key of this installation, for node:crypto's `sign(null, …)`. */
export function readSigningKey(database: VaultDatabase): KeyObject {
  return createPrivateKey({ key: readKey(database, 'signing').secret, format: 'der', type: 'pkcs8' });
}

/** The raw 32-byte Ed25519 public key of this installation. */
export function readPublicSigningKey(database: VaultDatabase): Buffer {
  return rawPublicKey(createPublicKey(readSigningKey(database)));
}

/** The age identity of this installation: `AGE-SECRET-KEY-1…`. */
export function readAgeIdentity(database: VaultDatabase): string {
  return readKey(database, 'age').secret.toString('utf8');
}

/** The public half of the age identity: `age1…`. */
export function readAgeRecipient(database: VaultDatabase): string {
  return readKey(database, 'age').public;
}

/** Every age identity that may open a bundle: the present one first, then those from before a restore. */
export function readAgeIdentities(database: VaultDatabase): string[] {
  const retired = database.orm
    .select()
    .from(installationKey)
    .where(like(installationKey.purpose, `${RETIRED_AGE}%`))
    .all();
  return [readAgeIdentity(database), ...retired.map((row) => row.secret.toString('utf8'))];
}

/** Ids this vault had before it was restored from a backup, the present one not included. */
export function readRetiredInstallations(database: VaultDatabase): InstallationId[] {
  const prefix = 'signing.retired.';
  const rows = database.orm
    .select({ purpose: installationKey.purpose })
    .from(installationKey)
    .where(like(installationKey.purpose, `${prefix}%`))
    .all();
  return rows.map((row) => InstallationId.parse(row.purpose.slice(prefix.length)));
}

function readKey(database: VaultDatabase, purpose: string): { secret: Buffer; public: string } {
  const row = database.orm.select().from(installationKey).where(eq(installationKey.purpose, purpose)).get();
  if (row === undefined) throw new AmberdeskError('vault.damaged', { installationKey: purpose });
  return row;
}

function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new AmberdeskError('internal', { key: key.asymmetricKeyType ?? 'unknown' });
  return Buffer.from(x, 'base64url');
}
