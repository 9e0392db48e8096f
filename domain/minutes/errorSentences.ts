/** What goes wrong with minutes. */
export const minutesSentences = {
  'minutes.approved': {
    en: 'These minutes are approved and stand as they are. Nothing was changed; the Secretariat can open them again, with a reason.',
    fr: 'Ce procès-verbal est approuvé et reste tel quel. Rien n’a été modifié ; le Secrétariat peut le rouvrir, en donnant un motif.',
  },
  'minutes.bySecretariat': {
    en: 'Only the Secretariat records that minutes were approved, or opens them again. Nothing was changed.',
    fr: 'Seul le Secrétariat inscrit l’approbation d’un procès-verbal ou le rouvre. Rien n’a été modifié.',
  },
  'minutes.empty': {
    en: 'There is nothing written yet that could be approved. Nothing was changed.',
    fr: 'Rien n’est encore rédigé qui puisse être approuvé. Rien n’a été modifié.',
  },
  'minutes.reasonless': {
    en: 'Say why these minutes are opened again, so that it can be read later. Nothing was changed.',
    fr: 'Dites pourquoi ce procès-verbal est rouvert, afin que chacun puisse le lire plus tard. Rien n’a été modifié.',
  },
  'minutes.notApproved': {
    en: 'These minutes are not approved, so there is nothing to open again. Nothing was changed.',
    fr: 'Ce procès-verbal n’est pas approuvé : il n’y a rien à rouvrir. Rien n’a été modifié.',
  },
} as const;
