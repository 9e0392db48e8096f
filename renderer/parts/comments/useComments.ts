import { useLingui } from '@lingui/react/macro';
import { useQueries } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RecordView } from '../../../contract/records/calls.ts';
import { effectiveHandling, lastingMark, markOf } from '../../../domain/handling/change.ts';
import type { Handling, Mark } from '../../../domain/handling/handling.ts';
import { isWithin, stricterLabel } from '../../../domain/handling/order.ts';
import type { Anchor } from '../../../domain/papers/placeAnchor.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { text } from '../../../domain/records/text.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { type CommentRow, type Thread, threadsOf } from './threads.ts';

/** Beyond so many comments on one record the oldest are not listed. */
const MOST = 500;

export interface NewComment {
  readonly text: string;
  readonly replyTo?: string;
  readonly anchor?: Anchor;
}

export interface CommentsDesk {
  readonly threads: readonly Thread[];
  /** Rejects with the core's error. */
  write(comment: NewComment): Promise<void>;
  resolve(id: string, resolved: boolean): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The comments on a record, in threads, and what can be done with them. Undefined until they are read. */
export function useComments(record: string): CommentsDesk | undefined {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const { data: view } = useRead('records', 'read', { id: record });
  const { data: status } = useRead('vault', 'status', {});
  const { data: register } = useRead('records', 'register', {
    kinds: ['comment'],
    filters: [{ column: 'record', is: 'equals', value: record }],
    columns: ['text', 'replyTo', 'resolved', 'anchor'],
    sort: [{ column: '$updated', descending: true }],
    offset: 0,
    limit: MOST,
  });
  const rows = register?.rows ?? [];
  // Who wrote a comment, and when, stands in its history: a short one, asked anew only when that comment changes.
  const histories = useQueries({
    queries: rows.map(({ id }) => ({
      queryKey: ['records', 'versions', { id }],
      queryFn: () => client.records.versions({ id }),
    })),
  });
  if (view === undefined || register === undefined || histories.some(({ isPending }) => isPending)) return undefined;
  const comments = rows.map(({ id, cells }, index): CommentRow => {
    const first = histories[index]?.data?.at(-1);
    const anchor = cells.anchor;
    return {
      id,
      text: text(cells.text),
      replyTo: text(cells.replyTo) || undefined,
      resolved: cells.resolved === true,
      quote: isJsonObject(anchor) ? text(anchor.quote) : '',
      at: first?.at ?? '',
      shared: first?.shared ?? false,
      who: first?.who,
      own: first?.seat === undefined || first.seat === status?.installation?.seat,
    };
  });
  return {
    threads: threadsOf(comments),
    async write(comment) {
      const { id } = await client.records.create({ kind: 'comment', ...commentOn(view, comment) });
      did({
        label: t`Comment written`,
        undo: () => client.records.remove({ id, reason: t`Taken back` }),
        redo: () => client.records.restore({ id }),
      });
    },
    async resolve(id, resolved) {
      const set = (value: boolean) => client.records.edit({ id, changes: { resolved: value } });
      await set(resolved);
      did({
        label: resolved ? t`Comment resolved` : t`Comment opened again`,
        undo: () => set(!resolved),
        redo: () => set(resolved),
      });
    },
    async remove(id) {
      await client.records.remove({ id, reason: t`Taken back` });
      did({
        label: t`Comment deleted`,
        undo: () => client.records.restore({ id }),
        redo: () => client.records.remove({ id, reason: t`Taken back` }),
      });
    },
  };
}

/** A comment goes where its record may go whatever becomes of the text, and never further. */
export function commentOn(view: z.output<typeof RecordView>, { text: words, replyTo, anchor }: NewComment) {
  const body = {
    record: view.id,
    text: words,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(anchor === undefined ? {} : { anchor: { ...anchor } }),
  };
  return { body, mark: strictestMark(view.handling, view.body) };
}

/** The stricter of what holds for the text as it is and of what holds for any other. */
function strictestMark(handling: Handling, body: JsonObject): Mark {
  const now = markOf(effectiveHandling(handling, body));
  const lasting = lastingMark(handling);
  const isNarrower = isWithin(now.distribution, lasting.distribution) === true;
  return {
    label: stricterLabel(now.label, lasting.label),
    distribution: isNarrower ? now.distribution : lasting.distribution,
  };
}
