import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { FolderProblem } from '../../contract/folder/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { setting } from '../../drizzle/schema.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { readSetting, writeSetting } from '../vault/settings.ts';
import type { Vault } from '../vault/vault.ts';

const SETTING = 'exchangeFolder';

/** The path of the exchange folder; undefined while none is chosen. */
export function readFolder(vault: Vault): string | undefined {
  return readSetting(vault, SETTING, z.string());
}

/** Why a folder cannot be the exchange folder of this vault; undefined when it can. */
export async function problemOf(vault: Vault, path: string): Promise<z.infer<typeof FolderProblem> | undefined> {
  if (!isAbsolute(path.trim())) return 'notWhole';
  try {
    const real = await realpath(path.trim());
    if (!(await stat(real)).isDirectory()) return 'notFolder';
    const own = await realpath(vault.folder);
    // A vault in a folder that others synchronise would be copied while it is written.
    if (holds(real, own) || holds(own, real)) return 'vault';
    await access(real, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unusable';
  }
}

function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

/** Chooses the folder. Throws `folder.missing`, `folder.unusable`, `folder.vault`. */
export async function chooseFolder({ vault, surroundings }: Session, path: string): Promise<void> {
  const problem = await problemOf(vault, path);
  if (problem === 'vault') throw new AmberdeskError('folder.vault');
  if (problem === 'unusable') throw new AmberdeskError('folder.unusable');
  if (problem !== undefined) throw new AmberdeskError('folder.missing');
  const chosen = path.trim();
  if (readFolder(vault) === chosen) return;
  vault.sqlite
    .transaction(() => {
      writeSetting(vault, SETTING, chosen);
      appendJournal(vault, surroundings.now(), 'folder.chosen', { path: chosen });
    })
    .immediate();
}

/** From now on there is none. */
export function leaveFolder({ vault, surroundings }: Session): void {
  if (readFolder(vault) === undefined) return;
  vault.sqlite
    .transaction(() => {
      vault.orm.delete(setting).where(eq(setting.name, SETTING)).run();
      appendJournal(vault, surroundings.now(), 'folder.left', {});
    })
    .immediate();
}

/**
 * A free name in the exchange folder. It is random: not the meeting, the addressee or the bundle can be told from it
 * (decision 72). Throws `folder.none`, `folder.gone`.
 */
export async function placeInFolder({ vault, surroundings }: Session): Promise<string> {
  const folder = readFolder(vault);
  if (folder === undefined) throw new AmberdeskError('folder.none');
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new AmberdeskError('folder.gone');
  return join(folder, `${Buffer.from(surroundings.randomBytes(10)).toString('hex')}.amber`);
}
