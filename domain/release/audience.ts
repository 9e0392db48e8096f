import { z } from 'zod';
import { RecordId } from '../records/ids.ts';

/** For whom an output is made. An audience is the set of persons and organisations in it at that moment. */
export const Audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('persons'), persons: z.array(RecordId).min(1) }),
  z.object({ kind: z.literal('organisation'), organisation: RecordId }),
  z.object({ kind: z.literal('group'), organisations: z.array(RecordId).min(1) }),
  z.object({ kind: z.literal('board') }),
  z.object({ kind: z.literal('guest'), party: RecordId, item: RecordId, papers: z.array(RecordId) }),
  z.object({ kind: z.literal('community'), bodies: z.array(RecordId).min(1) }),
  z.object({ kind: z.literal('public') }),
]);
export type Audience = z.infer<typeof Audience>;
export type AudienceKind = Audience['kind'];
