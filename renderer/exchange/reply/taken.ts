import type { z } from 'zod';
import type { Client } from '../../../contract/client.ts';
import type { repliesCalls } from '../../../contract/replies/calls.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { texts } from '../../../domain/records/text.ts';

type Order = z.input<(typeof repliesCalls.take)['input']>;

/** What of a paper taking an answer in changes. */
const CHANGED = [
  'status',
  'course',
  'provenance',
  'received',
  'verification',
  'verifiedBy',
  'from',
  'body',
  'attachments',
];

/** An answer that was taken in, and how that is taken back. `reason`: why the records that it made go. */
interface Taken {
  readonly paper: RecordId;
  back(reason: string): { undo(): Promise<void>; redo(): Promise<void> };
}

/** Takes an answer in as a paper of its own on an item. */
export async function takenAsNew(client: Client, order: Order & { readonly item: RecordId }): Promise<Taken> {
  const { paper, asReceived } = await client.replies.take(order);
  const made = [paper, ...(asReceived === undefined ? [] : [asReceived])];
  const onItem = async (change: (papers: readonly string[]) => readonly string[]) => {
    const { body: before } = await client.records.read({ id: order.item });
    await client.records.edit({ id: order.item, changes: { papers: [...change(texts(before.papers))] } });
  };
  return {
    paper,
    back: (reason) => ({
      undo: async () => {
        await onItem((papers) => papers.filter((one) => one !== paper));
        for (const id of made) await client.records.remove({ id, reason });
      },
      redo: async () => {
        for (const id of made) await client.records.restore({ id });
        await onItem((papers) => [...papers, paper]);
      },
    }),
  };
}

/** Takes an answer into a paper that was asked for. Taken back only while nobody wrote in it since. */
export async function takenInto(
  client: Client,
  order: Order & { readonly into: { readonly paper: RecordId } },
): Promise<Taken> {
  const id = order.into.paper;
  const before = await client.records.read({ id });
  const { paper, asReceived } = await client.replies.take(order);
  const after = await client.records.read({ id });
  const turn = async (to: typeof before, from: typeof before) => {
    const { label, distribution } = to.handling;
    const isMarked = JSON.stringify(before.handling) !== JSON.stringify(after.handling);
    await client.records.edit({
      id,
      changes: Object.fromEntries(CHANGED.map((field) => [field, to.body[field] ?? null])),
      base: Object.fromEntries(CHANGED.map((field) => [field, from.body[field] ?? null])),
      ...(isMarked ? { mark: { label, distribution } } : {}),
    });
  };
  return {
    paper,
    back: (reason) => ({
      undo: async () => {
        await turn(before, after);
        if (asReceived !== undefined) await client.records.remove({ id: asReceived, reason });
      },
      redo: async () => {
        if (asReceived !== undefined) await client.records.restore({ id: asReceived });
        await turn(after, before);
      },
    }),
  };
}
