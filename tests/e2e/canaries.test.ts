import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { naturalId } from '../../domain/records/ids.ts';
import { amberdesk, type Said } from '../helpers/amberdesk.ts';
import { filesUnder } from '../helpers/aVault.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';
import { readableIn, WRITING_CALLS, writtenPaths } from '../helpers/traces.ts';

const PASSPHRASE = 'nine hidden canaries in the rigging';
const CANARIES = ['Quillabrandt', 'Zephyrhostel', 'Umbrellawick', 'Kestrelmoor'];
const [TITLE = '', TEXT = '', NAME = '', ATTACHED = ''] = CANARIES;

describe('while sealing, opening and printing', () => {
  const folder = aLastingFolder();
  const work = join(folder, 'work');
  const temporary = join(folder, 'tmp');
  for (const path of [work, temporary, join(folder, 'home')]) mkdirSync(path);
  const passphraseFile = join(folder, 'passphrase.txt');
  writeFileSync(passphraseFile, PASSPHRASE);

  const run = (...args: string[]): Said => {
    const said = amberdesk(['--passphrase-file', passphraseFile, ...args], {
      cwd: work,
      env: { TMPDIR: temporary, HOME: join(folder, 'home') },
    });
    expect(said.stderr).toBe('');
    expect(said.code, args.join(' ')).toBe(0);
    return said;
  };
  /** The same under strace; gives every path that was opened for writing or made. */
  const traced = (...args: string[]): string[] => {
    const trace = join(folder, 'trace.txt');
    const calls = `trace=${WRITING_CALLS}`;
    const said = amberdesk(['--passphrase-file', passphraseFile, ...args], {
      cwd: work,
      env: { TMPDIR: temporary, HOME: join(folder, 'home') },
      wrapper: ['strace', '-f', '-qq', '-e', calls, '-o', trace],
    });
    expect(said.code, `${args.join(' ')}: ${said.stderr}`).toBe(0);
    const paths = writtenPaths(readFileSync(trace, 'utf8'), work);
    rmSync(trace);
    return paths;
  };
  const readable = (): string[] =>
    readableIn([folder], CANARIES).filter((found) => !/\.pdf: |passphrase\.txt: /.test(found));

  it('no word of the vault is in any file, and nothing is written but the vault and what was asked for', () => {
    const init = (vault: string, name: string, organisation: string, code: string, role: string) =>
      run(
        'init',
        vault,
        '--name',
        name,
        '--organisation',
        organisation,
        '--code',
        code,
        '--role',
        role,
        '--work-factor',
        '10',
      );
    init('secretariat.amberdesk', 'Ada Quill', 'Secretariat', 'SEC', 'secretariat');
    init('northmark.amberdesk', 'Bo Ravn', 'Northmark', 'XN', 'member');
    const records = [
      {
        kind: 'network',
        id: naturalId('network', 'canaries'),
        label: 'TLP:CLEAR',
        body: { name: 'Network', exercise: true },
      },
      {
        kind: 'organisation',
        id: naturalId('organisation', 'SEC'),
        body: { name: 'Secretariat', type: 'secretariat', membership: 'secretariat' },
      },
      {
        kind: 'organisation',
        body: { name: 'Northmark', shortName: 'Northmark', type: 'state', code: 'XN', membership: 'member' },
      },
      { kind: 'person', body: { name: NAME } },
    ];
    const input = join(folder, 'input');
    mkdirSync(input);
    writeFileSync(join(input, 'records.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'));
    writeFileSync(
      join(input, 'paper.md'),
      `# ${TITLE}\n\n${`The ${TEXT} of ${ATTACHED} was counted. `.repeat(2000)}\n`,
    );
    run('load', 'secretariat.amberdesk', join(input, 'records.jsonl'), join(input, 'paper.md'));
    rmSync(input, { recursive: true });
    for (const [owner, other, name] of [
      ['secretariat', 'northmark', 'Ada Quill'],
      ['northmark', 'secretariat', 'Bo Ravn'],
    ] as const) {
      run('card', 'out', `${owner}.amberdesk`, `${owner}.ambercard`);
      if (owner === 'northmark') {
        run('verify', 'secretariat.amberdesk', 'northmark.ambercard', '--in-person', 'Ada Quill');
        run('verify', 'northmark.amberdesk', `${other}.ambercard`, '--in-person', name);
      }
    }
    expect(readable()).toEqual([]);

    const asked = (...names: string[]) => names.map((name) => join(work, name));
    const outside = (paths: string[], vault: string, files: string[]) =>
      paths.filter(
        (path) =>
          !path.startsWith(`${join(work, vault)}/`) &&
          !files.includes(path) &&
          !/^\/(dev|proc)\//.test(path) &&
          !((path.startsWith(`${work}/.`) && path.endsWith('.partial')) || path.startsWith(`${work}/~syncthing~`)),
      );

    const sealing = traced('seal', 'secretariat.amberdesk', '--to', 'Northmark', '--out', 'dossier.amber');
    expect(sealing).toContain(join(work, 'dossier.amber'));
    expect(outside(sealing, 'secretariat.amberdesk', asked('dossier.amber'))).toEqual([]);
    expect(readable()).toEqual([]);

    const opening = traced('open', 'northmark.amberdesk', 'dossier.amber');
    expect(opening.some((path) => path.includes('northmark.amberdesk/staging/'))).toBe(true);
    expect(outside(opening, 'northmark.amberdesk', [])).toEqual([]);
    expect(readable()).toEqual([]);

    const Found = z.object({ hits: z.array(z.object({ record: z.string() })) });
    const [paper] = Found.parse(JSON.parse(run('--json', 'search', 'northmark.amberdesk', TITLE).stdout)).hits;
    const printing = traced('print', 'northmark.amberdesk', paper?.record ?? '', '--out', 'paper.pdf');
    expect(printing).toContain(join(work, 'paper.pdf'));
    expect(outside(printing, 'northmark.amberdesk', asked('paper.pdf'))).toEqual([]);
    expect(readable()).toEqual([]);
    expect([...filesUnder(temporary).keys()]).toEqual([]);
  });
});
