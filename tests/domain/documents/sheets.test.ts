import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaSheet } from '../../../domain/documents/agendaSheet.ts';
import { dateInWords, meetingDates, weekdayInWords } from '../../../domain/documents/dates.ts';
import { wordsOf } from '../../../domain/documents/inlines.ts';
import { breakLongWords } from '../../../domain/documents/longWords.ts';
import { paperBlocks } from '../../../domain/documents/paperBlocks.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { AgendaRow, AgendaSession, AgendaSheet, PaperSheet } from '../../../domain/documents/sheets.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { heading, paragraph, words } from '../../helpers/documentNodes.ts';
import { aPaper, aRecord, BOARD, printSample, releaseFor, sampleId, WITHHELD } from '../../helpers/printSample.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const BODIES = ['Harbour Legal Observatory', 'Corvane Institute', 'Circle of Mediators'].map(sampleId);

function agenda(records = printSample(), options: Partial<PrintOptions> = {}): AgendaSheet {
  return agendaSheet(releaseFor(records, BOARD).release, sampleId('meeting'), { ...ENGLISH, ...options });
}

function openAgenda(): AgendaSheet {
  const { release, idOf } = releaseFor(printSample(), { kind: 'community', bodies: BODIES });
  return agendaSheet(release, idOf('meeting'), ENGLISH);
}

function paper(content: JsonObject[], options: Partial<PrintOptions> = {}, body: JsonObject = {}): PaperSheet {
  return paperSheet(releaseFor(aPaper(content, body), BOARD).release, sampleId('the paper'), {
    ...ENGLISH,
    ...options,
  });
}

function sessions(sheet: AgendaSheet): AgendaSession[] {
  return sheet.days.flatMap((day) => day.parts).filter((part) => part.type === 'session');
}

function rows(sheet: AgendaSheet): AgendaRow[] {
  return sessions(sheet)
    .flatMap((session) => session.rows)
    .filter((row) => row.type === 'item');
}

function changed(records: ReleasableRecord[], name: string, body: JsonObject): ReleasableRecord[] {
  return records.map((record) =>
    record.id === sampleId(name) ? { ...record, body: { ...record.body, ...body } } : record,
  );
}

describe('the agenda for the board', () => {
  it('computes every time from the start of the session', () => {
    expect(rows(agenda()).map((row) => row.time)).toEqual([
      '09:00',
      '09:15',
      '10:30',
      '11:45',
      '14:00',
      '14:45',
      '15:50',
      '16:30',
      '09:30',
      '09:45',
      '11:20',
      '12:10',
      '14:00',
      '15:00',
      '15:30',
      '15:40',
    ]);
  });

  it('carries the strictest mark of what it names', () => {
    expect(agenda().label).toBe('TLP:AMBER');
  });

  it('prints the time of each speaker by video link where they are', () => {
    const deepDive = rows(agenda()).find((row) => row.title === 'Deep-dive: Karsenia');
    expect(deepDive?.links).toEqual(['Tessaly\u00a0Union\u00a013:30', 'Orrin\u00a0Isles\u00a018:30']);
    expect(agenda().legend.links.map((link) => `${link.who} ${link.zone} ${link.difference}`)).toEqual([
      'Orrin Isles UTC+10 +8\u00a0h',
      'Tessaly Union UTC+5 +3\u00a0h',
      'Castrel UTC\u22123 \u22125\u00a0h',
      'Circle of Mediators UTC\u22123 \u22125\u00a0h',
    ]);
  });

  it('prints the time between sessions with its words and minutes', () => {
    const gaps = agenda()
      .days.flatMap((day) => day.parts)
      .filter((part) => part.type === 'gap');
    expect(gaps.map((gap) => [gap.time, gap.minutes])).toEqual([
      ['12:45', '75'],
      ['12:30', '90'],
    ]);
  });

  it('prints open numbers beside the closed ones', () => {
    const open = rows(agenda()).filter((row) => row.openNumber !== '');
    expect(open.map((row) => `${row.number} ${row.openNumber}`)).toEqual(['9 O1', '10 O2', '11 O3', '12 O4']);
    expect(open[0]?.papers).toEqual(['CB/8/9\u00a0(O1)']);
  });

  it('gives the clock of the capital, across a change of date', () => {
    const sheet = agenda(printSample(), { capitalZone: 'Australia/Brisbane' });
    expect(sessions(sheet)[1]?.capital).toBe('\u00b7 22:00\u201301:00\u00a0(next day)');
    expect(sheet.days[0]?.note).toContain('Brisbane (UTC+10)');
  });

  it('warns of a session whose items run over its end', () => {
    const sheet = agenda(changed(printSample(), 'item Deep-dive: Karsenia', { minutes: 95 }));
    expect(sheet.warnings).toEqual(['Closed session 09:00\u201312:45 runs 20 minutes over its end.']);
  });

  it('warns of a zone it does not know, and prints the speaker without a time', () => {
    const speakers = [{ id: 's', order: 'a0', party: sampleId('Castrel'), zone: 'Castrel/Harbour' }];
    const sheet = agenda(changed(printSample(), 'item Deep-dive: Karsenia', { speakers }));
    expect(sheet.warnings).toEqual(['The time zone "Castrel/Harbour" is not known; its clock is not printed.']);
    expect(rows(sheet).find((row) => row.title === 'Deep-dive: Karsenia')?.links).toEqual(['Castrel']);
  });

  it('says closed and open in words for each day', () => {
    expect(agenda().days.map((day) => day.note)).toEqual([
      'Closed all day. Times are local (UTC+2)',
      'Open morning, closed afternoon. Times are local (UTC+2)',
    ]);
  });
});

describe('the agenda for the bodies invited', () => {
  it('holds the open session with open numbers, under TLP:GREEN', () => {
    const sheet = openAgenda();
    expect(sheet.label).toBe('TLP:GREEN');
    expect(rows(sheet).map((row) => row.number)).toEqual(['O1', 'O2', 'O3', 'O4']);
    expect(rows(sheet).map((row) => row.openNumber)).toEqual(['', '', '', '']);
    expect(rows(sheet)[0]?.papers).toEqual(['CB/8/O1']);
  });

  it('shows no trace of what is closed', () => {
    const printed = JSON.stringify(openAgenda());
    for (const trace of [
      'Closed',
      'closed',
      'Day 1',
      'Day 2',
      '14 October',
      'Wednesday',
      'Karsenia',
      'CB/8/9',
      'CB/8/12',
      'Version',
      '90',
    ]) {
      expect(printed).not.toContain(trace);
    }
  });

  it('says in which room a session is held, where that is known', () => {
    const sessions = printSample().map((record) =>
      record.kind === 'session' ? { ...record, body: { ...record.body, room: 'Blue Room' } } : record,
    );
    const { release } = releaseFor(sessions, BOARD);
    const said = JSON.stringify(agendaSheet(release, sampleId('meeting'), ENGLISH));
    expect(said).toContain('"attendance":"Blue Room · ');
  });
});

describe('a paper', () => {
  it('numbers its paragraphs and keeps the number of a portion that is withheld', () => {
    const { release } = releaseFor(printSample(), BOARD);
    const sheet = paperSheet(release, sampleId('paper CB/8/4'), ENGLISH);
    const numbers = sheet.blocks.flatMap((block) =>
      block.type === 'paragraph' || block.type === 'withheld' ? [block.number] : [],
    );
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, at) => String(at + 1)));
    const withheld = sheet.blocks.find((block) => block.type === 'withheld');
    expect(withheld).toMatchObject({
      mark: 'TLP:RED',
      number: '8',
      lead: 'Portion withheld from this copy (TLP:RED).',
      text: 'Paragraph 8, eleven lines. May be read at the Registry on request of the head of delegation.',
    });
    expect(sheet.label).toBe('TLP:AMBER');
  });

  it('shows a portion to those who may read it, under one number and the stricter mark', () => {
    const northmark = sampleId('Northmark');
    const content = {
      type: 'doc',
      content: [paragraph('x1', words('First secret.')), paragraph('x2', words('Second secret.'))],
    };
    const file = {
      id: 'f',
      order: 'a0',
      name: 'Plan of the house.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: '0'.repeat(64),
    };
    const portion = aRecord(
      'portion',
      'the portion',
      { paper: sampleId('paper CB/8/4'), placeholder: WITHHELD, body: content, attachments: [file] },
      'TLP:AMBER+STRICT',
    );
    const named = {
      ...portion,
      handling: {
        ...portion.handling,
        distribution: { to: 'named' as const, organisations: [northmark], persons: [] },
      },
    };
    const { release } = releaseFor([...printSample(), named], { kind: 'organisation', organisation: northmark });
    const sheet = paperSheet(release, sampleId('paper CB/8/4'), ENGLISH);
    const shown = sheet.blocks.filter((block) => block.mark === 'TLP:AMBER+STRICT');
    expect(shown.map((block) => (block.type === 'paragraph' ? block.number : '?'))).toEqual(['8', '', '']);
    expect(JSON.stringify(shown.at(-1))).toContain('Attached here: Plan of the house.pdf.');
    expect(sheet.label).toBe('TLP:AMBER+STRICT');
    expect(sheet.blocks.filter((block) => block.type === 'paragraph').at(-1)).toMatchObject({ number: '16' });
  });

  it('says from the items what the paper is for', () => {
    const { release } = releaseFor(printSample(), BOARD);
    const facts = paperSheet(release, sampleId('paper CB/8/4'), ENGLISH).facts.map(
      (fact) => `${fact.label}: ${fact.lines.join(' ')}`,
    );
    expect(facts).toEqual([
      'From: Early Warning Cell, Northmark',
      'Purpose: Discussion, item 3; decision, item 13',
      'Issue: Rev. 2, 30\u00a0September 2026',
      'Replaces: Rev. 1, 11\u00a0September 2026',
      'Handling: TLP:AMBER, paragraphs as marked',
      ': ',
    ]);
  });

  it('never skips a level of headings', () => {
    const sheet = paper([
      heading('a', 'One', 3),
      heading('b', 'Two', 6),
      heading('c', 'Three', 1),
      heading('d', 'Four', 4),
    ]);
    expect(sheet.blocks.map((block) => (block.type === 'heading' ? block.level : 0))).toEqual([1, 2, 1, 2]);
  });

  it('marks single paragraphs only where the paper has marks of its own', () => {
    expect(paper([paragraph('a', words('One.'))]).blocks.map((block) => block.mark)).toEqual(['']);
    const marked = paper([
      paragraph('a', words('One.')),
      { type: 'paragraph', attrs: { id: 'b', mark: 'TLP:GREEN' }, content: [words('Two.')] },
    ]);
    expect(marked.blocks.map((block) => block.mark)).toEqual(['TLP:AMBER', 'TLP:GREEN']);
  });

  it('says so where it has no text', () => {
    expect(JSON.stringify(paper([]).blocks)).toContain('This paper has no text yet.');
  });

  it('repeats TLP:RED in ink words', () => {
    const reader = aRecord('person', 'a reader', { name: 'A Reader', organisation: sampleId('Northmark') });
    const distribution = { to: 'named' as const, organisations: [], persons: [reader.id] };
    const records = aPaper([paragraph('a', words('One.'))]).map((record) =>
      record.id === sampleId('the paper')
        ? { ...record, handling: { ...record.handling, label: 'TLP:RED' as const, distribution } }
        : record,
    );
    const { release } = releaseFor([...records, reader], { kind: 'persons', persons: [reader.id] });
    const sheet = paperSheet(release, sampleId('the paper'), { ...ENGLISH, blackAndWhite: true });
    expect(sheet.label).toBe('TLP:RED');
    expect(sheet.handlingWords).toContain('TLP:RED');
  });
});

describe('parts that this version does not know', () => {
  it('are printed as their text, and listed', () => {
    const made = paperBlocks(
      [
        {
          type: 'timeline',
          attrs: { id: 'a' },
          content: [{ type: 'moment', content: [words('first')] }, paragraph('b', words('second'))],
        },
        { type: 'aside', attrs: { id: 'c' }, text: 'third' },
        paragraph('d', words('four'), { type: 'mention', content: [words('th')] }, words('!', 'glow')),
        { type: 'emptiness', attrs: { id: 'e' } },
      ],
      { words: wordsFor('en'), ownMark: '', changed: new Set(), shownPortion: () => undefined },
    );
    const said = made.blocks.map((block) => (block.type === 'paragraph' ? wordsOf(block.body) : ''));
    expect(said).toEqual(['first', 'second', 'third', 'fourth!']);
    expect(made.unknown).toEqual(['timeline', 'moment', 'aside', 'mention', 'glow', 'emptiness']);
  });
});

describe('a table', () => {
  const cell = (text: string, attrs: JsonObject = {}, type = 'tableCell'): JsonObject => ({
    type,
    attrs,
    content: [{ type: 'paragraph', content: [words(text)] }],
  });
  const row = (...content: JsonObject[]): JsonObject => ({ type: 'tableRow', content });
  const tableOf = (...content: JsonObject[]) => {
    const block = paper([{ type: 'table', attrs: { id: 't' }, content }]).blocks[0];
    if (block?.type !== 'table') throw new Error('The table is gone.');
    return block;
  };
  /** Every place of the grid is taken exactly once. */
  const places = (table: ReturnType<typeof tableOf>) => {
    const taken = new Map<string, number>();
    for (const rows of [table.headers, table.rows]) {
      for (const [y, cells] of rows.entries()) {
        let x = 0;
        for (const { colspan, rowspan } of cells) {
          while (taken.has(`${rows === table.rows}/${y}/${x}`)) x += 1;
          for (let down = y; down < y + rowspan; down += 1) {
            for (let right = x; right < x + colspan; right += 1) {
              const place = `${rows === table.rows}/${down}/${right}`;
              taken.set(place, (taken.get(place) ?? 0) + 1);
            }
          }
        }
      }
    }
    return [...taken.values()];
  };

  it('fills rows that are too short and cuts spans that leave it', () => {
    const made = tableOf(row(cell('a', { colspan: 40, rowspan: 9 }), cell('b')), row(cell('c'), cell('d')), row());
    expect(made.columns).toBe(3);
    expect(made.rows.flat().map((each) => [each.colspan, each.rowspan])).toEqual([
      [1, 3],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('takes every place of its grid exactly once, whatever its spans say', () => {
    const spans = fc.record({ colspan: fc.integer({ min: -1, max: 6 }), rowspan: fc.integer({ min: -1, max: 6 }) });
    const grid = fc.array(fc.array(spans, { maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(grid, fc.integer({ min: 0, max: 2 }), (rows, heads) => {
        const made = tableOf(
          ...rows.map((cells, at) =>
            row(...cells.map((attrs) => cell('x', attrs, at < heads ? 'tableHeader' : 'tableCell'))),
          ),
        );
        const counts = places(made);
        expect(counts.every((count) => count === 1)).toBe(true);
        expect(counts).toHaveLength(made.columns * (made.headers.length + made.rows.length));
        expect(made.widths).toHaveLength(made.columns);
      }),
    );
  });

  it('shrinks, then widens, then breaks words, so that it fits the page', () => {
    expect(tableOf(row(cell('a'), cell('b')))).toMatchObject({ scale: 1, wide: false });
    const wide = tableOf(row(...Array.from({ length: 12 }, () => cell('confidence'))));
    expect(wide.wide).toBe(true);
    expect(wide.scale).toBeLessThan(1);
    const endless = tableOf(row(...Array.from({ length: 20 }, () => cell('z'.repeat(30)))));
    expect(endless.scale).toBeGreaterThanOrEqual(0.68);
    expect(JSON.stringify(endless.rows)).toContain('\u200b');
  });
});

describe('small matters of setting', () => {
  it('writes dates in words', () => {
    expect(dateInWords('2026-10-01', 'en')).toBe('1\u00a0October 2026');
    expect(dateInWords('2026-08-01', 'fr')).toBe('1er\u00a0août 2026');
    expect(weekdayInWords('2026-10-14', 'fr')).toBe('Mercredi 14\u00a0octobre');
    expect(meetingDates('2026-10-14', '2026-10-15', 'en')).toEqual([
      'Wednesday 14 and',
      'Thursday 15\u00a0October 2026',
    ]);
    expect(meetingDates('2026-09-30', '2026-10-02', 'fr')).toEqual([
      'Mercredi 30\u00a0septembre au',
      'vendredi 2\u00a0octobre 2026',
    ]);
  });

  it('breaks only words that are too long, after the punctuation of addresses', () => {
    expect(breakLongWords('short words stay', 30)).toBe('short words stay');
    const address = 'https://example.org/a/rather/long/address/indeed';
    expect(breakLongWords(`See ${address}.`, 30).replaceAll('\u200b', '')).toBe(`See ${address}.`);
    expect(breakLongWords(address, 30)).toContain('example.\u200borg/');
    expect(
      Math.max(
        ...breakLongWords('x'.repeat(500), 30)
          .split('\u200b')
          .map((part) => part.length),
      ),
    ).toBe(15);
  });
});
