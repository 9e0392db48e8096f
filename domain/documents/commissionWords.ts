import type { PrintLanguage } from './printRequest.ts';

/** The fixed words of the letter that asks for a paper. */
interface CommissionWords {
  readonly heading: string;
  readonly title: (paper: string) => string;
  readonly foot: string;
  readonly asks: (network: string) => string;
  readonly paper: string;
  readonly type: string;
  readonly meeting: string;
  readonly due: string;
  readonly purpose: string;
  readonly asked: string;
  readonly nothingMore: string;
  readonly answer: string;
}

const WORDS: Readonly<Record<PrintLanguage, CommissionWords>> = {
  en: {
    heading: 'Request for a paper',
    title: (paper) => `Request for a paper: ${paper}`,
    foot: 'Request for a paper',
    asks: (network) => `${network} asks you for the following paper.`,
    paper: 'Paper',
    type: 'Kind',
    meeting: 'For the meeting',
    due: 'To be handed in by',
    purpose: 'Purpose',
    asked: 'What is asked',
    nothingMore: 'Please say if anything about this request is unclear.',
    answer: 'Please answer on the form that came with this letter, or by the way that was agreed with you.',
  },
  fr: {
    heading: 'Demande de document',
    title: (paper) => `Demande de document\u00a0: ${paper}`,
    foot: 'Demande de document',
    asks: (network) => `Le document ci-après vous est demandé par le réseau ${network}.`,
    paper: 'Document',
    type: 'Nature',
    meeting: 'Pour la réunion',
    due: 'À remettre au plus tard le',
    purpose: 'Objet',
    asked: 'Ce qui est demandé',
    nothingMore: 'Merci de nous dire si un point de cette demande n’est pas clair.',
    answer: 'Merci de répondre sur le formulaire joint à cette lettre, ou par la voie convenue avec vous.',
  },
};

export const commissionWords = (language: PrintLanguage): CommissionWords => WORDS[language];
