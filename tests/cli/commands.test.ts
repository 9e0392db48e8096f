import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXIT } from '../../cli/exitCodes.ts';
import { naturalId } from '../../domain/records/ids.ts';
import { ROOT_FORM } from '../../domain/vault/shares.ts';
import { amberdesk, PROGRAM, type Said } from '../helpers/amberdesk.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';
import { keysIn } from '../helpers/printedKeys.ts';
import { readPdf } from '../helpers/readPdf.ts';
import { runProgram } from '../helpers/runProgram.ts';

const PASSPHRASE = 'four patient cranes at dusk';
const NETWORK = [
  {
    kind: 'network',
    id: naturalId('network', 'CLI'),
    label: 'TLP:CLEAR',
    body: { name: 'Network of Tests', symbol: 'NT', exercise: true, secretariat: naturalId('organisation', 'SEC') },
  },
  {
    kind: 'organisation',
    id: naturalId('organisation', 'SEC'),
    body: { name: 'Secretariat of Tests', shortName: 'Secretariat', type: 'secretariat', membership: 'secretariat' },
  },
  {
    kind: 'organisation',
    body: { name: 'Northmark', shortName: 'Northmark', type: 'state', code: 'XN', membership: 'member' },
  },
];
const PAPER =
  '# Quarrenfall\n\nThe *registers* of Dour were read out in public.[^1]\n\n| Province | Reports |\n| --- | ---: |\n| Dour | 38 |\n\n[^1]: As counted by nobody.\n';

describe('the command line', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  const run = (...args: string[]): Said =>
    amberdesk(['--passphrase-file', path('passphrase.txt'), ...args], { cwd: folder });
  const json = <T>(schema: z.ZodType<T>, ...args: string[]): T => {
    const said = run('--json', ...args);
    expect(said.stderr).toBe('');
    expect(said.code).toBe(0);
    return schema.parse(JSON.parse(said.stdout));
  };

  beforeAll(() => {
    folder = aLastingFolder();
    writeFileSync(path('passphrase.txt'), `${PASSPHRASE}\n`);
    writeFileSync(path('network.jsonl'), NETWORK.map((record) => JSON.stringify(record)).join('\n'));
    writeFileSync(path('quarrenfall.md'), PAPER);
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
        '--recovery-file',
        `${vault}.recovery`,
      );
    expect(init('secretariat.amberdesk', 'Ada Quill', 'Secretariat', 'SEC', 'secretariat').code).toBe(0);
    expect(init('northmark.amberdesk', 'Bo Ravn', 'Northmark', 'XN', 'member').code).toBe(0);
  });

  it('goes the whole way: load, exchange cards, seal, open, search, print, dump, back up, restore', () => {
    expect(run('load', 'secretariat.amberdesk', 'network.jsonl', 'quarrenfall.md').stdout).toContain('“Quarrenfall”');
    for (const name of ['secretariat', 'northmark'])
      expect(run('card', 'out', `${name}.amberdesk`, `${name}.ambercard`).code).toBe(0);
    const Verified = z.object({ trust: z.literal('verified'), digits: z.string().regex(/^(\d{5} ){7}\d{5}$/) });
    json(Verified, 'verify', 'secretariat.amberdesk', 'northmark.ambercard', '--in-person', 'Ada Quill');
    json(Verified, 'verify', 'northmark.amberdesk', 'secretariat.ambercard', '--in-person', 'Bo Ravn');

    const sealed = run('seal', 'secretariat.amberdesk', '--to', 'Northmark', '--out', 'dossier.amber');
    expect(sealed.stdout).toContain('records go');
    const Whole = z.object({ sealedTo: z.literal('classic'), recipients: z.literal(1), whole: z.literal(true) });
    json(Whole, 'verify', 'dossier.amber');
    const Offered = z.object({ offers: z.array(z.object({ files: z.array(z.object({ name: z.string() })) })) });
    const { offers } = json(Offered, 'watch', 'northmark.amberdesk', '.', '--once');
    expect(offers.map(({ files }) => files.map(({ name }) => name))).toEqual([['dossier.amber']]);
    expect(run('verify', 'northmark.amberdesk', 'dossier.amber').stdout).toContain('Nothing of it was kept.');
    const parts = run(
      'seal',
      'secretariat.amberdesk',
      '--to',
      'Northmark',
      '--out',
      'cut.amber',
      '--volume-bytes',
      '4096',
    );
    expect(parts.stdout).toMatch(/^\d parts: cut\.amber\.001, cut\.amber\.002/m);
    expect(run('open', 'northmark.amberdesk', 'cut.amber.002', '--preview').stdout).toContain('New 4');
    expect(run('open', 'northmark.amberdesk', 'dossier.amber').stdout).toContain('4 records changed, 0 in conflict');
    expect(run('open', 'northmark.amberdesk', 'dossier.amber').stdout).toContain('already here 4');
    const receipt = run('receipt', 'northmark.amberdesk', '--to', 'Ada Quill', '--out', 'receipt.amber');
    expect(receipt.stdout).toContain('2 receipts');
    expect(run('open', 'secretariat.amberdesk', 'receipt.amber').stdout).toMatch(/Receipt: \S+ accepted/);
    const delta = run('seal', 'secretariat.amberdesk', '--delta', '--to', 'Northmark', '--out', 'delta.amber');
    expect(delta.stderr).toContain('bundle.nothingLacking');

    const Found = z.object({ total: z.number(), hits: z.array(z.object({ title: z.string(), record: z.string() })) });
    const found = json(Found, 'search', 'northmark.amberdesk', 'registers', 'Dour');
    expect(found.hits.map((hit) => hit.title)).toEqual(['Quarrenfall']);

    const Printed = z.object({ pages: z.literal(1), bytes: z.number() });
    json(Printed, 'print', 'northmark.amberdesk', found.hits[0]?.record ?? '', '--out', 'paper.pdf');
    expect(readFileSync(path('paper.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const Saved = z.object({ bytes: z.number().positive() });
    json(Saved, 'word', 'northmark.amberdesk', found.hits[0]?.record ?? '', '--out', 'paper.docx');
    expect(readFileSync(path('paper.docx')).subarray(0, 2).toString()).toBe('PK');

    json(z.object({ records: z.literal(4) }), 'dump', 'northmark.amberdesk', 'records.jsonl');
    expect(readFileSync(path('records.jsonl'), 'utf8').trim().split('\n')).toHaveLength(4);

    const backup = json(z.object({ name: z.string() }), 'backup', 'northmark.amberdesk');
    expect(run('restore', 'northmark.amberdesk').stdout).toContain(backup.name);
    expect(run('restore', 'northmark.amberdesk', backup.name).code).toBe(0);
    expect(run('doctor', 'northmark.amberdesk').stdout).toContain('All is well.');
    expect(json(Found, 'search', 'northmark.amberdesk', 'registers').total).toBe(1);
  });

  it('watches a folder until it is stopped, tells each bundle once, and opens none', async () => {
    writeFileSync(path('words.txt'), 'a quiet river at dawn\n');
    const sealing = ['--to', 'Northmark', '--out', 'words.amber', '--bundle-passphrase-file', 'words.txt'];
    expect(run('seal', 'secretariat.amberdesk', ...sealing).code).toBe(0);
    const watched = path('watched');
    mkdirSync(watched);
    const common = ['--passphrase-file', path('passphrase.txt'), '--json'];
    const watching = runProgram(pathToFileURL(PROGRAM), [...common, 'watch', path('northmark.amberdesk'), watched]);
    copyFileSync(path('words.amber'), join(watched, '7f3a.amber'));
    const Offer = z.object({ files: z.array(z.object({ name: z.string() })), underPassphrase: z.literal(true) });
    expect(Offer.parse(JSON.parse((await watching.nextLine()) ?? '')).files).toMatchObject([{ name: '7f3a.amber' }]);
    watching.child.kill('SIGINT');
    expect(await watching.ended).toBe(0);
    expect(watching.errors()).toBe('');
    expect(await watching.nextLine()).toBeUndefined();
  });

  it('says with its exit code what kind of thing went wrong, and with --json which', () => {
    const Refused = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
    const refusals: [string[], number, string][] = [
      [['doctor', 'nowhere.amberdesk'], EXIT.vault, 'vault.missing'],
      [
        ['init', 'secretariat.amberdesk', '--name', 'X', '--organisation', 'Y', '--code', 'Z'],
        EXIT.vault,
        'vault.exists',
      ],
      [['load', 'secretariat.amberdesk', 'absent.md'], EXIT.input, 'file.missing'],
      [['open', 'secretariat.amberdesk', 'network.jsonl'], EXIT.bundle, 'bundle.notBundle'],
      [['print', 'secretariat.amberdesk', 'NT/99', '--out', 'x.pdf'], EXIT.input, 'record.missing'],
      [['dump', 'secretariat.amberdesk', 'network.jsonl'], EXIT.disk, 'file.exists'],
    ];
    for (const [args, exit, code] of refusals) {
      const said = run('--json', ...args);
      expect([said.code, Refused.parse(JSON.parse(said.stdout)).error.code], args.join(' ')).toEqual([exit, code]);
      expect(said.stderr).toContain(code);
    }
  });

  it('refuses a wrong passphrase without changing anything', () => {
    writeFileSync(path('wrong.txt'), 'four impatient cranes at dawn\n');
    const said = amberdesk(['--passphrase-file', path('wrong.txt'), 'doctor', 'secretariat.amberdesk'], {
      cwd: folder,
    });
    expect([said.code, said.stderr]).toEqual([EXIT.vault, expect.stringContaining('vault.passphrase')]);
  });

  it('never takes a passphrase as an argument, and asks nobody when there is no terminal', () => {
    expect(amberdesk(['--passphrase', PASSPHRASE, 'doctor', 'secretariat.amberdesk'], { cwd: folder }).code).toBe(
      EXIT.usage,
    );
    expect(amberdesk(['doctor', 'secretariat.amberdesk'], { cwd: folder }).code).toBe(EXIT.input);
  });

  it('takes nothing from malformed files, and says which line', () => {
    const bad: [string, string, string[]][] = [
      ['broken.jsonl', '{"kind":"person","body":{"name":"Whole"}}\n{"kind":"person","body":', ['2']],
      ['unknown.jsonl', '{"kind":"kingdom","body":{}}', ['1']],
      ['misfit.jsonl', '\n{"kind":"person","body":{"role":"king"}}', ['2']],
      ['ragged.csv', 'name,role\nEdda Marlow,expert,too much\n', ['2']],
      ['column.csv', 'name,shoe\nEdda Marlow,42\n', ['2']],
    ];
    const before = run('--json', 'search', 'secretariat.amberdesk', 'Whole', 'Edda').stdout;
    for (const [name, content, lines] of bad) {
      writeFileSync(path(name), content);
      const said = run('load', 'secretariat.amberdesk', name, '--kind', 'person');
      expect([name, said.code]).toEqual([name, EXIT.input]);
      expect(said.stderr).toContain('load.malformed');
      for (const line of lines) expect(said.stderr, name).toContain(`"line":${line}`);
    }
    expect(run('--json', 'search', 'secretariat.amberdesk', 'Whole', 'Edda').stdout).toBe(before);
  });

  it('takes persons from a table, with their organisations by name', () => {
    writeFileSync(
      path('people.csv'),
      'name,organisation,role,portfolios\n"Marlow, Edda",Northmark,expert,Sanctions; Customs\n',
    );
    json(
      z.array(z.object({ created: z.array(z.string()).length(1) })),
      'load',
      'secretariat.amberdesk',
      'people.csv',
      '--kind',
      'person',
    );
    expect(run('search', 'secretariat.amberdesk', 'marlow', 'customs').stdout).toContain('Marlow, Edda');
  });

  it('writes nothing where nothing may be written', () => {
    mkdirSync(path('taken'));
    const said = run('card', 'out', 'secretariat.amberdesk', join('absent', 'my.ambercard'));
    expect([said.code, said.stderr]).toEqual([EXIT.disk, expect.stringContaining('file.unwritable')]);
    expect(run('card', 'out', 'secretariat.amberdesk', 'taken').stderr).toContain('file.exists');
  });

  it('begins the directory, prints its root, admits an installation, and revokes it with what it could open', async () => {
    run('root', 'found', 'secretariat.amberdesk');
    expect(run('root', 'print', 'secretariat.amberdesk', 'root.pdf').stdout).toContain('root.pdf: 1 pages');
    const [root = ''] = keysIn((await readPdf(readFileSync(path('root.pdf')))).text, ROOT_FORM);
    writeFileSync(path('root.txt'), `${root.toLowerCase()}\n`);
    expect(run('root', 'confirm', 'secretariat.amberdesk').stdout).toContain('on paper only');
    // Northmark was restored and has a new key.
    const Card = z.object({ digits: z.string(), trust: z.string() });
    const { digits } = json(Card, 'card', 'out', 'northmark.amberdesk', 'northmark-2.ambercard');
    expect(json(Card, 'card', 'in', 'secretariat.amberdesk', 'northmark-2.ambercard').trust).toBe('unverified');
    expect(run('directory', 'admit', 'secretariat.amberdesk', digits).stderr).toContain('card.unverified');
    run('card', 'verify', 'secretariat.amberdesk', 'northmark-2.ambercard', '--in-person', 'Ada Quill');
    const Entry = z.object({ number: z.number() });
    expect(json(Entry, 'directory', 'admit', 'secretariat.amberdesk', digits).number).toBe(3);
    const revoked = run('directory', 'revoke', 'secretariat.amberdesk', digits, '--reason', 'Lost on the train');
    expect(revoked.stdout).toContain('Entry 4');
    expect(json(Entry, 'root', 'replace', 'secretariat.amberdesk', '--root-file', 'root.txt').number).toBe(5);
    const shown = run('directory', 'show', 'secretariat.amberdesk').stdout;
    expect(shown).toContain('is revoked: Lost on the train (secretariat)');
    expect(run('card', 'list', 'secretariat.amberdesk').stdout).toContain('Bo Ravn, Northmark: revoked, revoked');
  });

  it('explains every command with an example', () => {
    const overview = amberdesk(['--help']);
    expect(overview.stdout).toContain('Exit codes:');
    const commands = [
      'demo',
      'init',
      'load',
      'dump',
      'seal',
      'open',
      'verify',
      'print',
      'word',
      'search',
      'backup',
      'restore',
      'doctor',
      'bench',
      'card',
      'directory',
      'root',
      'matrix',
      'receipt',
      'ask',
      'recall',
      'purge',
    ];
    for (const command of commands) {
      expect(overview.stdout).toContain(command);
      expect(amberdesk([command, '--help']).stdout, command).toMatch(/Examples?:\n {2}\$ /);
    }
  });
});
