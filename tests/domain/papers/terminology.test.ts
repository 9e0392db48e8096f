import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Term, termList, termPlaces } from '../../../domain/papers/terminology.ts';

const aTerm = (use: string, ...instead: string[]): Term => ({ id: use, use, instead, why: '' });
const inEnglish = (...terms: Term[]) => termList(terms, 'en');
const inFrench = (...terms: Term[]) => termList(terms, 'fr');
const written = (plain: string, list: ReturnType<typeof termList>): string =>
  termPlaces(plain, list).reduceRight(
    (words, { from, to, drop, use }) => words.slice(0, from - drop) + use + words.slice(to),
    plain,
  );

describe('the list of terms', () => {
  it('finds whole words, however they are capitalised, spaced and set', () => {
    const list = inEnglish(aTerm('displaced person', 'evacuee'), aTerm('armed group', 'rebel gang'));
    expect(written('Evacuees, an evacuee and the EVACUEES.', list)).toBe(
      'Displaced persons, a displaced person and the DISPLACED PERSONS.',
    );
    expect(written('Rebel\u00a0gangs; rebel  gang’s arms', list)).toBe('Armed groups; armed group’s arms');
    expect(written('evacueeship, non-evacuee, evacuee_1', list)).toBe('evacueeship, non-evacuee, evacuee_1');
  });

  it('finds nothing inside what is to be used, nor what other words of it ask for', () => {
    const list = inEnglish(aTerm('internally displaced person', 'displaced person'), aTerm('party', 'side'));
    expect(termPlaces('Internally displaced persons and each party', list)).toEqual([]);
    expect(written('displaced persons on both sides', list)).toBe('internally displaced persons on both parties');
  });

  it('keeps to accents, which a French capital may lack, in either form', () => {
    const list = inFrench(aTerm('personne déplacée', 'évacué'), aTerm('certain', 'sûr'));
    expect(written('Evacués, ÉVACUÉS, évacué, e\u0301vacue\u0301', list)).toBe(
      'Personnes déplacées, PERSONNES DÉPLACÉES, personne déplacée, personne déplacée',
    );
    expect(termPlaces('sur le terrain, évacue, evacue', list)).toEqual([]);
  });

  it('joins little words anew in French', () => {
    const list = inFrench(aTerm('groupe armé', 'insurgé'), aTerm('autorité', 'pouvoir'), aTerm('population', 'ethnie'));
    expect(written('L’insurgé, d’insurgés, qu’insurgé', list)).toBe(
      'Le groupe armé, de groupes armés, que groupe armé',
    );
    expect(written('le pouvoir et de pouvoir', list)).toBe('l’autorité et d’autorité');
    expect(written("l'ethnie", list)).toBe('la population');
    expect(written('œuvre', inFrench(aTerm('travail', 'oeuvre')))).toBe('travail');
  });

  it('takes capitals alone for a short form, and a term for its own language', () => {
    expect(termPlaces('It is us.', inEnglish(aTerm('the Union', 'US')))).toEqual([]);
    expect(termPlaces('The US.', inEnglish(aTerm('the Union', 'US')))).toHaveLength(1);
    expect(termPlaces('side', inFrench({ ...aTerm('party', 'side'), language: 'en' }))).toEqual([]);
  });

  const letters = fc.string({ unit: fc.constantFrom(...'abcdeéèfgœhilmnoprstu'), minLength: 4, maxLength: 9 });
  const around = fc.string({ unit: fc.constantFrom(' ', '.', ',', '(', '«', '\u00a0', '\n', '\ufffc'), maxLength: 5 });

  it('finds what is planted where it is planted, and tells exactly those units', () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        around,
        around,
        fc.constantFrom('en', 'fr'),
        (word, use, before, after, language) => {
          fc.pre(!use.includes(word) && !word.includes(use));
          const plain = `7${before} ${word} ${after}7`;
          const list = termList([{ ...aTerm(use, word), id: 't' }], language);
          const places = termPlaces(plain, list);
          expect(places).toHaveLength(1);
          const [place] = places;
          expect(plain.slice(place?.from, place?.to)).toBe(word);
          expect(place?.found).toBe(word);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes any words for a term, and any text to look through', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })))),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('en', 'fr'),
        (terms, plain, language) => {
          const list = termList(
            terms.map(([use, instead], at) => ({ id: `${at}`, use, instead, why: '' })),
            language,
          );
          let end = 0;
          for (const { from, to, drop, found } of termPlaces(plain, list)) {
            expect(from - drop).toBeGreaterThanOrEqual(end > from ? Number.POSITIVE_INFINITY : 0);
            expect(plain.slice(from, to)).toBe(found);
            end = to;
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
