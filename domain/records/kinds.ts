import { adoption, answer } from '../adoption/kinds.ts';
import { dossier } from '../dossiers/kinds.ts';
import { inquiry, ministryAnswer } from '../inquiries/kinds.ts';
import { cue } from '../meetings/cue.ts';
import { agendaItem, meeting, session } from '../meetings/kinds.ts';
import { participant } from '../meetings/participantKind.ts';
import { minutes } from '../minutes/kinds.ts';
import { action, decision, recommendation } from '../outcomes/kinds.ts';
import { annotation, comment, paper, portion, redaction } from '../papers/kinds.ts';
import { network, organisation, person, pseudonym } from '../people/kinds.ts';
import { mention } from '../release/kinds.ts';
import { publicLine, term } from '../wording/kinds.ts';
import { naturalId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { RecordKind } from './kind.ts';

/** All kinds that this version knows. Others are kept, carried and merged as plain values. */
export const KINDS: readonly RecordKind[] = [
  network,
  organisation,
  person,
  pseudonym,
  meeting,
  session,
  agendaItem,
  participant,
  cue,
  minutes,
  paper,
  portion,
  redaction,
  dossier,
  decision,
  action,
  recommendation,
  annotation,
  comment,
  adoption,
  answer,
  mention,
  publicLine,
  term,
  inquiry,
  ministryAnswer,
];

const byName = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The kind of this name, or undefined when it was made with a newer version. */
export function kindOf(name: string): RecordKind | undefined {
  return byName.get(name);
}

/** Whether a record's id follows from its natural key, so that it may have begun in two places. */
export function hasNaturalId(kindName: string, id: string, body: JsonObject): boolean {
  const key = kindOf(kindName)?.naturalKey?.(body);
  return key !== undefined && naturalId(kindName, key) === id;
}
