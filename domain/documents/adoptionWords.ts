import type { AdoptionResult, AdoptionWay, AnswerSays } from '../adoption/kinds.ts';
import type { PrintLanguage } from './printRequest.ts';

/** The fixed words of the sheet of an adoption. */
interface AdoptionWords {
  readonly heading: string;
  readonly title: (what: string) => string;
  readonly foot: string;
  readonly way: string;
  readonly ways: Readonly<Record<AdoptionWay, string>>;
  readonly until: string;
  readonly result: string;
  readonly results: Readonly<Record<AdoptionResult, string>>;
  readonly open: string;
  readonly recorded: string;
  readonly recordedBy: (who: string) => string;
  readonly clock: (clock: string, place: string) => string;
  readonly instruction: (how: string) => string;
  readonly unreached: (names: string) => string;
  readonly noClock: string;
  readonly put: string;
  readonly inItsText: string;
  readonly changedSince: string;
  readonly members: string;
  readonly member: string;
  readonly answer: string;
  readonly silent: string;
  readonly says: Readonly<Record<AnswerSays, string>>;
  readonly onBehalf: (how: string) => string;
  readonly reservations: string;
  readonly extended: (before: string) => string;
}

const WORDS: Readonly<Record<PrintLanguage, AdoptionWords>> = {
  en: {
    heading: 'Adoption',
    title: (what) => (what === '' ? 'Adoption' : `Adoption of ${what}`),
    foot: 'Adoption',
    way: 'How',
    ways: { inRoom: 'In the room', silence: 'By silence procedure' },
    until: 'Until',
    result: 'Result',
    results: {
      adopted: 'Adopted',
      adoptedAsAmended: 'Adopted as amended',
      adoptedWithReservations: 'Adopted with reservations',
      notAdopted: 'Not adopted',
      extended: 'Extended',
      withdrawn: 'Withdrawn',
    },
    open: 'Not recorded yet',
    recorded: 'Recorded',
    recordedBy: (who) => `by ${who}`,
    clock: (clock, place) => `${clock} ${place}`,
    instruction: (how) => `Recorded on the chair’s instruction: ${how}.`,
    unreached: (names) => `Silent when it was recorded, and not known to have had it: ${names}.`,
    noClock:
      'Silence alone adopts nothing: a result is recorded by the chair, or by the Secretariat on its instruction.',
    put: 'What was put up',
    inItsText: 'Its text is printed by itself, in the version that was put up.',
    changedSince: 'Its text was changed since it was put up.',
    members: 'Members',
    member: 'Member',
    answer: 'Answer',
    silent: 'Silent',
    says: {
      noObjection: 'No objection',
      objection: 'Objection',
      amendment: 'Amendment',
      reservation: 'Reservation',
      question: 'Question',
    },
    onBehalf: (how) => `Noted by the Secretariat: ${how}.`,
    reservations: 'Reservations',
    extended: (before) => `The deadline was extended; it was ${before}.`,
  },
  fr: {
    heading: 'Adoption',
    title: (what) => (what === '' ? 'Adoption' : `Adoption\u00a0: ${what}`),
    foot: 'Adoption',
    way: 'Voie',
    ways: { inRoom: 'En séance', silence: 'Approbation tacite' },
    until: 'Échéance',
    result: 'Issue',
    results: {
      adopted: 'Adopté',
      adoptedAsAmended: 'Adopté tel qu’amendé',
      adoptedWithReservations: 'Adopté avec réserves',
      notAdopted: 'Non adopté',
      extended: 'Prolongé',
      withdrawn: 'Retiré',
    },
    open: 'Pas encore consignée',
    recorded: 'Consignée',
    recordedBy: (who) => `par ${who}`,
    clock: (clock, place) => `${clock} ${place}`,
    instruction: (how) => `Consignée sur instruction de la présidence\u00a0: ${how}.`,
    unreached: (names) => `Silencieux lors de la consignation, sans réception connue\u00a0: ${names}.`,
    noClock:
      'Le silence seul n’adopte rien\u00a0: l’issue est consignée par la présidence, ou par le Secrétariat sur son instruction.',
    put: 'Ce qui a été soumis',
    inItsText: 'Son texte est imprimé à part, dans la version soumise.',
    changedSince: 'Son texte a été modifié depuis qu’il a été soumis.',
    members: 'Membres',
    member: 'Membre',
    answer: 'Réponse',
    silent: 'Silence',
    says: {
      noObjection: 'Pas d’objection',
      objection: 'Objection',
      amendment: 'Amendement',
      reservation: 'Réserve',
      question: 'Question',
    },
    onBehalf: (how) => `Noté par le Secrétariat\u00a0: ${how}.`,
    reservations: 'Réserves',
    extended: (before) => `L’échéance a été prolongée\u00a0; elle était fixée au ${before}.`,
  },
};

export function adoptionWords(language: PrintLanguage): AdoptionWords {
  return WORDS[language];
}
