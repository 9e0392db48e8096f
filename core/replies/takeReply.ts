import type { z } from 'zod';
import type { repliesCalls } from '../../contract/replies/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { text, texts } from '../../domain/records/text.ts';
import type { Reply } from '../../domain/replies/readReply.ts';
import { takenWords } from '../../domain/replies/takenWords.ts';
import { minuteOf } from '../context.ts';
import { requireSealable } from '../load/requireSealable.ts';
import { importPlainText } from '../papers/importPlainText.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { type Received, receive } from './replySource.ts';

type Order = z.output<(typeof repliesCalls.take)['input']>;
type Taken = z.input<(typeof repliesCalls.take)['output']>;

/**
 * Takes an answer in: a paper from outside, unverified, on the item that a person chose, all or nothing. What came is
 * kept as it came in a record of its own that stays with this organisation, with whom to ask and what was said of
 * passing on; a letter whose words are not read is kept on the paper, and stays here where it must not say whose it is.
 * Throws what `receive` throws, `reply.changed` when that is no longer what was read, and what changing records throws.
 */
export async function takeReply(session: Session, order: Order): Promise<Taken> {
  const { vault } = session;
  const received = await receive(order.source);
  if (received.digest !== order.digest) throw new AmberdeskError('reply.changed');
  const { reply } = received;
  const sender = readRecord(vault, order.body);
  const item = readRecord(vault, order.item);
  if (sender.kind !== 'organisation' || item.kind !== 'agendaItem') throw new AmberdeskError('record.invalid');
  const named = order.named && sender.body.doNotName !== true;
  const file = await vault.blobs.add(received.bytes);
  const attachments = [
    { id: session.surroundings.randomId(), order: 'a0', ...attached(received), size: file.size, sha256: file.sha256 },
  ];
  const shared = {
    meeting: item.body.meeting,
    status: 'submitted',
    provenance: 'outside',
    received: { on: minuteOf(session.surroundings.now()).slice(0, 10), way: received.way, digest: received.digest },
  };
  const from = { from: [order.body] };
  const paper = fields({
    ...shared,
    ...(named ? from : {}),
    type: sender.body.type === 'ngo' || sender.body.type === 'cso' ? 'csoInput' : 'note',
    title: order.title,
    ...(reply === undefined ? { attachments } : { body: documentOf(session, reply.text) }),
  });
  const words = takenWords(order.language ?? 'en');
  const asReceived = fields({
    ...shared,
    ...from,
    type: 'annex',
    title: words.asReceived(order.title),
    attachments,
    ...(reply === undefined ? {} : { body: documentOf(session, words.said(reply)) }),
  });
  requireSealable(paper);
  requireSealable(asReceived);
  const stays = order.stays || (reply === undefined && !named);
  return inTransaction(session, (changed): Taken => {
    const made = createRecord(session, 'paper', paper, stays ? { label: 'TLP:AMBER+STRICT' } : {});
    const annex = reply && createRecord(session, 'paper', { ...asReceived, annexOf: made.id }, STRICT);
    const papers: RecordId[] = [made.id];
    editRecord(session, order.item, { papers: [...texts(item.body.papers), ...papers] });
    appendJournal(vault, session.surroundings.now(), 'reply.taken', {
      record: made.id,
      item: order.item,
      way: received.way,
      digest: received.digest,
    });
    for (const id of [made.id, order.item, ...(annex === undefined ? [] : [annex.id])]) changed.add(id);
    return { paper: made.id, ...(annex === undefined ? {} : { asReceived: annex.id }) };
  });
}

const STRICT = { label: 'TLP:AMBER+STRICT' } as const;

const attached = ({ name, mediaType }: Received) => ({ name, mediaType });

function fields(body: object): JsonObject {
  return Body.parse(asJson(body));
}

function documentOf(session: Session, words: Reply['text']) {
  return importPlainText(text(words), { newId: () => session.surroundings.randomId() }).document;
}
