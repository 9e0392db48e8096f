import type { Act } from './told.ts';

/** What is done when bundles are recalled, requests answered, and text purged. */
export const receiptActs = {
  'bundle.recalled': {
    name: { en: 'Bundle withdrawn', fr: 'Paquet retiré' },
    says: {
      en: (told) =>
        `Withdrew a bundle that its sender recalled${told.number('builtUpon') > 0 ? `; ${told.count('builtUpon', 'one record stays, because something was built upon it', 'records stay, because something was built upon them')}` : ''}.`,
      fr: (told) =>
        `Retiré un paquet que son expéditeur a rappelé${told.number('builtUpon') > 0 ? ` ; ${told.count('builtUpon', 'une fiche reste, car on a travaillé à partir d’elle', 'fiches restent, car on a travaillé à partir d’elles')}` : ''}.`,
    },
  },
  'request.dismissed': {
    name: { en: 'Request put aside', fr: 'Demande écartée' },
    says: {
      en: (told) => `Put aside what ${told.holder('installation')} had asked for.`,
      fr: (told) => `Écarté ce que ${told.holder('installation')} avait demandé.`,
    },
  },
  purged: {
    name: { en: 'Text purged', fr: 'Texte purgé' },
    says: {
      en: (told) =>
        `Purged ${told.count('revisions', 'one revision', 'revisions')} of a record for good, by an act of ${told.holder('installation')}.`,
      fr: (told) =>
        `Purgé définitivement ${told.count('revisions', 'une révision', 'révisions')} d’une fiche, par un acte de ${told.holder('installation')}.`,
    },
  },
  'copy.letGo': {
    name: { en: 'Copy deleted', fr: 'Copie supprimée' },
    says: {
      en: (told) =>
        `Deleted the copy here of a record whose last day had passed: ${told.count('revisions', 'one revision', 'revisions')}.`,
      fr: (told) =>
        `Supprimé la copie d’une fiche dont le dernier jour était passé : ${told.count('revisions', 'une révision', 'révisions')}.`,
    },
  },
  'copy.kept': {
    name: { en: 'Copy kept', fr: 'Copie conservée' },
    says: {
      en: () => 'Kept a copy whose last day had passed, with a reason.',
      fr: () => 'Conservé, avec un motif, une copie dont le dernier jour était passé.',
    },
  },
  'purge.cleaned': {
    name: { en: 'Backups cleaned', fr: 'Sauvegardes nettoyées' },
    says: {
      en: (told) =>
        `Removed purged text from ${told.count('cleaned', 'one backup', 'backups')}${told.number('unreachable') > 0 ? `; ${told.count('unreachable', 'one backup could not be opened', 'backups could not be opened')}` : ''}.`,
      fr: (told) =>
        `Retiré le texte purgé de ${told.count('cleaned', 'une sauvegarde', 'sauvegardes')}${told.number('unreachable') > 0 ? ` ; ${told.count('unreachable', 'une sauvegarde n’a pas pu être ouverte', 'sauvegardes n’ont pas pu être ouvertes')}` : ''}.`,
    },
  },
} as const satisfies Readonly<Record<string, Act>>;
