import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import { MEMBERS, type RecordKind, scalar } from '../records/kind.ts';
import { text } from '../records/text.ts';

/** When a cue is for: before its session, while its item is under way, after its session. */
export const CueMoment = z.enum(['before', 'during', 'after']);
export type CueMoment = z.infer<typeof CueMoment>;

/**
 * What the chair says, does, and does if late, of an item or around a session. Born for the organisation that writes
 * it; the chair and the co-chair are given it. One for each moment and organisation, so that two of its laptops write the same.
 */
export const cue: RecordKind = {
  name: 'cue',
  release: MEMBERS,
  bornPrivate: false,
  bornStrict: true,
  onlyWith: ['record'],
  fields: {
    meeting: scalar(RecordId, MEMBERS, { link: true }),
    /** The item, or the session. */
    record: scalar(RecordId, MEMBERS, { link: true }),
    moment: scalar(CueMoment, MEMBERS),
    /** Whose cue it is: who wrote it. */
    organisation: scalar(RecordId, MEMBERS, { link: true, attribution: 'author' }),
    say: scalar(z.string(), MEMBERS, { search: true }),
    act: scalar(z.string(), MEMBERS, { search: true }),
    late: scalar(z.string(), MEMBERS, { search: true }),
    /** How long before or after a session takes; an item has its own length. */
    minutes: scalar(z.int().positive().max(1440), MEMBERS),
  },
  title: (body) => (text(body.say) || text(body.act) || text(body.late)).slice(0, 80) || 'Cue',
  naturalKey: ({ record, moment, organisation }) =>
    [record, moment, organisation].every((part) => text(part) !== '')
      ? [record, moment, organisation].map(text).join(' ')
      : undefined,
};
