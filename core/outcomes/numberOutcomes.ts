import { AmberdeskError } from '../../domain/errors.ts';
import { OUTCOME_KINDS, type OutcomeKind } from '../../domain/outcomes/kinds.ts';
import { nextNumber, seriesOf } from '../../domain/outcomes/numbers.ts';
import { Anchor } from '../../domain/papers/kinds.ts';
import { placeAnchor } from '../../domain/papers/placeAnchor.ts';
import { RichText } from '../../domain/papers/richText.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { remembered } from '../../domain/records/own.ts';
import { count, text } from '../../domain/records/text.ts';
import { editRecord } from '../records/editRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

export interface GivenNumber {
  readonly record: RecordId;
  readonly number: string;
}

/**
 * Gives a number to every decision, action and recommendation of a meeting that has none: in the order of the agenda, then
 * of the minutes. What has a number keeps it. All or nothing. Throws `record.missing`, `record.conflict`,
 * `record.numbersBySecretariat`.
 */
export function numberOutcomes(session: Session, id: RecordId): GivenNumber[] {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const meeting = readRecord(vault, id);
    if (meeting.kind !== 'meeting' || meeting.deleted) throw new AmberdeskError('record.missing', { record: id });
    return OUTCOME_KINDS.flatMap((kind) => numberKind(session, kind, seriesOf(meeting.body), id)).map((given) => {
      changed.add(given.record);
      return given;
    });
  });
}

function numberKind(session: Session, kind: OutcomeKind, series: string, meeting: RecordId): GivenNumber[] {
  const { vault } = session;
  const taken = listRecords(vault, { kind }).map(({ body }) => text(body.number));
  const waiting = listRecords(vault, { kind, where: { meeting }, deleted: false }).filter(
    ({ body }) => text(body.number) === '',
  );
  return inAgendaOrder(vault, waiting).map(({ id }) => {
    const number = nextNumber(kind, series, taken);
    taken.push(number);
    editRecord(session, id, { number });
    return { record: id, number };
  });
}

function inAgendaOrder(vault: Vault, outcomes: readonly RecordView[]): RecordView[] {
  const textOf = remembered((minutes: string) => RichText.safeParse(findRecord(vault, minutes)?.body.body).data);
  const placed = outcomes.map((view) => {
    const item = findRecord(vault, text(view.body.item))?.body ?? {};
    const [document, anchor] = [textOf(text(view.body.minutes)), Anchor.safeParse(view.body.anchor)];
    const place = document === undefined || !anchor.success ? undefined : placeAnchor(document, anchor.data);
    const block = document?.content.findIndex(({ attrs }) => attrs.id === place?.block) ?? -1;
    const at = [count(item.number) || LAST, block < 0 ? LAST : block, place?.from ?? 0];
    return { view, at };
  });
  const compare = (one: readonly number[], other: readonly number[]): number =>
    one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return placed
    .toSorted((one, other) => compare(one.at, other.at) || (one.view.updated < other.view.updated ? -1 : 1))
    .map(({ view }) => view);
}

const LAST = 1_000_000;
