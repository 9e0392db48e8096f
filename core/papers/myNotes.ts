import type { z } from 'zod';
import type { GatheredNote } from '../../contract/papers/calls.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { gatherNotes } from '../../domain/papers/gatherNotes.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { text } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord, requireRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The private notes of whoever sits here: on what belongs to a meeting, in the order of its agenda; without one all of them. Those
 * that could not be placed come first, with the words that they were on. Throws `record.missing`.
 */
export function myNotes(vault: Vault, meeting?: RecordId): z.input<typeof GatheredNote>[] {
  if (meeting !== undefined) requireRecord(vault, meeting);
  const records = recordsFor(vault, meeting);
  const byId = new Map(records.map((record) => [String(record.id), record]));
  return gatherNotes(records, meeting).map(({ note, record, item, ...gathered }) => {
    const on = byId.get(record);
    const about = item === undefined ? undefined : byId.get(item);
    return {
      ...gathered,
      note: RecordId.parse(note),
      record: RecordId.parse(record),
      kind: on?.kind ?? '',
      title: on === undefined ? '' : titleOf(on),
      ...(on === undefined ? {} : { label: effectiveHandling(on.handling, on.body).label }),
      ...(about === undefined ? {} : { item: { record: about.id, title: titleOf(about) } }),
    };
  });
}

/** The notes, what they are on, and what says where that belongs. */
function recordsFor(vault: Vault, meeting: RecordId | undefined): RecordView[] {
  const notes = listRecords(vault, { kind: 'annotation', deleted: false });
  const plan =
    meeting === undefined
      ? []
      : ['session', 'agendaItem'].flatMap((kind) => listRecords(vault, { kind, where: { meeting }, deleted: false }));
  const found = new Map<string, RecordView>([...notes, ...plan].map((view) => [view.id, view]));
  const add = (id: string): RecordView | undefined => {
    const known = found.get(id);
    if (known !== undefined || findRecord(vault, id) === undefined) return known;
    const view = readRecord(vault, RecordId.parse(id));
    found.set(id, view);
    return view;
  };
  for (const { body } of notes) {
    const on = add(text(body.record));
    if (on?.kind === 'portion') add(text(on.body.paper));
  }
  return [...found.values()];
}

const titleOf = ({ kind, body }: RecordView): string => kindOf(kind)?.title(body) ?? '';
