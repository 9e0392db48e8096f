import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendJournal, examineJournal } from '../../../core/vault/journal.ts';
import { canonicalJson, isJson, isJsonObject } from '../../../domain/records/json.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, aVault } from '../../helpers/aVault.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2027-03-03T18:12:07Z');

it('is read in pages, searched by words of its sentences, and filtered by act, by day and by what it is about', async () => {
  const { client, open } = aCore();
  await open('Karsenia');
  await client.vault.startNetwork({
    network: { name: 'Invented Network', shortName: 'IN', symbol: 'CB' },
    organisation: { name: 'Secretariat', shortName: 'Sec', type: 'secretariat' },
    person: { name: 'Ada Morn', role: 'secretariat' },
  });
  const { id } = await client.records.create({ kind: 'paper', body: { title: 'L’été à Tessaly', type: 'note' } });
  const file = join(aFolder(), 'print.pdf');
  await client.documents.print({
    document: { what: 'paper', paper: id },
    audience: { kind: 'self' },
    options: { language: 'en', paper: 'a4' },
    file,
  });
  const all = await client.journal.read({});
  expect(all.lines.map(({ act }) => act)).toEqual([
    'printed',
    'directory.signed',
    'directory.signed',
    'networkStarted',
    'created',
  ]);
  expect(all.lines[0]).toMatchObject({
    seq: 5,
    sentence: '“L’été à Tessaly” was printed.',
    about: [{ is: 'record', id, kind: 'paper', name: 'L’été à Tessaly' }],
    previous: all.lines[1]?.digest,
  });
  const found = async (filter: Parameters<typeof client.journal.read>[0]) =>
    (await client.journal.read(filter)).lines.map(({ seq }) => seq);
  expect(await found({ search: 'ETE printed' })).toEqual([5]);
  expect(await found({ search: 'imprime', language: 'fr' })).toEqual([5]);
  expect(await found({ search: 'nothing' })).toEqual([]);
  expect(await found({ acts: ['created'] })).toEqual([1]);
  expect(await found({ about: [id] })).toEqual([5]);
  expect(await found({ about: ['somebody'] })).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  expect(await found({ to: '2020-01-01' })).toEqual([]);
  expect(await found({ from: '2020-01-01', to: today })).toEqual([5, 4, 3, 2, 1]);
  expect(await client.journal.read({ limit: 1 })).toMatchObject({ lines: [{ seq: 5 }], more: true });
  expect(await client.journal.read({ limit: 1, before: 2 })).toMatchObject({ lines: [{ seq: 1 }], more: false });
  expect(await client.journal.acts({ language: 'fr' })).toContainEqual({ act: 'printed', name: 'Imprimé', lines: 1 });
});

it('is saved as sentences, or as lines by which anybody can follow the chain, and says so itself', async () => {
  const { client, open } = aCore();
  await open('Karsenia');
  const folder = aFolder();
  const [sentences, lines] = [join(folder, 'journal.txt'), join(folder, 'journal.jsonl')];
  expect(await client.journal.export({ file: sentences, form: 'sentences', language: 'fr' })).toEqual({ lines: 1 });
  expect(readFileSync(sentences, 'utf8')).toMatch(
    /^1\t\d{4}-\d\d-\d\dT\d\d:\d\dZ\tLe coffre a été créé, avec des clés neuves\.\n$/,
  );
  expect(await client.journal.export({ file: lines, form: 'lines' })).toEqual({ lines: 2 });
  let previous = '0'.repeat(64);
  for (const text of readFileSync(lines, 'utf8').trimEnd().split('\n')) {
    const line: unknown = JSON.parse(text);
    if (!isJson(line) || !isJsonObject(line)) throw new TypeError(text);
    const { digest, ...rest } = line;
    expect(rest.previous).toBe(previous);
    expect(createHash('sha256').update(canonicalJson(rest)).digest('hex')).toBe(digest);
    previous = String(digest);
  }
  const state = await client.journal.verify({});
  expect(state).toMatchObject({ lines: 3, last: { seq: 3 } });
  expect(state.broken).toBeUndefined();
  await expect(client.journal.export({ file: lines, form: 'lines' })).rejects.toMatchObject({ code: 'file.exists' });
});

it('says which line was changed, taken out, put elsewhere or cut off', async () => {
  const { vault } = await aVault();
  for (let line = 0; line < 5; line += 1) appendJournal(vault, NOW + line * DAY, 'printed', { what: 'paper', n: line });
  const broken = (statement: string) => {
    vault.sqlite.exec('SAVEPOINT before');
    vault.sqlite.exec(statement);
    const state = examineJournal(vault);
    vault.sqlite.exec('ROLLBACK TO before');
    return state.broken;
  };
  expect(broken('SELECT 1')).toBeUndefined();
  expect(broken(`UPDATE journal SET at = '2020-01-01T00:00Z' WHERE seq = 3`)).toEqual({ line: 3, is: 'changed' });
  expect(broken(`UPDATE journal SET detail = 'not JSON' WHERE seq = 3`)).toEqual({ line: 3, is: 'changed' });
  expect(broken('DELETE FROM journal WHERE seq = 4')).toEqual({ line: 4, is: 'missing' });
  expect(broken('DELETE FROM journal WHERE seq > 4')).toEqual({ line: 5, is: 'cut' });
  expect(broken('DELETE FROM journal')).toEqual({ line: 1, is: 'cut' });
  const swap =
    'UPDATE journal SET seq = 100 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 100';
  expect(broken(swap)).toEqual({ line: 3, is: 'changed' });
  // With the numbers made to fit, the digests still say what followed what.
  const { digestOf } = await import('../../../domain/records/digest.ts');
  const line = { seq: 3, at: '2027-03-04T18:12Z', act: 'printed', detail: { what: 'paper' }, previous: '1'.repeat(64) };
  const forged = `UPDATE journal SET at = '${line.at}', detail = '{"what":"paper"}', previous = '${line.previous}', digest = '${digestOf(line)}' WHERE seq = 3`;
  expect(broken(forged)).toEqual({ line: 3, is: 'order' });
});
