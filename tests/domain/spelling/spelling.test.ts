import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDictionary } from '../../../domain/spelling/dictionary.ts';
import { isSpelt, suggestions, wordsToCheck } from '../../../domain/spelling/spelling.ts';
import { ROOT } from '../../../scripts/run.ts';

const part = (name: string, ending: string) =>
  readFileSync(join(ROOT, 'node_modules', name, `index.${ending}`), 'utf8');
const read = (name: string) => readDictionary(part(name, 'aff'), part(name, 'dic'));
const dictionaries = { en: read('dictionary-en-gb'), fr: read('dictionary-fr') };
const wrong = (language: 'en' | 'fr', plain: string) =>
  wordsToCheck(plain)
    .map(({ word }) => word)
    .filter((word) => !isSpelt(dictionaries[language], language, word));

describe('the spelling of a text', () => {
  it('is British in English', () => {
    expect(
      wrong(
        'en',
        'The organisation’s programmes were mobilised; colours and defences, unauthorised arrests. Don’t, it’s, members’ centres, reassessing WELL-KNOWN AUTHORITIES in 2027 at https://exampel.invalid and UNHCR.',
      ),
    ).toEqual([]);
    expect(wrong('en', 'The color of teh orginal recieved by Karsenia’s goverment')).toEqual([
      'color',
      'teh',
      'orginal',
      'recieved',
      'Karsenia’s',
      'goverment',
    ]);
  });

  it('knows the forms of French words, joined and accented', () => {
    expect(
      wrong(
        'fr',
        'L’ethnie, d’ailleurs, qu’elles; les personnes déplacées furent protégées. Aujourd’hui jusqu’à l’été, nous aurions préféré qu’ils mangeassent. Œuvre, cœurs, ÉTATS, Lorsqu’il viendra, presqu’île, généraux, journaux, veulent-ils, C’est.',
      ),
    ).toEqual([]);
    expect(wrong('fr', 'Les réfugés ont recu l’etat d’urgense')).toEqual(['réfugés', 'recu', 'l’etat', 'd’urgense']);
  });

  it('offers what was meant, as it was written', () => {
    const offered = (language: 'en' | 'fr', word: string) => suggestions(dictionaries[language], language, word);
    expect(offered('en', 'Goverment')[0]).toBe('Government');
    expect(offered('en', 'recieved')).toContain('received');
    expect(offered('en', 'teh')).toContain('the');
    expect(offered('fr', 'recu')[0]).toBe('reçu');
    expect(offered('fr', 'l’etat')[0]).toBe('l’état');
    expect(offered('fr', 'réfugés')).toContain('réfugiés');
    expect(offered('en', 'xqzzkv')).toEqual([]);
  });

  it('says of every word where it stands, whatever the text, and offers only words that are spelt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => {
        for (const { word, from } of wordsToCheck(plain)) expect(plain.slice(from, from + word.length)).toBe(word);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeinrstlo'), minLength: 3, maxLength: 6 }), (word) => {
        for (const offered of suggestions(dictionaries.en, 'en', word)) {
          expect(isSpelt(dictionaries.en, 'en', offered)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});
