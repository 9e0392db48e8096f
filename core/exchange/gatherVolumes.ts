import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import { arrangeVolumes, VOLUMES, volumeOf } from '../../domain/exchange/volumes.ts';
import { LARGEST_FILE } from './limits.ts';

interface GivenVolume {
  readonly file: string;
  readonly name: string;
  readonly size: number;
}

/**
 * The files that together are one bundle, in their order: a bundle's own file; its volumes, given in any order; or, where
 * only one volume was given, all that lie beside it. What is there twice with the same content counts once.
 *
 * Throws `file.missing`, `bundle.volumesMissing`, `bundle.volumesForeign`, `bundle.volumesDoubled` (details name the
 * files), `bundle.volumesTooMany`, `bundle.tooLarge`.
 */
export async function gatherVolumes(given: string | readonly string[]): Promise<string[]> {
  const files = typeof given === 'string' ? [given] : [...given];
  const [first] = files;
  if (first === undefined) throw new AmberdeskError('file.missing');
  if (files.length === 1 && volumeOf(basename(first)) === undefined) return [first];
  const named = files.length === 1 ? await besides(first) : files;
  if (named.length > 2 * VOLUMES.most) throw new AmberdeskError('bundle.volumesTooMany');
  const found: GivenVolume[] = [];
  for (const file of named) found.push({ file, name: basename(file), size: await sizeOf(file) });
  const { inOrder, again, missing, foreign } = arrangeVolumes(found);
  if (foreign.length > 0) throw new AmberdeskError('bundle.volumesForeign', { files: [...foreign] });
  if (missing.length > 0) throw new AmberdeskError('bundle.volumesMissing', { files: [...missing] });
  if (inOrder.reduce((sum, { size }) => sum + size, 0) > LARGEST_FILE) {
    throw new AmberdeskError('bundle.tooLarge', ['volumes']);
  }
  const differing: string[] = [];
  for (const other of again) {
    const number = volumeOf(other.name)?.number ?? 0;
    const one = inOrder[number - 1];
    if (one === undefined || !(await sameContent(one, other))) differing.push(other.name);
  }
  if (differing.length > 0) throw new AmberdeskError('bundle.volumesDoubled', { files: differing });
  return inOrder.map(({ file }) => file);
}

/** A volume with all others of its bundle in the same folder. */
async function besides(file: string): Promise<string[]> {
  const folder = dirname(file);
  const bundle = volumeOf(basename(file))?.bundle.toLowerCase();
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AmberdeskError('file.missing', { file: basename(file) }, { cause });
  });
  const volumes = names.filter((name) => volumeOf(name)?.bundle.toLowerCase() === bundle);
  return volumes.includes(basename(file)) ? volumes.map((name) => join(folder, name)) : [file];
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new AmberdeskError('file.missing', { file: basename(file) }, { cause });
  });
  if (!found.isFile()) throw new AmberdeskError('bundle.notBundle', { file: basename(file) });
  return found.size;
}

async function sameContent(one: GivenVolume, other: GivenVolume): Promise<boolean> {
  if (one.size !== other.size) return false;
  const theirs = createReadStream(other.file)[Symbol.asyncIterator]();
  let left = Buffer.alloc(0);
  for await (const piece of createReadStream(one.file)) {
    while (left.length < piece.length) {
      const next = await theirs.next();
      if (next.done === true) return false;
      left = Buffer.concat([left, next.value]);
    }
    if (!left.subarray(0, piece.length).equals(piece)) return false;
    left = left.subarray(piece.length);
  }
  return left.length === 0;
}
