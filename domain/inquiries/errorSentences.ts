/** What is said when a form of ministries cannot be taken in. */
export const inquirySentences = {
  'inquiry.unread': {
    en: 'This is no form of an inquiry: no line of it can be read. Nothing was changed.',
    fr: 'Ce n’est pas un formulaire de consultation : aucune ligne ne peut en être lue. Rien n’a été modifié.',
  },
} as const;
