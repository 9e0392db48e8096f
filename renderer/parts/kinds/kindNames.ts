import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const NAMES: Readonly<Record<string, MessageDescriptor>> = {
  network: msg`Network`,
  organisation: msg`Organisation`,
  person: msg`Person`,
  meeting: msg`Meeting`,
  session: msg`Session`,
  agendaItem: msg`Agenda item`,
  participant: msg`Participant`,
  cue: msg`Chair’s cue`,
  minutes: msg`Minutes of an item`,
  paper: msg`Paper`,
  portion: msg`Portion of a paper`,
  redaction: msg`What was blacked out`,
  dossier: msg`Dossier`,
  decision: msg`Decision`,
  action: msg`Action`,
  recommendation: msg`Recommendation`,
  pseudonym: msg`Other names`,
  annotation: msg`Private note`,
  comment: msg`Comment`,
  adoption: msg`Adoption`,
  answer: msg`Answer to an adoption`,
  publicLine: msg`Public line`,
  term: msg`Term`,
  inquiry: msg`Inquiry of ministries`,
  ministryAnswer: msg`Answer of a ministry`,
  mention: msg`Name that may stand`,
};

/** What people call a record of this kind; one from a newer version is a record. */
export function kindName(kind: string): MessageDescriptor {
  return NAMES[kind] ?? msg`Record`;
}
