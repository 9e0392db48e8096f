import type { z } from 'zod';
import type { outcomesCalls } from '../../contract/outcomes/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { unattributed } from '../../domain/outcomes/unattributed.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { objectOf } from '../../domain/records/own.ts';
import { asJson } from '../../domain/records/revision.ts';
import { ownerOf } from '../../domain/release/context.ts';
import { createRecord } from '../records/createRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

type Order = z.output<typeof outcomesCalls.add.input>;

/** How somebody is called who may not be named. */
const SOMEBODY = { en: 'a participant', fr: 'un participant' } as const;

/**
 * Makes a decision, an action or a recommendation of a meeting, with all of the handling of the minutes that it is marked
 * in, else of its item. Throws `record.missing` for a meeting, an item or minutes that are not there, and what
 * `createRecord` throws.
 */
export function addOutcome(session: Session, { kind, meeting, item, minutes, anchor, text: words }: Order): RecordView {
  const { vault } = session;
  requireKind(vault, meeting, 'meeting');
  const marked = minutes === undefined ? undefined : requireKind(vault, minutes, 'minutes');
  const about = item ?? (marked === undefined ? undefined : itemOf(marked));
  const ofItem = about === undefined ? undefined : requireKind(vault, about, 'agendaItem');
  const said =
    marked === undefined || anchor === undefined
      ? { text: words, anchor }
      : named(vault, marked, { text: words, anchor });
  const origin = marked ?? ofItem;
  const body = objectOf([
    ['meeting', meeting],
    ['item', about],
    ['minutes', minutes],
    ['anchor', said.anchor && asJson(said.anchor)],
    ['text', said.text],
    ['state', kind === 'action' ? 'open' : 'proposed'],
  ]);
  return createRecord(session, kind, body, origin === undefined ? {} : handledLike(origin));
}

function requireKind(vault: Vault, id: RecordId, kind: string): RecordView {
  const view = readRecord(vault, id);
  if (view.kind !== kind || view.deleted) throw new AmberdeskError('record.missing', { record: id });
  return view;
}

function itemOf({ body }: RecordView): RecordId | undefined {
  const named = RecordId.safeParse(body.item);
  return named.success ? named.data : undefined;
}

/** The words and their place, without whom they name where that may not be told. */
function named(
  vault: Vault,
  minutes: RecordView,
  marked: { readonly text: string; readonly anchor: NonNullable<Order['anchor']> },
) {
  const document = RichText.safeParse(minutes.body.body);
  if (!document.success || !isUnderChathamHouse(vault, minutes)) return marked;
  const isSpeaker = (record: string): boolean => {
    const kind = findRecord(vault, record)?.kind;
    return kind === undefined || kind === 'person' || kind === 'organisation';
  };
  return unattributed(document.data, marked, isSpeaker, SOMEBODY[minutes.body.language === 'fr' ? 'fr' : 'en']);
}

/** The minutes themselves, their item or its session: under the rule, or not here to say that they are not. */
function isUnderChathamHouse(vault: Vault, view: RecordView): boolean {
  const seen = new Set<string>();
  for (let next: Pick<RecordView, 'kind' | 'body' | 'handling'> | undefined = view; next !== undefined; ) {
    if (next.handling.chathamHouse) return true;
    const owner: string = ownerOf(next) ?? '';
    if (owner === '' || seen.has(owner)) return false;
    seen.add(owner);
    next = findRecord(vault, owner);
  }
  return true;
}
