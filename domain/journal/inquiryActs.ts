import type { Act } from './told.ts';

/** What is done with the ministries of the own State. */
export const inquiryActs = {
  'inquiry.form': {
    name: { en: 'Form for a ministry saved', fr: 'Formulaire de ministère enregistré' },
    says: {
      en: (told) => `Saved a form of ${told.title('record')} for a ministry.`,
      fr: (told) => `Enregistré pour un ministère un formulaire de ${told.title('record')}.`,
    },
  },
  'inquiry.taken': {
    name: { en: 'Answer of a ministry taken in', fr: 'Réponse d’un ministère reprise' },
    says: {
      en: (told) => `Took in what a ministry answered to ${told.title('record')}: ${told.text('ministry')}.`,
      fr: (told) => `Repris la réponse d’un ministère à ${told.title('record')}\u00a0: ${told.text('ministry')}.`,
    },
  },
} as const satisfies Readonly<Record<string, Act>>;
