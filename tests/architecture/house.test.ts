import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from './sourceTree.ts';

const LONGEST = 500;

function ownFiles(): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '');
}

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ license: z.string().optional(), dev: z.boolean().optional(), resolved: z.string().optional() }),
  ),
});

/** Packages that say more, or less, than under what we take them: one of several that they are offered under, or as their LICENSE has it. */
const TAKEN_UNDER: Readonly<Record<string, string>> = {
  'node_modules/dictionary-en-gb': 'MIT AND BSD-3-Clause',
  'node_modules/duck': 'BSD-2-Clause',
  'node_modules/jszip': 'MIT',
};

/** Words that are shipped as they are, beside code and no part of it, with the text of their licence (ADR 93). */
const WORD_LISTS: Readonly<Record<string, string>> = { 'node_modules/dictionary-fr': 'MPL-2.0' };

describe('the house', () => {
  it('has no source file of more than 500 lines', () => {
    const long = ownFiles()
      .filter((path) => /\.(tsx?|typ)$/.test(path))
      .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('has no test that waits for time', () => {
    const waits = ownFiles()
      .filter((path) => /^tests\/(?!architecture\/).*\.ts$/.test(path))
      .filter((path) => /\bwaitForTimeout\(/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(waits).toEqual([]);
  });

  it('ships only packages with permissive licences', () => {
    const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
    const permissive =
      /^(\(?(MIT|ISC|Zlib|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|OFL-1\.1|WTFPL|Python-2\.0)\)?( (OR|AND) )?)+$/;
    const shipped = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && entry.dev !== true);
    expect(shipped.length).toBeGreaterThan(20);
    expect(
      shipped
        .filter(([path, entry]) => WORD_LISTS[path] === undefined || WORD_LISTS[path] !== entry.license)
        .filter(([path, entry]) => !permissive.test(TAKEN_UNDER[path] ?? entry.license ?? ''))
        .map(([path, entry]) => [path, entry.license]),
    ).toEqual([]);
  });

  it('names no place that packages come from', () => {
    const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
    expect(Object.values(lock.packages).filter((entry) => /^https?:/.test(entry.resolved ?? ''))).toEqual([]);
  });
});
