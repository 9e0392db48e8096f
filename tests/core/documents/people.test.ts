import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { attendanceSheet, participantsSheet, platesSheet } from '../../../domain/documents/peopleSheets.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { aRecord, BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { readPdf } from '../../helpers/readPdf.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const FRENCH: PrintOptions = { ...ENGLISH, language: 'fr' };
const BODIES = ['Harbour Legal Observatory', 'Corvane Institute', 'Circle of Mediators'].map(sampleId);
const LONG = 'Permanent Observatory of the River Courts and Registers of the Upper Provinces';

/** The sample with people: some for everybody in the open session, one body that is not to be named. */
function withPeople(): ReleasableRecord[] {
  let order = 0;
  const seat = (name: string, body: JsonObject, label: Label = 'TLP:AMBER') => {
    order += 1;
    return aRecord('participant', name, { meeting: sampleId('meeting'), order: `a${order}`, ...body }, label);
  };
  const person = (name: string, organisation: string, body: JsonObject = {}, label: Label = 'TLP:AMBER') =>
    aRecord('person', name, { name, organisation: sampleId(organisation), ...body }, label);
  return [
    ...printSample(),
    aRecord('organisation', 'hidden', { name: 'Reed House', membership: 'invited', doNotName: true }, 'TLP:RED'),
    aRecord('organisation', 'long', { name: LONG, membership: 'invited' }, 'TLP:GREEN'),
    person('Ilka Norrland', 'Northmark', { function: 'Director for prevention' }),
    person('Per Aune', 'Northmark'),
    seat('head', {
      organisation: sampleId('Northmark'),
      person: sampleId('Ilka Norrland'),
      capacity: 'headOfDelegation',
    }),
    seat('other', {
      organisation: sampleId('Northmark'),
      person: sampleId('Per Aune'),
      capacity: 'alternate',
      alternateFor: sampleId('head'),
      byLink: true,
    }),
    seat('open', { organisation: sampleId('Lowmere'), capacity: 'headOfDelegation' }, 'TLP:GREEN'),
    seat('guest', { organisation: sampleId('long'), capacity: 'invited' }, 'TLP:GREEN'),
    seat('unnamed', { organisation: sampleId('hidden'), capacity: 'invited', plate: 'Reed' }, 'TLP:GREEN'),
    seat('gone', { organisation: sampleId('Avaria'), person: sampleId('not here'), capacity: 'member' }, 'TLP:GREEN'),
  ];
}

const forBoard = () => releaseFor(withPeople(), BOARD).release;
const forRoom = () => releaseFor(withPeople(), { kind: 'community', bodies: BODIES });

describe('what is printed of the people of a meeting', () => {
  it('are plates with the organisation and as what somebody sits there, in both languages', () => {
    const { plates, label } = platesSheet(forBoard(), sampleId('meeting'), ENGLISH);
    expect(plates).toEqual([
      { name: 'Northmark', second: 'Head of delegation', label: 'TLP:AMBER' },
      { name: 'Northmark', second: 'Alternate', label: 'TLP:AMBER' },
      { name: 'Lowmere', second: 'Head of delegation', label: 'TLP:GREEN' },
      { name: LONG, second: '', label: 'TLP:GREEN' },
    ]);
    expect(label).toBe('TLP:AMBER');
    expect(platesSheet(forBoard(), sampleId('meeting'), FRENCH).plates[0]?.second).toBe('Chef de délégation');
  });

  it('is a list to be signed for each session, and a list by delegation', () => {
    const { sections } = attendanceSheet(forBoard(), sampleId('meeting'), ENGLISH);
    expect(sections.length).toBeGreaterThan(2);
    expect(sections[0]?.rows.map(({ cells, note = '' }) => [...cells, note])).toEqual([
      ['Ilka Norrland', 'Head of delegation', '', 'Northmark'],
      ['Per Aune', 'Alternate for Ilka Norrland', 'By video link', 'Northmark'],
      ['Lowmere', 'Head of delegation', '', ''],
    ]);
    // Invited bodies are there in the open session.
    const open = sections.filter(({ heading }) => heading.startsWith('Open'));
    expect(open.map(({ rows }) => rows.at(-1)?.cells)).toEqual([[LONG, 'Invited body', '']]);
    const list = participantsSheet(forBoard(), sampleId('meeting'), FRENCH);
    expect(list.notes).toEqual(['4 participants.']);
    expect(list.sections.map(({ heading }) => heading)).toEqual(['Northmark', 'Lowmere', LONG]);
    expect(list.sections[0]?.rows[0]).toEqual({
      cells: ['Ilka Norrland', 'Chef de délégation'],
      note: 'Director for prevention',
      mark: '',
    });
  });

  it('shows in the open session alone those who may be named, and no number of others', () => {
    const { release, idOf } = forRoom();
    const sheets = [platesSheet, attendanceSheet, participantsSheet].map((sheet) =>
      sheet(release, idOf('meeting'), ENGLISH),
    );
    const words = JSON.stringify(sheets);
    expect(words).not.toMatch(/Reed|Norrland|Aune|Northmark|Avaria|Closed|video/);
    const [plates, attendance, participants] = sheets;
    expect(plates?.what === 'plates' && plates.plates.map(({ name }) => name)).toEqual(['Lowmere', LONG]);
    expect(attendance?.what === 'list' && attendance.sections).toHaveLength(1);
    expect(participants?.what === 'list' && participants.notes).toEqual(['2 participants.']);
  });

  it('is a card a page of which the lower half is read aloud, the same bytes for the same seats', async () => {
    const release = forBoard();
    const print = (what: 'plates' | 'attendance', options = ENGLISH) =>
      printDocument(unwatched, release, { document: { what, meeting: sampleId('meeting') }, options });
    const printed = print('plates');
    expect(printed.warnings).toEqual([]);
    expect(printed.pages).toBe(4);
    expect(print('plates').pdf.equals(printed.pdf)).toBe(true);
    const read = await readPdf(printed.pdf);
    expect(read.structure.filter((one) => one === 'H1')).toHaveLength(4);
    expect(read.text.match(/Northmark/g)).toHaveLength(2);
    expect(read.furniture[0]).toContain('Northmark');
    expect(print('plates', { ...FRENCH, paper: 'us-letter', blackAndWhite: true, archive: true }).pages).toBe(4);
    expect((await readPdf(print('attendance').pdf)).structure).toContain('Table');
  });
});
