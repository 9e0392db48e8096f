import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import { finalResult, isWorded } from '../../domain/adoption/standing.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import { objectOf } from '../../domain/records/own.ts';
import { texts } from '../../domain/records/text.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord, restoreRecord } from '../records/editRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { hasRecord, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { requireAdoption } from './adoptionsHere.ts';

type Order = z.output<typeof adoptionCalls.answer.input>;

/**
 * A member's answer, or its place taken by another one of the same member. Throws `adoption.closed`, `adoption.notAsked`,
 * `adoption.wordless`, `adoption.notYours` where it is another member's, and what editing throws.
 */
export function giveAnswer(session: Session, order: Order): { answer: RecordId; first: boolean } {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const adoption = requireAdoption(vault, order.adoption);
    if (adoption.deleted || finalResult(adoption.body) !== undefined) throw new AmberdeskError('adoption.closed');
    const organisation = order.organisation ?? vault.installation.organisation;
    if (!texts(adoption.body.asked).includes(organisation))
      throw new AmberdeskError('adoption.notAsked', { organisation });
    const [words, explanation] = [order.words?.trim() ?? '', order.text?.trim() ?? ''];
    if (!isWorded(order.says, words, explanation)) throw new AmberdeskError('adoption.wordless');
    const said = {
      says: order.says,
      words: words || undefined,
      text: explanation || undefined,
      onBehalf: order.onBehalf?.trim() || undefined,
    };
    const id = naturalId('answer', `${adoption.id} ${organisation}`);
    changed.add(id);
    if (!hasRecord(vault, id)) {
      const body = objectOf([['adoption', adoption.id], ['organisation', organisation], ...Object.entries(said)]);
      createRecord(session, 'answer', body, handledLike(adoption));
      return { answer: id, first: true };
    }
    if (readRecord(vault, id).deleted) restoreRecord(session, id);
    editRecord(session, id, said);
    return { answer: id, first: false };
  });
}
