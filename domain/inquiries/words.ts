import type { Language } from '../records/fieldNames.ts';
import type { LinePosition } from './kinds.ts';

/** The words of the form that ministries fill in. */
export interface InquiryWords {
  readonly title: string;
  readonly how: string;
  readonly lines: readonly string[];
  /** What stands in a plain text, where there are no fields. */
  readonly inText: string;
  /** What stands over a table, with the positions. */
  readonly inTable: (positions: string) => string;
  /** The columns of the table. */
  readonly columns: Readonly<Record<'number' | 'point' | 'day' | 'position' | 'comment' | 'mark', string>>;
  readonly reference: string;
  readonly by: (day: string) => string;
  readonly ministry: string;
  readonly position: string;
  readonly comment: string;
  readonly contact: string;
  readonly dated: string;
  readonly end: string;
  readonly positions: Readonly<Record<LinePosition, string>>;
  /** Over what was settled, in the paper that is made of it. */
  readonly national: string;
  readonly nothingSettled: string;
}

const EN: InquiryWords = {
  title: 'Position of the ministry',
  how: 'How to fill this in',
  lines: [
    'Answer each line you have a view on: a position, and what should be said or changed.',
    'Leave the lines in double brackets as they are, save, and send the file back to the delegation.',
    'What you write stays within this State: the delegation settles the national position from it.',
  ],
  inText: 'Write below the lines in double brackets, and leave those lines as they are.',
  inTable: (positions) =>
    `Write in the columns POSITION (${positions}) and COMMENT, and leave the other cells as they are.`,
  columns: {
    number: 'No.',
    point: 'Point',
    day: 'Answer by',
    position: 'POSITION',
    comment: 'COMMENT',
    mark: 'Mark',
  },
  reference: 'REFERENCE',
  by: (day) => `Answer by ${day}`,
  ministry: 'Ministry',
  position: 'POSITION',
  comment: 'COMMENT',
  contact: 'WHO TO ASK IN THE MINISTRY',
  dated: 'DATE',
  end: 'END',
  positions: {
    agree: 'agree',
    agreeWithChanges: 'agree with changes',
    disagree: 'disagree',
    noView: 'no view',
  },
  national: 'National position',
  nothingSettled: 'Not settled yet.',
};

const FR: InquiryWords = {
  title: 'Position du ministère',
  how: 'Comment le remplir',
  lines: [
    'Répondez à chaque ligne sur laquelle vous avez un avis\u00a0: une position, et ce qui devrait être dit ou modifié.',
    'Laissez telles quelles les lignes entre doubles crochets, enregistrez et renvoyez le fichier à la délégation.',
    'Ce que vous écrivez reste au sein de l’État\u00a0: la délégation en arrête la position nationale.',
  ],
  inText: 'Écrivez sous les lignes entre doubles crochets et laissez ces lignes telles quelles.',
  inTable: (positions) =>
    `Écrivez dans les colonnes POSITION (${positions}) et OBSERVATIONS, et laissez les autres cellules telles quelles.`,
  columns: {
    number: 'N°',
    point: 'Point',
    day: 'Réponse au plus tard',
    position: 'POSITION',
    comment: 'OBSERVATIONS',
    mark: 'Mention',
  },
  reference: 'RÉFÉRENCE',
  by: (day) => `Réponse au plus tard le ${day}`,
  ministry: 'Ministère',
  position: 'POSITION',
  comment: 'OBSERVATIONS',
  contact: 'QUI INTERROGER AU MINISTÈRE',
  dated: 'DATE',
  end: 'FIN',
  positions: {
    agree: 'accord',
    agreeWithChanges: 'accord avec modifications',
    disagree: 'désaccord',
    noView: 'sans avis',
  },
  national: 'Position nationale',
  nothingSettled: 'Pas encore arrêtée.',
};

export function inquiryWords(language: Language): InquiryWords {
  return language === 'fr' ? FR : EN;
}

/** The words that every form has, for the audit of a finished one. */
export function inquiryFormWords(): string[] {
  return [EN, FR].flatMap(({ lines, positions, by, inTable, columns, ...words }) => [
    ...Object.values(words),
    ...lines,
    by(''),
    inTable(''),
    ...Object.values(columns),
    ...Object.values(positions),
  ]);
}
