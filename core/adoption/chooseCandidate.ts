import { generateKeyBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { trayOf } from '../../domain/meetings/arrange.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { objects, text } from '../../domain/records/text.ts';
import { readArrangement } from '../meetings/arrangeMeeting.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { cutDraft } from '../records/localCuts.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

type Order = z.output<typeof adoptionCalls.choose.input>;

/**
 * Chooses one candidate of a decision (¶5), and puts it into the plan of a later meeting where that is asked: as the title
 * of an item there, or as a new one in the tray, handled as the decision. Each record in one step of its local history.
 * Throws `record.missing` for a decision, candidate, meeting or item that is not there, and what editing throws.
 */
export function chooseCandidate(session: Session, order: Order): { changed: RecordId[]; created: RecordId[] } {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const decision = readRecord(vault, order.decision);
    const candidates = objects(decision.body.candidates);
    const isThere = decision.kind === 'decision' && !decision.deleted;
    if (!isThere || !candidates.some(({ id }) => id === order.candidate)) {
      throw new AmberdeskError('record.missing', { record: order.decision });
    }
    const touched: RecordId[] = [];
    const step = (id: RecordId, changes: Parameters<typeof editRecord>[2]) => {
      cutDraft(vault, id, surroundings.now());
      editRecord(session, id, changes);
      cutDraft(vault, id, surroundings.now());
      touched.push(id);
    };
    step(decision.id, {
      candidates: candidates.map((one) => ({ ...one, chosen: one.id === order.candidate })),
      ...(order.text === undefined ? {} : { text: order.text }),
    });
    const created: RecordId[] = [];
    if (order.into !== undefined) {
      const { meeting, item, title } = order.into;
      const plan = readArrangement(vault, meeting);
      if (item === undefined) created.push(newItem(session, decision, plan, title));
      else if (plan.items.some(({ id }) => id === item)) step(item, { title });
      else throw new AmberdeskError('record.missing', { record: item });
    }
    for (const id of [...touched, ...created]) changed.add(id);
    return { changed: touched, created };
  });
}

/** An item in the tray of a meeting, for somebody to put into a session. */
function newItem(
  session: Session,
  decision: RecordView,
  plan: ReturnType<typeof readArrangement>,
  title: string,
): RecordId {
  const order = generateKeyBetween(text(trayOf(plan).at(-1)?.body.order) || null, null);
  const body = { meeting: plan.meeting.id, order, type: 'item', title, purpose: 'discussion', minutes: 90 };
  return createRecord(session, 'agendaItem', body, handledLike(decision)).id;
}
