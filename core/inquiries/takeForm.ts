import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { inquiriesCalls, ReadInquiryForm } from '../../contract/inquiries/calls.ts';
import { inOrder } from '../../domain/documents/releasedParts.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { signsOf, type WrittenLine } from '../../domain/inquiries/readInquiryForm.ts';
import { type Said, sameSaid, standingOf } from '../../domain/inquiries/standing.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { count, objects, text } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { ReplySource } from '../replies/replySource.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { type CameForm, receiveForm } from './formSource.ts';
import { answerId, answersTo, requireInquiry, requireMinistry } from './inquiryOf.ts';

interface ReadOrder {
  readonly source: ReplySource;
  readonly inquiry?: RecordId | undefined;
  readonly ministry?: string | undefined;
}

/**
 * What a filled-in form says, of which inquiry and ministry it is by its reference, and what of it is another thing than
 * what the ministry said before. Changes nothing. Throws what `receiveForm` throws.
 */
export async function readForm(session: Session, order: ReadOrder): Promise<z.input<typeof ReadInquiryForm>> {
  const came = await receiveForm(order.source);
  const { filled, digest, dropped } = came;
  const inquiry = order.inquiry === undefined ? inquiryOf(session, came) : requireInquiry(session, order.inquiry);
  const ministry = order.ministry ?? ministryOf(inquiry, came);
  const answers = inquiry === undefined ? [] : answersTo(session, inquiry.id);
  const own = answers.find((body) => text(body.ministry) === ministry);
  const standing = inquiry === undefined ? undefined : standingOf(inquiry.body, answers);
  const received = objects(own?.received);
  const today = minuteOf(session.surroundings.now()).slice(0, 10);
  return {
    ...{ digest, contact: filled.contact, dated: filled.dated, cut: filled.cut },
    dropped: dropped.map(({ kind }) => kind),
    ...(inquiry === undefined ? {} : { inquiry: inquiry.id }),
    ...(ministry === undefined ? {} : { ministry }),
    lines: filled.lines.map((written) => {
      const line = standing?.lines.find(({ number }) => number === written.number);
      const before = line?.cells.find((cell) => cell.ministry === ministry)?.said;
      const said = saidIn(written);
      return {
        ...(line === undefined ? {} : { line: line.id }),
        ...{ number: written.number, point: line?.point ?? '', said, positionWords: written.positionWords },
        ...(before === undefined ? {} : { before }),
        changed: received.length > 0 && !sameSaid(before, said),
      };
    }),
    files: received.length,
    known: received.some((one) => text(one.digest) === digest),
    late: (standing?.lines ?? []).some(
      ({ by, number }) => by !== '' && by < today && filled.lines.some((one) => one.number === number),
    ),
  };
}

/**
 * Takes a filled-in form in as what the ministry says from now on. What it said before stays: a later file is one more.
 * The same file twice does nothing. Throws what `receiveForm` throws, `reply.changed` where the file is another than was
 * looked at, `record.missing`, and what changing records throws.
 */
export async function takeForm(session: Session, order: z.output<typeof inquiriesCalls.takeForm.input>) {
  const came = await receiveForm(order.source);
  if (came.digest !== order.digest) throw new AmberdeskError('reply.changed');
  return inTransaction(session, (changed): { answer: RecordId; added: boolean } => {
    const inquiry = requireInquiry(session, order.inquiry);
    const named = requireMinistry(inquiry, order.ministry);
    const id = answerId(inquiry.id, order.ministry);
    const isThere = findRecord(session.vault, id) !== undefined;
    const before = isThere ? readRecord(session.vault, id).body : {};
    const received = inOrder(objects(before.received));
    if (received.some((one) => text(one.digest) === came.digest)) return { answer: id, added: false };
    const next = nextFile(session, { inquiry, came, received, answers: inOrder(objects(before.answers)) });
    if (isThere) editRecord(session, id, next);
    else {
      const body = { inquiry: inquiry.id, ministry: order.ministry, name: text(named.name), ...next };
      createRecord(session, 'ministryAnswer', Body.parse(asJson(body)));
    }
    appendJournal(session.vault, session.surroundings.now(), 'inquiry.taken', {
      record: inquiry.id,
      ministry: text(named.name),
      digest: came.digest,
    });
    changed.add(id);
    return { answer: id, added: true };
  });
}

interface Before {
  readonly inquiry: RecordView;
  readonly came: CameForm;
  readonly received: readonly JsonObject[];
  readonly answers: readonly JsonObject[];
}

/** The lists of an answer with one more file. Its entries are named after the file: two laptops that take it in write the same. */
function nextFile(session: Session, { inquiry, came, received, answers }: Before) {
  const receipt = `file-${came.digest.slice(0, 24)}`;
  const lines = new Map(objects(inquiry.body.lines).map((line) => [count(line.number), text(line.id)]));
  const said = came.filled.lines.flatMap((written) => {
    const line = lines.get(written.number);
    const { position, comment } = saidIn(written);
    return line === undefined || (position === undefined && comment === '') ? [] : [{ line, position, comment }];
  });
  const keys = generateNKeysBetween(text(answers.at(-1)?.order) || null, null, said.length);
  const { contact, dated } = came.filled;
  return {
    received: [
      ...received,
      {
        ...{ id: receipt, order: generateKeyBetween(text(received.at(-1)?.order) || null, null) },
        ...{ on: minuteOf(session.surroundings.now()), digest: came.digest, file: came.name, contact, dated },
      },
    ],
    answers: [
      ...answers,
      ...said.map(({ line, position, comment }, at) => ({
        ...{ id: `${receipt}-${line}`, order: keys[at] ?? '', receipt, line, comment },
        ...(position === undefined ? {} : { position }),
      })),
    ],
  };
}

/** What stands for a position that is none of ours begins the comment: no word is lost. */
function saidIn({ position, positionWords, comment }: WrittenLine): Said {
  return { position, comment: [positionWords, comment].filter((part) => part !== '').join('\n\n') };
}

function inquiryOf({ vault }: Session, { filled: { reference } }: CameForm): RecordView | undefined {
  if (reference === undefined) return undefined;
  const [one, ...others] = listRecords(vault, { kind: 'inquiry', deleted: false }).filter(
    ({ id }) => signsOf(id) === reference.inquiry,
  );
  return one === undefined || others.length > 0 ? undefined : readRecord(vault, one.id);
}

function ministryOf(inquiry: RecordView | undefined, { filled: { reference } }: CameForm): string | undefined {
  const ids = objects(inquiry?.body.ministries).map((entry) => text(entry.id));
  const [one, ...others] = ids.filter((id) => signsOf(id) === reference?.ministry);
  return others.length > 0 ? undefined : one;
}
