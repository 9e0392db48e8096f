import { joinedInto, keptIds } from '../records/aliases.ts';
import { ALIASES, DELETED } from '../records/deletion.ts';
import type { Json, JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { Handling, Mark } from './handling.ts';

/** What the circle is made of: organisation, person and network records as they are now. Other kinds are passed over. */
export interface CircleRecord {
  readonly id: string;
  readonly kind: string;
  readonly body: JsonObject;
  readonly handling: Handling;
  readonly deleted?: boolean;
  readonly conflicted?: boolean;
  /** The fields in conflict, where they are known; without them a conflicted record is in doubt altogether. */
  readonly conflicts?: readonly { readonly field: string }[];
}

/** The fields that `circleOf` reads. */
export const CIRCLE_FIELDS: readonly string[] = [
  'membership',
  'organisation',
  'secretariat',
  'doNotName',
  ALIASES,
  DELETED,
];

/** The person whose installation this is, and the organisation whose seat it is. */
export interface Holder {
  readonly person: string;
  readonly organisation: string;
}

export type Membership = 'member' | 'secretariat' | 'cooperating' | 'invited' | 'none';

/** What the circle knows of an organisation or person. `mark`: within which it may be named when `doNotName` is set. */
export interface Member {
  readonly membership: Membership;
  readonly doNotName: boolean;
  readonly mark: Mark;
}
export interface Person {
  /** Undefined where nobody says, or where two versions disagree. */
  readonly organisation: string | undefined;
  readonly doNotName: boolean;
  readonly mark: Mark;
}

/** Who belongs to what, at one moment (¶1–4, ¶12). */
export interface Circle {
  readonly holder: Holder | undefined;
  readonly organisations: ReadonlyMap<string, Member>;
  readonly persons: ReadonlyMap<string, Person>;
  /** Members and the Secretariat. */
  readonly board: ReadonlySet<string>;
  /** The board and the bodies invited to the open session, those that were joined with another of these included. */
  readonly community: ReadonlySet<string>;
}

const IN_DOUBT: Mark = { label: 'PRIVATE', distribution: { to: 'installation' } };

/**
 * The circle as these records tell it. Deleted records are unknown. Where a record is in conflict the stricter reading
 * holds: no membership, no organisation, not to be named. The holder of this installation belongs to it in any case.
 */
export function circleOf(records: Iterable<CircleRecord>, holder?: Holder): Circle {
  const organisations = new Map<string, Member>();
  const persons = new Map<string, Person>();
  let secretariat = '';
  const all = [...records];
  const joined = joinedBodies(all);
  for (const record of all) {
    if (record.deleted === true) continue;
    if (record.kind === 'organisation') organisations.set(record.id, memberOf(record));
    else if (record.kind === 'person') persons.set(record.id, personOf(record, joined));
    else if (record.kind === 'network') secretariat = sure(record, 'secretariat', text) ?? '';
  }
  const board = new Set<string>();
  const community = new Set<string>();
  for (const [id, { membership }] of organisations) {
    const onBoard = membership === 'member' || membership === 'secretariat' || id === secretariat;
    if (onBoard) board.add(id);
    if (onBoard || membership === 'invited') community.add(id);
  }
  for (const id of stillInvited(all, organisations)) community.add(id);
  if (holder !== undefined) addHolder(holder, organisations, persons);
  return { holder, organisations, persons, board, community };
}

/** The organisation of a person, as far as it is known and not disputed. */
export function organisationOf(circle: Circle, person: string): string | undefined {
  return circle.persons.get(person)?.organisation;
}

/** Whether the id is that of the Secretariat's organisation. */
export function isSecretariat(circle: Circle, organisation: string): boolean {
  return circle.organisations.get(organisation)?.membership === 'secretariat';
}

/** Ids of the organisations with this membership, in the order of the records. */
export function withMembership(circle: Circle, membership: Membership): string[] {
  return [...circle.organisations].filter(([, member]) => member.membership === membership).map(([id]) => id);
}

function addHolder(holder: Holder, organisations: Map<string, Member>, persons: Map<string, Person>): void {
  if (!organisations.has(holder.organisation)) {
    organisations.set(holder.organisation, { membership: 'none', doNotName: false, mark: IN_DOUBT });
  }
  const known = persons.get(holder.person);
  persons.set(holder.person, {
    doNotName: known?.doNotName ?? false,
    mark: known?.mark ?? IN_DOUBT,
    organisation: holder.organisation,
  });
}

const MEMBERSHIPS: readonly Membership[] = ['member', 'secretariat', 'cooperating', 'invited', 'none'];

function memberOf(record: CircleRecord): Member {
  const membership = sure(record, 'membership', text);
  return {
    membership: MEMBERSHIPS.find((known) => known === membership) ?? 'none',
    doNotName: isUnnamed(record),
    mark: markOf(record),
  };
}

/**
 * The bodies that were joined with another one, and which that is. None that is of the board or invited: who belongs to
 * them, and what reaches them, does not follow from a join, which anybody may write.
 */
function joinedBodies(records: readonly CircleRecord[]): ReadonlyMap<string, string> {
  const bodies = records.filter(({ kind }) => kind === 'organisation');
  const isPlain = (body: CircleRecord) => !isInDoubt(body, 'membership') && memberOf(body).membership === 'none';
  const plain = new Set(bodies.filter(isPlain).map(({ id }) => id));
  return new Map([...keptIds(bodies)].filter(([, kept]) => plain.has(kept)));
}

/**
 * Invited bodies that were joined with another invited one: their persons stay in the community, where they were before.
 * Each side has to say so itself, undisputed, so that a join brings nobody in; and what is marked for the other body by
 * name does not reach them. The bodies themselves are not there any more: nothing is sealed to them.
 */
function stillInvited(records: readonly CircleRecord[], organisations: ReadonlyMap<string, Member>): string[] {
  const bodies = records.filter(({ kind }) => kind === 'organisation');
  const kept = keptIds(bodies);
  return bodies
    .filter((body) => body.deleted === true && joinedInto(body.body) !== undefined && isInvited(memberOf(body)))
    .filter(({ id }) => isInvited(organisations.get(kept.get(id) ?? '')))
    .map(({ id }) => id);
}

const isInvited = (body: Member | undefined): boolean => body?.membership === 'invited';

function personOf(record: CircleRecord, joined: ReadonlyMap<string, string>): Person {
  const recorded = sure(record, 'organisation', text) ?? '';
  const organisation = joined.get(recorded) ?? recorded;
  return {
    organisation: organisation === '' ? undefined : organisation,
    doNotName: isUnnamed(record),
    mark: markOf(record),
  };
}

function isUnnamed(record: CircleRecord): boolean {
  return isInDoubt(record, 'doNotName') || record.body.doNotName === true;
}

/** The mark within which the party may be named. A loosened mark does not count: naming is never loosened by halves. */
function markOf(record: CircleRecord): Mark {
  if (isInDoubt(record, '$handling')) return IN_DOUBT;
  const { label, distribution, cleared } = record.handling;
  return cleared === undefined ? { label, distribution } : cleared.otherwise;
}

function sure<T>(record: CircleRecord, field: string, read: (value: Json | undefined) => T): T | undefined {
  return isInDoubt(record, field) ? undefined : read(record.body[field]);
}

function isInDoubt(record: CircleRecord, field: string): boolean {
  if (record.conflicted !== true) return false;
  return record.conflicts === undefined || record.conflicts.some((conflict) => conflict.field === field);
}
