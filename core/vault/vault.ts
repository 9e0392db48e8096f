import type { InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { Surroundings } from '../context.ts';
import type { BlobStore } from './blobs.ts';
import type { VaultDatabase } from './database.ts';

/** Who this installation is: its keys' fingerprint, and the person and organisation whose seat it is. */
export interface Installation {
  readonly id: InstallationId;
  readonly seat: RecordId;
  readonly name: string;
  readonly organisation: RecordId;
  readonly organisationName: string;
  readonly role: 'secretariat' | 'member' | 'guest';
}

/** An unlocked vault. Everything that reads or writes records takes one. */
export interface Vault extends VaultDatabase {
  readonly folder: string;
  /** The raw 256-bit data key of the database. */
  readonly key: Uint8Array;
  /** Descriptor of the database file for fast copies, of the whole process; see `copyDatabase`. */
  readonly copySource?: number | undefined;
  readonly installation: Installation;
  readonly blobs: BlobStore;
  /** Closes the database; only the connection that holds the process lock releases it. */
  close(): void;
}

/** How a vault is opened. */
export interface OpenOptions {
  readonly surroundings?: Surroundings;
  /** log2 of scrypt's N for key files written on the way; 18 unless told, and never more. */
  readonly workFactor?: number;
}
