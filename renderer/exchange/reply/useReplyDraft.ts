import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useRead } from '../../application/queries.ts';
import { type GivenSource, useGivenReply } from '../../parts/outside/givenReply.ts';

/** What a person confirmed or corrected of an answer; what they left is as it was read. */
interface Corrected {
  readonly meeting?: string | null;
  readonly body?: string | null;
  readonly item?: string | null;
  /** A paper that was asked for; null for a new one. */
  readonly into?: string | null;
  /** What stands in that paper gives way. */
  readonly over?: boolean;
  readonly title?: string;
  readonly named?: boolean;
  readonly stays?: boolean;
}

const NONE: GivenSource = { words: '' };

/** An answer as it was read, and what will be made of it. `meeting`: that of the page it came to. */
export function useReplyDraft(meeting: string | undefined) {
  const source = useGivenReply((state) => state.source);
  const [corrected, setCorrected] = useState<Corrected>({});
  const chosen = (id: string | null | undefined) => RecordId.safeParse(id).data;
  const asked = { meeting: chosen(corrected.meeting ?? (corrected.meeting === null ? undefined : meeting)) };
  const body = chosen(corrected.body);
  const { data, error } = useRead(
    'replies',
    'read',
    {
      source: source ?? NONE,
      ...(asked.meeting === undefined ? {} : { meeting: asked.meeting }),
      ...(body === undefined ? {} : { body }),
    },
    { enabled: source !== undefined, keep: true },
  );
  const read = source === undefined ? undefined : data;
  const of = corrected.body === undefined ? read?.body : body;
  const { data: sender } = useRead(
    'records',
    'read',
    { id: RecordId.parse(of ?? EMPTY) },
    { enabled: of !== undefined },
  );
  const items = read?.items ?? [];
  const item = corrected.item === undefined ? read?.item : chosen(corrected.item);
  const mayBeNamed = sender?.body.doNotName !== true;
  const named = mayBeNamed && (corrected.named ?? read?.mayBeNamed === 'yes');
  const commissioned = read?.commissioned ?? [];
  const wanted = corrected.into === undefined ? read?.asked : chosen(corrected.into);
  const into = named ? commissioned.find(({ paper }) => paper === wanted) : undefined;
  return {
    source,
    read,
    error,
    /** Whose it is. */
    body: of ?? null,
    meeting: corrected.meeting === undefined ? (meeting ?? read?.meeting ?? null) : corrected.meeting,
    items,
    item: items.some((one) => one.item === item) ? (item ?? null) : null,
    title: corrected.title ?? read?.title ?? '',
    /** A body that is not to be named is not named here, whatever is chosen. */
    mayBeNamed,
    named,
    /** What the body was asked for; the answer goes into one of them only under its name, since the paper says whom it was asked of. */
    commissioned,
    into,
    over: corrected.over ?? false,
    /** A text stands where it would go, and nobody has said that it may give way. */
    asksOver: into?.written === true && read?.hasWords === true,
    stays: corrected.stays ?? (read?.passOn === 'nobody' || read?.passOn === 'other'),
    correct: (change: Corrected) => setCorrected((before) => ({ ...before, ...change })),
    startAgain: () => {
      setCorrected({});
      useGivenReply.getState().give(undefined);
    },
  };
}
export type ReplyDraft = ReturnType<typeof useReplyDraft>;

/** Stands for nobody, while nothing is asked. */
const EMPTY = '00000000-0000-4000-8000-000000000000';
