/** What goes wrong with a dossier. */
export const dossierSentences = {
  'dossier.issuesStand': {
    en: 'An issue of a book stands as it was made. Nothing was changed; a new issue tells what is different.',
    fr: 'L’édition d’un dossier reste telle qu’elle a été faite. Rien n’a été modifié ; une nouvelle édition indique ce qui diffère.',
  },
  'dossier.bySecretariat': {
    en: 'Only the Secretariat issues a book and numbers its copies. Nothing was changed.',
    fr: 'Seul le Secrétariat publie un dossier et en numérote les exemplaires. Rien n’a été modifié.',
  },
  'dossier.closedPaper': {
    en: 'This paper may not go to the bodies that are invited to the open session, so it cannot stand in their book. Nothing was changed; its originator can widen its mark, or make an open version.',
    fr: 'Ce document ne peut être remis aux organismes invités à la séance ouverte : il ne peut donc figurer dans leur dossier. Rien n’a été modifié ; son émetteur peut en élargir la mention ou en établir une version ouverte.',
  },
  'dossier.numberTwice': {
    en: 'Two copies would have the same number. Nothing was changed; give one of them another.',
    fr: 'Deux exemplaires porteraient le même numéro. Rien n’a été modifié ; donnez-en un autre à l’un des deux.',
  },
  'dossier.empty': {
    en: 'There is no paper in this book yet. Put one in, then issue it. Nothing was changed.',
    fr: 'Ce dossier ne contient encore aucun document. Ajoutez-en un, puis publiez-le. Rien n’a été modifié.',
  },
  'dossier.notReady': {
    en: 'A paper of this book is deleted, not here, in conflict or closed, so it would not be in print. Nothing was changed; set it right or take it out first.',
    fr: 'Un document de ce dossier est supprimé, absent, en conflit ou réservé : il ne serait pas imprimé. Rien n’a été modifié ; corrigez-le ou retirez-le d’abord.',
  },
} as const;
