import { expect, it } from 'vitest';
import { ACTS, nameOfAct, sentenceOfAct } from '../../../domain/journal/acts.ts';
import { type JournalNames, toldBy } from '../../../domain/journal/told.ts';

const NAMES: JournalNames = {
  installation: (id) => (id === 'a1' ? 'Ada Morn, Secretariat' : undefined),
  record: (id) => (id === 'r1' ? 'Water in the valley' : undefined),
};
const DETAIL = {
  bundle: 'b1',
  sender: 'a1',
  installation: 'a1',
  installations: ['a1', 'c0ffee00c0ffee00'],
  addressees: ['a1'],
  record: 'r1',
  purpose: 'dossier',
  revisions: 1,
  attachments: 2,
  records: 3,
  lines: 4,
  path: '/media/stick',
  name: '7f3a.amber',
  verifiedBy: 'Tomas Vey',
};

it('every act has its name and its sentence in English and in French, in each typography', () => {
  for (const [act, { name, says }] of Object.entries(ACTS)) {
    for (const detail of [DETAIL, {}]) {
      const [en, fr] = [says.en(toldBy(detail, NAMES, 'en')), says.fr(toldBy(detail, NAMES, 'fr'))];
      if (detail === DETAIL) for (const sentence of [en, fr]) expect(sentence, act).toMatch(/^[A-ZÀ-Ý0-9“«/].{8,}\.$/u);
      for (const sentence of [en, fr]) expect(sentence, act).not.toMatch(/undefined|null|\bNaN\b/);
      expect(fr, act).not.toBe(en);
      expect(fr, `${act}: apostrophes are ’, and spaces that cannot break stand before : ; »`).not.toMatch(
        /'| [;:!?»]|« /,
      );
    }
    for (const words of Object.values(name)) expect(words, act).toMatch(/^[A-ZÀ-Ý][^.]{2,60}$/u);
  }
});

it('names who and what it is about, and says so where they are not known here', () => {
  const sealed = sentenceOfAct('bundle.sealed', toldBy(DETAIL, NAMES, 'en'), 'en');
  expect(sealed).toBe('Sealed a dossier for Ada Morn, Secretariat: one revision, 2 attachments.');
  expect(sentenceOfAct('card.vouched', toldBy(DETAIL, NAMES, 'en'), 'en')).toContain('Ada Morn, Secretariat; c0ffee00');
  expect(sentenceOfAct('fileSaved', toldBy({ record: 'r1' }, NAMES, 'fr'), 'fr')).toContain('« Water in the valley »');
  const could = toldBy({ what: 'couldOpen', installation: 'a1' }, NAMES, 'fr');
  expect(sentenceOfAct('printed', could, 'fr')).toContain('Ada Morn, Secretariat pouvait ouvrir');
  expect(sentenceOfAct('printed', toldBy({ record: 'gone' }, NAMES, 'en'), 'en')).toBe('A record was printed.');
  expect(sentenceOfAct('toString', toldBy({}, NAMES, 'en'), 'en')).toBe('Written by a newer version: toString.');
  expect(nameOfAct('later', 'fr')).toBe('later');
});
