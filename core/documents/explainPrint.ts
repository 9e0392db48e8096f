import type { NamedDocument } from '../../contract/documents/calls.ts';
import { minutesIn } from '../../domain/minutes/concerning.ts';
import { isOutcome } from '../../domain/outcomes/kinds.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { type Explanation, explanationOf } from '../../domain/release/explain.ts';
import { isWording } from '../../domain/wording/kinds.ts';
import { couldOpen } from '../directory/couldOpen.ts';
import { myNotes } from '../papers/myNotes.ts';
import { listRecords } from '../records/listRecords.ts';
import { requireRecord } from '../records/recordView.ts';
import { type FoundMention, mentionsOf } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { ORDERED, readOf } from './readOf.ts';
import { recordOf } from './recordOf.ts';

/** What the gate says of a print, and the withheld names that stand in it. */
export type ExplainedPrint = Explanation & { readonly mentions: readonly FoundMention[] };

/**
 * What the gate lets of a document into print for an audience, and what not, and why: of the records that the document
 * is made of, the document's own first. Throws `record.missing`, `directory.seat`.
 */
export function explainPrint(session: Session, document: NamedDocument, audience: Audience): ExplainedPrint {
  const id = recordOf(document);
  if (id !== undefined) requireRecord(session.vault, id);
  const { explanation, release } = explainAmong(session, madeOf(session, document), audience);
  const records = [...explanation.records].sort(
    (one, other) => Number(other.record === id) - Number(one.record === id),
  );
  return {
    ...explanationOf(audience.kind, records),
    mentions: mentionsOf(session, release, readOf(session, document)),
  };
}

/** What the gate says of the private notes on a meeting: they go to whoever wrote them, and to nobody else. */
export function explainAnnotations(session: Session, meeting: RecordId, audience: Audience): Explanation {
  const notes = myNotes(session.vault, meeting);
  return explainAmong(session, [meeting, ...notes.flatMap(({ note, record }) => [note, record])], audience).explanation;
}

/** What the gate says of these records in print. */
export function explainAmong(session: Session, made: Iterable<string>, audience: Audience) {
  const among = new Set(made);
  const { explanation, release } = releaseFor(session, { of: 'everything' }, audience, 'documents');
  const records = explanation.records.filter(({ record }) => among.has(record));
  return { explanation: explanationOf(audience.kind, records), release };
}

/** The ids of what stands in a document in one way or another. */
function madeOf(session: Session, document: NamedDocument): string[] {
  if (document.what === 'couldOpen') {
    return couldOpen(session, document.installation).records.map(({ record }) => record);
  }
  const records = listRecords(session.vault);
  if (document.what === 'wording') {
    const own = records.filter(({ kind }) => isWording(kind));
    return own.flatMap((record) => [record.id, text(record.body.meeting)]);
  }
  const id = recordOf(document);
  const own = records.find((record) => record.id === id)?.body ?? {};
  if (document.what === 'paper') {
    const portions = records.filter(({ kind, body }) => kind === 'portion' && body.paper === id);
    return [id, ...portions.map((portion) => portion.id), ...texts(own.from), text(own.annexOf)];
  }
  if (document.what === 'comments') {
    const portions = records.filter(({ kind, body }) => kind === 'portion' && body.paper === id);
    const about = new Set<string>([text(id), ...portions.map((portion) => portion.id)]);
    const said = records.filter(({ kind, body }) => kind === 'comment' && about.has(text(body.record)));
    return [...about, ...said.map((comment) => comment.id)];
  }
  if (document.what === 'commission') return [id, text(own.meeting)];
  if (document.what === 'adoption') {
    const answers = records.filter(({ kind, body }) => kind === 'answer' && body.adoption === id);
    const put = objects(own.put).map(({ record }) => text(record));
    return [id, ...answers.map((answer) => answer.id), ...put, ...texts(own.asked), text(own.resultBy)];
  }
  if (document.what === 'dossier' || document.what === 'supplement') {
    const bound = new Set(objects(own.papers).map(({ paper }) => text(paper)));
    const inside = records.filter(({ kind, body }) => kind === 'portion' && bound.has(text(body.paper)));
    const from = records.flatMap((record) => (bound.has(record.id) ? texts(record.body.from) : []));
    const copies = objects(own.copies).map(({ party }) => text(party));
    return [id, text(own.meeting), ...bound, ...inside.map((portion) => portion.id), ...from, ...copies];
  }
  if (document.what === 'minutes') {
    const { items, minutes, outcomes } = minutesIn(records, document);
    const parties = [...items, ...outcomes].flatMap(({ body }) => [
      ...texts(body.leads),
      ...texts(body.addressees),
      text(body.lead),
    ]);
    return [
      document.meeting,
      text(own.chair),
      text(own.coChair),
      ...[...minutes, ...items, ...outcomes].map((one) => one.id),
      ...parties,
    ];
  }
  if (document.what === 'outcomes') {
    const made = records.filter(({ kind, body }) => isOutcome(kind) && body.meeting === id);
    return [
      id,
      ...made.flatMap(({ id: one, body }) => [one, text(body.item), text(body.lead), ...texts(body.addressees)]),
    ];
  }
  if (document.what === 'plates' || document.what === 'attendance' || document.what === 'participants') {
    const seats = records.filter(({ kind, body }) => kind === 'participant' && body.meeting === id);
    const sessions = document.what === 'attendance' ? records.filter(isSession(id)) : [];
    const parties = seats.flatMap(({ body }) => [text(body.organisation), text(body.person)]);
    return [id, ...[...seats, ...sessions].map((one) => one.id), ...parties];
  }
  const kinds = document.what === 'agenda' ? ['session', 'agendaItem'] : ORDERED;
  const parts = records.filter(({ kind, body }) => kinds.includes(kind) && body.meeting === id);
  return [
    id,
    text(own.chair),
    text(own.coChair),
    ...parts.flatMap(({ id: part, body }) => [
      part,
      ...texts(body.papers),
      text(body.approves),
      ...texts(body.leads),
      ...objects(body.speakers).map((speaker) => text(speaker.party)),
    ]),
  ];
}

const isSession =
  (meeting: string | undefined) =>
  ({ kind, body }: { readonly kind: string; readonly body: Readonly<Record<string, unknown>> }): boolean =>
    kind === 'session' && body.meeting === meeting;
