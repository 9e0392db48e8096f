/** What is said when a form of ministries cannot be taken in. */
export const inquirySentences = {
  'inquiry.unread': {
    en: 'This is no form of an inquiry: no line of it can be read. Nothing was changed.',
    fr: 'Ce n’est pas un formulaire de consultation : aucune ligne ne peut en être lue. Rien n’a été modifié.',
  },
  'inquiry.table': {
    en: 'This table cannot be read: in one of its rows a quotation mark does not end. Nothing was changed.',
    fr: 'Ce tableau ne peut être lu : dans une de ses lignes, un guillemet n’est pas fermé. Rien n’a été modifié.',
  },
  'inquiry.twice': {
    en: 'One line is answered twice in this table, and not the same. Ask which of the two counts. Nothing was changed.',
    fr: 'Une ligne de ce tableau a deux réponses différentes. Demandez laquelle compte. Rien n’a été modifié.',
  },
} as const;
