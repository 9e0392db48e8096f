import { expect, it } from 'vitest';
import { changeWords } from '../../../domain/exchange/changeWords.ts';
import type { Handling } from '../../../domain/handling/handling.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';

const handling: Handling = {
  label: 'TLP:AMBER',
  distribution: { to: 'board' },
  originator: naturalId('organisation', 'QT'),
  caveats: [],
  chathamHouse: false,
};
const text = (words: string): JsonObject => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: words }] }],
});
const words = (before: JsonObject, after: JsonObject, language: 'en' | 'fr' = 'en') =>
  changeWords(kindOf('paper'), { body: before, handling }, { body: after, handling }, () => undefined, language).map(
    (sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' '),
  );

it('says nothing when nothing changed', () => {
  expect(words({ title: 'Water', body: text('A dry year') }, { body: text('A dry year'), title: 'Water' })).toEqual([]);
});

it('says what a field is and was, in both languages', () => {
  const [before, after] = [
    { title: 'Water', due: '2027-06-30' },
    { title: 'Water', due: '2027-09-30' },
  ];
  expect(words(before, after)).toEqual(['Due date: 30 September 2027, before 30 June 2027.']);
  expect(words(before, after, 'fr')).toEqual(['Échéance : 30 septembre 2027, auparavant 30 juin 2027.']);
  expect(words({}, { due: '2027-09-30' })).toEqual(['Due date: 30 September 2027, before nothing.']);
});

it('counts the words of a text that came and went', () => {
  expect(words({ body: text('A dry year') }, { body: text('A very dry summer') })).toEqual([
    'Text: 2 words added, 1 removed.',
  ]);
  expect(words({}, { body: text('Rain') }, 'fr')).toEqual(['Texte : 1 mot ajouté, 0 supprimés.']);
  expect(words({ body: text('first second') }, { body: text('second first') })).toEqual([
    'Text: order or form changed.',
  ]);
});

it('says when who may see it changed', () => {
  const stricter: Handling = { ...handling, label: 'TLP:RED' };
  const sentences = changeWords(
    kindOf('paper'),
    { body: {}, handling },
    { body: {}, handling: stricter },
    () => undefined,
    'en',
  );
  expect(sentences).toEqual(['TLP label: TLP:RED, before TLP:AMBER.']);
});
