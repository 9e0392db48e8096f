import { describe, expect, it } from 'vitest';
import { clearanceDigest } from '../../../domain/handling/change.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { WithheldPart } from '../../../domain/release/explain.ts';
import type { ReleasableRecord, ReleasedRecord } from '../../../domain/release/material.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aBlock,
  aDocument,
  aHandling,
  aPlaceholder,
  aRecord,
  BOARD,
  CLEAR,
  CORVANE,
  circumstancesOf,
  ENVOY,
  freshIdOf,
  GREEN,
  HARBOUR,
  idOf,
  LOWMERE,
  NORTHMARK,
  PRIVATE,
  redTo,
  SECRETARIAT,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const OPEN: Audience = { kind: 'community', bodies: [CORVANE] };
const board: Audience = { kind: 'board' };
const MEETING = idOf('meeting');

function documentsFor(audience: Audience, ...records: ReleasableRecord[]): readonly ReleasedRecord[] {
  const all = [...theCircle(), ...records];
  return release({ records: all, wanted: new Set(records.map(({ id }) => id)) }, audience, circumstancesOf(all)).release
    .documents;
}

function reasonsFor(audience: Audience, ...records: ReleasableRecord[]): (readonly string[])[] {
  const all = [...theCircle(), ...records];
  const { explanation } = release(
    { records: all, wanted: new Set(records.map(({ id }) => id)) },
    audience,
    circumstancesOf(all),
  );
  return explanation.records.map(({ reasons }) => reasons);
}

/** What is said of the parts of these records that do not go. */
function partsFor(audience: Audience, ...records: ReleasableRecord[]): WithheldPart[] {
  const all = [...theCircle(), ...records];
  const wanted = new Set<string>(records.map(({ id }) => id));
  const { explanation } = release({ records: all, wanted }, audience, circumstancesOf(all));
  return explanation.records.flatMap(({ parts }) => parts);
}

function aPaper(mark: Mark, ...content: JsonObject[]): ReleasableRecord {
  return aRecord('paper', idOf('paper'), { title: 'Deep-dive', language: 'en', body: aDocument(...content) }, mark);
}

function bodyOf(documents: readonly ReleasedRecord[], kind = 'paper'): JsonObject {
  return documents.find((one) => one.kind === kind)?.body ?? {};
}

function blocksOf(documents: readonly ReleasedRecord[]): JsonObject[] {
  const { body } = bodyOf(documents);
  return isJsonObject(body) ? objects(body.content) : [];
}

describe('fields', () => {
  const item = aRecord(
    'agendaItem',
    idOf('item'),
    {
      number: 10,
      openNumber: 'O2',
      title: 'Protection of minorities',
      session: idOf('session'),
      madeByANewerVersion: 'new',
      speakers: [{ id: 's', order: 'a0', party: CORVANE, zone: 'America/Lima', madeByANewerVersion: 'new' }],
    },
    GREEN,
  );
  const session = aRecord('session', idOf('session'), { access: 'open', attendance: 'All' }, GREEN);

  it('prints the closed number for members and only the open one for the community', () => {
    expect(bodyOf(documentsFor(board, item, session), 'agendaItem')).toMatchObject({ number: 10, openNumber: 'O2' });
    const open = bodyOf(documentsFor(OPEN, item, session), 'agendaItem');
    expect(open.openNumber).toBe('O2');
    expect(Object.keys(open).sort()).toEqual(['openNumber', 'session', 'title']);
  });

  it('prints no field, and no field of an entry, that this version does not know', () => {
    expect(JSON.stringify(documentsFor(board, item, session))).not.toContain('madeByANewerVersion');
  });

  it('prints of a nested value only what its schema knows', () => {
    const meeting = aRecord('meeting', MEETING, { version: { number: 2, on: '2027-02-01', secret: 'why' } });
    expect(bodyOf(documentsFor(board, meeting), 'meeting')).toEqual({ version: { number: 2, on: '2027-02-01' } });
    const person = aRecord('person', idOf('person'), { portfolios: ['Mediation', { secret: 'why' }] });
    expect(partsFor(board, meeting, person)).toEqual([
      { path: 'version', reason: 'shape' },
      { path: 'portfolios', reason: 'shape' },
    ]);
  });

  it('tells those outside of a paper’s issues the last alone, by name and day', () => {
    const issues = [
      { id: 'b', order: 'a1', name: 'Rev. 1', on: '2027-03-02', by: ENVOY, version: 'ab'.repeat(32) },
      { id: 'a', order: 'a0', name: 'First issue', on: '2027-02-19' },
    ];
    const paper = aRecord('paper', idOf('paper'), { title: 'Grain', issues, status: 'issued' }, CLEAR);
    expect(bodyOf(documentsFor(OPEN, paper), 'paper')).toEqual({
      title: 'Grain',
      issues: [{ id: 'e1', order: 'a0', name: 'Rev. 1', on: '2027-03-02' }],
    });
    expect(bodyOf(documentsFor({ kind: 'public' }, paper), 'paper')).toEqual({ title: 'Grain' });
    expect(bodyOf(documentsFor(board, paper), 'paper').issues).toEqual(issues);
  });

  it('tells what is asked of somebody outside to them alone', () => {
    const mark = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;
    const asked = { title: 'Grain', request: 'Say who pays.', due: '2027-02-18', commissionedFrom: [CORVANE] };
    const paper = aRecord('paper', idOf('paper'), { ...asked, commissionedBy: ENVOY }, mark);
    const guest = (party: typeof CORVANE): Audience => ({ kind: 'guest', party, item: paper.id, papers: [paper.id] });
    const { commissionedFrom: _from, ...told } = asked;
    expect(bodyOf(documentsFor(guest(CORVANE), paper), 'paper')).toEqual(told);
    for (const audience of [guest(HARBOUR), OPEN]) {
      expect(bodyOf(documentsFor(audience, paper), 'paper')).toEqual({ title: 'Grain' });
    }
  });

  it('makes titles of what goes, not of what is withheld', () => {
    const paper = aRecord('paper', idOf('paper'), { number: 'CB/8/4', title: 'Deep-dive' }, CLEAR);
    expect(documentsFor(board, paper)[0]?.title).toBe('CB/8/4 Deep-dive');
    expect(documentsFor({ kind: 'public' }, paper)[0]?.title).toBe('Deep-dive');
  });

  it('prints no record of a kind from a newer version', () => {
    expect(reasonsFor(board, aRecord('forecast', idOf('forecast'), { title: 'Rain' }))).toEqual([['unknownKind']]);
  });

  it('prints annotations for this installation and for nobody else', () => {
    const note = aRecord('annotation', idOf('note'), { text: 'Ask Lowmere' }, PRIVATE);
    expect(documentsFor({ kind: 'self' }, note)).toHaveLength(1);
    const careless = aRecord('annotation', idOf('note'), { text: 'Ask Lowmere' }, BOARD);
    expect(reasonsFor(board, careless)).toEqual([['kind']]);
  });
});

describe('portions', () => {
  const placeholder = idOf('placeholder');
  const paper = aPaper(GREEN, aBlock('1', 'Before.'), aPlaceholder('2', placeholder), aBlock('3', 'After.'));
  const portion = aRecord(
    'portion',
    idOf('portion'),
    { paper: paper.id, placeholder, body: aDocument(aBlock('p', 'The source is Mara.')) },
    redTo(ENVOY),
  );

  it('shows members the placeholder: the label, the lines and where to read it', () => {
    const content = blocksOf(documentsFor(board, paper, portion));
    expect(content[1]).toEqual({
      type: 'portion',
      attrs: { id: '2', placeholder, label: 'TLP:RED', lines: 11, readAt: 'Registry' },
    });
  });

  it('shows the text in its place to those whom the portion’s own mark covers', () => {
    const documents = documentsFor({ kind: 'persons', persons: [ENVOY] }, paper, portion);
    const content = blocksOf(documents);
    expect(content[1]?.content).toEqual([aBlock('p', 'The source is Mara.')]);
  });

  it('shows the placeholder when two portions claim it, or the portion is of another paper', () => {
    const audience: Audience = { kind: 'persons', persons: [ENVOY] };
    const twin = { ...portion, id: idOf('twin') };
    const astray = { ...portion, body: { ...portion.body, paper: idOf('another paper') } };
    for (const records of [
      [paper, portion, twin],
      [paper, astray],
    ]) {
      expect(JSON.stringify(bodyOf(documentsFor(audience, ...records)))).not.toContain('Mara');
    }
  });

  it('leaves the community no trace: no block, no gap in ids, no placeholder', () => {
    const content = blocksOf(documentsFor(OPEN, paper, portion));
    expect(content).toEqual([aBlock('b1', 'Before.'), aBlock('b2', 'After.')]);
  });

  it('continues a list that was broken by a portion with a list without a gap', () => {
    const list = (id: string, start: number, ...items: string[]): JsonObject => ({
      type: 'orderedList',
      attrs: { id, start },
      content: items.map((words) => ({ type: 'listItem', content: [aBlock('', words)] })),
    });
    const broken = aPaper(
      GREEN,
      list('1', 1, 'one', 'two'),
      aPlaceholder('2', placeholder),
      list('3', 6, 'six', 'seven'),
    );
    const content = blocksOf(documentsFor(OPEN, broken));
    expect(content.map(({ attrs }) => attrs)).toEqual([
      { id: 'b1', start: 1 },
      { id: 'b2', start: 3 },
    ]);
  });

  it('takes a block that holds a portion inside away as a whole', () => {
    const quote = {
      type: 'blockquote',
      attrs: { id: '1' },
      content: [aBlock('', 'Near it'), aPlaceholder('', placeholder)],
    };
    expect(bodyOf(documentsFor(OPEN, aPaper(GREEN, quote, aBlock('2', 'Far')))).body).toEqual(
      aDocument(aBlock('b1', 'Far')),
    );
  });

  it('takes away a heading under which everything is withheld, and no other', () => {
    const heading = (id: string, level: number, words: string): JsonObject => ({
      type: 'heading',
      attrs: { id, level },
      content: [{ type: 'text', text: words }],
    });
    const sections = aPaper(
      GREEN,
      heading('1', 1, 'Open'),
      aBlock('2', 'Text.'),
      heading('3', 1, 'Sources'),
      heading('4', 2, 'Of one of them'),
      aPlaceholder('5', placeholder),
      heading('6', 1, 'Empty from the start'),
    );
    const words = JSON.stringify(blocksOf(documentsFor(OPEN, sections, portion)));
    expect(words).toMatch(/Open.*Text.*Empty from the start/);
    expect(words).not.toMatch(/Sources|one of them/);
    expect(blocksOf(documentsFor(board, sections, portion))).toHaveLength(6);
  });

  it('reads no portion inside itself', () => {
    const self = { ...portion, body: { ...portion.body, body: aDocument(aPlaceholder('p', placeholder)) } };
    const documents = documentsFor({ kind: 'persons', persons: [ENVOY] }, paper, self);
    expect(documents.filter(({ kind }) => kind === 'paper')).toHaveLength(1);
  });
});

describe('marks in the margin', () => {
  it('leaves a looser paragraph in its place, with its mark', () => {
    const paper = aPaper(BOARD, aBlock('1', 'Known from the press.', { mark: 'TLP:CLEAR' }), aBlock('2', 'Ours.'));
    const content = blocksOf(documentsFor(board, paper));
    expect(content[0]?.attrs).toEqual({ id: '1', mark: 'TLP:CLEAR' });
  });

  it('sends no looser paragraph alone when the paper’s own mark does not cover the audience, and says so', () => {
    const paper = aPaper(BOARD, aBlock('1', 'Known from the press.', { mark: 'TLP:CLEAR' }));
    expect(documentsFor(OPEN, paper)).toEqual([]);
    expect(reasonsFor(OPEN, paper)).toEqual([['distribution', 'openLabel', 'looserParts']]);
  });

  it('does not print a paragraph that is marked stricter than its paper, or in a way it does not know', () => {
    const paper = aPaper(
      GREEN,
      aBlock('1', 'Open.'),
      aBlock('2', 'Slip.', { mark: 'TLP:AMBER' }),
      aBlock('3', 'Odd.', { mark: 'TLP:BLUE' }),
    );
    const documents = documentsFor(OPEN, paper);
    expect(bodyOf(documents).body).toEqual(aDocument(aBlock('b1', 'Open.')));
    expect(JSON.stringify(documentsFor(board, paper))).not.toMatch(/Slip|Odd/);
  });
});

describe('links and names', () => {
  const linked = {
    type: 'text',
    text: 'the annex',
    marks: [{ type: 'bold' }, { type: 'recordLink', attrs: { record: idOf('annex') } }],
  };
  const paper = aPaper(GREEN, { type: 'paragraph', attrs: { id: '1' }, content: [linked] });
  const annex = (mark: Mark): ReleasableRecord =>
    aRecord('paper', idOf('annex'), { title: 'Annex', annexOf: paper.id }, mark);

  it('turns a link into plain text outside when what it points to does not go', () => {
    const text = JSON.stringify(documentsFor(OPEN, paper, annex(BOARD)));
    expect(text).toContain('{"type":"text","text":"the annex","marks":[{"type":"bold"}]}');
    expect(text).not.toContain(idOf('annex'));
  });

  it('points to the fresh id when it goes', () => {
    const documents = documentsFor(OPEN, paper, annex(GREEN));
    expect(documents.map(({ id }) => id)).toEqual([freshIdOf(paper.id), freshIdOf(idOf('annex'))]);
    expect(JSON.stringify(documents[0])).toContain(freshIdOf(idOf('annex')));
    expect(documents[1]?.body.annexOf).toBe(freshIdOf(paper.id));
  });

  it('keeps only addresses of the web and of mail outside', () => {
    const link = (href: string) => ({ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] });
    const content = [link('https://example.org/a'), link('amberdesk://record/1'), link('file:///secret')];
    const text = JSON.stringify(documentsFor(OPEN, aPaper(GREEN, { type: 'paragraph', attrs: { id: '1' }, content })));
    expect(text).toContain('https://example.org/a');
    expect(text).not.toMatch(/amberdesk:|file:/);
    expect(partsFor(OPEN, aPaper(GREEN, { type: 'paragraph', attrs: { id: '1' }, content }))).toEqual([
      { path: 'body/link', reason: 'link' },
      { path: 'body/link', reason: 'link' },
    ]);
  });

  it('names a body that is not to be named only within its distribution', () => {
    const hidden = aRecord(
      'organisation',
      idOf('hidden'),
      { name: 'Reed House', membership: 'invited', doNotName: true },
      strictTo(SECRETARIAT),
    );
    const clerk = aRecord('person', idOf('clerk'), { name: 'Clerk', organisation: hidden.id }, CLEAR);
    const chip = { type: 'text', text: 'Reed House', marks: [{ type: 'recordLink', attrs: { record: hidden.id } }] };
    const named = aRecord(
      'paper',
      idOf('paper'),
      {
        title: 'Input',
        language: 'en',
        from: [hidden.id, NORTHMARK],
        body: aDocument({ type: 'paragraph', attrs: { id: '1' }, content: [chip] }),
      },
      GREEN,
    );
    const item = aRecord(
      'agendaItem',
      idOf('item'),
      { title: 'Input', leads: [clerk.id], speakers: [{ id: 's', order: 'a0', party: hidden.id, zone: 'Asia/Tokyo' }] },
      GREEN,
    );
    const forBoard = documentsFor(board, hidden, clerk, named, item);
    expect(JSON.stringify(forBoard)).not.toMatch(new RegExp(`Reed House|Clerk|${hidden.id}|${clerk.id}|Tokyo`));
    expect(bodyOf(forBoard).from).toEqual([NORTHMARK]);
    expect(JSON.stringify(bodyOf(forBoard).body)).toContain('an organisation');
    const forSecretariat = documentsFor(
      { kind: 'organisation', organisation: SECRETARIAT },
      hidden,
      clerk,
      named,
      item,
    );
    expect(JSON.stringify(forSecretariat)).toContain('Reed House');
    expect(bodyOf(forSecretariat).from).toEqual([hidden.id, NORTHMARK]);
  });
});

describe('the Chatham House Rule', () => {
  const flagged = { handling: aHandling(BOARD, { chathamHouse: true, originator: LOWMERE }) };
  const paper = aRecord('paper', idOf('paper'), { title: 'Note', from: [LOWMERE] }, BOARD, {
    ...flagged,
    written: { by: ENVOY, at: '2027-03-01T09:00Z' },
  });
  const comment = aRecord('comment', idOf('comment'), { record: paper.id, text: 'We disagree.' }, BOARD, {
    written: { by: ENVOY, at: '2027-03-01T09:00Z' },
  });

  it('withholds who wrote, on the record and on comments about it', () => {
    const [document, remark] = documentsFor(board, paper, comment);
    expect(document?.body.from).toBeUndefined();
    expect(document?.originator).toBeUndefined();
    expect(document?.written).toEqual({ at: '2027-03-01T09:00Z' });
    expect(remark?.body.text).toBe('We disagree.');
    expect(remark?.written?.by).toBeUndefined();
  });

  it('shows it to the originator’s own organisation', () => {
    expect(bodyOf(documentsFor({ kind: 'organisation', organisation: LOWMERE }, paper)).from).toEqual([LOWMERE]);
  });

  it('withholds the persons who lead or speak in a flagged session, not the bodies', () => {
    const session = aRecord('session', idOf('session'), { access: 'open' }, GREEN, {
      handling: aHandling(GREEN, { chathamHouse: true }),
    });
    const speakers = [
      { id: '1', order: 'a0', party: ENVOY, zone: 'Asia/Tokyo' },
      { id: '2', order: 'a1', party: HARBOUR, zone: 'America/Lima' },
    ];
    const item = aRecord(
      'agendaItem',
      idOf('item'),
      { session: session.id, leads: [ENVOY, NORTHMARK], speakers },
      GREEN,
    );
    const body = bodyOf(documentsFor(board, session, item), 'agendaItem');
    expect(body.leads).toEqual([NORTHMARK]);
    expect(body.speakers).toEqual([speakers[1]]);
  });
});

describe('what goes outside', () => {
  const session = (access: string): ReleasableRecord => aRecord('session', idOf('session'), { access }, GREEN);
  const item = aRecord('agendaItem', idOf('item'), { session: idOf('session'), title: 'Item', order: 'a7' }, GREEN);

  it('takes nothing of a closed session to the community, whatever its mark', () => {
    expect(documentsFor(OPEN, session('open'), item)).toHaveLength(2);
    expect(reasonsFor(OPEN, session('closed'), item)).toEqual([['closedSession'], ['closedSession']]);
    expect(reasonsFor(OPEN, item)).toEqual([['closedSession']]);
  });

  it('takes only GREEN and CLEAR to the community, even what is distributed to all bodies there', () => {
    const amber = aPaper({ label: 'TLP:AMBER', distribution: { to: 'named', organisations: [CORVANE], persons: [] } });
    expect(reasonsFor(OPEN, amber)).toEqual([['openLabel']]);
    expect(documentsFor({ kind: 'organisation', organisation: CORVANE }, amber)).toHaveLength(1);
  });

  it('takes nothing whose last day has passed to anybody else', () => {
    const until = (expires: string) =>
      aRecord('paper', idOf('paper'), { title: 'Brief' }, CLEAR, {
        handling: aHandling(CLEAR, { expires }),
      });
    const [past, today] = [until('2027-03-02'), until('2027-03-03')];
    for (const audience of [OPEN, { kind: 'public' }, { kind: 'board' }] as const) {
      expect(reasonsFor(audience, past)).toEqual([['expired']]);
      expect(documentsFor(audience, today)).toMatchObject([{ expires: '2027-03-03' }]);
    }
    expect(documentsFor({ kind: 'self' }, past)).toHaveLength(1);
  });

  it('takes only CLEAR to the public', () => {
    const labels = [GREEN, CLEAR].map((mark) => documentsFor({ kind: 'public' }, aPaper(mark)).length);
    expect(labels).toEqual([0, 1]);
  });

  it('takes a cleared paper until it is changed', () => {
    const body = { title: 'Brief' };
    const handling = aHandling(GREEN, { cleared: { digest: clearanceDigest(body), otherwise: BOARD } });
    expect(documentsFor(OPEN, aRecord('paper', idOf('paper'), body, GREEN, { handling }))).toHaveLength(1);
    const edited = aRecord('paper', idOf('paper'), { title: 'Brief, with names' }, GREEN, { handling });
    expect(reasonsFor(OPEN, edited)).toEqual([['clearance', 'openLabel']]);
    expect(documentsFor(board, edited)[0]?.label).toBe('TLP:AMBER');
  });

  it('shows no originator, writer, date or caveat', () => {
    const paper = aRecord('paper', idOf('paper'), { title: 'Brief' }, GREEN, {
      handling: aHandling(GREEN, { caveats: ['Lowmere objects'] }),
      written: { by: ENVOY, at: '2027-03-01T09:00Z' },
    });
    const text = JSON.stringify(documentsFor(OPEN, paper));
    expect(text).not.toMatch(new RegExp(`Lowmere objects|${SECRETARIAT}|${ENVOY}|2027-03-01`));
    expect(documentsFor(board, paper)[0]?.caveats).toEqual(['Lowmere objects']);
  });

  it('gives order keys anew, so that they leave no gap', () => {
    const items = ['a1', 'a3', 'a9'].map((order) =>
      aRecord('agendaItem', idOf(order), { session: idOf('session'), order }, GREEN),
    );
    const documents = documentsFor(OPEN, session('open'), ...items);
    expect(documents.slice(1).map(({ body }) => body.order)).toEqual(['a0', 'a1', 'a2']);
  });

  it('counts open numbers anew when a withheld one would leave a gap, and says so', () => {
    const numbered = (n: number, mark: Mark): ReleasableRecord =>
      aRecord('paper', idOf(`paper ${n}`), { title: `Paper ${n}`, openNumber: `CB/8/O${n}` }, mark);
    const records = [numbered(1, GREEN), numbered(2, BOARD), numbered(3, GREEN)];
    expect(documentsFor(OPEN, ...records).map(({ body }) => body.openNumber)).toEqual(['CB/8/O1', 'CB/8/O2']);
    const { explanation } = release({ records: [...theCircle(), ...records] }, OPEN, circumstancesOf(theCircle()));
    expect(explanation.records.find(({ record }) => record === idOf('paper 3'))?.notes).toEqual(['renumbered']);
    expect(documentsFor(OPEN, numbered(1, GREEN), numbered(3, GREEN)).map(({ body }) => body.openNumber)).toEqual([
      'CB/8/O1',
      'CB/8/O3',
    ]);
  });

  it('gives a guest the item, the papers listed, and what these name', () => {
    const paper = aPaper(CLEAR);
    const other = aRecord('paper', idOf('other'), { title: 'Other' }, CLEAR);
    const its = { ...item, body: { ...item.body, papers: [paper.id, other.id], leads: [NORTHMARK] } };
    const all = [...theCircle(), session('closed'), its, paper, other];
    const audience: Audience = { kind: 'guest', party: CORVANE, item: item.id, papers: [paper.id] };
    const { documents } = release({ records: all }, audience, circumstancesOf(all)).release;
    expect(documents.map(({ id }) => id)).toEqual(
      [NORTHMARK, CORVANE, session('closed').id, item.id, paper.id].map(freshIdOf),
    );
    expect(bodyOf(documents, 'agendaItem').papers).toEqual([freshIdOf(paper.id)]);
  });
});

describe('records that are not released', () => {
  it('holds back what is in conflict, and prints nothing that was deleted', () => {
    expect(reasonsFor(board, { ...aPaper(BOARD), conflicted: true })).toEqual([['conflict']]);
    expect(reasonsFor(board, { ...aPaper(BOARD), deleted: true })).toEqual([['deleted']]);
  });
});
