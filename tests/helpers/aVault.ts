import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { realSurroundings, type Surroundings } from '../../core/context.ts';
import { createVault } from '../../core/vault/createVault.ts';
import type { Holder } from '../../core/vault/installation.ts';
import type { RecoverySheet } from '../../core/vault/recovery.ts';
import type { Vault } from '../../core/vault/vault.ts';
import { naturalId } from '../../domain/records/ids.ts';

export const PASSPHRASE = 'seven quiet herons at noon';
/** Cheap for tests: what is proved does not depend on it. */
export const WORK_FACTOR = 4;

/** A folder that goes when the test ends; its path has a space and accents, as people's folders do. */
export function aFolder(name = 'Réunion d’été '): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function aHolder(changes: Partial<Holder> = {}): Holder {
  return {
    seat: naturalId('person', 'Ilse Varnholt'),
    name: 'Ilse Varnholt',
    organisation: naturalId('organisation', 'Republic of Tavania'),
    organisationName: 'Republic of Tavania',
    role: 'member',
    ...changes,
  };
}

/** A clock that stands still until it is moved, and real randomness. */
export function aClock(
  start = Date.parse('2027-03-03T18:12:07Z'),
): Surroundings & { move(milliseconds: number): void } {
  let now = start;
  return {
    ...realSurroundings,
    now: () => now,
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** A real encrypted vault in a folder of its own, open until the test ends. */
export async function aVault(
  request: { folder?: string; passphrase?: string; holder?: Partial<Holder>; surroundings?: Surroundings } = {},
): Promise<{ vault: Vault; recovery: RecoverySheet; folder: string; key: Uint8Array }> {
  const { passphrase = PASSPHRASE, surroundings = realSurroundings } = request;
  const folder = request.folder ?? join(aFolder(), 'Délégation.amberdesk');
  const holder = aHolder(request.holder);
  const made = await createVault(folder, { passphrase, holder, surroundings, workFactor: WORK_FACTOR });
  onTestFinished(() => made.vault.close());
  return { ...made, folder, key: Uint8Array.from(made.vault.key) };
}

/** Every file under a folder, by path, with its bytes. */
export function filesUnder(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path));
  }
  return files;
}

/** The code of the error that an operation ends with; undefined when it does not. */
export async function codeOf(operation: () => unknown): Promise<string | undefined> {
  try {
    await operation();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
