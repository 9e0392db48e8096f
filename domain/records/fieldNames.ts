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
  check: w('Rule', 'Règle'),
  reason: w('Reason', 'Motif'),
  $deleted: w('Deletion', 'Suppression'),
  $aliases: w('Joined records', 'Fiches réunies'),
  $kind: w('Kind of record', 'Nature de la fiche'),
  $title: w('Title', 'Titre'),
  $label: w('Handling', 'Diffusion'),
  $distribution: w('Distribution', 'Diffusion'),
  $updated: w('Changed', 'Modifié'),
  $state: w('State', 'État'),
  '$handling.label': w('TLP label', 'Étiquette TLP'),
  '$handling.distribution': w('Distribution', 'Diffusion'),
  '$handling.originator': w('Originator', 'Émetteur'),
  '$handling.caveats': w('Caveats', 'Réserves'),
  '$handling.chathamHouse': w('Chatham House Rule', 'Règle de Chatham House'),
  '$handling.cleared': w('Clearance', 'Autorisation'),
  '$handling.expires': w('To be deleted after', 'À supprimer après le'),
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
  mention: {
    name: w('Withheld name', 'Nom retenu'),
    record: w('Text in which it stands', 'Texte où il figure'),
    audience: w('For whom', 'Destinataires'),
    digest: w('Sentence', 'Phrase'),
    reasons: w('Reasons', 'Motifs'),
  },
  person: {
    role: w('Role', 'Rôle'),
    function: w('Function', 'Fonction'),
    portfolios: w('Portfolios', 'Portefeuilles'),
    anonymity: w('Appears under', 'Figure sous'),
  },
  pseudonym: {
    subject: w('Who appears under other names', 'Qui figure sous d’autres noms'),
    secrets: w('What the names are made of', 'Ce dont les noms sont tirés'),
  },
  meeting: {
    starts: w('First day', 'Premier jour'),
    ends: w('Last day', 'Dernier jour'),
    venue: w('Venue', 'Lieu'),
    chair: w('Chair', 'Présidence'),
    coChair: w('Co-chair', 'Coprésidence'),
    papersDue: w('Papers due', 'Remise des documents'),
    version: w('Version of the agenda', 'Version de l’ordre du jour'),
    theme: w('Country, theme or forum', 'Pays, thème ou enceinte'),
    host: w('Host', 'Hôte'),
    modality: w('How people take part', 'Mode de participation'),
    houseRules: w('House rules', 'Règles de la maison'),
    overruled: w('Rules that were overruled', 'Règles écartées'),
  },
  session: {
    day: w('Day', 'Jour'),
    access: w('Access', 'Accès'),
    buffer: w('Minutes between items', 'Minutes entre les points'),
    room: w('Room', 'Salle'),
    attendance: w('Attendance', 'Présence'),
    afterwards: w('What follows', 'Ce qui suit'),
  },
  agendaItem: {
    minutes: w('Minutes', 'Durée en minutes'),
    outcome: w('Outcome', 'Issue'),
    continues: w('Goes on with', 'Suite de'),
    leads: w('Leads', 'Responsables'),
    leadNote: w('Lead in words', 'Responsable, en toutes lettres'),
    papers: w('Papers', 'Documents'),
    speakers: w('Speakers by video link', 'Intervenants en visioconférence'),
  },
  participant: {
    person: w('Person', 'Personne'),
    capacity: w('Takes part as', 'Participe en qualité de'),
    alternateFor: w('Alternate for', 'Suppléant de'),
    byLink: w('By video link', 'En visioconférence'),
    items: w('Invited to items', 'Invité aux points'),
    reason: w('Why invited', 'Motif de l’invitation'),
    plate: w('Words on the name plate', 'Texte du chevalet'),
    plateLine: w('Second line of the name plate', 'Seconde ligne du chevalet'),
    presence: w('Attendance', 'Présence'),
    how: w('Was there', 'Présence'),
  },
  paper: {
    due: w('Due date', 'Échéance'),
    status: w('Status', 'État'),
    language: w('Language', 'Langue'),
    from: w('From', 'De'),
    annexOf: w('Annex to', 'Annexe à'),
    way: w('How it came', 'Par quelle voie'),
    digest: w('Fingerprint of what came', 'Empreinte de ce qui est arrivé'),
    reason: w('How it was made sure', 'Comment on s’en est assuré'),
    provenance: w('Provenance', 'Provenance'),
    received: w('Received', 'Reçu'),
    verification: w('How it was verified', 'Comment il a été vérifié'),
    verifiedBy: w('Verified by', 'Vérifié par'),
    issue: w('Issue', 'Édition'),
    asks: w('What the board is asked to do', 'Ce qui est demandé au conseil'),
  },
  portion: {
    paper: w('Paper', 'Document'),
    placeholder: w('Placeholder', 'Emplacement'),
  },
  redaction: {
    paper: w('Made of', 'Établie à partir de'),
    version: w('Redacted version', 'Version caviardée'),
    digest: w('State of the original', 'État de l’original'),
    passages: w('Blacked out', 'Passages caviardés'),
    words: w('Words', 'Mots'),
    reason: w('Reason', 'Motif'),
  },
  adoption: {
    way: w('Way', 'Voie'),
    put: w('Put up for adoption', 'Soumis à adoption'),
    record: w('What is put up', 'Objet soumis'),
    digest: w('State of the text', 'État du texte'),
    words: w('Text as it was put', 'Texte tel que soumis'),
    asked: w('Members who are asked', 'Membres consultés'),
    text: w('What members are told', 'Message aux membres'),
    opened: w('Opened', 'Ouverture'),
    deadline: w('Until', 'Échéance'),
    extensions: w('Extensions', 'Prolongations'),
    from: w('Before', 'Échéance précédente'),
    on: w('Extended on', 'Prolongée le'),
    chair: w('Chair', 'Présidence'),
    result: w('Result', 'Issue'),
    resultOn: w('Recorded on', 'Consignée le'),
    resultBy: w('Recorded by', 'Consignée par'),
    instruction: w('How the chair said so', 'Instruction de la présidence'),
    remark: w('Remark', 'Observation'),
    unreached: w('Silent, and not known to have it', 'Silencieux, sans réception connue'),
  },
  answer: {
    adoption: w('Adoption', 'Adoption'),
    organisation: w('Member', 'Membre'),
    says: w('Answer', 'Réponse'),
    words: w('Words proposed or to be recorded', 'Libellé proposé ou à consigner'),
    text: w('Explanation', 'Explication'),
    onBehalf: w('On the member’s behalf: how it was told', 'Au nom du membre : comment il l’a fait savoir'),
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

function nameIn(catalogue: Catalogue | undefined, key: string, language: Language): string | undefined {
  return catalogue !== undefined && Object.hasOwn(catalogue, key) ? catalogue[key]?.[language] : undefined;
}
