/** What goes wrong with the life of a paper: its status, its clearance and its issues. */
export const paperSentences = {
  'paper.issued': {
    en: 'This paper is issued and stands as it was issued. Nothing was changed; the Secretariat can begin a new version, with a reason.',
    fr: 'Ce document est publié et reste tel qu’il a été publié. Rien n’a été modifié ; le Secrétariat peut ouvrir une nouvelle version, en donnant un motif.',
  },
  'paper.bySecretariat': {
    en: 'Only the Secretariat issues papers and begins a new version of one. Nothing was changed.',
    fr: 'Seul le Secrétariat publie les documents et en ouvre une nouvelle version. Rien n’a été modifié.',
  },
  'paper.notYourStep': {
    en: 'This step of the clearance is somebody else’s: they say so themselves, or the Secretariat notes it on their behalf. Nothing was changed.',
    fr: 'Ce visa revient à quelqu’un d’autre : cette personne le donne elle-même, ou le Secrétariat le note en son nom. Rien n’a été modifié.',
  },
  'paper.reasonless': {
    en: 'Say why, so that it can be read later. Nothing was changed.',
    fr: 'Dites pourquoi, afin que chacun puisse le lire plus tard. Rien n’a été modifié.',
  },
  'paper.notCleared': {
    en: 'Not every step of the clearance says that this text is cleared. It can be overruled with a reason. Nothing was changed.',
    fr: 'Tous les visas n’ont pas été donnés pour ce texte. Il est possible de passer outre, en donnant un motif. Rien n’a été modifié.',
  },
  'paper.status': {
    en: 'This status cannot follow the one that the paper has. Nothing was changed.',
    fr: 'Cet état ne peut pas suivre celui du document. Rien n’a été modifié.',
  },
  'paper.empty': {
    en: 'There is nothing written yet that could be issued. Nothing was changed.',
    fr: 'Rien n’est encore rédigé qui puisse être publié. Rien n’a été modifié.',
  },
  'paper.notIssued': {
    en: 'This paper is not issued, so there is no new version to begin. Nothing was changed.',
    fr: 'Ce document n’est pas publié : il n’y a pas de nouvelle version à ouvrir. Rien n’a été modifié.',
  },
} as const;
