import type { PrintLanguage } from './printRequest.ts';

interface CommentsWords {
  readonly heading: string;
  readonly foot: string;
  readonly ofPaper: (title: string) => string;
  readonly counted: (open: number, resolved: number) => string;
  readonly none: string;
  readonly asOf: string;
  readonly open: string;
  readonly resolved: string;
  readonly answer: string;
  readonly nobody: string;
  readonly on: (words: string) => string;
  readonly onWhole: string;
  readonly inPortion: string;
  readonly changed: string;
  readonly moved: string;
  readonly unplaced: string;
}

const WORDS: Readonly<Record<PrintLanguage, CommentsWords>> = {
  en: {
    heading: 'Comments',
    foot: 'Comments on a paper, for the network’s own people',
    ofPaper: (title) => `Comments on ${title}`,
    counted: (open, resolved) =>
      `${open === 0 ? 'None to resolve' : open === 1 ? 'One to resolve' : `${open} to resolve`}, ${resolved === 0 ? 'none resolved' : resolved === 1 ? 'one resolved' : `${resolved} resolved`}.`,
    none: 'There are no comments on this paper that these readers may have.',
    asOf: 'As of',
    open: 'To resolve',
    resolved: 'Resolved',
    answer: 'Answer',
    nobody: 'Not named',
    on: (words) => `On “${words}”`,
    onWhole: 'On the whole paper',
    inPortion: 'In a stricter portion',
    changed: 'These words were changed since.',
    moved: 'These words stand elsewhere now.',
    unplaced: 'These words are no longer in the text.',
  },
  fr: {
    heading: 'Commentaires',
    foot: 'Commentaires sur un document, à l’usage du réseau',
    ofPaper: (title) => `Commentaires sur ${title}`,
    counted: (open, resolved) =>
      `${open === 0 ? 'Aucun à régler' : open === 1 ? 'Un à régler' : `${open} à régler`}, ${resolved === 0 ? 'aucun réglé' : resolved === 1 ? 'un réglé' : `${resolved} réglés`}.`,
    none: 'Aucun commentaire sur ce document ne peut être donné à ces lecteurs.',
    asOf: 'État au',
    open: 'À régler',
    resolved: 'Réglés',
    answer: 'Réponse',
    nobody: 'Non nommé',
    on: (words) => `Sur «\u00a0${words}\u00a0»`,
    onWhole: 'Sur tout le document',
    inPortion: 'Dans une partie plus stricte',
    changed: 'Ces mots ont été modifiés depuis.',
    moved: 'Ces mots se trouvent ailleurs maintenant.',
    unplaced: 'Ces mots ne sont plus dans le texte.',
  },
};

/** The fixed words of printed comments. */
export function commentsWords(language: PrintLanguage): CommentsWords {
  return WORDS[language];
}
