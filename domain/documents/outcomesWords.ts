import type { OutcomeKind } from '../outcomes/kinds.ts';
import type { PrintLanguage } from './printRequest.ts';

interface OutcomesWords {
  readonly heading: string;
  readonly to: (addressee: string) => string;
  readonly foot: string;
  readonly position: (day: string) => string;
  readonly headings: Readonly<Record<OutcomeKind, string>>;
  readonly columns: Readonly<Record<OutcomeKind, readonly string[]>>;
  readonly states: Readonly<Record<string, string>>;
  readonly key: string;
  readonly chosen: (subject: string) => string;
  readonly notChosen: (subject: string) => string;
  readonly late: string;
  readonly none: string;
  readonly types: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<PrintLanguage, OutcomesWords>> = {
  en: {
    heading: 'Decisions, recommendations and actions',
    to: (addressee) => `Recommendations to ${addressee}`,
    foot: 'Decisions and recommendations',
    position: (day) => `Position on ${day}`,
    headings: { decision: 'Decisions', recommendation: 'Recommendations', action: 'Actions' },
    columns: {
      decision: ['No.', 'Decision', 'Item', 'State'],
      recommendation: ['No.', 'Recommendation', 'What is asked for', 'Addressed to', 'Due', 'Follow-up', 'State'],
      action: ['No.', 'Action', 'Lead', 'Due', 'State'],
    },
    states: {
      proposed: 'Proposed',
      adopted: 'Adopted',
      notAdopted: 'Not adopted',
      withdrawn: 'Withdrawn',
      open: 'Open',
      done: 'Done',
      dropped: 'Dropped',
    },
    key: 'Key',
    chosen: (subject) => `Chosen: ${subject}.`,
    notChosen: (subject) => `Also considered: ${subject}.`,
    late: 'late',
    none: 'Nothing was decided, recommended or given to do that this audience may have.',
    types: {
      policy: 'Policy',
      sanction: 'Sanction or regulation',
      assistance: 'Assistance',
      deployment: 'Deployment',
      igoResolution: 'Resolution of an intergovernmental organisation',
      leadersItem: 'Item for the G7 or G20',
    },
  },
  fr: {
    heading: 'Décisions, recommandations et actions',
    to: (addressee) => `Recommandations adressées à ${addressee}`,
    foot: 'Décisions et recommandations',
    position: (day) => `Situation au ${day}`,
    headings: { decision: 'Décisions', recommendation: 'Recommandations', action: 'Actions' },
    columns: {
      decision: ['N°', 'Décision', 'Point', 'État'],
      recommendation: ['N°', 'Recommandation', 'Ce qui est demandé', 'Adressée à', 'Échéance', 'Suivi', 'État'],
      action: ['N°', 'Action', 'Responsable', 'Échéance', 'État'],
    },
    states: {
      proposed: 'Proposée',
      adopted: 'Adoptée',
      notAdopted: 'Non adoptée',
      withdrawn: 'Retirée',
      open: 'Ouverte',
      done: 'Faite',
      dropped: 'Abandonnée',
    },
    key: 'Légende',
    chosen: (subject) => `Retenu\u00a0: ${subject}.`,
    notChosen: (subject) => `Également envisagé\u00a0: ${subject}.`,
    late: 'en retard',
    none: 'Rien n’a été décidé, recommandé ou confié que ces destinataires puissent recevoir.',
    types: {
      policy: 'Politique',
      sanction: 'Sanction ou réglementation',
      assistance: 'Assistance',
      deployment: 'Déploiement',
      igoResolution: 'Résolution d’une organisation intergouvernementale',
      leadersItem: 'Point pour le G7 ou le G20',
    },
  },
};

/** The fixed words of the sheet of decisions, recommendations and actions. */
export function outcomesWords(language: PrintLanguage): OutcomesWords {
  return WORDS[language];
}
