import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import { annotatedAgendaSheet, runningOrderSheet } from '../../../domain/documents/runningOrderSheet.ts';
import type { RunningOrderEntry } from '../../../domain/documents/sheets.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { isReleasedAtHome } from '../../../domain/release/release.ts';
import { printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';
import { sampleCues } from '../../helpers/sampleCues.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const FRENCH: PrintOptions = { language: 'fr', paper: 'us-letter', blackAndWhite: true };
const MEETING = sampleId('meeting');
const ORDER = { what: 'runningOrder', meeting: MEETING, day: 2 } as const;

function released(records: readonly ReleasableRecord[] = [...printSample(), ...sampleCues()]) {
  const { release } = releaseFor([...records], { kind: 'board' });
  if (!isReleasedAtHome(release)) throw new TypeError('The board is at home.');
  return release;
}

const entriesOf = (sheet: ReturnType<typeof runningOrderSheet>): RunningOrderEntry[] =>
  sheet.days.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'entry' ? [part] : [])));

describe('the chair’s running order', () => {
  it('is a tagged file that says line by line what to say, what to do, and what if late', async () => {
    const { pdf, warnings } = printDocument(unwatched, released(), { document: ORDER, options: ENGLISH });
    expect(warnings).toEqual([]);
    const read = await readPdf(pdf);
    expect(read).toMatchObject({ pages: 2, marked: true, language: 'en-GB' });
    expect(read.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(read.title).toBe('Running order · Day 2, Thursday 15\u00a0October 2026 · Eighth meeting of the Board');
    const said = squeeze(read.text);
    for (const words of [
      '09:20 Before the session DO No closed paper on any desk.',
      'OPEN SESSION 09:30–12:30',
      '“This part of our meeting is open. Please refer to no closed paper and to no closed session.”',
      'DO Name the three organisations.',
      'LATE Close the list of speakers at 10:40.',
      'For the Chair and Co-Chair. Marked TLP:AMBER.',
    ]) {
      expect(said).toContain(squeeze(words));
    }
    const again = printDocument(unwatched, released(), { document: ORDER, options: ENGLISH });
    expect(again.pdf.equals(pdf)).toBe(true);
  });

  it('is French in French, and has the time that was noted in the place of its line', () => {
    const began = { began: '2026-10-15T07:31:20Z', ended: '2026-10-15T07:44:00Z' };
    const records = printSample().map((record) =>
      record.id === sampleId('item Welcome to organisations')
        ? { ...record, body: { ...record.body, ...began } }
        : record,
    );
    const sheet = runningOrderSheet(released([...records, ...sampleCues()]), MEETING, 2, FRENCH);
    expect(sheet).toMatchObject({
      title: 'Déroulé de séance',
      subtitle: 'Jour 2, jeudi 15\u00a0octobre 2026',
      label: 'TLP:AMBER',
    });
    const [before, welcome, , last] = entriesOf(sheet);
    expect([before?.title, before?.last, welcome?.last, last?.last]).toEqual([
      'Avant la séance',
      '',
      '09:31–09:44',
      '',
    ]);
    expect(welcome?.say[0]).toMatch(/^«\u00a0This part .*\u00a0»$/);
    expect(welcome?.lines[0]?.label).toBe('Faire');
    expect(() => printDocument(unwatched, released(), { document: ORDER, options: FRENCH })).not.toThrow();
  });

  it('holds no cue that its readers may not have, and takes its mark from those that it holds', () => {
    const strict = sampleCues().map((record): ReleasableRecord => {
      const distribution = { to: 'named' as const, organisations: [sampleId('Secretariat')], persons: [] };
      const handling = { ...record.handling, label: 'TLP:AMBER+STRICT' as const, distribution };
      return { ...record, handling };
    });
    const forBoard = runningOrderSheet(released([...printSample(), ...strict]), MEETING, 2, ENGLISH);
    expect(forBoard.label).toBe('TLP:AMBER');
    expect(entriesOf(forBoard).flatMap(({ say, lines }) => [...say, ...lines])).toEqual([]);
    const { release } = releaseFor([...printSample(), ...strict], {
      kind: 'organisation',
      organisation: sampleId('Secretariat'),
    });
    if (!isReleasedAtHome(release)) throw new TypeError('We are at home.');
    const own = runningOrderSheet(release, MEETING, 2, ENGLISH);
    expect(own.label).toBe('TLP:AMBER+STRICT');
    expect(entriesOf(own).flatMap(({ say }) => say)).toHaveLength(4);
  });

  it('is refused for those outside', () => {
    const { release } = releaseFor([...printSample(), ...sampleCues()], {
      kind: 'community',
      bodies: [sampleId('Corvane Institute')],
    });
    for (const document of [ORDER, { what: 'annotatedAgenda', meeting: MEETING }] as const) {
      // @ts-expect-error What the chair has in hand, for the community.
      expect(() => printDocument(unwatched, release, { document })).toThrow(
        expect.objectContaining({ code: 'release.withheld' }),
      );
    }
  });
});

describe('the annotated agenda', () => {
  it('says what each item is for, what is asked, how long it may take and when it ends', async () => {
    const sheet = annotatedAgendaSheet(released(), MEETING, ENGLISH);
    const [first, , , deepDive] = entriesOf(sheet);
    expect(sheet.days.map(({ heading }) => heading)).toEqual([
      'Day 1, Wednesday 14\u00a0October 2026',
      'Day 2, Thursday 15\u00a0October 2026',
    ]);
    expect(sheet.days[0]?.parts[0]).toMatchObject({
      type: 'band',
      span: '09:00–12:45',
      note: '225 of 225\u00a0min planned',
    });
    expect(first).toMatchObject({ clock: '09:00', minutes: '15', last: '09:15' });
    expect(first?.lines.map(({ label }) => label)).toEqual(['For', 'Lead', 'Papers']);
    expect(deepDive?.lines.find(({ label }) => label === 'Asked')?.lines[0]).toMatch(/^CB\/8\/4 to take note/);
    const { pdf } = printDocument(unwatched, released(), {
      document: { what: 'annotatedAgenda', meeting: MEETING },
      options: ENGLISH,
    });
    expect((await readPdf(pdf)).marked).toBe(true);
  });
});
