import type { z } from 'zod';
import type { inquiriesCalls } from '../../contract/inquiries/calls.ts';
import { finalResult, isWorded } from '../../domain/adoption/standing.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { answerFrom } from '../../domain/inquiries/answerFrom.ts';
import { standingOf } from '../../domain/inquiries/standing.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { texts } from '../../domain/records/text.ts';
import { answersTo, requireAdoption, saysIn } from '../adoption/adoptionsHere.ts';
import type { Session } from '../session.ts';
import { requireInquiry } from './inquiryOf.ts';

/**
 * What the delegation would say to the adoption that an inquiry is about, as it was settled, beside what it said so far.
 * Changes nothing. Throws `record.missing` where it is about no adoption that is here.
 */
export function answerOf(session: Session, inquiry: RecordId): z.input<typeof inquiriesCalls.answerTo.output> {
  const { vault } = session;
  const { body } = requireInquiry(session, inquiry);
  const about = RecordId.safeParse(body.about);
  if (!about.success) throw new AmberdeskError('record.missing', { record: inquiry });
  const adoption = requireAdoption(vault, about.data);
  const { organisation } = vault.installation;
  const { lines } = standingOf(body, []);
  const answer = answerFrom(lines);
  const before = answersTo(vault, adoption.id).get(organisation);
  return {
    adoption: adoption.id,
    title: adoption.title,
    organisation,
    asked: texts(adoption.body.asked).includes(organisation),
    open: !adoption.deleted && finalResult(adoption.body) === undefined,
    unsettled: lines.filter(({ settledOn }) => settledOn === '').length,
    ...(answer === undefined ? {} : { answer, worded: isWorded(answer.says, answer.words, answer.text) }),
    ...(before === undefined ? {} : { before: saysIn(before) }),
  };
}
