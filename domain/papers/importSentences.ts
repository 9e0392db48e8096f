import type { Language } from '../records/fieldNames.ts';

/** What a document may lose or change when it is taken in as a paper, in both languages. */
export const IMPORT_SENTENCES = {
  image: {
    en: 'A picture was left out; its description stands in the text.',
    fr: 'Une image a été laissée de côté ; sa description figure dans le texte.',
  },
  comment: {
    en: 'A hidden comment was left out.',
    fr: 'Un commentaire caché a été laissé de côté.',
  },
  tag: {
    en: 'Formatting in HTML was taken out; its text is kept.',
    fr: 'Une mise en forme en HTML a été retirée ; son texte est gardé.',
  },
  html: {
    en: 'A block of HTML was taken in without its tags; its text is kept.',
    fr: 'Un bloc de HTML a été repris sans ses balises ; son texte est gardé.',
  },
  script: {
    en: 'A program or style sheet in HTML was taken in as code, to be read only.',
    fr: 'Un programme ou une feuille de style en HTML a été repris comme code, à lire seulement.',
  },
  underline: {
    en: 'Underlining is not kept.',
    fr: 'Le soulignement n’est pas gardé.',
  },
  linkTitle: {
    en: 'The hint of a link was left out.',
    fr: 'L’indication d’un lien a été laissée de côté.',
  },
  link: {
    en: 'A link that leads neither to the web nor to a mailbox was taken out; its text is kept.',
    fr: 'Un lien qui ne mène ni au web ni à une boîte aux lettres a été retiré ; son texte est gardé.',
  },
  linkTarget: {
    en: 'The address of a link that the text does not use was left out.',
    fr: 'L’adresse d’un lien que le texte n’utilise pas a été laissée de côté.',
  },
  linkTargetTwice: {
    en: 'A second address of the same name was left out; the first one is used.',
    fr: 'Une seconde adresse du même nom a été laissée de côté ; la première est utilisée.',
  },
  footnoteMissing: {
    en: 'A footnote is called that the file does not have; its mark stands as text.',
    fr: 'Une note est appelée que le fichier ne contient pas ; son appel figure comme texte.',
  },
  footnoteUnused: {
    en: 'A footnote that the text does not call stands at the end of the text.',
    fr: 'Une note que le texte n’appelle pas figure à la fin du texte.',
  },
  footnoteTwice: {
    en: 'A second footnote of the same name stands at the end of the text; the first one is used.',
    fr: 'Une seconde note du même nom figure à la fin du texte ; la première est utilisée.',
  },
  footnoteAgain: {
    en: 'A footnote is called a second time; the second mark stands as raised text.',
    fr: 'Une note est appelée une seconde fois ; le second appel figure comme texte en exposant.',
  },
  footnoteInside: {
    en: 'A footnote is called inside a footnote; the mark stands as raised text.',
    fr: 'Une note est appelée dans une note ; son appel figure comme texte en exposant.',
  },
  footnoteBlocks: {
    en: 'A list, table or heading inside a footnote was taken in as lines.',
    fr: 'Une liste, un tableau ou un titre dans une note a été repris en lignes.',
  },
  codeNote: {
    en: 'What stood behind the language of a code block was left out.',
    fr: 'Ce qui suivait la langue d’un bloc de code a été laissé de côté.',
  },
  checkBox: {
    en: 'A check box stands as text.',
    fr: 'Une case à cocher figure comme texte.',
  },
  titleStyle: {
    en: 'The title is kept without its formatting.',
    fr: 'Le titre est gardé sans sa mise en forme.',
  },
  caption: {
    en: 'The caption of a table is kept without its formatting.',
    fr: 'La légende d’un tableau est gardée sans sa mise en forme.',
  },
  mark: {
    en: 'A handling mark of an older or unknown form was read as far as possible.',
    fr: 'Une marque de diffusion d’une forme ancienne ou inconnue a été lue autant que possible.',
  },
  control: {
    en: 'Control characters were taken out.',
    fr: 'Des caractères de commande ont été retirés.',
  },
  cell: {
    en: 'A row of a table has more cells than the table has columns; the cells are kept.',
    fr: 'Une ligne d’un tableau a plus de cellules que le tableau n’a de colonnes ; les cellules sont gardées.',
  },
  macro: {
    en: 'A program (macro) in the file was left out.',
    fr: 'Un programme (macro) du fichier a été laissé de côté.',
  },
  embedded: {
    en: 'A file inside the file was left out.',
    fr: 'Un fichier contenu dans le fichier a été laissé de côté.',
  },
  remote: {
    en: 'What the file would have fetched from elsewhere was left out.',
    fr: 'Ce que le fichier aurait cherché ailleurs a été laissé de côté.',
  },
  tracked: {
    en: 'Tracked changes were taken in as if they were accepted.',
    fr: 'Les modifications suivies ont été reprises comme acceptées.',
  },
  struckOut: {
    en: 'Words that were struck out in the file were left out:',
    fr: 'Des mots biffés dans le fichier ont été laissés de côté\u00a0:',
  },
  moreStruckOut: {
    en: 'More words were struck out in the file than are listed here.',
    fr: 'Plus de mots ont été biffés dans le fichier qu’il n’en est énuméré ici.',
  },
  comments: {
    en: 'Comments in the margin are comments of the paper now; who wrote them and when stands in their words.',
    fr: 'Les commentaires en marge sont devenus des commentaires du document\u00a0; leur auteur et leur date figurent dans leur texte.',
  },
  manyComments: {
    en: 'The file has more than 1,000 comments; those after them were left out.',
    fr: 'Le fichier contient plus de 1\u00a0000 commentaires\u00a0; les suivants ont été laissés de côté.',
  },
  pictureForm: {
    en: 'A picture that is neither PNG nor JPEG was left out; its description stands in the text:',
    fr: 'Une image qui n’est ni PNG ni JPEG a été laissée de côté\u00a0; sa description figure dans le texte\u00a0:',
  },
  pictureRefused: {
    en: 'A picture that is damaged, too large or too slow to read was left out; its description stands in the text:',
    fr: 'Une image endommagée, trop grande ou trop lente à lire a été laissée de côté\u00a0; sa description figure dans le texte\u00a0:',
  },
  chart: {
    en: 'A chart or a diagram was left out. Put it into the file as a picture, and take it in again.',
    fr: 'Un graphique ou un schéma a été laissé de côté. Mettez-le dans le fichier comme image, puis reprenez celui-ci.',
  },
  formula: {
    en: 'A formula stands as the characters that it was written with.',
    fr: 'Une formule figure avec les caractères qui l’écrivaient.',
  },
  furniture: {
    en: 'The heads and feet of the pages were left out.',
    fr: 'Les en-têtes et les pieds de page ont été laissés de côté.',
  },
  endnote: {
    en: 'Notes at the end of the text are footnotes now.',
    fr: 'Les notes de fin sont devenues des notes de bas de page.',
  },
  withheld: {
    en: 'A portion that was withheld from the file stands as the sentence that said so.',
    fr: 'Un passage que le fichier ne contenait pas figure par la phrase qui le disait.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ImportNoteKind = keyof typeof IMPORT_SENTENCES;

/** What is said of a kind of loss; undefined for one of a newer version. */
export function importSentence(kind: string, language: Language): string | undefined {
  const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = IMPORT_SENTENCES;
  return Object.hasOwn(known, kind) ? known[kind]?.[language] : undefined;
}
