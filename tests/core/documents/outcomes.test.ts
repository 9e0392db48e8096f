import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { outcomesSheet } from '../../../domain/documents/outcomesSheet.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { aRecord, BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const FRENCH: PrintOptions = { ...ENGLISH, language: 'fr', paper: 'us-letter', blackAndWhite: true };
const MEETING = sampleId('meeting');

function withOutcomes(): ReleasableRecord[] {
  const made = (kind: string, name: string, body: JsonObject, label?: Label) =>
    aRecord(kind, name, { meeting: MEETING, ...body }, label);
  const [northmark, lowmere] = [sampleId('Northmark'), sampleId('Lowmere')];
  return [
    ...printSample(),
    made('decision', 'choice', {
      number: 'CB/8/D2',
      title: 'Country of the next deep-dive',
      text: 'The Board chooses Karsenia.',
      state: 'adopted',
      candidates: [
        { id: 'c1', order: 'a0', subject: 'Karsenia', grounds: 'Elections in November.', chosen: true },
        { id: 'c2', order: 'a1', subject: 'Wessamar', grounds: '', chosen: false },
      ],
    }),
    made('decision', 'note', { number: 'CB/8/D1', text: 'The Board takes note of the report.', state: 'notAdopted' }),
    made('action', 'send', {
      number: 'CB/8/A10',
      text: 'Send the list.',
      lead: northmark,
      due: '2026-09-01',
      state: 'open',
    }),
    made('action', 'ask', { number: 'CB/8/A9', text: 'Ask the mediator.', state: 'done', why: 'Answered on Monday' }),
    made('recommendation', 'offer', {
      number: 'CB/8/R1',
      text: 'Offer registry experts to the mediator.',
      type: 'assistance',
      addressees: [northmark, lowmere],
      lead: lowmere,
      due: '2099-11-30',
      state: 'adopted',
    }),
    made('recommendation', 'list', {
      number: 'CB/8/R2',
      text: 'Freeze the accounts.',
      type: 'sanction',
      addressees: [lowmere],
      state: 'proposed',
    }),
    made(
      'recommendation',
      'secret',
      { number: 'CB/8/R3', text: 'Move the witness.', addressees: [northmark] },
      'TLP:RED',
    ),
    aRecord('decision', 'other', { meeting: sampleId('another meeting'), text: 'Of another meeting.' }),
  ];
}

const release = () => releaseFor(withOutcomes(), BOARD).release;

describe('the sheet of decisions, recommendations and actions', () => {
  it('has those of the meeting that the audience may have, by number, with states as shape and word', () => {
    const sheet = outcomesSheet(release(), MEETING, ENGLISH);
    const rows = sheet.sections.map(({ kind, rows: all }) => [
      kind,
      all.map(({ number, shape, state }) => `${number} ${shape} ${state}`),
    ]);
    expect(rows).toEqual([
      ['decision', ['CB/8/D1 cross Not adopted', 'CB/8/D2 full Adopted']],
      ['recommendation', ['CB/8/R1 full Adopted', 'CB/8/R2 ring Proposed']],
      ['action', ['CB/8/A9 full Done', 'CB/8/A10 ring Open']],
    ]);
    const [decisions, recommendations, actions] = sheet.sections;
    expect(decisions?.rows[1]?.notes).toEqual([
      'Chosen: Karsenia. Elections in November.',
      'Also considered: Wessamar.',
    ]);
    expect(recommendations?.rows[0]?.cells).toEqual([
      'Assistance',
      'Northmark, Lowmere',
      '30\u00a0November 2099',
      'Lowmere',
    ]);
    expect(actions?.rows[1]?.cells).toEqual(['Northmark', '1\u00a0September 2026, late']);
    expect(JSON.stringify(sheet)).not.toMatch(/witness|another meeting/);
  });

  it('has, for one addressee, what is recommended to it alone', () => {
    const sheet = outcomesSheet(release(), MEETING, ENGLISH, sampleId('Northmark'));
    expect(sheet.title).toBe('Recommendations to Northmark');
    expect(sheet.sections.map(({ rows }) => rows.map(({ number }) => number))).toEqual([['CB/8/R1']]);
  });

  it('is refused outside the board', () => {
    const outside = releaseFor(withOutcomes(), { kind: 'community', bodies: [sampleId('Corvane Institute')] });
    expect(() => outcomesSheet(outside.release, outside.idOf('meeting'), ENGLISH)).toThrow(
      expect.objectContaining({ code: 'release.withheld' }),
    );
  });

  it('prints the same bytes for the same release, in both languages and on both papers, and is read aloud whole', async () => {
    const order = (options: PrintOptions) => ({ document: { what: 'outcomes', meeting: MEETING } as const, options });
    const once = printDocument(unwatched, release(), order(ENGLISH));
    expect(printDocument(unwatched, release(), order(ENGLISH)).pdf.equals(once.pdf)).toBe(true);
    expect(once.warnings).toEqual([]);
    const { text } = await readPdf(once.pdf);
    expect(squeeze(text)).toContain(squeeze('Offer registry experts to the mediator.'));
    const french = printDocument(unwatched, release(), order(FRENCH));
    expect(squeeze((await readPdf(french.pdf)).text)).toContain(squeeze('Non adoptée'));
    const empty = releaseFor(printSample(), BOARD).release;
    expect(printDocument(unwatched, empty, order(ENGLISH)).pages).toBe(1);
  });
});
