import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { COMMUNITY, keyedList, MEMBERS, type RecordKind, scalar, set } from '../records/kind.ts';
import { text } from '../records/text.ts';
import { valueName } from '../records/valueNames.ts';
import { Order } from './kinds.ts';

/** As what somebody takes part in a meeting, in the order in which lists have them. */
export const Capacity = z.enum([
  'chair',
  'headOfDelegation',
  'member',
  'alternate',
  'secretariat',
  'speaker',
  'invited',
  'observer',
  'interpreter',
]);
export type CapacityName = z.infer<typeof Capacity>;

/** How somebody took part in a session. */
export const Presence = z.enum(['present', 'byLink', 'leftEarly', 'absent']);
export type PresenceName = z.infer<typeof Presence>;

/**
 * A seat at a meeting: that of an organisation, of a person, or of a person of an organisation (¶2, ¶10–11). It goes
 * only where the meeting and those whom it names may be known (rule `parties`).
 */
export const participant: RecordKind = {
  name: 'participant',
  release: COMMUNITY,
  bornPrivate: false,
  onlyWith: ['meeting', 'organisation', 'person'],
  fields: {
    meeting: scalar(RecordId, COMMUNITY, { link: true }),
    /** Whose delegation; without a person, a seat that nobody was named for yet. */
    organisation: scalar(RecordId, COMMUNITY, { link: true }),
    person: scalar(RecordId, COMMUNITY, { link: true, asks: true }),
    capacity: scalar(Capacity, COMMUNITY, { asks: true }),
    /** The seat that an alternate takes where its holder is not there. */
    alternateFor: scalar(RecordId, COMMUNITY, { link: true }),
    /** Takes part by video link, from this zone. */
    byLink: scalar(z.boolean(), MEMBERS),
    zone: scalar(z.string(), MEMBERS),
    /** For whom is invited: to which items. */
    items: set(z.array(RecordId), MEMBERS, { link: true, attribution: 'speaker' }),
    /** Why they were invited. */
    reason: scalar(z.string(), MEMBERS, { search: true }),
    /** The words of the name plate, where they are others than the organisation and the capacity. */
    plate: scalar(z.string().max(200), COMMUNITY, { search: true }),
    plateLine: scalar(z.string().max(200), COMMUNITY, { search: true }),
    order: scalar(Order, COMMUNITY),
    /** Who was there: an entry a session, under the session's id. */
    presence: keyedList(
      z.array(z.looseObject({ id: z.string(), order: Order, session: RecordId, how: Presence })),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        session: scalar(RecordId, MEMBERS, { link: true }),
        how: scalar(Presence, MEMBERS, { asks: true }),
      },
    ),
  },
  title: (body) =>
    text(body.plate) || capitalised(valueName('participant', 'capacity', text(body.capacity), 'en') ?? ''),
  naturalKey: seatKey,
};

/**
 * A person sits at a meeting once; so does an organisation's head of delegation, and whom it was invited as. Begun at
 * two desks they are one. Other seats that nobody was named for may be several.
 */
function seatKey({ meeting, organisation, person, capacity }: JsonObject): string | undefined {
  if (text(meeting) === '') return undefined;
  if (text(person) !== '') return `${text(meeting)} ${text(person)}`;
  const isOne = capacity === 'headOfDelegation' || capacity === 'invited';
  return isOne && text(organisation) !== '' ? `${text(meeting)} ${text(organisation)} ${capacity}` : undefined;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
