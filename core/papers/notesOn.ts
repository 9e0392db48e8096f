import type { z } from 'zod';
import type { Note as NoteSchema } from '../../contract/papers/calls.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { Anchor } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { isOwn } from '../exchange/cards.ts';
import { historySteps } from '../records/historyOf.ts';
import { linksTo } from '../records/links.ts';
import { versionSteps } from '../records/past/versions.ts';
import { writersOf } from '../records/past/writers.ts';
import { type RecordView, readRecord, requireRecord } from '../records/recordView.ts';
import type { Vault } from '../vault/vault.ts';

type Note = z.input<typeof NoteSchema>;

/** Nobody reads more on one record. */
const MOST = 2_000;

/** The comments and private notes on a record, deleted ones left out, the oldest first. Throws `record.missing`. */
export function notesOn(vault: Vault, record: RecordId): Note[] {
  requireRecord(vault, record);
  const writer = writersOf(vault);
  return linksTo(vault, record)
    .filter(({ field }) => field === 'record')
    .map((end) => readRecord(vault, end.record))
    .filter((view) => isNote(view.kind) && !view.deleted)
    .slice(0, MOST)
    .map((view) => noteFrom(vault, view, writer))
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.id, other.id));
}

function noteFrom(vault: Vault, view: RecordView, writer: ReturnType<typeof writersOf>): Note {
  const { id, kind, body, handling, updated } = view;
  const first = historySteps(vault, id).at(-1);
  const anchor = Anchor.safeParse(body.anchor);
  const replyTo = RecordId.safeParse(body.replyTo);
  return {
    id,
    kind: kind === 'annotation' ? 'annotation' : 'comment',
    text: text(body.text),
    resolved: body.resolved === true,
    label: effectiveHandling(handling, body).label,
    at: first?.at ?? updated,
    who: writer(first?.author),
    own: first?.author === undefined || isOwn(vault, first.author),
    shared: view.heads.length > 0,
    ...turnedIn(vault, view),
    ...(anchor.success ? { anchor: anchor.data } : {}),
    ...(replyTo.success ? { replyTo: replyTo.data } : {}),
  };
}

/** The last time that a comment was resolved or opened again: when, and by whom. */
function turnedIn(vault: Vault, { id, kind, body }: RecordView): Pick<Note, 'turned'> {
  if (kind !== 'comment' || typeof body.resolved !== 'boolean') return {};
  for (const { fields, at, who, own, oldest, repeats } of versionSteps(vault, id)) {
    // To share it is to say the same once more.
    if (repeats) continue;
    // One that was written so was not opened again.
    if (oldest && body.resolved === false) return {};
    if (fields.includes('resolved')) return { turned: { at, who, own } };
  }
  return {};
}

const isNote = (kind: string): boolean => kind === 'comment' || kind === 'annotation';

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
