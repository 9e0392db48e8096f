import { capital } from './capital.ts';
import type { PrintLanguage } from './printRequest.ts';

/** The fixed words of the printed documents. TLP labels are never translated. */
export interface PrintWords {
  readonly exercise: string;
  readonly page: readonly [string, string];
  readonly board: string;
  readonly agenda: string;
  readonly openAgenda: string;
  readonly place: string;
  readonly dates: string;
  readonly chair: string;
  readonly coChair: (who: string) => string;
  readonly version: string;
  readonly versionNumber: (number: number, date: string) => string;
  readonly versionFoot: (number: number, date: string) => string;
  readonly versionReplaces: (number: number, date: string) => string;
  readonly day: (number: number) => string;
  readonly dayAccess: (parts: readonly ('closed' | 'open')[]) => string;
  readonly localTimes: (zone: string) => string;
  readonly capitalTimes: (zone: string, offset: string) => string;
  readonly capitalSpan: (span: string) => string;
  readonly closedSession: string;
  readonly openSession: string;
  readonly columns: readonly [string, string, string, string, string, string, string];
  readonly purposes: Readonly<Record<'decision' | 'discussion' | 'information', { word: string; meaning: string }>>;
  readonly break: string;
  readonly interval: string;
  readonly none: string;
  readonly lastMinutes: (meeting: string) => string;
  readonly nextDay: string;
  readonly dayBefore: string;
  readonly askedFor: string;
  readonly videoLink: string;
  readonly linkColumns: readonly [string, string, string];
  readonly hours: string;
  readonly handling: string;
  readonly agendaHandling: (label: string) => string;
  readonly overTime: (session: string, minutes: number) => string;
  readonly unknownZone: (zone: string) => string;
  readonly from: string;
  readonly issue: string;
  readonly purpose: string;
  readonly replaces: string;
  readonly changes: string;
  readonly annexTo: string;
  readonly barred: string;
  readonly deleteAfter: (day: string) => string;
  readonly asMarked: (label: string) => string;
  readonly redInWords: string;
  readonly itemPurpose: (purpose: string, item: string) => string;
  readonly provenance: string;
  readonly fromOutside: string;
  readonly fromOutsideVerified: string;
  readonly unverified: string;
  readonly receivedOn: (date: string) => string;
  readonly asked: string;
  readonly copy: (number: string, recipient: string) => string;
  readonly copyMark: (number: string, recipient: string) => string;
  readonly withheld: (label: string) => string;
  readonly withheldParagraph: (number: string, lines: number) => string;
  readonly readAt: (where: string) => string;
  readonly table: (number: number) => string;
  readonly figure: (number: number) => string;
  /** What there is to see where a picture is not. */
  readonly pictureOf: (what: string) => string;
  readonly untitled: string;
  readonly empty: string;
  readonly redacted: string;
  readonly attachments: string;
  /** Over a table of contents. */
  readonly contents: string;
  readonly filesHere: (names: string) => string;
  readonly unknownPart: (type: string) => string;
  readonly missingGlyph: (character: string, code: string) => string;
}

const ENGLISH_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const FRENCH_NUMBERS = [
  'aucune',
  'une',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
];

const NBSP = '\u00a0';
const NARROW = '\u202f';

const english: PrintWords = {
  exercise: 'EXERCISE',
  page: ['Page', 'of'],
  board: 'Coordination Board',
  agenda: 'Agenda',
  openAgenda: 'Agenda of the open session',
  place: 'Place',
  dates: 'Dates',
  chair: 'Chair',
  coChair: (who) => `Co-Chair: ${who}`,
  version: 'Version',
  versionNumber: (number, date) => `${number}, of ${date}`,
  versionFoot: (number, date) => `Version ${number}, ${date}`,
  versionReplaces: (number, date) => (date === '' ? `replaces ${number}` : `replaces ${number}, of ${date}`),
  day: (number) => `Day ${number}`,
  dayAccess: (parts) => {
    const [first, ...rest] = parts;
    if (first === undefined) return '';
    if (rest.length === 0) return first === 'closed' ? 'Closed all day.' : 'Open all day.';
    if (parts.length === 2) return `${capital(first)} morning, ${rest[0]} afternoon.`;
    return 'Closed and open sessions.';
  },
  localTimes: (zone) => (zone === '' ? 'Times are local' : `Times are local (${zone})`),
  capitalTimes: (zone, offset) => `; after the dot, ${zone} (${offset})`,
  capitalSpan: (span) => `\u00b7 ${span}`,
  closedSession: 'Closed session',
  openSession: 'Open session',
  columns: ['Time', 'No.', 'Item', 'Lead', 'Asked for', 'Papers', 'Min'],
  purposes: {
    decision: { word: 'Decision', meaning: 'a text is agreed' },
    discussion: { word: 'Discussion', meaning: 'views are sought' },
    information: { word: 'Information', meaning: 'no reply needed' },
  },
  break: 'Break',
  interval: 'Interval',
  none: 'None',
  lastMinutes: (meeting) => (meeting === '' ? 'Minutes' : `Minutes ${meeting}`),
  nextDay: '(next day)',
  dayBefore: '(day before)',
  askedFor: 'Asked for',
  videoLink: 'By video link',
  linkColumns: ['Joining', 'Zone', 'From hall'],
  hours: 'h',
  handling: 'Handling',
  agendaHandling: (label) => `This agenda is marked ${label}.`,
  deleteAfter: (day) => `To be deleted after ${day}`,
  overTime: (session, minutes) => `${session} runs ${minutes} minutes over its end.`,
  unknownZone: (zone) => `The time zone "${zone}" is not known; its clock is not printed.`,
  from: 'From',
  issue: 'Issue',
  purpose: 'Purpose',
  replaces: 'Replaces',
  changes: 'Changes',
  annexTo: 'Annex to',
  provenance: 'Provenance',
  fromOutside: 'From outside, unverified',
  fromOutsideVerified: 'From outside, verified',
  unverified: 'unverified',
  receivedOn: (date) => `received on ${date}`,
  barred: 'Barred in the outer margin',
  asMarked: (label) => `${label}, paragraphs as marked`,
  redInWords: 'Marked TLP:RED: for the eyes and ears of the persons named only, no further disclosure.',
  itemPurpose: (purpose, item) => `${purpose}, item ${item}`,
  asked: 'The Board is asked',
  copy: (number, recipient) => `Copy ${number}, ${recipient}`,
  copyMark: (number, recipient) => `${recipient.toLocaleUpperCase('en')} \u00b7 COPY ${number}`,
  withheld: (label) => `Portion withheld from this copy (${label}).`,
  withheldParagraph: (number, lines) =>
    `Paragraph ${number}${lines > 0 ? `, ${ENGLISH_NUMBERS[lines] ?? lines} ${lines === 1 ? 'line' : 'lines'}` : ''}.`,
  readAt: (where) => `May be read at ${where}.`,
  table: (number) => `Table ${number}.`,
  figure: (number) => `Figure ${number}.`,
  pictureOf: (what) => `[Picture: ${what}]`,
  untitled: 'Untitled',
  empty: 'This paper has no text yet.',
  redacted: 'redacted',
  attachments: 'Attachments',
  contents: 'Contents',
  filesHere: (names) => `Attached here: ${names}.`,
  unknownPart: (type) => `A part of a kind this version does not know ("${type}") is printed as its text.`,
  missingGlyph: (character, code) => `No typeface here has the character ${character}; it is printed as ${code}.`,
};

const french: PrintWords = {
  exercise: 'EXERCICE',
  page: ['Page', 'sur'],
  board: 'Conseil de coordination',
  agenda: 'Ordre du jour',
  openAgenda: 'Ordre du jour de la séance ouverte',
  place: 'Lieu',
  dates: 'Dates',
  chair: 'Présidence',
  coChair: (who) => `Coprésidence${NBSP}: ${who}`,
  version: 'Version',
  versionNumber: (number, date) => `${number}, du ${date}`,
  versionFoot: (number, date) => `Version ${number}, ${date}`,
  versionReplaces: (number, date) => (date === '' ? `remplace la ${number}` : `remplace la ${number}, du ${date}`),
  day: (number) => `Jour ${number}`,
  dayAccess: (parts) => {
    const words = { closed: 'à huis clos', open: 'ouvert' };
    const [first, ...rest] = parts;
    if (first === undefined) return '';
    if (rest.length === 0) return first === 'closed' ? 'Toute la journée à huis clos.' : 'Toute la journée ouverte.';
    if (parts.length === 2) {
      const second = rest[0] ?? first;
      return `Matin ${words[first]}, après-midi ${words[second]}.`;
    }
    return 'Séances à huis clos et ouvertes.';
  },
  localTimes: (zone) => (zone === '' ? 'Heures locales' : `Heures locales (${zone})`),
  capitalTimes: (zone, offset) => `${NBSP}; après le point, ${zone} (${offset})`,
  capitalSpan: (span) => `\u00b7 ${span}`,
  closedSession: 'Séance à huis clos',
  openSession: 'Séance ouverte',
  columns: ['Heure', 'N°', 'Point', 'Conduite', 'But', 'Documents', 'Min'],
  purposes: {
    decision: { word: 'Décision', meaning: 'un texte est arrêté' },
    discussion: { word: 'Débat', meaning: 'des avis sont attendus' },
    information: { word: 'Information', meaning: 'sans réponse' },
  },
  break: 'Pause',
  interval: 'Interruption',
  none: 'Aucun',
  lastMinutes: (meeting) => (meeting === '' ? 'PV' : `PV ${meeting}`),
  nextDay: '(lendemain)',
  dayBefore: '(veille)',
  askedFor: 'But',
  videoLink: 'Par liaison vidéo',
  linkColumns: ['Participe', 'Fuseau', 'Écart'],
  hours: 'h',
  handling: 'Traitement',
  agendaHandling: (label) => `Cet ordre du jour porte la marque ${label}.`,
  deleteAfter: (day) => `À supprimer après le ${day}`,
  overTime: (session, minutes) => `${session}${NBSP}: dépasse sa fin de ${minutes} minutes.`,
  unknownZone: (zone) =>
    `Le fuseau horaire «${NBSP}${zone}${NBSP}» n’est pas connu${NARROW}; son heure n’est pas imprimée.`,
  from: 'De',
  issue: 'Édition',
  purpose: 'Objet',
  replaces: 'Remplace',
  changes: 'Modifications',
  annexTo: 'Annexe à',
  provenance: 'Provenance',
  fromOutside: 'De l’extérieur, non vérifié',
  fromOutsideVerified: 'De l’extérieur, vérifié',
  unverified: 'non vérifié',
  receivedOn: (date) => `reçu le ${date}`,
  barred: 'Signalées en marge',
  asMarked: (label) => `${label}, paragraphes selon leur marque`,
  redInWords: 'Marque TLP:RED\u00a0: réservé aux personnes nommées, sans autre diffusion.',
  itemPurpose: (purpose, item) => `${purpose}, point ${item}`,
  asked: 'Le Conseil est invité',
  copy: (number, recipient) => `Exemplaire ${number}, ${recipient}`,
  copyMark: (number, recipient) => `${recipient.toLocaleUpperCase('fr')} \u00b7 EXEMPLAIRE ${number}`,
  withheld: (label) => `Passage retiré de cet exemplaire (${label}).`,
  withheldParagraph: (number, lines) =>
    `Paragraphe ${number}${lines > 0 ? `, ${FRENCH_NUMBERS[lines] ?? lines} ${lines === 1 ? 'ligne' : 'lignes'}` : ''}.`,
  readAt: (where) => `Peut être lu${NBSP}: ${where}.`,
  table: (number) => `Tableau ${number}.`,
  figure: (number) => `Figure ${number}.`,
  pictureOf: (what) => `[Image${NBSP}: ${what}]`,
  untitled: 'Sans titre',
  empty: 'Ce document n’a pas encore de texte.',
  redacted: 'caviardé',
  attachments: 'Pièces jointes',
  contents: 'Table des matières',
  filesHere: (names) => `Joint ici${NBSP}: ${names}.`,
  unknownPart: (type) =>
    `Une partie d’un genre que cette version ne connaît pas («${NBSP}${type}${NBSP}») est imprimée comme texte.`,
  missingGlyph: (character, code) => `Aucune police n’a le caractère ${character}${NARROW}; il est imprimé ${code}.`,
};

const WORDS: Readonly<Record<PrintLanguage, PrintWords>> = { en: english, fr: french };

/** The catalogue of one language. */
export function wordsFor(language: PrintLanguage): PrintWords {
  return WORDS[language];
}
