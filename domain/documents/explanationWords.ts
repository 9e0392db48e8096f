import { purposeInWords } from '../exchange/purposeWords.ts';
import type { AudienceKind } from '../release/audience.ts';
import { capital } from './capital.ts';
import type { PrintLanguage } from './printRequest.ts';

interface ExplanationWords {
  readonly heading: string;
  readonly past: string;
  readonly foot: string;
  readonly forWhom: string;
  readonly asOf: string;
  readonly audiences: Readonly<Record<AudienceKind, string>>;
  readonly everything: string;
  readonly chosen: (records: number) => string;
  readonly meeting: (title: string) => string;
  readonly agenda: (title: string) => string;
  readonly minutes: (title: string) => string;
  readonly plates: (title: string) => string;
  readonly attendance: (title: string) => string;
  readonly participants: (title: string) => string;
  readonly runningOrder: (title: string) => string;
  readonly annotatedAgenda: (title: string) => string;
  readonly paper: (title: string) => string;
  readonly adoption: (title: string) => string;
  readonly commission: (title: string) => string;
  readonly comments: (title: string) => string;
  readonly dossier: (title: string) => string;
  readonly supplement: (title: string) => string;
  readonly outcomes: (title: string) => string;
  readonly couldOpen: string;
  readonly wording: string;
  readonly sealed: (purpose: string, day: string) => string;
  readonly counted: (goes: number, withheld: number) => string;
  readonly countedThen: (goes: number, withheld: number) => string;
  readonly held: (records: number) => string;
  readonly unnamed: (records: number) => string;
  readonly titlesNow: string;
  readonly forOurselves: string;
  readonly withheld: string;
  readonly inPart: string;
  readonly goes: string;
  readonly wasWithheld: string;
  readonly wentInPart: string;
  readonly went: string;
  readonly record: string;
  readonly kind: string;
  readonly mark: string;
  readonly notNamed: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly otherKind: string;
}

const WORDS: Readonly<Record<PrintLanguage, ExplanationWords>> = {
  en: {
    heading: 'What goes and what is withheld',
    past: 'What went and what was withheld',
    foot: 'Release report, for ourselves',
    forWhom: 'For whom',
    asOf: 'As known on',
    audiences: {
      self: 'This desk',
      persons: 'Persons named',
      organisation: 'One organisation',
      group: 'Several organisations',
      board: 'The board',
      guest: 'A guest',
      community: 'Bodies invited to the open session',
      public: 'The public',
    },
    everything: 'A bundle of everything',
    chosen: (records) => `A bundle of ${records === 1 ? 'one chosen record' : `${records} chosen records`}`,
    meeting: (title) => `A bundle of ${title === '' ? 'a meeting' : title}`,
    runningOrder: (title) => (title === '' ? 'A printed running order' : `The printed running order of ${title}`),
    annotatedAgenda: (title) =>
      title === '' ? 'A printed annotated agenda' : `The printed annotated agenda of ${title}`,
    agenda: (title) => (title === '' ? 'A printed agenda' : `The printed agenda of ${title}`),
    minutes: (title) => (title === '' ? 'Printed minutes' : `The printed minutes of ${title}`),
    plates: (title) => (title === '' ? 'Printed name plates' : `The printed name plates of ${title}`),
    attendance: (title) => (title === '' ? 'A printed attendance list' : `The printed attendance list of ${title}`),
    participants: (title) =>
      title === '' ? 'A printed list of participants' : `The printed list of participants of ${title}`,
    paper: (title) => (title === '' ? 'A printed paper' : `A print of ${title}`),
    comments: (title) => (title === '' ? 'Printed comments on a paper' : `The printed comments on ${title}`),
    commission: (title) => (title === '' ? 'The request for a paper' : `The request for the paper ${title}`),
    adoption: (title) => (title === '' ? 'The sheet of an adoption' : `The sheet of the adoption of ${title}`),
    dossier: (title) => (title === '' ? 'A dossier' : `The dossier “${title}”`),
    supplement: (title) => (title === '' ? 'A supplement' : `The supplement to “${title}”`),
    outcomes: (title) =>
      title === '' ? 'Printed decisions and recommendations' : `The printed decisions and recommendations of ${title}`,
    wording: 'The printed public lines and terms',
    couldOpen: 'A printed list of what a lost installation could open',
    sealed: (purpose, day) => `${capital(purposeInWords(purpose, 'en'))}, sealed ${day}`,
    counted: (goes, withheld) =>
      `${goes === 0 ? 'Nothing goes' : goes === 1 ? 'One record goes' : `${goes} records go`}, ${withheld === 0 ? 'nothing is withheld' : withheld === 1 ? 'one is withheld' : `${withheld} are withheld`}.`,
    countedThen: (goes, withheld) =>
      `${goes === 0 ? 'Nothing went' : goes === 1 ? 'One record went' : `${goes} records went`}, ${withheld === 0 ? 'nothing was withheld' : withheld === 1 ? 'one was withheld' : `${withheld} were withheld`}.`,
    held: (records) =>
      records === 1 ? 'One record is left out: they have it.' : `${records} records are left out: they have them.`,
    unnamed: (records) =>
      records === 1
        ? 'One record is not named here: something of it is still to be decided, or it was deleted.'
        : `${records} records are not named here: something of them is still to be decided, or they were deleted.`,
    titlesNow: 'What the gate said then, with titles and marks as they are now.',
    forOurselves: 'It names what is withheld, and is for this desk alone.',
    withheld: 'Withheld',
    inPart: 'Goes in part',
    goes: 'Goes',
    wasWithheld: 'Was withheld',
    wentInPart: 'Went in part',
    went: 'Went',
    record: 'Record',
    kind: 'Kind',
    mark: 'Mark',
    notNamed: 'Not named',
    kinds: {
      network: 'Network',
      organisation: 'Organisation',
      person: 'Person',
      meeting: 'Meeting',
      session: 'Session',
      agendaItem: 'Agenda item',
      cue: 'Chair’s cue',
      minutes: 'Minutes of an item',
      participant: 'Participant',
      paper: 'Paper',
      portion: 'Portion of a paper',
      annotation: 'Private note',
      comment: 'Comment',
      redaction: 'What was blacked out',
      dossier: 'Dossier',
      adoption: 'Adoption',
      answer: 'Answer to an adoption',
      decision: 'Decision',
      action: 'Action',
      recommendation: 'Recommendation',
      publicLine: 'Public line',
      term: 'Term',
      inquiry: 'Inquiry of ministries',
      ministryAnswer: 'Answer of a ministry',
      mention: 'Name that may stand',
    },
    otherKind: 'Record',
  },
  fr: {
    heading: 'Ce qui part et ce qui est retenu',
    past: 'Ce qui est parti et ce qui a été retenu',
    foot: 'Rapport de diffusion, pour nous-mêmes',
    forWhom: 'Destinataires',
    asOf: 'Selon ce qui est connu le',
    audiences: {
      self: 'Ce poste',
      persons: 'Personnes désignées',
      organisation: 'Une organisation',
      group: 'Plusieurs organisations',
      board: 'Le conseil',
      guest: 'Un invité',
      community: 'Organisations invitées à la séance ouverte',
      public: 'Le public',
    },
    everything: 'Un paquet avec tout',
    chosen: (records) => `Un paquet de ${records === 1 ? 'une fiche choisie' : `${records} fiches choisies`}`,
    meeting: (title) => (title === '' ? 'Le paquet d’une réunion' : `Le paquet de la réunion «\u00a0${title}\u00a0»`),
    runningOrder: (title) => (title === '' ? 'Un déroulé imprimé' : `Le déroulé imprimé\u00a0: ${title}`),
    annotatedAgenda: (title) =>
      title === '' ? 'Un ordre du jour annoté imprimé' : `L’ordre du jour annoté imprimé\u00a0: ${title}`,
    agenda: (title) => (title === '' ? 'Un ordre du jour imprimé' : `L’ordre du jour imprimé\u00a0: ${title}`),
    minutes: (title) => (title === '' ? 'Un procès-verbal imprimé' : `Le procès-verbal imprimé\u00a0: ${title}`),
    plates: (title) => (title === '' ? 'Des chevalets imprimés' : `Les chevalets imprimés\u00a0: ${title}`),
    attendance: (title) =>
      title === '' ? 'Une liste de présence imprimée' : `La liste de présence imprimée\u00a0: ${title}`,
    participants: (title) =>
      title === '' ? 'Une liste des participants imprimée' : `La liste des participants imprimée\u00a0: ${title}`,
    paper: (title) => (title === '' ? 'Un document imprimé' : `Document imprimé\u00a0: ${title}`),
    comments: (title) => (title === '' ? 'Des commentaires imprimés' : `Les commentaires imprimés sur ${title}`),
    commission: (title) => (title === '' ? 'La demande d’un document' : `La demande du document ${title}`),
    adoption: (title) => (title === '' ? 'La fiche d’une adoption' : `La fiche d’adoption\u00a0: ${title}`),
    supplement: (title) => (title === '' ? 'Un supplément' : `Le supplément à «\u00a0${title}\u00a0»`),
    dossier: (title) => (title === '' ? 'Un dossier' : `Le dossier «\u00a0${title}\u00a0»`),
    outcomes: (title) =>
      title === ''
        ? 'Des décisions et recommandations imprimées'
        : `Les décisions et recommandations imprimées\u00a0: ${title}`,
    wording: 'Les lignes publiques et les termes imprimés',
    couldOpen: 'La liste imprimée de ce qu’une installation perdue pouvait ouvrir',
    sealed: (purpose, day) => `${capital(purposeInWords(purpose, 'fr'))}, scellé le ${day}`,
    counted: (goes, withheld) =>
      `${goes === 0 ? 'Rien ne part' : goes === 1 ? 'Une fiche part' : `${goes} fiches partent`}, ${withheld === 0 ? 'rien n’est retenu' : withheld === 1 ? 'une est retenue' : `${withheld} sont retenues`}.`,
    countedThen: (goes, withheld) =>
      `${goes === 0 ? 'Rien n’est parti' : goes === 1 ? 'Une fiche est partie' : `${goes} fiches sont parties`}, ${withheld === 0 ? 'rien n’a été retenu' : withheld === 1 ? 'une a été retenue' : `${withheld} ont été retenues`}.`,
    held: (records) =>
      records === 1
        ? 'Une fiche n’est pas reprise\u00a0: les destinataires l’ont déjà.'
        : `${records} fiches ne sont pas reprises\u00a0: les destinataires les ont déjà.`,
    unnamed: (records) =>
      records === 1
        ? 'Une fiche n’est pas nommée ici\u00a0: quelque chose y reste à décider, ou elle a été supprimée.'
        : `${records} fiches ne sont pas nommées ici\u00a0: quelque chose y reste à décider, ou elles ont été supprimées.`,
    titlesNow: 'Ce qui a été dit alors, avec les titres et les mentions d’aujourd’hui.',
    forOurselves: 'Ce rapport nomme ce qui est retenu\u00a0; il est destiné à ce poste seul.',
    withheld: 'Retenu',
    inPart: 'Part en partie',
    goes: 'Part',
    wasWithheld: 'A été retenu',
    wentInPart: 'Parti en partie',
    went: 'Parti',
    record: 'Fiche',
    kind: 'Nature',
    mark: 'Mention',
    notNamed: 'Non nommée',
    kinds: {
      network: 'Réseau',
      organisation: 'Organisation',
      person: 'Personne',
      meeting: 'Réunion',
      session: 'Séance',
      agendaItem: 'Point de l’ordre du jour',
      cue: 'Repère de la présidence',
      minutes: 'Procès-verbal d’un point',
      participant: 'Participant',
      paper: 'Document',
      portion: 'Partie d’un document',
      annotation: 'Note privée',
      comment: 'Commentaire',
      redaction: 'Ce qui a été caviardé',
      dossier: 'Dossier',
      adoption: 'Adoption',
      answer: 'Réponse à une adoption',
      decision: 'Décision',
      action: 'Action',
      recommendation: 'Recommandation',
      publicLine: 'Ligne publique',
      term: 'Terme',
      inquiry: 'Consultation des ministères',
      ministryAnswer: 'Réponse d’un ministère',
      mention: 'Nom qui peut rester',
    },
    otherKind: 'Fiche',
  },
};

/** The fixed words of the release report. */
export function explanationWords(language: PrintLanguage): ExplanationWords {
  return WORDS[language];
}
