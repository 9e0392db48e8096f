import type { z } from 'zod';
import type { DeskPaper } from '../../contract/desk/calls.ts';
import type { Planned } from '../../domain/meetings/timetable.ts';
import { isLate, statusOf } from '../../domain/papers/status.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text, texts } from '../../domain/records/text.ts';
import type { ColumnStore, ListedRecord } from '../records/register/columnStore.ts';

/** The living records of a kind, without their documents, by id. */
export function recordsOf(store: ColumnStore, kind: string): Planned[] {
  return [...store.records.values()]
    .filter((record) => record.kind === kind && !record.deleted)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(planned);
}

/** A record of the store as rules know it; undefined when it is not here. */
export function findPlanned(store: ColumnStore, id: string): Planned | undefined {
  const record = store.records.get(id);
  return record && planned(record);
}

function planned({ id, fields }: ListedRecord): Planned {
  return { id: RecordId.parse(id), body: fields };
}

/** What a record is called beside a line. */
export function named({ id, kind, title }: Pick<ListedRecord, 'id' | 'kind' | 'title'>) {
  return { record: RecordId.parse(id), kind, title };
}

/** How a desk shows a paper on this day: from whom, for which item, how late. */
export function paperLines(store: ColumnStore, today: string): (paper: Planned) => z.input<typeof DeskPaper> {
  const items = [...store.records.values()].filter(({ kind, deleted }) => kind === 'agendaItem' && !deleted);
  const itemOf = new Map(items.flatMap((item) => texts(item.fields.papers).map((paper) => [paper, item] as const)));
  return ({ id, body }) => {
    const item = itemOf.get(id);
    const due = text(body.due);
    const status = statusOf(body);
    return {
      ...named({ id, kind: 'paper', title: store.records.get(id)?.title ?? '' }),
      from: texts(body.from).flatMap((organisation) => store.records.get(organisation)?.title ?? []),
      ...(item === undefined ? {} : { item: named(item) }),
      ...(due === '' ? {} : { due }),
      late: isLate(body, today) ? Temporal.PlainDate.from(due).until(today).days : 0,
      ...(status === undefined ? {} : { status }),
    };
  };
}
