import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, NOTHING } from '../call.ts';

const key = { name: RecordId, record: RecordId, digest: z.string().min(1).max(128) };

export const releaseCalls = {
  /**
   * Keeps that withheld names may stand in these sentences for an audience, with the reason if there is one. Gives the
   * decisions.
   */
  letStand: call(
    z.object({
      mentions: z.array(z.object(key)).min(1).max(500),
      audience: Audience,
      reason: z.string().max(1000).optional(),
    }),
    z.array(RecordId),
    ['record.missing'],
  ),
  /** Takes decisions back: what they were on is asked again. */
  askAgain: call(z.object({ decisions: z.array(RecordId).min(1).max(500) }), NOTHING, ['record.missing']),
};
