import { expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import { wordingSheet } from '../../../domain/documents/wordingSheet.ts';
import { isReleasedAtHome } from '../../../domain/release/release.ts';
import { paragraph, words } from '../../helpers/documentNodes.ts';
import { aPaper, aRecord, BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';

const FRENCH: PrintOptions = { language: 'fr', paper: 'a4', blackAndWhite: false };

it('public lines and terms print for members, what holds first, each with its mark where they differ', async () => {
  const line = { textEn: 'We call for calm.', textFr: 'Nous appelons au calme.', agreedOn: '2026-09-11' };
  const { release } = releaseFor(
    [
      ...printSample(),
      aRecord('publicLine', 'old', { ...line, subject: 'Wessamar', status: 'superseded' }),
      aRecord('publicLine', 'new', {
        ...line,
        subject: 'Karsenia',
        status: 'agreed',
        until: '2027-06-30',
        meeting: sampleId('meeting'),
      }),
      aRecord('term', 'group', { use: 'armed group', instead: ['rebel', 'militia'], language: 'en', why: 'No side.' }),
      aRecord('term', 'secret', { use: 'groupe', instead: ['bande'], language: 'fr', scope: 'open' }, 'TLP:RED'),
    ],
    BOARD,
  );
  if (!isReleasedAtHome(release)) throw new TypeError('It is for the board.');
  const sheet = wordingSheet(release, FRENCH);
  expect(sheet.passages?.[0]?.items.map(({ title }) => title)).toEqual([
    'Karsenia (Français)',
    'Karsenia (Anglais)',
    'Wessamar (Français)',
    'Wessamar (Anglais)',
  ]);
  expect(sheet.passages?.[0]?.items[1]?.note).toContain('valable jusqu’au 30\u00a0juin 2027');
  const printed = printDocument(unwatched, release, { document: { what: 'wording' }, options: FRENCH });
  const said = squeeze((await readPdf(printed.pdf)).text);
  for (const words of ['Nous appelons au calme.', 'We call for calm.', 'Remplacée', 'rebel, militia', 'No side.']) {
    expect(said).toContain(squeeze(words));
  }
  expect(said).not.toContain('bande');
});

it('what the section of a paper is for, and what it asks, is in no print', async () => {
  const heading = {
    type: 'heading',
    attrs: { id: 'h', level: 1, section: 'deepDive.ground' },
    content: [words('Ground')],
  };
  const { release, idOf } = releaseFor(aPaper([heading, paragraph('p', words('Two markets are closed.'))]), BOARD);
  const sheet = paperSheet(release, idOf('the paper'), FRENCH);
  expect(JSON.stringify(sheet)).toContain('Ground');
  expect(JSON.stringify([sheet, release.documents])).not.toMatch(/deepDive\.ground|sources on the ground report/);
});
