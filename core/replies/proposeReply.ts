import { z } from 'zod';
import type { ReadReply } from '../../contract/replies/calls.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { REFERENCE } from '../../domain/replies/replyForm.ts';
import { listRecords } from '../records/listRecords.ts';
import { findRecord } from '../records/rows.ts';
import { mintedIds } from '../release/mintedIds.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { type Commissioned, commissionedPapers } from './commissioned.ts';
import { type ReplySource, receive } from './replySource.ts';

type Read = z.input<typeof ReadReply>;

interface SealedRow {
  readonly id: string;
  readonly meeting: string | null;
  /** JSON: whom it was for. */
  readonly parties: string | null;
}

const statementsOf = preparedOnce((sqlite) => ({
  sealed: sqlite.prepare<[string], SealedRow>(
    `SELECT id, meeting, json_extract(applied, '$.parties') AS parties FROM bundle
     WHERE direction = 'out' AND substr(replace(id, '-', ''), 1, ${REFERENCE}) = ?`,
  ),
  before: sqlite
    .prepare<[string], string>(
      `SELECT id FROM record WHERE kind = 'paper' AND deleted = 0 AND json_extract(body, '$.received.digest') = ?
       AND json_extract(body, '$.annexOf') IS NULL LIMIT 1`,
    )
    .pluck(),
}));

export interface ProposalOrder {
  readonly source: ReplySource;
  /** Chosen by the person; else what the reference tells. */
  readonly meeting?: RecordId | undefined;
  readonly body?: RecordId | undefined;
}

/**
 * What an answer says, and of whom and of what it seems to be: by its reference, the bundle that was sealed here and so
 * the body and the meeting; by its number, the item. A proposal, which changes nothing. Throws what `receive` throws.
 */
export async function proposeReply(session: Session, order: ProposalOrder): Promise<Read> {
  const { vault } = session;
  const { digest, bytes, way, reply, dropped } = await receive(order.source);
  const answered = answeredBundle(session, reply?.reference);
  const body = order.body ?? answered?.body;
  const meeting = order.meeting ?? answered?.meeting;
  const items = meeting === undefined ? [] : openItems(session, meeting, body);
  const item =
    items.find(({ number }) => number !== '' && number === reply?.openNumber) ??
    items.find(({ title }) => title !== '' && (reply?.item ?? '').includes(title));
  const commissioned = body === undefined ? [] : commissionedPapers(session, body, meeting);
  const asked = askedOf(commissioned, reply?.title ?? '');
  const before = RecordId.safeParse(statementsOf(vault.sqlite).before.get(digest));
  return {
    ...{ way, digest, size: bytes.length, hasWords: reply !== undefined, items },
    title: reply?.title ?? '',
    text: reply?.text ?? '',
    contact: reply?.contact ?? '',
    itemWords: reply?.item ?? '',
    mayBeNamed: reply?.mayBeNamed ?? 'unsaid',
    namedWords: reply?.namedWords ?? '',
    passOn: reply?.passOn ?? 'unsaid',
    passOnWords: reply?.passOnWords ?? '',
    cut: reply?.cut ?? false,
    dropped: dropped.map(({ kind }) => kind),
    commissioned: [...commissioned],
    ...(asked === undefined ? {} : { asked }),
    ...(answered === undefined ? {} : { bundle: answered.bundle }),
    ...(body === undefined ? {} : { body }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(item === undefined ? {} : { item: item.item }),
    ...(before.success ? { before: before.data } : {}),
  };
}

/** The one that is waited for, or the one of several that has this title. */
function askedOf(commissioned: readonly Commissioned[], title: string): RecordId | undefined {
  const plain = (words: string) => words.normalize('NFKC').trim().toLowerCase();
  const named = commissioned.filter((one) => plain(one.title) !== '' && plain(one.title) === plain(title));
  const [one, ...others] = named.length > 0 ? named : commissioned;
  return others.length === 0 ? one?.paper : undefined;
}

/** The one bundle of this reference, whom it was for, and its meeting, which was issued under another id. */
function answeredBundle({ vault }: Session, reference: string | undefined) {
  if (reference === undefined) return undefined;
  const found = statementsOf(vault.sqlite).sealed.all(reference);
  const [sealed] = found;
  if (sealed === undefined || found.length > 1) return undefined;
  const parties = z.array(RecordId).safeParse(JSON.parse(sealed.parties ?? '[]'));
  const [body, ...others] = parties.data ?? [];
  if (body === undefined || others.length > 0 || findRecord(vault, body)?.kind !== 'organisation') return undefined;
  const mint = mintedIds(vault, { kind: 'community', bodies: [body] });
  const meeting = listRecords(vault, { kind: 'meeting', deleted: false }).find(({ id }) => mint(id) === sealed.meeting);
  return { bundle: sealed.id, body, meeting: meeting?.id };
}

/** The items of a meeting's open sessions, under the numbers by which the body knows them. */
function openItems(session: Session, meeting: RecordId, body: RecordId | undefined): Read['items'] {
  const { vault } = session;
  const within = { meeting };
  const open = new Set<string>(
    listRecords(vault, { kind: 'session', where: within, deleted: false })
      .filter((one) => one.body.access === 'open')
      .map(({ id }) => id),
  );
  const items = listRecords(vault, { kind: 'agendaItem', where: within, deleted: false }).filter(
    (one) => one.body.type !== 'break' && open.has(text(one.body.session)),
  );
  const theirs = new Map<string, string>();
  if (body !== undefined) {
    const audience: Audience = { kind: 'community', bodies: [body] };
    const { release, idIn } = releaseFor(session, { of: 'meeting', meeting }, audience, 'documents');
    const numbers = new Map<string, string>(release.documents.map((one) => [one.id, text(one.body.openNumber)]));
    for (const { id } of items) theirs.set(id, numbers.get(idIn(id)) ?? '');
  }
  return items
    .map(({ id, body: own }) => ({
      item: id,
      number: theirs.get(id) ?? text(own.openNumber),
      title: text(own.title),
    }))
    .sort((one, other) => one.number.localeCompare(other.number, 'en', { numeric: true }));
}
