import { expect, it } from 'vitest';
import { ERROR_SENTENCES } from '../../domain/errorSentences.ts';
import { AmberdeskError, sentenceOf } from '../../domain/errors.ts';

it('every code has its sentence in English and in French, each in its own words and typography', () => {
  for (const [code, { en, fr }] of Object.entries(ERROR_SENTENCES)) {
    expect(code).toMatch(/^([a-z]+\.[a-zA-Z]+|internal)$/);
    for (const sentence of [en, fr]) expect(sentence, code).toMatch(/^[A-ZÀ-Ý].{10,}\.$/u);
    expect(fr, code).not.toBe(en);
    expect(fr, `${code}: apostrophes are ’, and a space that cannot break stands before ;`).not.toMatch(/'| [;:!?]/);
  }
});

it('an error says its sentence in English, and in French when asked', () => {
  const error = new AmberdeskError('vault.locked');
  expect(error.message).toBe('The vault is locked. Unlock it first.');
  expect(sentenceOf(error.code, 'fr')).toBe('Le coffre est verrouillé. Déverrouillez-le d’abord.');
});
