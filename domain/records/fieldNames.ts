/** The languages of the interface. */
export type Language = 'en' | 'fr';

type Words = Readonly<Record<Language, string>>;
type Catalogue = Readonly<Record<string, Words>>;

const w = (en: string, fr: string): Words => ({ en, fr });

/** Names of fields that mean the same in every kind. */
const COMMON: Catalogue = {
  title: w('Title', 'Titre'),
  name: w('Name', 'Nom'),
  shortName: w('Short name', 'Nom court'),
  type: w('Type', 'Type'),
  number: w('Number', 'Numéro'),
  openNumber: w('Number in the open session', 'Numéro en séance ouverte'),
  symbol: w('Symbol', 'Cote'),
  purpose: w('Purpose', 'Objet'),
  meeting: w('Meeting', 'Réunion'),
  session: w('Session', 'Séance'),
  organisation: w('Organisation', 'Organisation'),
  zone: w('Time zone', 'Fuseau horaire'),
  city: w('City', 'Ville'),
  starts: w('Start', 'Début'),
  ends: w('End', 'Fin'),
  order: w('Place in the order', 'Place dans l’ordre'),
  body: w('Text', 'Texte'),
  text: w('Text', 'Texte'),
  notes: w('Notes', 'Notes'),
  record: w('Record', 'Fiche'),
  anchor: w('Place in the text', 'Endroit du texte'),
  attachments: w('Attachments', 'Pièces jointes'),
  doNotName: w('Do not name', 'Ne pas nommer'),
  party: w('Speaker', 'Intervenant'),
  on: w('Date', 'Date'),
  replaces: w('Replaces', 'Remplace'),
  replacesOn: w('Date of what it replaces', 'Date de ce qui est remplacé'),
  mediaType: w('File type', 'Type de fichier'),
  size: w('Size', 'Taille'),
  sha256: w('Content', 'Contenu'),
  $deleted: w('Deletion', 'Suppression'),
  $aliases: w('Joined records', 'Fiches réunies'),
  $kind: w('Kind of record', 'Nature de la fiche'),
  '$handling.label': w('TLP label', 'Étiquette TLP'),
  '$handling.distribution': w('Distribution', 'Diffusion'),
  '$handling.originator': w('Originator', 'Émetteur'),
  '$handling.caveats': w('Caveats', 'Réserves'),
  '$handling.chathamHouse': w('Chatham House Rule', 'Règle de Chatham House'),
  '$handling.cleared': w('Clearance', 'Autorisation'),
};

/** Names of fields that mean something of their own in one kind. */
const BY_KIND: Readonly<Record<string, Catalogue>> = {
  network: {
    secretariat: w('Secretariat', 'Secrétariat'),
    exercise: w('Exercise', 'Exercice'),
    charter: w('Charter', 'Charte'),
  },
  organisation: {
    code: w('Country code', 'Code du pays'),
    membership: w('Membership', 'Qualité'),
  },
  person: {
    role: w('Role', 'Rôle'),
    function: w('Function', 'Fonction'),
    portfolios: w('Portfolios', 'Portefeuilles'),
  },
  meeting: {
    starts: w('First day', 'Premier jour'),
    ends: w('Last day', 'Dernier jour'),
    venue: w('Venue', 'Lieu'),
    chair: w('Chair', 'Présidence'),
    coChair: w('Co-chair', 'Coprésidence'),
    papersDue: w('Papers due', 'Remise des documents'),
    version: w('Version of the agenda', 'Version de l’ordre du jour'),
    houseRules: w('House rules', 'Règles de la maison'),
  },
  session: {
    day: w('Day', 'Jour'),
    access: w('Access', 'Accès'),
    attendance: w('Attendance', 'Présence'),
    afterwards: w('What follows', 'Ce qui suit'),
  },
  agendaItem: {
    minutes: w('Minutes', 'Durée en minutes'),
    leads: w('Leads', 'Responsables'),
    leadNote: w('Lead in words', 'Responsable, en toutes lettres'),
    papers: w('Papers', 'Documents'),
    speakers: w('Speakers by video link', 'Intervenants en visioconférence'),
  },
  paper: {
    due: w('Due date', 'Échéance'),
    status: w('Status', 'État'),
    language: w('Language', 'Langue'),
    from: w('From', 'De'),
    annexOf: w('Annex to', 'Annexe à'),
    issue: w('Issue', 'Édition'),
    asks: w('What the board is asked to do', 'Ce qui est demandé au conseil'),
  },
  portion: {
    paper: w('Paper', 'Document'),
    placeholder: w('Placeholder', 'Emplacement'),
  },
  comment: {
    replyTo: w('Reply to', 'Réponse à'),
    resolved: w('Resolved', 'Réglé'),
  },
};

/** What people call a field of this kind. A field made with a newer version keeps the name it has there. */
export function fieldName(kind: string | undefined, field: string, language: Language): string {
  const own = kind !== undefined && Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind] : undefined;
  return nameIn(own, field, language) ?? nameIn(COMMON, field, language) ?? field;
}

const VALUES: Readonly<Record<string, Catalogue>> = {
  'meeting.type': {
    regular: w('regular', 'ordinaire'),
    special: w('special', 'extraordinaire'),
    workingGroup: w('working group', 'groupe de travail'),
  },
  'session.access': { closed: w('closed', 'fermée'), open: w('open', 'ouverte') },
  'agendaItem.type': { item: w('item', 'point'), break: w('break', 'pause') },
  'agendaItem.purpose': {
    decision: w('for decision', 'pour décision'),
    discussion: w('for discussion', 'pour examen'),
    information: w('for information', 'pour information'),
  },
  'paper.type': {
    deepDive: w('deep-dive', 'étude approfondie'),
    update: w('update', 'point de situation'),
    economicReview: w('economic review', 'examen économique'),
    accountabilityReview: w('accountability review', 'examen de la responsabilité'),
    researchPaper: w('research paper', 'étude'),
    policyBrief: w('policy brief', 'note de synthèse'),
    csoInput: w('civil-society input', 'contribution de la société civile'),
    nationalPosition: w('national position', 'position nationale'),
    minutes: w('minutes', 'procès-verbal'),
    note: w('note', 'note'),
    annex: w('annex', 'annexe'),
  },
  'paper.status': {
    commissioned: w('commissioned', 'commandé'),
    drafting: w('being drafted', 'en rédaction'),
    submitted: w('submitted', 'remis'),
    cleared: w('cleared', 'approuvé'),
    issued: w('issued', 'publié'),
    withdrawn: w('withdrawn', 'retiré'),
  },
  'paper.language': { en: w('English', 'anglais'), fr: w('French', 'français') },
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
  return nameIn(Object.hasOwn(VALUES, key) ? VALUES[key] : undefined, value, language);
}

function nameIn(catalogue: Catalogue | undefined, key: string, language: Language): string | undefined {
  return catalogue !== undefined && Object.hasOwn(catalogue, key) ? catalogue[key]?.[language] : undefined;
}
