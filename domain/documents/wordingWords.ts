import type { PrintLanguage } from './printRequest.ts';

interface WordingWords {
  readonly heading: string;
  readonly foot: string;
  readonly asOf: string;
  readonly lines: string;
  readonly terms: string;
  readonly counted: (lines: number, terms: number) => string;
  readonly agreedOn: (day: string) => string;
  readonly at: (meeting: string) => string;
  readonly until: (day: string) => string;
  readonly draft: string;
  readonly superseded: string;
  readonly use: string;
  readonly instead: string;
  readonly language: Readonly<Record<PrintLanguage, string>>;
  readonly openOnly: string;
  readonly mark: string;
}

const WORDS: Readonly<Record<PrintLanguage, WordingWords>> = {
  en: {
    heading: 'Agreed wording',
    foot: 'Agreed wording',
    asOf: 'As it stood on',
    lines: 'Public lines',
    terms: 'Terms',
    counted: (lines, terms) =>
      `${lines === 1 ? 'One public line' : `${lines} public lines`}, ${terms === 1 ? 'one term' : `${terms} terms`}.`,
    agreedOn: (day) => `Agreed on ${day}`,
    at: (meeting) => `at: ${meeting}`,
    until: (day) => `valid until ${day}`,
    draft: 'Draft, not agreed',
    superseded: 'Superseded',
    use: 'Use',
    instead: 'Instead of',
    language: { en: 'English', fr: 'French' },
    openOnly: 'In papers of an open session.',
    mark: 'Mark',
  },
  fr: {
    heading: 'Formulations arrêtées',
    foot: 'Formulations arrêtées',
    asOf: 'État au',
    lines: 'Lignes publiques',
    terms: 'Termes',
    counted: (lines, terms) =>
      `${lines === 1 ? 'Une ligne publique' : `${lines} lignes publiques`}, ${terms === 1 ? 'un terme' : `${terms} termes`}.`,
    agreedOn: (day) => `Arrêtée le ${day}`,
    at: (meeting) => `à\u00a0: ${meeting}`,
    until: (day) => `valable jusqu’au ${day}`,
    draft: 'Projet, non arrêté',
    superseded: 'Remplacée',
    use: 'Employer',
    instead: 'Au lieu de',
    language: { en: 'Anglais', fr: 'Français' },
    openOnly: 'Dans les documents d’une séance ouverte.',
    mark: 'Mention',
  },
};

/** The words of the print of public lines and terms. */
export function wordingWords(language: PrintLanguage): WordingWords {
  return WORDS[language];
}
