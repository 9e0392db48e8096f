import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { RecordView } from '../../../contract/records/calls.ts';
import { commentMark } from '../../../domain/handling/commentMark.ts';
import type { Anchor } from '../../../domain/papers/placeAnchor.ts';
import { threadsOf } from '../../../domain/papers/threads.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import type { CommentRow } from './threads.ts';

export interface NewNote {
  readonly kind: CommentRow['kind'];
  readonly text: string;
  readonly replyTo?: string;
  readonly anchor?: Anchor;
}

/** What can be done with the comments and notes on a record. The same as long as the record is. */
export interface CommentsDesk {
  /** The record's id. */
  readonly record: string;
  /** Rejects with the core's error, as do the following. Gives the id. */
  write(note: NewNote): Promise<string>;
  reword(note: CommentRow, text: string): Promise<void>;
  /** Puts a note on other words. */
  move(note: CommentRow, anchor: Anchor): Promise<void>;
  resolve(note: CommentRow, resolved: boolean): Promise<void>;
  remove(note: CommentRow): Promise<void>;
}

/** The comments and private notes on a record, in threads, with what can be done with them. Undefined until they are read. */
export function useComments(record: string) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const { data: view } = useRead('records', 'read', { id: record });
  const { data: notes } = useRead('papers', 'notes', { record });
  const threads = useMemo(() => threadsOf(notes ?? []), [notes]);
  const desk = useMemo((): CommentsDesk => {
    const changed = async (id: string, label: string, before: JsonObject, after: JsonObject) => {
      const set = (changes: JsonObject) => client.records.edit({ id, changes });
      await set(after);
      did({ label, undo: () => set(before), redo: () => set(after) });
    };
    return {
      record,
      async write(note) {
        const isNote = note.kind === 'annotation';
        // A comment gets the mark that its record has at that moment.
        const now = await client.records.read({ id: record });
        const { id } = await client.records.create(isNote ? noteOn(now, note) : commentOn(now, note));
        did({
          label: isNote ? t`Private note written` : t`Comment written`,
          undo: () => client.records.remove({ id, reason: t`Taken back` }),
          redo: () => client.records.restore({ id }),
        });
        return id;
      },
      reword: ({ id, kind, text }, words) =>
        changed(id, kind === 'annotation' ? t`Private note changed` : t`Comment changed`, { text }, { text: words }),
      move: ({ id, anchor }, next) =>
        changed(id, t`Note moved`, { anchor: anchor === undefined ? null : asJson(anchor) }, { anchor: asJson(next) }),
      resolve: ({ id }, resolved) =>
        changed(id, resolved ? t`Comment resolved` : t`Comment opened again`, { resolved: !resolved }, { resolved }),
      async remove({ id, kind }) {
        const remove = () => client.records.remove({ id, reason: t`Taken back` });
        await remove();
        did({
          label: kind === 'annotation' ? t`Private note deleted` : t`Comment deleted`,
          undo: () => client.records.restore({ id }),
          redo: remove,
        });
      },
    };
  }, [client, did, record, t]);
  return view === undefined || notes === undefined ? undefined : { view, threads, desk };
}

/** A comment goes where its record may go whatever becomes of the text, and never further. */
export function commentOn(view: z.output<typeof RecordView>, note: NewNote) {
  return { kind: 'comment', body: bodyOf(view, note), mark: commentMark(view.handling, view.body) };
}

/** A private note is born private, and stays here. */
function noteOn(view: z.output<typeof RecordView>, note: NewNote) {
  return { kind: 'annotation', body: bodyOf(view, note) };
}

function bodyOf(view: z.output<typeof RecordView>, { text, replyTo, anchor }: NewNote): JsonObject {
  return {
    record: view.id,
    text,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(anchor === undefined ? {} : { anchor: asJson(anchor) }),
  };
}
