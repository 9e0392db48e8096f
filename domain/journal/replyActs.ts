import type { Act } from './told.ts';

/** What is done with what comes from outside. */
export const replyActs = {
  'reply.taken': {
    name: { en: 'Answer taken in', fr: 'Réponse reprise' },
    says: {
      en: (told) => `Took in from outside: ${told.title('record')}, unverified, on ${told.title('item')}.`,
      fr: (told) => `Repris de l’extérieur : ${told.title('record')}, non vérifié, au point ${told.title('item')}.`,
    },
  },
  'reply.landed': {
    name: { en: 'Answer taken into a paper', fr: 'Réponse reprise dans un document' },
    says: {
      en: (told) => `Took in from outside, unverified, into the paper that was asked for: ${told.title('record')}.`,
      fr: (told) => `Repris de l’extérieur, non vérifié, dans le document demandé : ${told.title('record')}.`,
    },
  },
  'reply.verified': {
    name: { en: 'Provenance verified', fr: 'Provenance vérifiée' },
    says: {
      en: (told) => `Noted as verified where it comes from: ${told.title('record')}.`,
      fr: (told) => `Provenance notée comme vérifiée : ${told.title('record')}.`,
    },
  },
} as const satisfies Readonly<Record<string, Act>>;
