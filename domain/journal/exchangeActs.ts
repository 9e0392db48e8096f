import { placeInWords } from '../audit/places.ts';
import { purposeInWords } from '../exchange/purposeWords.ts';
import type { Language } from '../records/fieldNames.ts';
import type { Act, Told } from './told.ts';

const purpose = (told: Told, language: Language): string => purposeInWords(told.text('purpose'), language);

/** What is done with bundles, cards and the exchange folder. */
export const exchangeActs = {
  'bundle.sealed': {
    name: { en: 'Bundle sealed', fr: 'Paquet scellé' },
    says: {
      en: (told) =>
        `Sealed ${purpose(told, 'en')} for ${told.holders('addressees', 'whoever has its passphrase')}: ${told.count('revisions', 'one revision', 'revisions')}, ${told.count('attachments', 'one attachment', 'attachments')}.`,
      fr: (told) =>
        `Scellé ${purpose(told, 'fr')} pour ${told.holders('addressees', 'qui en a la phrase secrète')} : ${told.count('revisions', 'une révision', 'révisions')}, ${told.count('attachments', 'une pièce jointe', 'pièces jointes')}.`,
    },
  },
  'bundle.notWritten': {
    name: { en: 'Bundle not written', fr: 'Paquet non écrit' },
    says: {
      en: () => 'A sealed bundle could not be put in its place and does not count.',
      fr: () => 'Un paquet scellé n’a pas pu être mis à sa place et ne compte pas.',
    },
  },
  'release.stopped': {
    name: { en: 'Stopped before it left', fr: 'Arrêté avant sa sortie' },
    says: {
      en: (told) =>
        `Read a finished ${told.text('what') === 'bundle' ? 'bundle' : 'document'} again and stopped it: something withheld${told.has('record') ? `, of ${told.title('record')},` : ''} stood in it (${placeInWords(told.text('place'), 'en')}). Nothing left.`,
      fr: (told) =>
        `Relu un ${told.text('what') === 'bundle' ? 'paquet achevé' : 'document achevé'}, et arrêté : un élément retenu${told.has('record') ? `, de ${told.title('record')},` : ''} y figurait (${placeInWords(told.text('place'), 'fr')}). Rien n’est sorti.`,
    },
  },
  'release.undecided': {
    name: { en: 'Not decided yet', fr: 'Pas encore décidé' },
    says: {
      en: (told) =>
        `Stopped a ${told.text('what') === 'bundle' ? 'bundle' : 'document'}: ${told.count('mentions', 'one withheld name', 'withheld names')} stood in it undecided${told.has('record') ? `, the first in ${told.title('record')}` : ''}. Nothing left.`,
      fr: (told) =>
        `Arrêt d’un ${told.text('what') === 'bundle' ? 'paquet' : 'document'} : ${told.count('mentions', 'un nom retenu y figurait', 'noms retenus y figuraient')} sans décision${told.has('record') ? `, d’abord dans ${told.title('record')}` : ''}. Rien n’est sorti.`,
    },
  },
  'bundle.opened': {
    name: { en: 'Bundle opened', fr: 'Paquet ouvert' },
    says: {
      en: (told) =>
        `Opened ${purpose(told, 'en')} from ${told.holder('sender')}: ${told.count('revisions', 'one revision', 'revisions')}${told.number('putAside') > 0 ? `, ${told.number('putAside')} of them put aside` : ''}.`,
      fr: (told) =>
        `Ouvert ${purpose(told, 'fr')} de ${told.holder('sender')} : ${told.count('revisions', 'une révision', 'révisions')}${told.number('putAside') > 0 ? `, dont ${told.number('putAside')} mises de côté` : ''}.`,
    },
  },
  'bundle.accepted': {
    name: { en: 'Bundle accepted', fr: 'Paquet accepté' },
    says: {
      en: (told) => `Took over ${told.count('records', 'one record', 'records')} of a received bundle.`,
      fr: (told) => `Repris d’un paquet reçu : ${told.count('records', 'une fiche', 'fiches')}.`,
    },
  },
  'bundle.declined': {
    name: { en: 'Bundle declined', fr: 'Paquet refusé' },
    says: {
      en: (told) => `Declined ${told.count('revisions', 'one revision', 'revisions')} of a received bundle.`,
      fr: (told) => `Refusé d’un paquet reçu : ${told.count('revisions', 'une révision', 'révisions')}.`,
    },
  },
  'bundle.undone': {
    name: { en: 'Import taken back', fr: 'Import annulé' },
    says: {
      en: () => 'Took back what had been accepted of a bundle.',
      fr: () => 'Annulé ce qui avait été accepté d’un paquet.',
    },
  },
  'card.added': {
    name: { en: 'Card added', fr: 'Carte ajoutée' },
    says: {
      en: (told) => `Added the card of ${told.text('name')}.`,
      fr: (told) => `Ajouté la carte de ${told.text('name')}.`,
    },
  },
  'card.verified': {
    name: { en: 'Card verified', fr: 'Carte vérifiée' },
    says: {
      en: (told) => `${told.text('verifiedBy')} compared the digits of the card of ${told.holder('installation')}.`,
      fr: (told) => `${told.text('verifiedBy')} a comparé les chiffres de la carte de ${told.holder('installation')}.`,
    },
  },
  'card.vouched': {
    name: { en: 'Cards vouched for', fr: 'Cartes cautionnées' },
    says: {
      en: (told) => `The Secretariat vouched for the cards of ${told.holders('installations', 'nobody')}.`,
      fr: (told) => `Le Secrétariat s’est porté garant des cartes de ${told.holders('installations', 'personne')}.`,
    },
  },
  'folder.chosen': {
    name: { en: 'Exchange folder chosen', fr: 'Dossier d’échange choisi' },
    says: {
      en: (told) => `The exchange folder is ${told.text('path')} from now on.`,
      fr: (told) => `Le dossier d’échange est désormais ${told.text('path')}.`,
    },
  },
  'folder.left': {
    name: { en: 'Exchange folder left', fr: 'Dossier d’échange quitté' },
    says: {
      en: () => 'There is no exchange folder any more.',
      fr: () => 'Il n’y a plus de dossier d’échange.',
    },
  },
  'folder.dismissed': {
    name: { en: 'File put aside', fr: 'Fichier écarté' },
    says: {
      en: (told) => `Did not open ${told.text('name')} from the exchange folder; it is not offered again.`,
      fr: (told) => `Pas ouvert ${told.text('name')} du dossier d’échange ; il n’est plus proposé.`,
    },
  },
} as const satisfies Readonly<Record<string, Act>>;
