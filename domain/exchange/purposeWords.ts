import type { Language } from '../records/fieldNames.ts';

const PURPOSES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  dossier: { en: 'a dossier', fr: 'un dossier' },
  supplement: { en: 'a supplement to a dossier', fr: 'un complément de dossier' },
  contribution: { en: 'a contribution', fr: 'une contribution' },
  consultation: { en: 'a consultation', fr: 'une consultation' },
  notice: { en: 'an urgent notice', fr: 'un avis urgent' },
  delegation: { en: 'a bundle within the delegation', fr: 'un paquet interne à la délégation' },
  invitation: { en: 'an invitation to the network', fr: 'une invitation au réseau' },
  directory: { en: 'the directory', fr: 'l’annuaire' },
  receipt: { en: 'a receipt', fr: 'un accusé de réception' },
  request: { en: 'a request', fr: 'une demande' },
  recall: { en: 'a recall', fr: 'un rappel' },
  purge: { en: 'an order to purge', fr: 'un ordre d’effacement' },
  'open-session': { en: 'a bundle for an open session', fr: 'un paquet pour une session ouverte' },
};

/** What a bundle is by its purpose, within a sentence: `a contribution`. */
export function purposeInWords(purpose: string, language: Language): string {
  return PURPOSES[purpose]?.[language] ?? (language === 'fr' ? 'un paquet' : 'a bundle');
}
