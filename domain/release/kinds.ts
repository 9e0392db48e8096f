import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import { MEMBERS, type RecordKind, scalar, set } from '../records/kind.ts';
import { text } from '../records/text.ts';

/**
 * That a withheld name may stand in one sentence of a text that goes: kept by ids and a digest, without the words. It
 * never leaves the organisation that decided it, whatever its mark.
 */
export const mention: RecordKind = {
  name: 'mention',
  release: MEMBERS,
  bornPrivate: false,
  withinOrganisation: true,
  fields: {
    /** The record whose name it is. */
    name: scalar(RecordId, MEMBERS, { link: true }),
    /** The record in which it stands. */
    record: scalar(RecordId, MEMBERS, { link: true }),
    /** For whom: `board`, `community`, `public`, or the kind with the ids of those named (`decisionAudience`). */
    audience: scalar(z.string(), MEMBERS),
    /** Of the sentence: a changed one asks again. */
    digest: scalar(z.string(), MEMBERS),
    /** Why it may stand, as far as somebody said so: at two desks for two reasons. */
    reasons: set(z.array(z.string()), MEMBERS),
  },
  title: () => 'Name that may stand',
  naturalKey: ({ name, record, audience, digest }) =>
    [name, record, audience, digest].every((part) => text(part) !== '')
      ? [name, record, audience, digest].map(text).join(' ')
      : undefined,
};
