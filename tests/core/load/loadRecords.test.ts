import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realSurroundings } from '../../../core/context.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { dumpRecords } from '../../../core/load/dumpRecords.ts';
import { loadRecords } from '../../../core/load/loadRecords.ts';
import { loadPaper } from '../../../core/papers/loadPaper.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { Session } from '../../../core/session.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { aFolder, aVault } from '../../helpers/aVault.ts';
import { anExercise, aSeat } from '../exercise/anExercise.ts';

async function aSession(): Promise<Session> {
  const { vault } = await aVault();
  return { vault, surroundings: realSurroundings, announce: () => {} };
}

function aFile(name: string, content: string | Uint8Array): string {
  const file = join(aFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** What a load was refused for; the vault must then hold what it held. */
async function refusal(session: Session, load: () => Promise<unknown>): Promise<unknown> {
  const before = listRecords(session.vault).map(({ id }) => id);
  const error: unknown = await load().then(
    () => 'nothing',
    (reason: unknown) => reason,
  );
  expect(listRecords(session.vault).map(({ id }) => id)).toEqual(before);
  return error;
}

const malformedAt = (...lines: number[]) => ({
  code: 'load.malformed',
  details: { problems: lines.map((line) => ({ line, sentence: expect.stringMatching(/\S/) })), more: 0 },
});

describe('JSON lines', () => {
  const jsonl = (session: Session, content: string | Uint8Array) =>
    loadRecords(unwatched, session, { file: aFile('records.jsonl', content), format: 'jsonl' });

  it('become records, with the ids and marks that they give', async () => {
    const session = await aSession();
    const id = naturalId('person', 'somebody');
    const { created } = await jsonl(
      session,
      `{"kind":"person","id":"${id}","body":{"name":"Zarina Oltmansky"},"label":"TLP:GREEN"}\r\n\n{"kind":"person","body":{"name":"Noor Isbrander"}}\n`,
    );
    expect(created).toHaveLength(2);
    expect(readRecord(session.vault, id)).toMatchObject({
      title: 'Zarina Oltmansky',
      handling: { label: 'TLP:GREEN', distribution: { to: 'community' } },
    });
  });

  it.each([
    ['a line is no JSON', '{"kind":"person","body":{"name":"A"}}\n{"kind":', 2],
    ['a line is no record', '["person"]', 1],
    ['a kind is unknown', '{"kind":"sighting","body":{}}', 1],
    ['a field does not fit', '\n{"kind":"person","body":{"name":7}}', 2],
    ['a line has more than a record has', '{"kind":"person","body":{"name":"A"},"colour":"red"}', 1],
    ['half of a character is in it', '{"kind":"person","body":{"name":"\\ud800"}}', 1],
    [
      'a stricter portion stands inside its placeholder',
      '{"kind":"paper","body":{"title":"A","body":{"type":"doc","content":[{"type":"portion","attrs":{"id":"b","placeholder":"p","label":"TLP:RED"},"content":[]}]}}}',
      1,
    ],
    ['a line nests without end', `{"kind":"person","body":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`, 1],
    ['an id is no id', '{"kind":"person","id":"1","body":{"name":"A"}}', 1],
  ])('are refused as a whole when %s', async (_, content, line) => {
    const session = await aSession();
    expect(await refusal(session, () => jsonl(session, content))).toMatchObject(malformedAt(line));
  });

  it('name every line that is wrong, and refuse an id that is here', async () => {
    const session = await aSession();
    const { id } = createRecord(session, 'person', { name: 'Here' });
    const content = `{"kind":"person","id":"${id}","body":{"name":"Again"}}\n{"kind":"person","body":{"name":"New"}}\n{"kind":"person","body":{"name":7}}`;
    expect(await refusal(session, () => jsonl(session, content))).toMatchObject(malformedAt(1, 3));
  });

  it('are refused when the bytes are no text, and when the file is missing', async () => {
    const session = await aSession();
    expect(await refusal(session, () => jsonl(session, Uint8Array.of(0x7b, 0xff, 0x7d)))).toMatchObject(malformedAt(1));
    const missing = { file: join(aFolder(), 'none.jsonl'), format: 'jsonl' } as const;
    expect(await refusal(session, () => loadRecords(unwatched, session, missing))).toMatchObject({
      code: 'file.missing',
    });
  });

  it('carry the whole exercise from one vault into another, as it was dumped', async () => {
    const from = await anExercise();
    const file = join(aFolder(), 'dump.jsonl');
    const { records } = dumpRecords(unwatched, from, { file });
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(records);
    const to = await aSeat('secretariat');
    const { created } = await loadRecords(unwatched, to, { file, format: 'jsonl' });
    expect(created).toHaveLength(records);
    const shown = (session: Session) =>
      listRecords(session.vault)
        .filter(({ id }) => created.includes(id))
        .map(({ id, title, handling, body }) => [id, title, handling, body]);
    expect(shown(to)).toEqual(shown(from));
  });
});

describe('CSV', () => {
  const csv = (session: Session, content: string, kind: string | undefined = 'person') =>
    loadRecords(unwatched, session, { file: aFile('people.csv', content), format: 'csv', kind });

  it('becomes persons, whose organisations may be named by code or name', async () => {
    const session = await aSession();
    const { id } = createRecord(session, 'organisation', { name: 'Republic of Avaria', type: 'state', code: 'XA' });
    const content =
      '\uFEFFname,organisation,role,portfolios\r\n"Marrochi, Filippa",XA,official,"Registry; Elections"\r\nLucan Ardenvale,republic of avaria,,\r\n';
    const { created } = await csv(session, content);
    expect(created.map((one) => readRecord(session.vault, one).body)).toEqual([
      { name: 'Marrochi, Filippa', organisation: id, role: 'official', portfolios: ['Registry', 'Elections'] },
      { name: 'Lucan Ardenvale', organisation: id },
    ]);
  });

  it.each([
    ['a row has too many cells', 'name,role\nA,official\nB,official,more', 3],
    ['a quote does not end', 'name,role\n"A,official', 2],
    ['a column is no field', 'name,colour\nA,red', 2],
    ['a value does not fit', 'name,role\nA,king', 2],
  ])('is refused as a whole when %s', async (_, content, line) => {
    const session = await aSession();
    expect(await refusal(session, () => csv(session, content))).toMatchObject(malformedAt(line));
  });

  it('needs to be told a kind', async () => {
    const session = await aSession();
    expect(await refusal(session, () => csv(session, 'name\nA', 'sighting'))).toMatchObject({ code: 'input.invalid' });
  });
});

describe('a paper', () => {
  it('is loaded with its stricter portions as records of their own', async () => {
    const session = await aSession();
    const file = aFile('Paper.md', '# Title\n\nText.\n\n:::portion TLP:AMBER+STRICT read="Registry"\nInner.\n:::\n');
    const { paper, title, blocks } = await loadPaper(unwatched, session, { file });
    expect({ title, blocks }).toEqual({ title: 'Title', blocks: 2 });
    const [portion] = listRecords(session.vault, { kind: 'portion' });
    expect(portion?.body.paper).toBe(paper);
    expect(portion?.handling.label).toBe('TLP:AMBER+STRICT');
    expect(JSON.stringify(readRecord(session.vault, paper).body)).not.toContain('Inner');
  });

  it('is refused whole, with its portions, when anything in it cannot be taken', async () => {
    const session = await aSession();
    const file = aFile('Paper.md', 'Text.\n\n:::portion TLP:RED\nInner, not closed.\n');
    expect(await refusal(session, () => loadPaper(unwatched, session, { file }))).toMatchObject(malformedAt(3));
  });

  it('is refused where no bundle could hold it, before anything of it is there', async () => {
    const session = await aSession();
    const table = (rows: number) =>
      `| a |${' a |'.repeat(19)}\n|${':-:|'.repeat(20)}\n${`|${' b |'.repeat(20)}\n`.repeat(rows)}`;
    const { paper } = await loadPaper(unwatched, session, { file: aFile('table.md', table(100)) });
    expect(readRecord(session.vault, paper).kind).toBe('paper');
    const file = aFile('larger.md', table(600));
    const refused = await refusal(session, () => loadPaper(unwatched, session, { file }));
    expect(refused).toMatchObject({ code: 'load.tooLarge' });
    const line = JSON.stringify({
      kind: 'paper',
      body: { title: 'x'.repeat(4_200_000), type: 'note', language: 'en' },
    });
    const lines = { file: aFile('x.jsonl', line), format: 'jsonl' } as const;
    expect(await refusal(session, () => loadRecords(unwatched, session, lines))).toMatchObject({
      code: 'load.tooLarge',
    });
  });
});
