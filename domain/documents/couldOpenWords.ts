import { purposeInWords } from '../exchange/purposeWords.ts';
import { capital } from './capital.ts';
import type { PrintLanguage } from './printRequest.ts';

interface CouldOpenWords {
  readonly heading: string;
  readonly title: (holder: string) => string;
  readonly foot: string;
  readonly digits: string;
  readonly ended: string;
  readonly asOf: string;
  readonly counted: (records: number, bundles: number) => string;
  readonly countedAlone: (records: number) => string;
  readonly unnamed: (records: number) => string;
  readonly notHere: (records: number) => string;
  readonly othersUnknown: string;
  readonly records: string;
  readonly record: string;
  readonly inBundles: string;
  readonly mark: string;
  readonly wrote: (title: string) => string;
  readonly bundles: string;
  readonly bundle: string;
  readonly recordsInside: string;
  readonly sealed: (purpose: string, sender: string, day: string) => string;
}

const WORDS: Readonly<Record<PrintLanguage, CouldOpenWords>> = {
  en: {
    heading: 'What a lost installation could open',
    title: (holder) =>
      holder === '' ? 'What an installation could open' : `What the installation of ${holder} could open`,
    foot: 'What a lost installation could open',
    digits: 'Its digits',
    ended: 'No longer in force since',
    asOf: 'As known on',
    counted: (records, bundles) =>
      `${records === 1 ? 'One record' : `${records} records`} in ${bundles === 1 ? 'one bundle' : `${bundles} bundles`}.`,
    countedAlone: (records) => `${records === 1 ? 'One record' : `${records} records`}.`,
    unnamed: (records) =>
      records === 1
        ? 'One record is not named here: this audience may not have it, it is deleted, or something of it is still to be decided.'
        : `${records} records are not named here: this audience may not have them, they are deleted, or something of them is still to be decided.`,
    notHere: (records) =>
      records === 1 ? 'One record is not at this desk.' : `${records} records are not at this desk.`,
    othersUnknown: 'What others sealed for it is not known here.',
    records: 'Records, the strictest first',
    record: 'Record',
    inBundles: 'In bundles',
    mark: 'Mark',
    wrote: (title) => `${title} (it wrote on it itself)`,
    bundles: 'Bundles',
    bundle: 'Bundle',
    recordsInside: 'Records',
    sealed: (purpose, sender, day) => `${capital(purposeInWords(purpose, 'en'))} from ${sender}, ${day}`,
  },
  fr: {
    heading: 'Ce qu’une installation perdue pouvait ouvrir',
    title: (holder) =>
      holder === '' ? 'Ce qu’une installation pouvait ouvrir' : `Ce que l’installation de ${holder} pouvait ouvrir`,
    foot: 'Ce qu’une installation perdue pouvait ouvrir',
    digits: 'Ses chiffres',
    ended: 'N’est plus en vigueur depuis',
    asOf: 'Selon ce qui est connu le',
    counted: (records, bundles) =>
      `${records === 1 ? 'Une fiche' : `${records} fiches`} dans ${bundles === 1 ? 'un paquet' : `${bundles} paquets`}.`,
    countedAlone: (records) => `${records === 1 ? 'Une fiche' : `${records} fiches`}.`,
    unnamed: (records) =>
      records === 1
        ? 'Une fiche n’est pas nommée ici : ces destinataires ne peuvent pas l’avoir, elle est supprimée, ou quelque chose y reste à décider.'
        : `${records} fiches ne sont pas nommées ici : ces destinataires ne peuvent pas les avoir, elles sont supprimées, ou quelque chose y reste à décider.`,
    notHere: (records) =>
      records === 1 ? 'Une fiche n’est pas à ce poste.' : `${records} fiches ne sont pas à ce poste.`,
    othersUnknown: 'Ce que d’autres ont scellé pour elle n’est pas connu ici.',
    records: 'Fiches, les plus strictes d’abord',
    record: 'Fiche',
    inBundles: 'Dans',
    mark: 'Marque',
    wrote: (title) => `${title} (elle y a écrit elle-même)`,
    bundles: 'Paquets',
    bundle: 'Paquet',
    recordsInside: 'Fiches',
    sealed: (purpose, sender, day) => `${capital(purposeInWords(purpose, 'fr'))} de ${sender}, ${day}`,
  },
};

/** The fixed words of the list of what a lost installation could open. */
export function couldOpenWords(language: PrintLanguage): CouldOpenWords {
  return WORDS[language];
}
