import type { PrintLanguage } from './printRequest.ts';

interface AnnotationsWords {
  readonly heading: string;
  readonly foot: string;
  readonly forMyself: string;
  readonly counted: (count: number) => string;
  readonly none: string;
  readonly asOf: string;
  readonly unplaced: string;
  readonly unplacedNote: string;
  readonly meeting: string;
  readonly untitled: string;
  readonly highlighted: string;
  readonly on: (words: string) => string;
  readonly changed: string;
  readonly moved: string;
}

const WORDS: Readonly<Record<PrintLanguage, AnnotationsWords>> = {
  en: {
    heading: 'My notes',
    foot: 'Private notes, for myself alone',
    forMyself: 'Private notes of this desk. They are for nobody else.',
    counted: (count) => (count === 1 ? 'One note.' : `${count} notes.`),
    none: 'There are no notes yet.',
    asOf: 'As of',
    unplaced: 'Could not be placed',
    unplacedNote: 'These words are no longer in the text.',
    meeting: 'Of no item',
    untitled: 'Untitled',
    highlighted: 'Highlighted.',
    on: (words) => `On “${words}”`,
    changed: 'These words were changed since.',
    moved: 'These words stand elsewhere now.',
  },
  fr: {
    heading: 'Mes notes',
    foot: 'Notes privées, pour moi seul',
    forMyself: 'Notes privées de ce poste. Elles ne sont destinées à personne d’autre.',
    counted: (count) => (count === 1 ? 'Une note.' : `${count} notes.`),
    none: 'Il n’y a pas encore de notes.',
    asOf: 'État au',
    unplaced: 'Notes qui n’ont plus leur place',
    unplacedNote: 'Ces mots ne sont plus dans le texte.',
    meeting: 'Hors des points de l’ordre du jour',
    untitled: 'Sans titre',
    highlighted: 'Surligné.',
    on: (words) => `Sur «\u00a0${words}\u00a0»`,
    changed: 'Ces mots ont été modifiés depuis.',
    moved: 'Ces mots se trouvent ailleurs maintenant.',
  },
};

/** The fixed words of printed private notes. */
export function annotationsWords(language: PrintLanguage): AnnotationsWords {
  return WORDS[language];
}
