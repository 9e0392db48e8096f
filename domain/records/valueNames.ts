import type { Language } from './fieldNames.ts';

type Words = Readonly<Record<Language, string>>;

const w = (en: string, fr: string): Words => ({ en, fr });

const PAPER_STATUS: Readonly<Record<string, Words>> = {
  commissioned: w('commissioned', 'commandé'),
  drafting: w('being drafted', 'en rédaction'),
  submitted: w('submitted', 'remis'),
  cleared: w('cleared', 'approuvé'),
  issued: w('issued', 'publié'),
  withdrawn: w('withdrawn', 'retiré'),
};

const LINE_POSITION: Readonly<Record<string, Words>> = {
  agree: w('agree', 'accord'),
  agreeWithChanges: w('agree with changes', 'accord avec modifications'),
  disagree: w('disagree', 'désaccord'),
  noView: w('no view', 'sans avis'),
};

/** Names of fixed values, by `kind.field`, as they stand in the middle of a sentence. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  'meeting.type': {
    regular: w('regular', 'ordinaire'),
    special: w('special', 'extraordinaire'),
    workingGroup: w('working group', 'groupe de travail'),
    researchBriefing: w('briefing of the Research Council', 'exposé du Conseil de recherche'),
    researchCouncil: w('meeting of the Research Council', 'réunion du Conseil de recherche'),
    consultation: w('consultation', 'consultation'),
  },
  'meeting.modality': {
    inPerson: w('in person', 'en présence'),
    byLink: w('by video link', 'en visioconférence'),
    both: w('in person and by video link', 'en présence et en visioconférence'),
  },
  'agendaItem.outcome': {
    concluded: w('concluded', 'achevé'),
    adjourned: w('adjourned', 'ajourné'),
    notReached: w('not reached', 'non abordé'),
  },
  'participant.capacity': {
    chair: w('chair', 'présidence'),
    headOfDelegation: w('head of delegation', 'chef de délégation'),
    member: w('member of the delegation', 'membre de la délégation'),
    alternate: w('alternate', 'suppléant'),
    secretariat: w('Secretariat', 'Secrétariat'),
    speaker: w('speaker', 'intervenant'),
    invited: w('invited body', 'organisme invité'),
    observer: w('observer', 'observateur'),
    interpreter: w('interpreter', 'interprète'),
  },
  'participant.how': {
    present: w('present', 'présent'),
    byLink: w('by video link', 'en visioconférence'),
    leftEarly: w('left early', 'parti avant la fin'),
    absent: w('absent', 'absent'),
  },
  'cue.moment': {
    before: w('before the session', 'avant la séance'),
    during: w('during the item', 'pendant le point'),
    after: w('after the session', 'après la séance'),
  },
  'person.anonymity': { pseudonym: w('other names', 'd’autres noms') },
  'session.access': { closed: w('closed', 'fermée'), open: w('open', 'ouverte') },
  'agendaItem.type': { item: w('item', 'point'), break: w('break', 'pause') },
  'agendaItem.purpose': {
    decision: w('for decision', 'pour décision'),
    discussion: w('for discussion', 'pour examen'),
    information: w('for information', 'pour information'),
  },
  'minutes.status': {
    draft: w('draft', 'projet'),
    circulated: w('circulated', 'distribué'),
    approved: w('approved', 'approuvé'),
  },
  'minutes.language': { en: w('English', 'anglais'), fr: w('French', 'français') },
  'paper.type': {
    deepDive: w('deep-dive', 'étude approfondie'),
    update: w('update', 'point de situation'),
    economicReview: w('economic review', 'examen économique'),
    accountabilityReview: w('accountability review', 'examen de la responsabilité'),
    researchPaper: w('research paper', 'étude'),
    policyBrief: w('policy brief', 'note de synthèse'),
    csoInput: w('civil-society input', 'contribution de la société civile'),
    nationalPosition: w('national position', 'position nationale'),
    openBriefing: w('briefing for the open session', 'exposé pour la séance ouverte'),
    minutes: w('minutes', 'procès-verbal'),
    note: w('note', 'note'),
    annex: w('annex', 'annexe'),
  },
  'paper.status': PAPER_STATUS,
  'paper.was': PAPER_STATUS,
  'paper.state': {
    cleared: w('cleared', 'visé'),
    returned: w('returned', 'renvoyé'),
  },
  'paper.provenance': {
    outside: w('from outside, unverified', 'de l’extérieur, non vérifié'),
    verified: w('from outside, verified', 'de l’extérieur, vérifié'),
  },
  'paper.way': {
    form: w('on the form', 'sur le formulaire'),
    letter: w('as a letter', 'par lettre'),
    message: w('as a message', 'par message'),
  },
  'decision.state': {
    proposed: w('proposed', 'proposée'),
    adopted: w('adopted', 'adoptée'),
    notAdopted: w('not adopted', 'non adoptée'),
    withdrawn: w('withdrawn', 'retirée'),
  },
  'action.state': {
    open: w('open', 'ouverte'),
    done: w('done', 'faite'),
    dropped: w('dropped', 'abandonnée'),
  },
  'recommendation.state': {
    proposed: w('proposed', 'proposée'),
    adopted: w('adopted', 'adoptée'),
    notAdopted: w('not adopted', 'non adoptée'),
    withdrawn: w('withdrawn', 'retirée'),
  },
  'recommendation.type': {
    policy: w('policy', 'politique'),
    sanction: w('sanction or regulation', 'sanction ou réglementation'),
    assistance: w('assistance', 'assistance'),
    deployment: w('deployment', 'déploiement'),
    igoResolution: w(
      'resolution of an intergovernmental organisation',
      'résolution d’une organisation intergouvernementale',
    ),
    leadersItem: w('item for the G7 or G20', 'point pour le G7 ou le G20'),
  },
  'inquiry.position': LINE_POSITION,
  'ministryAnswer.position': LINE_POSITION,
  'publicLine.status': {
    draft: w('draft', 'projet'),
    agreed: w('agreed', 'arrêtée'),
    superseded: w('superseded', 'remplacée'),
  },
  'term.language': { en: w('English', 'anglais'), fr: w('French', 'français') },
  'term.scope': {
    everywhere: w('in every paper', 'dans tous les documents'),
    open: w('in papers of an open session', 'dans les documents d’une séance ouverte'),
  },
  'dossier.book': { closed: w('closed', 'à huis clos'), open: w('open', 'public') },
  'dossier.language': { en: w('English', 'anglais'), fr: w('French', 'français') },
  'paper.language': { en: w('English', 'anglais'), fr: w('French', 'français') },
  'adoption.way': {
    inRoom: w('in the room', 'en séance'),
    silence: w('by silence procedure', 'par procédure d’approbation tacite'),
  },
  'adoption.result': {
    adopted: w('adopted', 'adopté'),
    adoptedAsAmended: w('adopted as amended', 'adopté tel qu’amendé'),
    adoptedWithReservations: w('adopted with reservations', 'adopté avec réserves'),
    notAdopted: w('not adopted', 'non adopté'),
    extended: w('extended', 'prolongé'),
    withdrawn: w('withdrawn', 'retiré'),
  },
  'answer.says': {
    noObjection: w('no objection', 'pas d’objection'),
    objection: w('objection', 'objection'),
    amendment: w('amendment', 'amendement'),
    reservation: w('reservation', 'réserve'),
    question: w('question', 'question'),
  },
  'organisation.type': {
    state: w('State', 'État'),
    union: w('union of States', 'union d’États'),
    igo: w('intergovernmental organisation', 'organisation intergouvernementale'),
    ngo: w('non-governmental organisation', 'organisation non gouvernementale'),
    cso: w('civil-society organisation', 'organisation de la société civile'),
    secretariat: w('Secretariat', 'Secrétariat'),
    research: w('research body', 'organisme de recherche'),
  },
  'organisation.membership': {
    member: w('member', 'membre'),
    secretariat: w('Secretariat', 'Secrétariat'),
    cooperating: w('cooperating State', 'État associé'),
    invited: w('invited body', 'organisme invité'),
    none: w('none', 'aucune'),
  },
  'person.role': {
    primaryRepresentative: w('primary representative', 'représentant principal'),
    alternate: w('alternate', 'suppléant'),
    official: w('official', 'fonctionnaire'),
    secretariat: w('Secretariat', 'Secrétariat'),
    expert: w('expert', 'expert'),
    guest: w('guest', 'invité'),
  },
};

/** What people call one of a field's fixed values; undefined when the field's values are free. */
export function valueName(
  kind: string | undefined,
  field: string,
  value: string,
  language: Language,
): string | undefined {
  const key = `${kind ?? ''}.${field}`;
  const names = Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
  return names !== undefined && Object.hasOwn(names, value) ? names[value]?.[language] : undefined;
}
