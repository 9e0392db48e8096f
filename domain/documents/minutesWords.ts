import type { PrintLanguage } from './printRequest.ts';

/** The fixed words of printed minutes. */
export interface MinutesWords {
  readonly minutes: string;
  readonly excerptOfItem: string;
  readonly excerptFor: (name: string) => string;
  readonly meeting: string;
  readonly state: string;
  readonly draft: string;
  readonly circulated: string;
  readonly approved: string;
  readonly inPart: (approved: number, all: number) => string;
  readonly approvedOn: (date: string, at: string) => string;
  readonly notApproved: string;
  readonly lead: string;
  readonly nothing: string;
  readonly outcomes: string;
  readonly kinds: Readonly<Record<'decision' | 'action' | 'recommendation', string>>;
  readonly until: (date: string) => string;
  readonly untitled: string;
}

const english: MinutesWords = {
  minutes: 'Minutes',
  excerptOfItem: 'Excerpt from the minutes',
  excerptFor: (name) => `Excerpt from the minutes: ${name}`,
  meeting: 'Meeting',
  state: 'State',
  draft: 'Draft, not approved',
  circulated: 'Circulated, not approved',
  approved: 'Approved',
  inPart: (approved, all) => `Approved for ${approved} of ${all} items`,
  approvedOn: (date, at) => (at === '' ? `Approved on ${date}.` : `Approved on ${date}, at ${at}.`),
  notApproved: 'Not approved.',
  lead: 'Lead',
  nothing: 'This copy has no minutes of this item.',
  outcomes: 'Decisions, actions and recommendations',
  kinds: { decision: 'Decision', action: 'Action', recommendation: 'Recommendation' },
  until: (date) => `by ${date}`,
  untitled: 'Without a title',
};

const french: MinutesWords = {
  minutes: 'Procès-verbal',
  excerptOfItem: 'Extrait du procès-verbal',
  excerptFor: (name) => `Extrait du procès-verbal\u00a0: ${name}`,
  meeting: 'Réunion',
  state: 'État',
  draft: 'Projet, non approuvé',
  circulated: 'Distribué, non approuvé',
  approved: 'Approuvé',
  inPart: (approved, all) => `Approuvé pour ${approved} points sur ${all}`,
  approvedOn: (date, at) => (at === '' ? `Approuvé le ${date}.` : `Approuvé le ${date}, lors de\u00a0: ${at}.`),
  notApproved: 'Non approuvé.',
  lead: 'Conduite',
  nothing: 'Cet exemplaire ne contient pas de procès-verbal de ce point.',
  outcomes: 'Décisions, suites à donner et recommandations',
  kinds: { decision: 'Décision', action: 'Suite à donner', recommendation: 'Recommandation' },
  until: (date) => `au plus tard le ${date}`,
  untitled: 'Sans titre',
};

/** The catalogue of one language. */
export function minutesWordsFor(language: PrintLanguage): MinutesWords {
  return language === 'fr' ? french : english;
}
