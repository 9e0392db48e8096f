import type { Label } from '../handling/handling.ts';
import type { PrintLanguage } from './printRequest.ts';

/** The fixed words of a printed dossier and of its supplement. */
export interface DossierWords {
  readonly untitled: string;
  readonly copy: string;
  readonly copyOf: (all: number) => string;
  readonly recipient: string;
  readonly book: string;
  readonly replaces: (issue: string) => string;
  readonly notIssued: string;
  readonly openBook: string;
  readonly closedBook: string;
  readonly pages: string;
  readonly papers: (count: number) => string;
  readonly furtherWithheld: (count: number) => string;
  readonly handlingOf: Readonly<Record<Label, string>>;
  readonly ownMarks: string;
  readonly distribution: string;
  readonly thisCopy: (name: string) => string;
  readonly contents: string;
  readonly columns: readonly [string, string, string, string, string];
  readonly noteOnChanges: (issue: string) => string;
  readonly inOrder: string;
  readonly isNew: string;
  readonly isChanged: string;
  readonly withheldPaper: string;
  readonly news: (issue: string) => string;
  readonly noNews: string;
  readonly added: string;
  readonly changed: string;
  readonly withdrawn: string;
  readonly tab: (number: number) => string;
  readonly highestMark: string;
  readonly attachments: string;
  readonly attachmentsNote: string;
  readonly attachmentColumns: readonly [string, string, string, string];
  readonly index: string;
  readonly indexNote: string;
  /** In a file whose pages are not set yet. */
  readonly indexByPaper: string;
  readonly bytes: (size: string, unit: 'B' | 'KB' | 'MB') => string;
  readonly left: string;
  readonly supplement: string;
  readonly supplementTo: (issue: string) => string;
  readonly addsTo: (issue: string) => string;
  readonly makes: (issue: string) => string;
  readonly instructions: string;
  readonly instructionColumns: readonly [string, string, string, string, string];
  /** Of pages that are put in where none were. */
  readonly after: (pages: string, page: number) => string;
  readonly isWithdrawn: string;
  readonly wholeSheets: string;
  readonly barred: string;
  readonly supplementPage: readonly [string, string];
}

const NBSP = '\u00a0';

const english: DossierWords = {
  untitled: 'Untitled dossier',
  copy: 'Copy',
  copyOf: (all) => `of ${all}`,
  recipient: 'Recipient',
  book: 'Book',
  replaces: (issue) => `Replaces ${issue}`,
  notIssued: 'Not issued yet',
  openBook: 'Open session',
  closedBook: 'Closed sessions',
  pages: 'pages',
  papers: (count) => (count === 1 ? '1 paper' : `${count} papers`),
  furtherWithheld: (count) => `${count} further withheld`,
  handlingOf: {
    'TLP:RED': 'For the eyes and ears of the persons named only. No further disclosure.',
    'TLP:AMBER+STRICT': 'Share inside the receiving organisation only, with those who need to know.',
    'TLP:AMBER': 'Share inside the receiving organisations only, with those who need to know.',
    'TLP:GREEN': 'Share inside the community of invited bodies. Not for publication.',
    'TLP:CLEAR': 'May be shared without limit.',
    PRIVATE: 'Private: it stays with whoever printed it.',
  },
  ownMarks: 'Papers and paragraphs carry their own marks.',
  distribution: 'Distribution',
  thisCopy: (name) => `${name}, this copy`,
  contents: 'Contents',
  columns: ['Paper', 'Title', 'From', 'Handling', 'Page'],
  noteOnChanges: (issue) =>
    `A bar in the margin marks a paper changed since ${issue}; \u201cnew\u201d marks one added since.`,
  inOrder: 'Papers are in the order of the book.',
  isNew: 'new',
  isChanged: 'changed',
  withheldPaper: 'Withheld from this copy',
  news: (issue) => `New since ${issue}`,
  noNews: 'Nothing was added, changed or withdrawn.',
  added: 'Added',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  tab: (number) => `Tab ${number}`,
  highestMark: 'The book carries the strictest mark of any paper in it.',
  attachments: 'Attachments not bound',
  attachmentsNote: 'These files belong to papers in this book and are handed over as files.',
  attachmentColumns: ['Paper', 'File', 'Size', 'SHA-256, first digits'],
  index: 'Index of countries and subjects',
  indexNote: 'Where each is named, by page.',
  indexByPaper: 'The papers in which each is named.',
  bytes: (size, unit) => `${size}${NBSP}${unit}`,
  left: 'This page is left blank.',
  supplement: 'Supplement',
  supplementTo: (issue) => `Supplement to ${issue}`,
  addsTo: (issue) => `To be put into copies of ${issue}`,
  makes: (issue) => `With it they are ${issue}`,
  instructions: 'What to take out and put in',
  instructionColumns: ['Paper', 'Title', 'Take out pages', 'Put in pages', 'Because it is'],
  after: (pages, page) => `${pages}, after ${page}`,
  isWithdrawn: 'withdrawn',
  wholeSheets: 'Sheets are taken out and put in whole, front and back. What is taken out is destroyed or returned.',
  barred: 'A bar in the outer margin marks what changed.',
  supplementPage: ['Supplement, page', 'of'],
};

const french: DossierWords = {
  untitled: 'Dossier sans titre',
  copy: 'Exemplaire',
  copyOf: (all) => `sur ${all}`,
  recipient: 'Destinataire',
  book: 'Dossier',
  replaces: (issue) => `Remplace${NBSP}: ${issue}`,
  notIssued: 'Pas encore publié',
  openBook: 'Séance ouverte',
  closedBook: 'Séances à huis clos',
  pages: 'pages',
  papers: (count) => (count === 1 ? '1 document' : `${count} documents`),
  furtherWithheld: (count) => (count === 1 ? '1 autre retiré' : `${count} autres retirés`),
  handlingOf: {
    'TLP:RED': 'Réservé aux personnes nommées. Aucune autre diffusion.',
    'TLP:AMBER+STRICT': 'À ne partager qu’au sein de l’organisation destinataire, selon le besoin d’en connaître.',
    'TLP:AMBER': 'À ne partager qu’au sein des organisations destinataires, selon le besoin d’en connaître.',
    'TLP:GREEN': 'À partager au sein de la communauté des organismes invités. Ne pas publier.',
    'TLP:CLEAR': 'Peut être partagé sans limite.',
    PRIVATE: 'Privé : reste auprès de qui l’a imprimé.'.replace(' :', `${NBSP}:`),
  },
  ownMarks: 'Documents et paragraphes portent leur propre marque.',
  distribution: 'Diffusion',
  thisCopy: (name) => `${name}, cet exemplaire`,
  contents: 'Table des matières',
  columns: ['Document', 'Titre', 'De', 'Traitement', 'Page'],
  noteOnChanges: (issue) =>
    `Un trait en marge signale un document modifié depuis ${issue}${NBSP}; «${NBSP}nouveau${NBSP}» un document ajouté depuis.`,
  inOrder: 'Les documents suivent l’ordre du dossier.',
  isNew: 'nouveau',
  isChanged: 'modifié',
  withheldPaper: 'Retiré de cet exemplaire',
  news: (issue) => `Nouveautés depuis ${issue}`,
  noNews: 'Rien n’a été ajouté, modifié ni retiré.',
  added: 'Ajoutés',
  changed: 'Modifiés',
  withdrawn: 'Retirés',
  tab: (number) => `Onglet ${number}`,
  highestMark: 'Le dossier porte la marque la plus stricte de ses documents.',
  attachments: 'Pièces jointes non reliées',
  attachmentsNote: 'Ces fichiers accompagnent des documents du dossier et sont remis sous forme de fichiers.',
  attachmentColumns: ['Document', 'Fichier', 'Taille', 'SHA-256, premiers chiffres'],
  index: 'Index des pays et des sujets',
  indexNote: 'Pages où chacun est nommé.',
  indexByPaper: 'Les documents où chacun est nommé.',
  bytes: (size, unit) => `${size.replace('.', ',')}${NBSP}${{ B: 'o', KB: 'Ko', MB: 'Mo' }[unit]}`,
  left: 'Page laissée en blanc.',
  supplement: 'Supplément',
  supplementTo: (issue) => `Supplément à ${issue}`,
  addsTo: (issue) => `À insérer dans les exemplaires de ${issue}`,
  makes: (issue) => `Ils deviennent ainsi ${issue}`,
  instructions: 'Feuilles à retirer et à insérer',
  instructionColumns: ['Document', 'Titre', 'Retirer les pages', 'Insérer les pages', 'Parce qu’il est'],
  after: (pages, page) => `${pages}, après ${page}`,
  isWithdrawn: 'retiré',
  wholeSheets:
    'Les feuilles sont retirées et insérées entières, recto et verso. Ce qui est retiré est détruit ou rendu.',
  barred: 'Un trait dans la marge extérieure signale ce qui a changé.',
  supplementPage: ['Supplément, page', 'sur'],
};

/** The catalogue of one language. */
export function dossierWords(language: PrintLanguage): DossierWords {
  return language === 'fr' ? french : english;
}
