import type { Language } from '../records/fieldNames.ts';
import type { Act, Told } from './told.ts';

const ACTS: Readonly<Record<string, Readonly<Record<Language, (told: Told) => string>>>> = {
  found: {
    en: () => 'the directory begins',
    fr: () => 'l’annuaire s’ouvre',
  },
  admit: {
    en: (told) => `${told.holder('installation')} is admitted`,
    fr: (told) => `admission de ${told.holder('installation')}`,
  },
  end: {
    en: (told) => `the seat of ${told.holder('installation')} ends`,
    fr: (told) => `fin du siège de ${told.holder('installation')}`,
  },
  revoke: {
    en: (told) => `the installation of ${told.holder('installation')} is revoked`,
    fr: (told) => `révocation de l’installation de ${told.holder('installation')}`,
  },
  replaceRoot: {
    en: () => 'the root passes to another key',
    fr: () => 'la racine passe à une autre clé',
  },
  settle: {
    en: () => 'this branch of the directory holds',
    fr: () => 'cette branche de l’annuaire fait foi',
  },
};

const entry = (told: Told, language: Language): string => ACTS[told.text('act')]?.[language](told) ?? told.text('act');

/** What is done with the network's directory. */
export const directoryActs = {
  'directory.signed': {
    name: { en: 'Directory entry signed', fr: 'Entrée de l’annuaire signée' },
    says: {
      en: (told) => `Signed entry ${told.number('number')} of the directory: ${entry(told, 'en')}.`,
      fr: (told) => `Signé l’entrée ${told.number('number')} de l’annuaire : ${entry(told, 'fr')}.`,
    },
  },
  'directory.received': {
    name: { en: 'Directory entries received', fr: 'Entrées de l’annuaire reçues' },
    says: {
      en: (told) => `A bundle brought ${told.count('entries', 'one entry', 'entries')} of the directory; carried out.`,
      fr: (told) =>
        `Un paquet a apporté ${told.count('entries', 'une entrée', 'entrées')} de l’annuaire ; mises en œuvre.`,
    },
  },
  'directory.alarm': {
    name: { en: 'Alarm about keys', fr: 'Alerte sur des clés' },
    says: {
      en: (told) =>
        told.text('alarm') === 'fork'
          ? `The directory forks at number ${told.number('number')}.`
          : told.text('alarm') === 'otherCard'
            ? `The directory has another card of ${told.holder('installation')} than the one here.`
            : `There is a new key of ${told.holder('installation')}.`,
      fr: (told) =>
        told.text('alarm') === 'fork'
          ? `L’annuaire se divise au numéro ${told.number('number')}.`
          : told.text('alarm') === 'otherCard'
            ? `L’annuaire a une autre carte de ${told.holder('installation')} que celle d’ici.`
            : `Il y a une nouvelle clé de ${told.holder('installation')}.`,
    },
  },
  'directory.alarmSeen': {
    name: { en: 'Alarm looked at', fr: 'Alerte examinée' },
    says: {
      en: () => 'Looked at an alarm about keys.',
      fr: () => 'Examiné une alerte sur des clés.',
    },
  },
  'card.newKeys': {
    name: { en: 'Card with a new key', fr: 'Carte avec une nouvelle clé' },
    says: {
      en: (told) => `Took the new card of ${told.holder('installation')}, with another key for bundles.`,
      fr: (told) => `Repris la nouvelle carte de ${told.holder('installation')}, avec une autre clé de chiffrement.`,
    },
  },
  keysRenewed: {
    name: { en: 'Keys renewed', fr: 'Clés renouvelées' },
    says: {
      en: (told) =>
        told.text('keys') === 'hybrid'
          ? 'This installation has a post-quantum key for bundles from now on.'
          : 'This installation has another classic key for bundles from now on.',
      fr: (told) =>
        told.text('keys') === 'hybrid'
          ? 'Cette installation a désormais une clé de chiffrement post-quantique.'
          : 'Cette installation a désormais une autre clé de chiffrement classique.',
    },
  },
  rootPrinted: {
    name: { en: 'Root printed', fr: 'Racine imprimée' },
    says: {
      en: (told) =>
        told.text('what') === 'shares'
          ? 'Made the three sheets of the root’s shares.'
          : 'Made the sheet of the network’s root.',
      fr: (told) =>
        told.text('what') === 'shares'
          ? 'Produit les trois feuilles des parts de la racine.'
          : 'Produit la feuille de la racine du réseau.',
    },
  },
  rootConfirmed: {
    name: { en: 'Root on paper', fr: 'Racine sur papier' },
    says: {
      en: () => 'The root of the network is on paper, and is kept here no longer.',
      fr: () => 'La racine du réseau est sur papier ; elle n’est plus conservée ici.',
    },
  },
} as const satisfies Readonly<Record<string, Act>>;
