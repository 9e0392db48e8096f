import type { MakeRecord } from '../picker/useMakeRecord.ts';

/** How a value is typed in, where that does not follow from the field's rule and schema. */
export type EditorHint = 'text' | 'longText' | 'zone' | 'time' | 'date' | 'shown' | 'attachments';

/** How a feature wants one field shown. Everything that is not said follows from the field itself. */
export interface FieldLayout {
  readonly field: string;
  /** Instead of the field's own name. */
  readonly label?: string;
  readonly help?: string;
  readonly editor?: EditorHint;
  readonly width?: 'full' | 'half' | 'third';
  /** Kinds that a link may lead to. */
  readonly kinds?: readonly string[];
  /** A link's editor offers to make what is typed: a record of this kind, or what the function makes (its id). */
  readonly create?: MakeRecord;
  readonly readOnly?: boolean;
}

export interface SectionLayout {
  /** Absent: the fields stand without a heading. */
  readonly title?: string;
  readonly fields: readonly (string | FieldLayout)[];
}

/** By `kind.field`, or `field` for every kind, and `kind.field.part` inside lists. */
const HINTS: Readonly<Record<string, EditorHint>> = {
  zone: 'zone',
  attachments: 'attachments',
  anchor: 'shown',
  placeholder: 'shown',
  'decision.text': 'longText',
  'decision.candidates.grounds': 'longText',
  'action.text': 'longText',
  'recommendation.text': 'longText',
  'publicLine.textEn': 'longText',
  'publicLine.textFr': 'longText',
  'term.why': 'longText',
  'inquiry.lines.point': 'longText',
  'inquiry.lines.words': 'longText',
  'ministryAnswer.answers.comment': 'longText',
  'annotation.text': 'longText',
  'cue.say': 'longText',
  'cue.act': 'longText',
  'cue.late': 'longText',
  began: 'shown',
  ended: 'shown',
  'comment.text': 'longText',
  'adoption.text': 'longText',
  'adoption.remark': 'longText',
  'answer.text': 'longText',
  'answer.words': 'longText',
  'participant.reason': 'longText',
  'meeting.houseRules': 'longText',
  'paper.purpose': 'longText',
  'paper.asks.text': 'longText',
  'session.attendance': 'longText',
  'session.starts': 'time',
  'session.ends': 'time',
};

/** Which kinds a link may lead to, by `kind.field` or `field`. */
const KINDS_OF_LINKS: Readonly<Record<string, readonly string[]>> = {
  secretariat: ['organisation'],
  organisation: ['organisation'],
  meeting: ['meeting'],
  session: ['session'],
  chair: ['organisation', 'person'],
  coChair: ['organisation', 'person'],
  asked: ['organisation'],
  unreached: ['organisation'],
  resultBy: ['person'],
  settledBy: ['person'],
  inquiry: ['inquiry'],
  'inquiry.paper': ['paper'],
  'inquiry.about': ['paper', 'adoption', 'recommendation'],
  'inquiry.lines.source': ['paper', 'recommendation', 'decision', 'action', 'adoption', 'minutes'],
  adoption: ['adoption'],
  host: ['organisation'],
  item: ['agendaItem'],
  continues: ['agendaItem'],
  person: ['person'],
  alternateFor: ['participant'],
  items: ['agendaItem'],
  'action.continues': ['action'],
  lead: ['organisation', 'person'],
  addressees: ['organisation'],
  'decision.minutes': ['minutes'],
  'action.minutes': ['minutes'],
  'recommendation.minutes': ['minutes'],
  leads: ['organisation', 'person'],
  papers: ['paper'],
  paper: ['paper'],
  from: ['organisation'],
  annexOf: ['paper'],
  replyTo: ['comment'],
  'publicLine.about': ['organisation'],
  'publicLine.decision': ['decision'],
  'dossier.papers.paper': ['paper'],
  'dossier.copies.party': ['organisation', 'person'],
  'dossier.issues.by': ['person'],
  'dossier.issues.contents.paper': ['paper'],
  'agendaItem.speakers.party': ['organisation', 'person'],
};

/** Fields that people never type: the place in an order is given by moving, others by an act of their own. */
const HIDDEN = new Set([
  ...['order', 'placeholder', 'anonymity', 'secrets', 'digest', 'overruled'],
  ...['provenance', 'received', 'verified', 'verifiedBy'],
]);

function named<T>(among: Readonly<Record<string, T>>, path: readonly string[]): T | undefined {
  const last = path.at(-1) ?? '';
  const whole = path.join('.');
  if (Object.hasOwn(among, whole)) return among[whole];
  return Object.hasOwn(among, last) ? among[last] : undefined;
}

/** `path`: kind, field, and the part of a list's entry. */
export const hintFor = (path: readonly string[]): EditorHint | undefined => named(HINTS, path);
export const kindsOfLink = (path: readonly string[]): readonly string[] => named(KINDS_OF_LINKS, path) ?? [];
export const isHidden = (field: string): boolean => HIDDEN.has(field);

/** The sections as given, or one with these fields, or one with every field of the kind. */
export function sectionsOf(
  fieldsOfKind: readonly string[],
  sections: readonly SectionLayout[] | undefined,
  fields: readonly (string | FieldLayout)[] | undefined,
): { readonly title?: string; readonly fields: readonly FieldLayout[] }[] {
  const given = sections ?? [{ fields: fields ?? fieldsOfKind.filter((field) => !isHidden(field)) }];
  return given.map(({ title, fields: inside }) => ({
    ...(title === undefined ? {} : { title }),
    fields: inside.map((field) => (typeof field === 'string' ? { field } : field)),
  }));
}
