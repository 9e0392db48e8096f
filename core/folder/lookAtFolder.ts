import { lstat, opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { FolderOffer } from '../../contract/folder/calls.ts';
import { arrangeVolumes, volumeOf } from '../../domain/exchange/volumes.ts';
import { minuteOf } from '../context.ts';
import { UNDER_WAY } from '../exchange/outputFile.ts';
import type { Vault } from '../vault/vault.ts';
import { type Inspected, inspectFile } from './inspectFile.ts';
import { isKnown } from './knownFiles.ts';

/** Entries of the folder that are looked at; one with more is not a folder for exchange. */
const MOST_ENTRIES = 20_000;
/** Files that are inspected at one look; the next look takes the next. */
const MOST_INSPECTED = 25;

interface SeenFile {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

/** What is remembered from one look to the next: what files were like, and what they turned out to be. */
export interface FolderMemory {
  readonly seen: ReadonlyMap<string, SeenFile>;
  readonly judged: ReadonlyMap<string, { readonly like: string; readonly verdict: Inspected }>;
}

export const NOTHING_SEEN: FolderMemory = { seen: new Map(), judged: new Map() };

/** What one look at the folder finds. */
export interface FolderLook {
  readonly offers: z.infer<typeof FolderOffer>[];
  readonly unfinished: number;
  /** Something is new or still changing: another look will tell. */
  readonly unsettled: boolean;
  readonly memory: FolderMemory;
}

/** Names that engines give to what is under way and to copies in conflict. Both are left alone. */
const LEFT_ALONE = /^[.~]|sync-conflict|conflicted copy|copie en conflit|case conflict/i;

/**
 * Looks at a folder: every regular file there with the name of a bundle or of a volume, whose size and time are what
 * they were at the look before, is inspected once. Throws the system's error when the folder cannot be read.
 */
export async function lookAtFolder(vault: Vault, folder: string, before: FolderMemory): Promise<FolderLook> {
  const seen = await filesIn(folder);
  const judged = new Map<string, { readonly like: string; readonly verdict: Inspected }>();
  const offers = new Map<string, z.infer<typeof FolderOffer>>();
  let unfinished = 0;
  let inspections = 0;
  let unsettled = false;
  for (const [bundle, files] of bundlesAmong([...seen.values()])) {
    const like = files.map(({ name, size, modified }) => `${name} ${size} ${modified}`).join('\n');
    const isSettled = files.every(({ name, size, modified }) => {
      const earlier = before.seen.get(name);
      return earlier?.size === size && earlier.modified === modified;
    });
    const kept = before.judged.get(bundle);
    const keeps = kept?.like === like && kept.verdict.is !== 'unfinished';
    if (!isSettled || (!keeps && inspections === MOST_INSPECTED)) {
      unsettled = true;
      // What is seen for the first time, or waits for its turn, says nothing of itself yet.
      if (!isSettled && files.some(({ name }) => before.seen.has(name))) unfinished += 1;
      continue;
    }
    if (!keeps) inspections += 1;
    const verdict = keeps ? asKnownNow(vault, kept.verdict) : await judge(vault, folder, files);
    judged.set(bundle, { like, verdict });
    if (verdict.is === 'unfinished') unfinished += 1;
    if (verdict.is === 'offered') offers.set(verdict.mark, offerOf(folder, files, verdict));
  }
  return { offers: [...offers.values()], unfinished, unsettled, memory: { seen, judged } };
}

/** What was to be offered may have been opened by another way since. */
function asKnownNow(vault: Vault, verdict: Inspected): Inspected {
  return verdict.is === 'offered' && isKnown(vault, verdict.mark) ? { is: 'known' } : verdict;
}

function offerOf(
  folder: string,
  files: readonly SeenFile[],
  { mark, underPassphrase }: Extract<Inspected, { is: 'offered' }>,
): z.infer<typeof FolderOffer> {
  return {
    mark,
    files: files.map(({ name }) => ({ file: join(folder, name), name })),
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    underPassphrase,
    at: minuteOf(Math.max(...files.map(({ modified }) => modified))),
  };
}

async function filesIn(folder: string): Promise<Map<string, SeenFile>> {
  const found = new Map<string, SeenFile>();
  let entries = 0;
  for await (const entry of await opendir(folder)) {
    entries += 1;
    if (entries > MOST_ENTRIES) break;
    const { name } = entry;
    if (!isBundleName(name) || LEFT_ALONE.test(name) || name.startsWith(UNDER_WAY.begins)) continue;
    // Not through links: they lead out of the folder.
    const stats = await lstat(join(folder, name)).catch(() => undefined);
    if (stats?.isFile()) found.set(name, { name, size: stats.size, modified: stats.mtimeMs });
  }
  return found;
}

const isBundleName = (name: string): boolean => /\.amber$/i.test(name) || volumeOf(name) !== undefined;

/** Files that are one bundle each, and volumes by the bundle they are of. */
function bundlesAmong(files: readonly SeenFile[]): Map<string, SeenFile[]> {
  const bundles = new Map<string, SeenFile[]>();
  for (const file of files) {
    const volume = volumeOf(file.name);
    const key = volume === undefined ? file.name : `${volume.bundle.toLowerCase()}.*`;
    bundles.set(key, [...(bundles.get(key) ?? []), file]);
  }
  for (const [key, parts] of bundles) {
    if (key.endsWith('.*'))
      bundles.set(
        key,
        parts.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      );
  }
  return bundles;
}

async function judge(vault: Vault, folder: string, files: readonly SeenFile[]): Promise<Inspected> {
  const [first] = files;
  if (first !== undefined && volumeOf(basename(first.name)) !== undefined) {
    const { missing, foreign, again } = arrangeVolumes(files);
    if (missing.length + foreign.length + again.length > 0) return { is: 'unfinished' };
  }
  try {
    return await inspectFile(
      vault,
      files.map(({ name }) => join(folder, name)),
    );
  } catch {
    // Taken away or locked while it was looked at: the next look tells.
    return { is: 'unfinished' };
  }
}
