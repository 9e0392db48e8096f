import type { z } from 'zod';
import type { repliesCalls } from '../../contract/replies/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
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
import { isWritten, requireCommissioned } from './commissioned.ts';
import { landIn } from './landIn.ts';
import { receive } from './replySource.ts';

type Order = z.output<(typeof repliesCalls.take)['input']>;
type Taken = z.input<(typeof repliesCalls.take)['output']>;

/**
 * Takes an answer in, all or nothing: a paper from outside, unverified, on the item that a person chose; or into the paper
 * that the body was asked for, which is handed in by that. What came is kept as it came in a record of its own that stays
 * with this organisation, with whom to ask and what was said of passing on; a letter whose words are not read is kept on
 * the paper, and stays here where it must not say whose it is. Throws what `receive` throws, `reply.changed` when that is
 * no longer what was read, `record.changedMeanwhile` for a text that a person did not see, and what changing records throws.
 */
export async function takeReply(session: Session, order: Order): Promise<Taken> {
  const { vault } = session;
  const received = await receive(order.source);
  if (received.digest !== order.digest) throw new AmberdeskError('reply.changed');
  const { reply } = received;
  const sender = readRecord(vault, order.body);
  if (sender.kind !== 'organisation') throw new AmberdeskError('record.invalid');
  const named = order.named && sender.body.doNotName !== true;
  const place = placeOf(session, order, named, reply !== undefined);
  const file = await vault.blobs.add(received.bytes);
  const attachment = {
    ...{ id: session.surroundings.randomId(), order: 'a0', name: received.name, mediaType: received.mediaType },
    ...{ size: file.size, sha256: file.sha256 },
  };
  const shared = {
    meeting: place.on.body.meeting,
    status: 'submitted',
    provenance: 'outside',
    received: { on: minuteOf(session.surroundings.now()).slice(0, 10), way: received.way, digest: received.digest },
  };
  const said = reply && documentOf(session, reply.text);
  const from = { from: [order.body] };
  const paper = fields({
    ...shared,
    ...(named ? from : {}),
    type: sender.body.type === 'ngo' || sender.body.type === 'cso' ? 'csoInput' : 'note',
    title: order.title,
    ...(said === undefined ? { attachments: [attachment] } : { body: said }),
  });
  const words = takenWords(order.language ?? 'en');
  const asReceived = fields({
    ...shared,
    ...from,
    type: 'annex',
    title: words.asReceived(place.as === 'asked' ? text(place.on.body.title) : order.title),
    attachments: [attachment],
    ...(reply === undefined ? {} : { body: documentOf(session, words.said(reply)) }),
  });
  requireSealable(paper);
  requireSealable(asReceived);
  const stays = order.stays || (reply === undefined && !named);
  return inTransaction(session, (changed): Taken => {
    const told = { way: received.way, digest: received.digest };
    const now = session.surroundings.now();
    if (place.as === 'asked') {
      const { provenance, received: how } = shared;
      const came = said === undefined ? { attachment } : { body: said };
      landIn(session, place.on, { provenance, received: fields(how), ...came }, order.body, stays);
      appendJournal(vault, now, 'reply.landed', { record: place.on.id, ...told });
    }
    const id = place.as === 'asked' ? place.on.id : createRecord(session, 'paper', paper, stays ? STRICT : {}).id;
    const annex = reply && createRecord(session, 'paper', { ...asReceived, annexOf: id }, STRICT);
    if (place.as === 'new') {
      editRecord(session, place.on.id, { papers: [...texts(place.on.body.papers), id] });
      appendJournal(vault, now, 'reply.taken', { record: id, item: place.on.id, ...told });
    }
    for (const one of [id, place.on.id, ...(annex === undefined ? [] : [annex.id])]) changed.add(one);
    return { paper: id, ...(annex === undefined ? {} : { asReceived: annex.id }) };
  });
}

/** Where it goes: an item of the agenda, or the paper that was asked for, which says whom: so who is not to be named has none. */
function placeOf(session: Session, order: Order, named: boolean, hasWords: boolean) {
  const { item, into } = order;
  if ((item === undefined) === (into === undefined)) throw new AmberdeskError('record.invalid');
  if (into !== undefined) {
    if (!named) throw new AmberdeskError('record.invalid', { record: into.paper });
    const on = requireCommissioned(session, into.paper, order.body);
    if (hasWords && !into.over && isWritten(on.body)) {
      throw new AmberdeskError('record.changedMeanwhile', { record: into.paper, fields: ['body'] });
    }
    return { as: 'asked', on } as const;
  }
  const on = readRecord(session.vault, RecordId.parse(item));
  if (on.kind !== 'agendaItem') throw new AmberdeskError('record.invalid');
  return { as: 'new', on } as const;
}

const STRICT = { label: 'TLP:AMBER+STRICT' } as const;

function fields(body: object): JsonObject {
  return Body.parse(asJson(body));
}

function documentOf(session: Session, words: Reply['text']) {
  return importPlainText(text(words), { newId: () => session.surroundings.randomId() }).document;
}
