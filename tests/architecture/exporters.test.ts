import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { api } from '../../contract/api.ts';
import type { Call } from '../../contract/call.ts';
import { EXPORTERS } from '../../core/release/exporters.ts';
import { nameIn, readTable } from '../helpers/readTable.ts';
import { ROOT, type SourceFile, sourceFiles } from './sourceTree.ts';

const ALL = Object.entries(EXPORTERS);
const SOURCES = new Set(ALL.flatMap(([, { sources }]) => sources));
const MISSING =
  'is a way out that core/release/exporters.ts does not name: say its format, its gate and its test there';

/** What writes inside the vault, encrypted, or only reads; and the hands by which exporters write. */
const INSIDE: Readonly<Record<string, string>> = {
  'core/annexes/openSealed.ts': 'reads',
  'core/crypto/sealedFile.ts': 'encrypted, in staging and blobs',
  'core/exchange/contentWorker.ts': 'reads',
  'core/exchange/joinedFile.ts': 'reads',
  'core/exchange/keptLines.ts': 'encrypted, in staging',
  'core/exchange/stageArchive.ts': 'encrypted, in staging',
  'core/files/readInput.ts': 'reads',
  'core/files/writeOutput.ts': 'the hand that writes what an exporter made',
  'core/records/attachFromDisk.ts': 'reads',
  'core/vault/blobs.ts': 'encrypted attachments',
  'core/vault/copyBytes.ts': 'copies the encrypted database',
  'core/vault/copyDatabase.ts': 'copies the encrypted database',
  'core/vault/durable.ts': 'the hand that writes keys, blobs and copies',
  'core/vault/keys.ts': 'wrapped keys',
  'core/vault/lock.ts': 'who has the vault open: a process and a machine',
  'core/vault/openVault.ts': 'reads',
  'core/vault/rekey.ts': 'syncs the encrypted database',
  'loopback/launch.ts': 'the page that hands the browser its token',
  'loopback/openBrowser.ts': 'the profile of the browser',
  'loopback/transfers.ts': 'files that a person hands in, in a private folder in memory',
  'cli/commands/bench.ts': 'numbers',
  'cli/demo/stage.ts': 'what the demonstration is loaded with',
};

const WRITING =
  /\b(writeFile|writeFileSync|writeSync|writevSync|createWriteStream|appendFile|appendFileSync|copyFile|copyFileSync|cp|cpSync|link|linkSync|open|openSync|symlink|symlinkSync)\b/;
const FROM_DISK = /import\s*\{([^}]*)\}\s*from 'node:fs(?:\/promises)?'|import\s+(\*\s+as\s+\w+|\w+)\s+from 'node:fs/g;

/** Whether a source can write to the disk: by the names that it imports, or because it imports all. */
function canWrite({ text }: SourceFile): boolean {
  return [...text.matchAll(FROM_DISK)].some(([, names = '', whole]) => whole !== undefined || WRITING.test(names));
}

/** Calls that are given a file or folder, and make nothing for anybody: they read it, or it is the vault's own place. */
const NOT_MADE = [
  ...['vault.create', 'vault.unlock', 'vault.recover', 'vault.rekey', 'vault.listBackups', 'vault.restore'],
  ...['vault.createExercise', 'records.attach', 'records.load', 'papers.load', 'papers.addPicture'],
  ...['exchange.addCard', 'exchange.open', 'exchange.inspect', 'exchange.verify'],
  ...['replies.read', 'replies.take', 'inquiries.readForm', 'inquiries.takeForm'],
];

const given = (one: Call): string => JSON.stringify(z.toJSONSchema(one.input, { unrepresentable: 'any', io: 'input' }));

describe('the ways out of the vault', () => {
  const core = sourceFiles('core').filter(({ path }) => !path.startsWith('core/bench/'));

  it('are known: nothing else writes to the disk, in the core, in a host or in the command line', () => {
    const files = [...core, ...['loopback', 'electron', 'cli'].flatMap(sourceFiles)];
    const writers = files.filter(canWrite).map(({ path }) => path);
    expect(
      writers.filter((path) => INSIDE[path] === undefined && !SOURCES.has(path)),
      MISSING,
    ).toEqual([]);
    expect(
      Object.keys(INSIDE).filter((path) => !writers.includes(path)),
      'writes no longer',
    ).toEqual([]);
  });

  it('are known: nothing else makes a file that a person asked for, or takes a release', () => {
    const making =
      /\b(writeOutput|createOutput|assertRelease)\(|[(:,]\s*(made|release|released)?:?\s*Release(<[^>]*>)?\s*[,;)]/;
    const makers = core.filter(({ path, text }) => making.test(text) && INSIDE[path] === undefined);
    const reading = ['core/audit/auditBundle.ts', 'core/audit/auditRelease.ts'];
    const passing = [
      'core/release/releaseFor.ts',
      'core/release/mentions.ts',
      'core/openSession/openRelease.ts',
      'core/exchange/writeArchive.ts',
      ...reading,
    ];
    const unknown = makers.map(({ path }) => path).filter((path) => !SOURCES.has(path) && !passing.includes(path));
    expect(unknown, MISSING).toEqual([]);
  });

  it('are known: every call that is given a file either is one of them or makes nothing', () => {
    const calls = Object.entries(api).flatMap(([feature, all]) =>
      Object.entries<Call>(all).map(([name, one]) => ({ name: `${feature}.${name}`, one })),
    );
    const made = new Set(ALL.flatMap(([, exporter]) => exporter.calls));
    const names = new Set(calls.map(({ name }) => name));
    const onDisk = calls.filter(({ one }) => /"(file|files|folder)":/.test(given(one))).map(({ name }) => name);
    expect(
      onDisk.filter((name) => !made.has(name) && !NOT_MADE.includes(name)),
      MISSING,
    ).toEqual([]);
    expect(
      [...made, ...NOT_MADE].filter((name) => !names.has(name)),
      'no such call',
    ).toEqual([]);
    expect(
      NOT_MADE.filter((name) => made.has(name)),
      'named twice',
    ).toEqual([]);
  });

  it('are known: nothing else in a window or its host copies, prints or saves', () => {
    const leaving = /clipboard\.write|createObjectURL|window\.print\(|execCommand|showSaveFilePicker|\.download\s*=/;
    const looking = {
      'renderer/papers/figures/useFigures.ts': 'shows the picture of a figure in the window',
      'renderer/papers/FileShown.tsx': 'shows a picture or a PDF of a paper in the window',
      'renderer/host/loopbackHost.ts': 'hands a person the file that a call made',
    };
    const found = sourceFiles('renderer').filter(({ text }) => leaving.test(text));
    const unknown = found.map(({ path }) => path).filter((path) => !SOURCES.has(path) && !Object.hasOwn(looking, path));
    expect(unknown, MISSING).toEqual([]);
  });

  it('are as they say: each source is there, each test is there, and what goes through the gate asks for a release', () => {
    for (const [name, { sources, provenBy, gate }] of ALL) {
      for (const path of [...sources, provenBy]) expect(existsSync(join(ROOT, path)), `${name}: ${path}`).toBe(true);
      if (typeof gate !== 'string') continue;
      const text = sources.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
      expect(text, `${name} goes through the gate`).toMatch(
        gate === 'release' ? /assertRelease\((request\.)?release\)/ : /\brelease(For)?\([^;]*kind: 'self'/s,
      );
      if (gate === 'release') expect(text, `${name} is read again`).toMatch(/\baudit(Bundle|Release)\(session, /);
    }
  });

  it('the reminder in the clipboard says the day and the number of a bundle, and nothing else', () => {
    const text = readFileSync(join(ROOT, 'renderer/exchange/matrix/MatrixCell.tsx'), 'utf8');
    const [, sentence = ''] = /clipboard\.writeText\(\s*t`([^`]*)`/.exec(text) ?? [];
    expect([...sentence.matchAll(/\$\{([^}]*)\}/g)].map(([, value]) => value)).toEqual(['day', 'cell.number']);
    expect(text.split('clipboard.write')).toHaveLength(2);
  });

  it('stand in docs/handling.md', () => {
    const rows = readTable('handling.md', 'Ways out').map(([name, format, gate, test]) => [
      nameIn(name),
      format,
      gate,
      nameIn(test),
    ]);
    const shown = { release: 'a `Release`', self: 'for this installation itself' };
    expect(rows).toEqual(
      ALL.map(([name, { format, gate, provenBy }]) => [
        name,
        format,
        typeof gate === 'string' ? shown[gate] : `none: ${gate.none}`,
        provenBy,
      ]),
    );
  });
});
