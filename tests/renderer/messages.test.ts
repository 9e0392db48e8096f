import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';

const CATALOGUES = 'renderer/**/locales/*.po';

/** Messages of a folder of catalogues, by file: id to translation. */
async function messagesUnder(folder: string): Promise<Map<string, Map<string, string>>> {
  const files = new Map<string, Map<string, string>>();
  for (const path of globSync(CATALOGUES, { cwd: folder }).sort()) {
    const locale = path.endsWith('fr.po') ? 'fr' : 'en';
    const parsed = await formatter().parse(readFileSync(join(folder, path), 'utf8'), {
      locale,
      sourceLocale: 'en',
      filename: path,
    });
    files.set(
      path.replaceAll('\\', '/'),
      new Map(Object.values(parsed ?? {}).map(({ message = '', translation = '' }) => [message, translation])),
    );
  }
  return files;
}

describe('the messages of the interface', () => {
  let kept: Awaited<ReturnType<typeof messagesUnder>>;
  let used: typeof kept;

  beforeAll(async () => {
    const folder = aLastingFolder();
    cpSync(join(ROOT, 'renderer'), join(folder, 'renderer'), { recursive: true });
    for (const file of ['lingui.config.ts', 'package.json', 'tsconfig.base.json'])
      cpSync(join(ROOT, file), join(folder, file));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const cli = join(ROOT, 'node_modules', '@lingui', 'cli', 'dist', 'lingui.js');
    execFileSync(process.execPath, [cli, 'extract', '--clean'], {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
    });
    kept = await messagesUnder(ROOT);
    used = await messagesUnder(folder);
  });

  it('are all in the catalogues, and no others are', () => {
    const ids = (files: typeof kept) => [...files].map(([path, messages]) => [path, [...messages.keys()].sort()]);
    expect(ids(kept)).toEqual(ids(used));
    expect([...kept.values()].reduce((total, messages) => total + messages.size, 0)).toBeGreaterThan(200);
  });

  it('are all there in French', () => {
    const missing = [...kept].flatMap(([path, messages]) =>
      path.endsWith('fr.po')
        ? [...messages].flatMap(([id, words]) => (words.trim() === '' ? [`${path}: ${id}`] : []))
        : [],
    );
    expect(missing).toEqual([]);
  });

  it('say the same in French wherever they say the same in English', () => {
    const words = new Map<string, Set<string>>();
    for (const [path, messages] of kept) {
      if (!path.endsWith('fr.po')) continue;
      for (const [id, translation] of messages) words.set(id, (words.get(id) ?? new Set()).add(translation));
    }
    expect([...words].filter(([, translations]) => translations.size > 1).map(([id, all]) => [id, ...all])).toEqual([]);
  });

  it('use the same placeholders in both languages', () => {
    const names = (text: string) =>
      [...text.matchAll(/\{(\w+)(?=[},])|<\/?(\d+)\/?>/g)].map((match) => match[0]).sort();
    const differing = [...kept].flatMap(([path, messages]) =>
      path.endsWith('fr.po')
        ? [...messages].filter(([id, words]) => new Set(names(id)).symmetricDifference(new Set(names(words))).size > 0)
        : [],
    );
    expect(differing).toEqual([]);
  });
});
