import type { Language } from '../records/fieldNames.ts';

/** The words of the reply form. They say nothing of whom it is for. */
export interface ReplyWords {
  /** Name of the file. */
  readonly file: string;
  /** Name of the same form for a word processor. */
  readonly wordFile: string;
  readonly heading: string;
  readonly title: string;
  readonly how: string;
  readonly lines: readonly string[];
  /** What stands there for a word processor. */
  readonly inWord: readonly string[];
  readonly yesOrNo: readonly string[];
  readonly passOn: readonly string[];
  /** What is asked, by number; `items` stand under the first. */
  readonly asks: readonly [string, string, string, string, string, string];
  /** What stands in the marked lines. */
  readonly marks: readonly [string, string, string, string, string, string];
  readonly reference: string;
  readonly end: string;
  /** Over what is another in the plan than its reader was told. */
  readonly changes: string;
}

const EN: ReplyWords = {
  file: 'REPLY.txt',
  wordFile: 'REPLY.docx',
  heading: 'REPLY FORM',
  title: 'Reply form',
  how: 'How to fill this in',
  lines: [
    'Write below the lines in double brackets and leave those lines as they are.',
    'Then save it as plain text and send it back by the way that was agreed, or',
    'copy all of it into a message. One form for each item: copy it for a second.',
    'This form names nobody: the reference tells what it answers.',
    'Where you are asked whether something may be done, no answer means no.',
  ],
  inWord: [
    'Write in the grey fields, save, and send the file back by the way that was agreed.',
    'Leave the lines in double brackets as they are. One form for each item: copy the file for a second.',
    'This form names nobody: the reference tells what it answers.',
    'Where you are asked whether something may be done, no answer means no.',
  ],
  yesOrNo: ['yes', 'no'],
  passOn: ['nobody', 'board', 'session', 'everyone'],
  asks: [
    'The item, by its number:',
    'A title for what you say, in one line.',
    'What you say. As long as you like, in any language.',
    'Whom the Secretariat may ask. This stays with the Secretariat.',
    'May your organisation be named as its author? Write yes or no.',
    'To whom may it be passed on? Write one of: nobody (the Secretariat alone),\r\n   board (its members), session (also the bodies invited), everyone.\r\n   Or say it in your own words: it then stays with the Secretariat.',
  ],
  marks: ['ITEM', 'TITLE', 'WHAT YOU SAY', 'CONTACT', 'MAY YOU BE NAMED? yes / no', 'TO WHOM MAY IT BE PASSED ON?'],
  reference: 'REFERENCE',
  end: 'END',
  changes: 'WHAT CHANGED IN THE PLAN SINCE YOU WERE TOLD OF IT',
};

const FR: ReplyWords = {
  file: 'REPONSE.txt',
  wordFile: 'REPONSE.docx',
  heading: 'FORMULAIRE DE RÉPONSE',
  title: 'Formulaire de réponse',
  how: 'Comment le remplir',
  lines: [
    'Écrivez sous les lignes entre doubles crochets et laissez ces lignes telles',
    'quelles. Enregistrez ensuite en texte brut et renvoyez-le par la voie convenue,',
    'ou copiez le tout dans un message. Un formulaire par point : copiez-le pour un',
    'second. Ce formulaire ne nomme personne : la référence dit à quoi il répond.',
    'Là où l’on demande si une chose est permise, l’absence de réponse vaut non.',
  ],
  inWord: [
    'Écrivez dans les champs gris, enregistrez et renvoyez le fichier par la voie convenue.',
    'Laissez telles quelles les lignes entre doubles crochets. Un formulaire par point : copiez le fichier pour un second.',
    'Ce formulaire ne nomme personne : la référence dit à quoi il répond.',
    'Là où l’on demande si une chose est permise, l’absence de réponse vaut non.',
  ],
  yesOrNo: ['oui', 'non'],
  passOn: ['personne', 'conseil', 'séance', 'tous'],
  asks: [
    'Le point, par son numéro :',
    'Un titre pour votre contribution, en une ligne.',
    'Votre contribution. Aussi longue que vous le souhaitez, en toute langue.',
    'Qui le Secrétariat peut interroger. Cela reste au Secrétariat.',
    'Votre organisation peut-elle être nommée comme auteur ? Écrivez oui ou non.',
    'À qui peut-elle être transmise ? Écrivez l’un de ces mots : personne (le\r\n   Secrétariat seul), conseil (ses membres), séance (aussi les organismes\r\n   invités), tous. Ou dites-le à votre façon : elle reste alors au Secrétariat.',
  ],
  marks: [
    'POINT',
    'TITRE',
    'VOTRE CONTRIBUTION',
    'CONTACT',
    'POUVEZ-VOUS ÊTRE NOMMÉ ? oui / non',
    'À QUI PEUT-ELLE ÊTRE TRANSMISE ?',
  ],
  reference: 'RÉFÉRENCE',
  end: 'FIN',
  changes: 'CE QUI A CHANGÉ DANS LE PROGRAMME DEPUIS QU’IL VOUS A ÉTÉ COMMUNIQUÉ',
};

export function replyWords(language: Language): ReplyWords {
  return language === 'fr' ? FR : EN;
}

/** The words that every reply form has, for the audit of a finished bundle. */
export function replyFormWords(): string[] {
  return [EN, FR].flatMap((words) => [
    words.file,
    words.wordFile,
    words.heading,
    words.title,
    ...words.inWord,
    ...words.yesOrNo,
    ...words.passOn,
    words.how,
    words.lines.join(' '),
    ...words.asks,
    ...words.marks,
    words.reference,
    words.end,
    words.changes,
  ]);
}
