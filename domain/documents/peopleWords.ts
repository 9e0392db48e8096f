import type { PrintLanguage } from './printRequest.ts';

interface PeopleWords {
  readonly plates: string;
  readonly attendance: string;
  readonly participants: string;
  readonly name: string;
  readonly takesPartAs: string;
  readonly signature: string;
  readonly session: (access: 'closed' | 'open', day: string, hours: string) => string;
  readonly byLink: string;
  readonly alternateFor: (name: string) => string;
  readonly nobodyNamed: string;
  readonly notKnown: string;
  readonly withoutOrganisation: string;
  readonly invited: string;
  readonly counted: (count: number) => string;
  readonly nobody: string;
  readonly nameless: string;
}

const WORDS: Readonly<Record<PrintLanguage, PeopleWords>> = {
  en: {
    plates: 'Name plates',
    attendance: 'Attendance list',
    participants: 'List of participants',
    name: 'Name',
    takesPartAs: 'Takes part as',
    signature: 'Signature',
    session: (access, day, hours) =>
      [access === 'open' ? 'Open session' : 'Closed session', day, hours].filter((part) => part !== '').join(', '),
    byLink: 'By video link',
    alternateFor: (name) => `for ${name}`,
    nobodyNamed: 'Nobody named yet',
    notKnown: 'Name not known here',
    withoutOrganisation: 'Without an organisation',
    invited: 'Invited bodies and guests',
    counted: (count) => (count === 1 ? 'One participant.' : `${count} participants.`),
    nobody: 'Nobody is named for this audience.',
    nameless: 'A seat of which no name is known here has no name plate.',
  },
  fr: {
    plates: 'Chevalets',
    attendance: 'Liste de présence',
    participants: 'Liste des participants',
    name: 'Nom',
    takesPartAs: 'Participe en tant que',
    signature: 'Signature',
    session: (access, day, hours) =>
      [access === 'open' ? 'Séance ouverte' : 'Séance à huis clos', day, hours]
        .filter((part) => part !== '')
        .join(', '),
    byLink: 'En visioconférence',
    alternateFor: (name) => `de ${name}`,
    nobodyNamed: 'Personne n’est encore désigné',
    notKnown: 'Nom inconnu ici',
    withoutOrganisation: 'Sans organisation',
    invited: 'Organismes invités et invités',
    counted: (count) => (count === 1 ? 'Un participant.' : `${count} participants.`),
    nobody: 'Personne n’est nommé pour ces destinataires.',
    nameless: 'Un siège dont aucun nom n’est connu ici n’a pas de chevalet.',
  },
};

/** The fixed words of name plates, the attendance list and the list of participants. */
export function peopleWords(language: PrintLanguage): PeopleWords {
  return WORDS[language];
}
