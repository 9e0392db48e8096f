import { regularSessions } from '../../domain/meetings/regularTemplate.ts';
import { dateOfDay } from '../../domain/meetings/timing.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { createRecord } from '../records/createRecord.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

export interface RegularMeeting {
  readonly title: string;
  readonly number: number;
  readonly symbol: string;
  readonly starts: string;
  readonly venue: string;
  readonly city: string;
  readonly zone: string;
  readonly chair?: RecordId | undefined;
}

/**
 * Makes a regular meeting from the template: two days, closed but for the second morning, which is for the community
 * and marked TLP:GREEN (¶10–11). All of it or nothing. Throws `record.numbersBySecretariat`, `record.invalid`.
 */
export function planRegularMeeting(
  session: Session,
  plan: RegularMeeting,
): { meeting: RecordId; sessions: RecordId[] } {
  return inTransaction(session, (changed) => {
    const { chair, ...fields } = plan;
    const body = { ...fields, type: 'regular', ends: dateOfDay(plan.starts, 2), ...(chair ? { chair } : {}) };
    const open = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;
    const meeting = createRecord(session, 'meeting', body, { mark: open }).id;
    const sessions = regularSessions().map((part) => {
      const options = part.access === 'open' ? { mark: open } : {};
      return createRecord(session, 'session', { ...part, meeting }, options).id;
    });
    for (const id of [meeting, ...sessions]) changed.add(id);
    return { meeting, sessions };
  });
}
