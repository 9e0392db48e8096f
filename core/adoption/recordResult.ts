import { generateKeyBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import { finalResult, refusalOf, unreachedIn, warningsFor } from '../../domain/adoption/standing.ts';
import { adopts, stateAfter } from '../../domain/adoption/subjects.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { dateAt } from '../../domain/meetings/timing.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { byOrder } from '../../domain/release/inOrder.ts';
import { minuteOf } from '../context.ts';
import { editRecord } from '../records/editRecord.ts';
import { cutDraft } from '../records/localCuts.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { requireAdoption } from './adoptionsHere.ts';
import { situationOf } from './readAdoption.ts';

type Order = z.output<typeof adoptionCalls.record.input>;

/**
 * Records what became of an adoption and sets the state of what was put up, each record in one step of its local history.
 * Gives the records that changed. Throws `adoption.closed`, `adoption.stillRunning`, `adoption.silenceBroken`,
 * `adoption.warned` (details: the warnings that were not read), `adoption.noDeadline`, `adoption.notYours`, and what editing
 * throws.
 */
export function recordResult(session: Session, order: Order): RecordId[] {
  const { vault, surroundings } = session;
  const now = minuteOf(surroundings.now());
  return inTransaction(session, (changed) => {
    const adoption = requireAdoption(vault, order.adoption);
    if (adoption.deleted || finalResult(adoption.body) !== undefined) throw new AmberdeskError('adoption.closed');
    const situation = situationOf(session, adoption);
    const refused = refusalOf(order.result, situation);
    if (refused !== undefined) throw new AmberdeskError(refused);
    const unread = warningsFor(order.result, situation).filter(({ code }) => order.knowing?.includes(code) !== true);
    if (unread.length > 0) throw new AmberdeskError('adoption.warned', { warnings: unread.map(({ code }) => code) });
    const said =
      order.result === 'extended'
        ? extension(adoption.body, order, now, surroundings.randomId())
        : {
            result: order.result,
            resultOn: now,
            resultBy: vault.installation.seat,
            instruction: order.instruction?.trim() || undefined,
            remark: order.remark?.trim() || undefined,
            unreached: adopts(order.result) && situation.way === 'silence' ? unreachedIn(situation.members) : undefined,
          };
    const step = (id: RecordId, changes: Parameters<typeof editRecord>[2]) => {
      cutDraft(vault, id, surroundings.now());
      editRecord(session, id, changes);
      cutDraft(vault, id, surroundings.now());
      changed.add(id);
    };
    step(adoption.id, said);
    for (const view of putUpHere(session, adoption)) {
      const set = stateAfter(view.kind, order.result, {
        meeting: text(adoption.body.meeting),
        day: dateAt(surroundings.now(), text(adoption.body.zone)),
      });
      if (Object.keys(set).length > 0) step(view.id, set);
    }
    return [...changed];
  });
}

function putUpHere({ vault }: Session, { body }: RecordView): RecordView[] {
  return objects(body.put).flatMap(({ record }) => {
    const id = RecordId.safeParse(record);
    if (!id.success || !hasRecord(vault, id.data)) return [];
    const view = readRecord(vault, id.data);
    return view.deleted ? [] : [view];
  });
}

/** The deadline moved ahead; what it was stays, with when and why. Throws `adoption.noDeadline`. */
function extension(body: JsonObject, order: Order, now: string, id: string): JsonObject {
  const before = text(body.deadline);
  if (order.deadline === undefined || order.deadline <= now || order.deadline <= before) {
    throw new AmberdeskError('adoption.noDeadline');
  }
  const known = objects(body.extensions).toSorted(byOrder);
  const place = generateKeyBetween(text(known.at(-1)?.order) || null, null);
  const entry = { id, order: place, from: before === '' ? now : before, on: now, reason: order.remark?.trim() ?? '' };
  return { result: 'extended', deadline: order.deadline, extensions: [...known, entry] };
}
