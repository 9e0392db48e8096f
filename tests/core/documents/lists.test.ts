import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../../core/audit/readers.ts';
import { listFor, saveList } from '../../../core/documents/listFor.ts';
import { ownList, type SaveOwnListOrder, saveOwnList } from '../../../core/documents/ownList.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import type { Session } from '../../../core/session.ts';
import { appendJournal, readJournal } from '../../../core/vault/journal.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aMember, aSession, refusal } from '../../helpers/aSession.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, seal } from '../exchange/aNetwork.ts';

const BODIES: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

/** Papers with everything that a spreadsheet could take for something else. */
async function aDesk() {
  const session = await aSession('Secretariat', 'secretariat');
  const make = (kind: string, body: JsonObject, mark?: Mark) =>
    createRecord(session, kind, body, mark === undefined ? {} : { mark }).id;
  for (const name of ['Secretariat', 'Northmark']) aMember(session, name);
  const closed: Mark = {
    label: 'TLP:RED',
    distribution: { to: 'named', organisations: [], persons: [session.vault.installation.seat] },
  };
  const body = make('organisation', { name: 'Harbour Watch', type: 'cso', membership: 'invited' }, BODIES);
  make('paper', { title: '=HYPERLINK("http://away")', number: 'CB/8/10', status: 'cleared', due: '2027-03-01' });
  make('paper', { title: 'Élan, “quoted”; "twice"\nover two lines', number: 'CB/8/9', status: 'drafting' }, BODIES);
  make('paper', { title: '  +1 and 議題', number: 'CB/8/11', openNumber: 'CB/8/O2', status: 'issued' }, BODIES);
  make('paper', { title: '-2', number: 'CB/8/2', openNumber: 'CB/8/O1', status: 'cleared' }, BODIES);
  make('paper', { title: 'Quillabrandt itinerary', number: 'CB/8/12', status: 'cleared' }, closed);
  return { session, body };
}

const createdIn = ({ vault }: Session) => listRecords(vault, { kind: 'paper' }).map(({ id }) => id);

const COLUMNS = ['title', 'number', 'openNumber', 'status', '$label', 'due', '$state', '$updated'];

function order(audience: Audience, language: 'en' | 'fr' = 'en') {
  const choice = { kinds: ['paper'], filters: [], sort: [{ column: 'number', descending: false }] };
  return { list: { of: 'register' as const, choice }, columns: COLUMNS, audience, language };
}

function saved(session: Session, audience: Audience, language: 'en' | 'fr' = 'en') {
  const file = join(aFolder(), 'List.csv');
  const { rows } = saveList(unwatched, session, { ...order(audience, language), file });
  const bytes = readFileSync(file);
  const lines: string[][] = parse(bytes, { bom: true });
  return { rows, bytes, lines };
}

describe('a list saved as CSV', () => {
  it('has what is shown, in its order, under the mark and for whom it is; each row ends with its own mark', async () => {
    const { session } = await aDesk();
    const { rows, bytes, lines } = saved(session, { kind: 'self' });
    expect(rows).toBe(5);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([8]));
    expect(lines.slice(0, 2).map(([cell]) => cell)).toEqual(['TLP:RED', 'For whom: This desk']);
    expect(lines[2]).toEqual([
      'Title',
      'Number',
      'Number in the open session',
      'Status',
      'Due date',
      'State',
      'Changed',
      'Mark',
    ]);
    expect(lines.slice(3).map(([title, number]) => [title, number])).toEqual([
      ["'-2", 'CB/8/2'],
      ['Élan, “quoted”; "twice"\nover two lines', 'CB/8/9'],
      [`'=HYPERLINK("http://away")`, 'CB/8/10'],
      ['  +1 and 議題', 'CB/8/11'],
      ['Quillabrandt itinerary', 'CB/8/12'],
    ]);
    expect(lines[5]?.slice(3)).toEqual([
      'cleared',
      '2027-03-01',
      'draft',
      expect.stringMatching(/^\d{4}-/),
      'TLP:AMBER',
    ]);
    expect(readJournal(session.vault)[0]).toMatchObject({ act: 'listSaved', detail: { records: 5 } });
    const french = saved(session, { kind: 'self' }, 'fr');
    expect(french.lines[1]?.[0]).toBe('Destinataires\u00a0: Ce poste');
  });

  it('tells a member nothing of what is withheld, and those outside neither fields nor an order that tell of it', async () => {
    const { session, body } = await aDesk();
    const board = saved(session, { kind: 'board' });
    expect(board.lines.slice(0, 2).map(([cell]) => cell)).toEqual(['TLP:AMBER', 'For whom: The board']);
    expect(board.rows).toBe(4);
    expect(board.bytes.toString()).not.toMatch(/Quillabrandt|draft,/);
    const audience: Audience = { kind: 'community', bodies: [body] };
    const outside = saved(session, audience);
    // By closed numbers -2 would come first; they stand by what is seen of them.
    expect(outside.lines.slice(2)).toEqual([
      ['Title', 'Number in the open session', 'Mark'],
      ['  +1 and 議題', 'CB/8/O2', 'TLP:GREEN'],
      ["'-2", 'CB/8/O1', 'TLP:GREEN'],
      ['Élan, “quoted”; "twice"\nover two lines', '', 'TLP:GREEN'],
    ]);
    const named = { of: 'records' as const, records: createdIn(session) };
    const own = listFor(session, { ...order({ kind: 'self' }), list: named });
    expect(own.rows.every((row) => /^\d{4}-/.test(row[6] ?? ''))).toBe(true);
    expect(listFor(session, order(audience))).toMatchObject({ total: 3, withheld: 2, label: 'TLP:GREEN' });
    expect(outside.bytes.toString()).not.toMatch(/CB\/8\/\d/);
  });

  it('is not made of nothing, over another file, or of columns that there are not', async () => {
    const { session } = await aDesk();
    const file = join(aFolder(), 'List.csv');
    refusal(() => saveList(unwatched, session, { ...order({ kind: 'public' }), file }), 'release.withheld');
    const wrong = { ...order({ kind: 'self' }), columns: ['nothing'], file };
    refusal(() => saveList(unwatched, session, wrong), 'input.invalid');
    expect(existsSync(file)).toBe(false);
    saveList(unwatched, session, { ...order({ kind: 'self' }), file });
    refusal(() => saveList(unwatched, session, { ...order({ kind: 'self' }), file }), 'file.exists');
  });

  it('of what the desk did is for this desk alone: the journal as it is narrowed, and who has got what', async () => {
    const { secretariat, tavania } = await aNetwork();
    const { session } = secretariat;
    const red: Mark = {
      label: 'TLP:RED',
      distribution: { to: 'named', organisations: [], persons: [session.vault.installation.seat] },
    };
    const make = (title: string, mark?: Mark) => {
      const body = { title, starts: '2027-03-11', zone: 'Europe/Lisbon' };
      return createRecord(session, 'meeting', body, mark === undefined ? {} : { mark }).id;
    };
    const closed = make('Quillabrandt talks', red);
    appendJournal(session.vault, session.surroundings.now(), 'calendarSaved', { record: closed });
    await seal(secretariat, [tavania], { meeting: make('=Eighth') });
    const listed = (list: SaveOwnListOrder['list'], language: 'en' | 'fr' = 'en') => {
      const file = join(aFolder(), 'Own.csv');
      const { rows } = saveOwnList(unwatched, session, { list, language, file });
      const lines: string[][] = parse(readFileSync(file), { bom: true });
      expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
      expect(rows).toBe(lines.length - lines.findIndex((line) => !line.includes('')) - 1);
      return lines;
    };
    const journal = listed({ of: 'journal', filter: { acts: ['calendarSaved'] } });
    expect(journal.slice(0, 2).map(([cell]) => cell)).toEqual(['TLP:RED', 'For whom: This desk']);
    expect(journal.slice(2)).toEqual([
      ['Line', 'When (UTC)', 'What was done', 'In a sentence', 'Mark'],
      [
        expect.stringMatching(/^\d+$/),
        expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
        'Calendar saved',
        'A calendar of “Quillabrandt talks” was saved.',
        'TLP:RED',
      ],
    ]);
    expect(ownList(session, { list: { of: 'journal', filter: {} }, language: 'fr' }).total).toBe(
      session.vault.sqlite.prepare('SELECT count(*) FROM journal').pluck().get(),
    );
    refusal(
      () => ownList(session, { list: { of: 'journal', filter: { search: 'no such words' } }, language: 'en' }),
      'release.withheld',
    );
    const matrix = listed({ of: 'matrix', silent: true }, 'fr');
    expect(matrix[1]?.[0]).toBe('Destinataires\u00a0: Ce poste');
    const sealed = matrix.find((row) => row.includes("'=Eighth"));
    expect(sealed).toContain('pas de nouvelles');
    expect(sealed?.at(-1)).toBe('TLP:AMBER+STRICT');
    expect(matrix.flat().join()).not.toContain('Quillabrandt');
    expect(matrix.every((row) => row.at(-1) === '' || /^(TLP|Mention)/.test(row.at(-1) ?? ''))).toBe(true);
    expect(readJournal(session.vault)[0]).toMatchObject({ act: 'listSaved', detail: { audience: { kind: 'self' } } });
  });

  it('that a spreadsheet would calculate with, or that is no list, is refused by its own reader', () => {
    const read = (text: string) => [...READERS.csv(Buffer.from(text))].map((passage) => passage.text);
    expect(read('\uFEFFa,"b\nc"\r\n')).toEqual(['a', 'b\nc']);
    for (const bad of ['a,=1\r\n', 'a,@b\r\n', 'a,"b\r\n', 'a\r\nb,c\r\n']) refusal(() => read(bad), 'release.unread');
  });
});
