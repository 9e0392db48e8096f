import { expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { adoptionSheet } from '../../../domain/documents/adoptionSheet.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { circleOf } from '../../../domain/handling/circle.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { release } from '../../../domain/release/release.ts';
import { aRecord, BOARD, sampleId } from '../../helpers/printSample.ts';
import { freshIdOf } from '../../helpers/releasable.ts';

const STATES = ['Avaria', 'Lowmere', 'Northmark', 'Velland'];

function theRecords(result: JsonObject = {}) {
  const bodies = STATES.map((name) =>
    aRecord('organisation', name, { name, shortName: name, type: 'state', membership: 'member' }, 'TLP:GREEN'),
  );
  const decision = aRecord('decision', 'decision', { title: 'Warning on Karsenia', text: 'New words.' });
  const entry = { id: 'p1', order: 'a0', record: decision.id, title: 'CB/8/D1 Warning on Karsenia', digest: '' };
  const words = 'The Board warns its members of the vote in Karsenia, and asks each to speak to the parties before it.';
  const adoption = aRecord('adoption', 'adoption', {
    title: 'CB/8/D1 Warning on Karsenia',
    way: 'silence',
    put: [{ ...entry, words }],
    asked: STATES.map(sampleId),
    text: 'The vote is brought forward; the words follow what was said at the eighth meeting.',
    deadline: '2027-03-12T17:00Z',
    zone: 'Europe/Lisbon',
    ...result,
  });
  const answer = (member: string, body: JsonObject) =>
    aRecord('answer', `answer of ${member}`, { adoption: adoption.id, organisation: sampleId(member), ...body });
  return [
    aRecord('network', 'network', { name: 'Meridian', shortName: 'Exercise Meridian', exercise: true }, 'TLP:CLEAR'),
    aRecord('person', 'chair', { name: 'Elias Corvin', organisation: sampleId('Northmark') }, 'TLP:GREEN'),
    ...bodies,
    decision,
    adoption,
    answer('Northmark', { says: 'reservation', words: 'Northmark speaks to the parties in its own time.' }),
    answer('Lowmere', { says: 'noObjection', onBehalf: 'By telephone, the head of delegation, 14:10' }),
    answer('Velland', { says: 'question', text: 'Which parties are meant?' }),
  ];
}

function sheetFor(audience: Audience, result: JsonObject = {}, language: 'en' | 'fr' = 'en') {
  const records = theRecords(result);
  const at = { at: '2027-03-13T09:00Z', circle: circleOf(records), mint: freshIdOf };
  const { release: made } = release({ records }, audience, at);
  return { made, sheet: adoptionSheet(made, sampleId('adoption'), { ...USUAL_PRINT, language }) };
}

const RESULT = {
  result: 'adoptedWithReservations',
  resultOn: '2027-03-12T18:30Z',
  resultBy: sampleId('chair'),
  instruction: 'In the corridor, at noon',
  unreached: [sampleId('Avaria')],
};

it('prints what members were asked about, every answer, the reservations whole, and who recorded what when', () => {
  const { sheet } = sheetFor(BOARD, RESULT);
  expect(sheet.passages).toEqual([
    {
      heading: 'What was put up',
      items: [
        expect.objectContaining({
          text: expect.stringMatching(/^The Board warns its members/),
          note: 'Its text was changed since it was put up.',
        }),
      ],
    },
    {
      heading: 'Reservations',
      items: [{ title: 'Northmark', text: 'Northmark speaks to the parties in its own time.', note: '' }],
    },
  ]);
  expect(sheet.sections[0]?.rows.map(({ cells, note }) => [...cells, note ?? ''])).toEqual([
    ['Avaria', 'Silent', ''],
    ['Lowmere', 'No objection', 'Noted by the Secretariat: By telephone, the head of delegation, 14:10.'],
    ['Northmark', 'Reservation', ''],
    ['Velland', 'Question', 'Which parties are meant?'],
  ]);
  expect(sheet.facts.map(({ lines }) => lines.join())).toEqual([
    'By silence procedure',
    'Friday 12\u00a0March 2027,17:00 Lisbon',
    'Adopted with reservations',
    'Friday 12\u00a0March 2027,by Elias Corvin',
  ]);
  expect(sheet.notes).toContain('Silent when it was recorded, and not known to have had it: Avaria.');
});

it('says that silence adopts nothing while no result is recorded, in French too', () => {
  expect(sheetFor(BOARD, {}, 'fr').sheet.notes.at(-1)).toMatch(/^Le silence seul n’adopte rien/);
});

it('is withheld from whoever is not of the board, and sets as the same bytes each time', () => {
  expect(() => sheetFor({ kind: 'public' })).toThrow(expect.objectContaining({ code: 'release.withheld' }));
  const { made } = sheetFor(BOARD, RESULT);
  const print = (paper: 'a4' | 'us-letter') =>
    printDocument(unwatched, made, {
      document: { what: 'adoption', adoption: sampleId('adoption') },
      options: { language: 'fr', paper, blackAndWhite: paper === 'us-letter' },
    });
  const [a4, again, letter] = [print('a4'), print('a4'), print('us-letter')];
  expect(a4.pdf.equals(again.pdf)).toBe(true);
  expect([a4.pages, letter.pages, a4.warnings, letter.warnings]).toEqual([1, 1, [], []]);
});
