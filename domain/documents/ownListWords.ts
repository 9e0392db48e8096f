import type { ReceiptState } from '../exchange/receipts.ts';
import type { Language } from '../records/fieldNames.ts';

/** The words of what a desk lists of its own doing. */
export interface OwnListWords {
  /** The columns of the journal. */
  readonly line: string;
  readonly when: string;
  readonly act: string;
  readonly sentence: string;
  /** The columns of the matrix. */
  readonly addressee: string;
  readonly desk: string;
  readonly heard: string;
  readonly sealed: string;
  readonly bundle: string;
  readonly meeting: string;
  readonly records: string;
  readonly files: string;
  readonly number: string;
  readonly state: string;
  readonly since: string;
  readonly days: string;
  readonly aside: string;
  readonly kept: string;
  readonly recall: string;
  readonly states: Readonly<Record<ReceiptState | 'sealed' | 'missing', string>>;
  readonly recalls: Readonly<Record<'asked' | 'answered', string>>;
  readonly never: string;
}

const WORDS: Readonly<Record<Language, OwnListWords>> = {
  en: {
    line: 'Line',
    when: 'When (UTC)',
    act: 'What was done',
    sentence: 'In a sentence',
    addressee: 'Addressee',
    desk: 'Desk',
    heard: 'Last heard',
    sealed: 'Sealed',
    bundle: 'What it was',
    meeting: 'Meeting',
    records: 'Records',
    files: 'Files',
    number: 'Number in their sequence',
    state: 'Where it stands',
    since: 'Since',
    days: 'Days without a word',
    aside: 'Put aside there',
    kept: 'Records that stay there',
    recall: 'Recall',
    states: {
      sealed: 'nothing heard',
      missing: 'missing there',
      opened: 'opened',
      accepted: 'accepted',
      partly: 'accepted in part',
      declined: 'declined',
      undone: 'taken back',
      recalled: 'withdrawn',
    },
    recalls: { asked: 'asked', answered: 'answered' },
    never: 'nothing was sealed for them',
  },
  fr: {
    line: 'Ligne',
    when: 'Quand (UTC)',
    act: 'Ce qui a été fait',
    sentence: 'En une phrase',
    addressee: 'Destinataire',
    desk: 'Poste',
    heard: 'Dernières nouvelles',
    sealed: 'Scellé',
    bundle: 'Ce que c’était',
    meeting: 'Réunion',
    records: 'Fiches',
    files: 'Fichiers',
    number: 'Numéro dans leur suite',
    state: 'Où il en est',
    since: 'Depuis',
    days: 'Jours sans nouvelles',
    aside: 'Mis de côté là-bas',
    kept: 'Fiches qui y restent',
    recall: 'Rappel',
    states: {
      sealed: 'pas de nouvelles',
      missing: 'manquant là-bas',
      opened: 'ouvert',
      accepted: 'accepté',
      partly: 'accepté en partie',
      declined: 'refusé',
      undone: 'repris',
      recalled: 'retiré',
    },
    recalls: { asked: 'demandé', answered: 'répondu' },
    never: 'rien n’a été scellé pour eux',
  },
};

export function ownListWords(language: Language): OwnListWords {
  return WORDS[language];
}
