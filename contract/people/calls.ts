import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

const Language = z.enum(['en', 'fr']);

/** A name that somebody has for an audience. */
const OtherName = z.object({
  audience: z.enum(['board', 'community', 'organisation', 'guest']),
  /** The organisation or guest, with what it is called. */
  party: RecordId.optional(),
  partyName: z.string().optional(),
  name: z.string(),
});

export const peopleCalls = {
  /** Under which other names somebody appears, and to whom: for who holds what the names are made of. */
  pseudonym: call(
    z.object({ record: RecordId, language: Language }),
    z.object({
      under: z.boolean(),
      /** Of this kind somebody may appear under another name. */
      possible: z.boolean(),
      /** The record that the names are made of, where this vault has it. */
      mapping: RecordId.optional(),
      /** Whom the board may name instead in what it signs. */
      standIn: z.object({ record: RecordId, name: z.string() }).optional(),
      /** Only the organisation that wrote the record shows somebody under their own name again. */
      mayLift: z.boolean(),
      names: z.array(OtherName),
    }),
    ['record.missing'],
  ),
  /**
   * Lets somebody appear under other names from now on: draws what they are made of, and makes the record that stands for
   * them in what the board signs. Done again, it keeps the names that there were.
   */
  hideName: call(
    z.object({ record: RecordId, language: Language }),
    z.object({ mapping: RecordId, standIn: RecordId }),
    ['record.missing', 'record.kind', 'record.conflict', 'record.invalid'],
  ),
  /** Shows somebody under their own name again, to those whom their mark allows. What had been printed stays as it is. */
  showName: call(z.object({ record: RecordId }), z.object({ record: RecordId }), [
    'record.missing',
    'record.kind',
    'record.conflict',
    'record.invalid',
    'record.notOriginator',
  ]),
};
