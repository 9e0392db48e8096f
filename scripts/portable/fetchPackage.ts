import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { ROOT } from '../run.ts';

/** A package in one version. Without a digest of ours, the registry's is taken. */
export interface WantedPackage {
  readonly name: string;
  readonly version: string;
  /** As npm writes it: `sha512-` and base64. */
  readonly integrity?: string | undefined;
}

/** Packages as they came: a second run asks nobody. */
const CACHE = join(ROOT, 'out', 'packages');

/**
 * The archive of a package, from `out/packages` or through npm, checked. Throws an Error that says in a sentence what
 * is wrong: the registry does not have it, or its bytes are others.
 */
export function fetchPackage({ name, version, integrity }: WantedPackage): Buffer {
  const wanted = `${name}@${version}`;
  const expected = integrity ?? askRegistry(wanted);
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `${wanted.replaceAll(/[@/]+/g, '-').replace(/^-/, '')}.tgz`);
  const kept = readIfThere(file);
  if (kept !== undefined && integrityOf(kept) === expected) return kept;
  const folder = mkdtempSync(join(CACHE, 'fetched-'));
  try {
    npm(['pack', wanted, '--ignore-scripts', '--pack-destination', folder], `The registry does not have ${wanted}.`);
    const archive = readdirSync(folder)[0];
    if (archive === undefined) throw new Error(`npm brought nothing for ${wanted}.`);
    const content = readFileSync(join(folder, archive));
    if (integrityOf(content) !== expected) {
      throw new Error(`${wanted} is ${integrityOf(content)}, and not ${expected} as it should be.`);
    }
    renameSync(join(folder, archive), file);
    return content;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file of a package's archive, by its path in the package. Throws an Error when there is none. */
export async function fileIn(archive: Buffer, path: string): Promise<Buffer> {
  const entries = Readable.from([archive]).pipe(createGunzip()).pipe(extract());
  for await (const entry of entries) {
    if (entry.header.name.replace(/^[^/]+\//, '') === path) return await buffer(entry);
    entry.resume();
  }
  throw new Error(`The package has no ${path}.`);
}

function integrityOf(content: Buffer): string {
  return `sha512-${createHash('sha512').update(content).digest('base64')}`;
}

function askRegistry(wanted: string): string {
  const answer = npm(['view', wanted, 'dist.integrity'], `The registry does not have ${wanted}.`).trim();
  if (!answer.startsWith('sha512-')) throw new Error(`The registry gives no digest of ${wanted}.`);
  return answer;
}

function npm(options: readonly string[], failure: string): string {
  const shell = process.platform === 'win32';
  const ran = spawnSync('npm', [...options, '--silent'], { cwd: ROOT, encoding: 'utf8', shell });
  if (ran.status !== 0) throw new Error(failure);
  return ran.stdout;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
