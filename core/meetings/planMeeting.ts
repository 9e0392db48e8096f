import { AmberdeskError } from '../../domain/errors.ts';
import { regularSessions } from '../../domain/meetings/regularTemplate.ts';
import { dateOfDay, isZone } from '../../domain/meetings/timing.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Body } from '../../domain/records/revision.ts';
import { createRecord } from '../records/createRecord.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { FOR_THE_OPEN_SESSION } from './arrangeMeeting.ts';

interface Beginning {
  readonly title: string;
  readonly symbol: string;
  readonly starts: string;
  readonly venue: string;
  readonly city: string;
  readonly zone: string;
  readonly chair?: RecordId | undefined;
}
export interface RegularMeeting extends Beginning {
  readonly number: number;
}
export interface OtherMeeting extends Beginning {
  readonly type: 'special' | 'workingGroup';
}

interface Planned {
  readonly meeting: RecordId;
  readonly sessions: RecordId[];
}

/**
 * Makes a regular meeting from the template: two days, closed but for the second morning, which is for the community
 * and marked TLP:GREEN (¶10–11). All of it or nothing. Throws `record.numbersBySecretariat`, `record.invalid`,
 * `meeting.zoneUnknown`.
 */
export function planRegularMeeting(session: Session, plan: RegularMeeting): Planned {
  return planMeeting(session, { ...plan, type: 'regular', ends: dateOfDay(plan.starts, 2) }, regularSessions());
}

/**
 * Makes a special meeting or one of a working group, which any seat may add at any time (¶10): one day with one closed
 * session. It has no number. Throws `record.invalid`, `meeting.zoneUnknown`.
 */
export function planOtherMeeting(session: Session, plan: OtherMeeting): Planned {
  return planMeeting(session, { ...plan, ends: plan.starts }, [
    { day: 1, starts: '10:00', ends: '13:00', access: 'closed' },
  ]);
}

function planMeeting(
  session: Session,
  { chair, zone, ...fields }: Beginning & { readonly type: string; readonly ends: string },
  sessions: readonly Body[],
): Planned {
  if (zone !== '' && !isZone(zone)) throw new AmberdeskError('meeting.zoneUnknown', { zone });
  return inTransaction(session, (changed) => {
    const body = { ...fields, zone, ...(chair ? { chair } : {}) };
    // Invited bodies learn of a meeting that has an open session.
    const isOpen = sessions.some(({ access }) => access === 'open');
    const meeting = createRecord(session, 'meeting', body, isOpen ? { mark: FOR_THE_OPEN_SESSION } : {}).id;
    const made = sessions.map((part) => {
      const options = part.access === 'open' ? { mark: FOR_THE_OPEN_SESSION } : {};
      return createRecord(session, 'session', { ...part, meeting }, options).id;
    });
    for (const id of [meeting, ...made]) changed.add(id);
    return { meeting, sessions: made };
  });
}
