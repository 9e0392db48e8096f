import { RecordId } from '../../domain/records/ids.ts';
import type { Json } from '../../domain/records/json.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';

export interface Speaker {
  readonly record: RecordId;
  readonly name: string;
  readonly kind: string;
}

/**
 * Who may have spoken on an item: who leads it and who joins it first, then the delegations of its meeting by name; where nobody
 * said yet who takes part, those of the board. Throws `record.missing`.
 */
export function speakersOf({ vault }: Session, item: RecordId): Speaker[] {
  const { body } = readRecord(vault, item);
  const own = [
    ...texts(body.leads),
    ...objects(body.speakers)
      .toSorted(compareEntries)
      .map(({ party }) => text(party)),
  ];
  const meeting = text(body.meeting);
  const seats = listRecords(vault, { kind: 'participant', where: { meeting }, deleted: false });
  const present = seats.map(({ body: seat }) => text(seat.organisation) || text(seat.person));
  const board = listRecords(vault, { kind: 'organisation', deleted: false })
    .filter((organisation) => isOnBoard(organisation.body.membership ?? null))
    .map(({ id }) => id);
  const others = named(vault, present.some((id) => id !== '') ? present : board);
  const byName = others.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const found = new Map([...named(vault, own), ...byName].map((one) => [one.record, one]));
  return [...found.values()];
}

const isOnBoard = (membership: Json): boolean => membership === 'member' || membership === 'secretariat';

function named(vault: Session['vault'], ids: readonly string[]): Speaker[] {
  return ids.flatMap((id) => {
    const record = RecordId.safeParse(id);
    const row = record.success ? findRecord(vault, id) : undefined;
    if (!record.success || row === undefined || row.deleted || row.title === '') return [];
    return [{ record: record.data, name: text(row.body.shortName) || row.title, kind: row.kind }];
  });
}
