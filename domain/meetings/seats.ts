import { markOf } from '../handling/change.ts';
import type { Circle } from '../handling/circle.ts';
import type { Handling, Mark } from '../handling/handling.ts';
import { isNoLooser } from '../handling/tightening.ts';
import type { Language } from '../records/fieldNames.ts';
import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { valueName } from '../records/valueNames.ts';
import { Capacity, type CapacityName } from './participantKind.ts';

/** The board's own people, as what they sit there: all others are asked in, and to be known to attend may endanger them. */
const DELEGATES: ReadonlySet<string> = new Set<CapacityName>([
  'chair',
  'headOfDelegation',
  'member',
  'alternate',
  'secretariat',
]);

/** Whether somebody sits there for the board, and not as who was asked in. */
export function isDelegate(capacity: string): boolean {
  return DELEGATES.has(capacity);
}

/**
 * The mark with which a seat is made: of a delegate that of the meeting, of others that of the board, where those whom it
 * names are known as far; else the mark of the first of them who is not. Undefined: that with which everything is born.
 */
export function seatMark(
  capacity: string,
  meeting: Handling,
  parties: readonly Handling[],
  circle: Circle,
): Mark | undefined {
  const board: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
  const isWithin = (mark: Mark) => parties.every((party) => isNoLooser(markOf(party), mark, circle));
  if (isDelegate(capacity) && isWithin(markOf(meeting))) return markOf(meeting);
  if (isNoLooser(markOf(meeting), board, circle) && isWithin(board)) return undefined;
  const strict = [meeting, ...parties].find((one) => !isNoLooser(markOf(one), board, circle));
  return strict === undefined ? undefined : markOf(strict);
}

const RANKS: readonly string[] = Capacity.options;

/** The place of a capacity in the order in which lists have them; after all others for one that this version does not know. */
export function capacityRank(capacity: string): number {
  const at = RANKS.indexOf(capacity);
  return at < 0 ? Capacity.options.length : at;
}

/** What is called what on a name plate. */
export interface PlateNames {
  readonly organisation: string;
  readonly person: string;
}

/**
 * The two lines of a name plate: as they were typed; else the organisation, or the person who has none, and as what they
 * are there. Where the line would say the organisation twice, it is the person.
 */
export function plateOf(body: JsonObject, { organisation, person }: PlateNames, language: Language): [string, string] {
  const capacity = text(body.capacity);
  const saysNothing = capacity === 'secretariat' || capacity === 'invited' || capacity === 'member';
  const words = valueName('participant', 'capacity', capacity, language) ?? '';
  const usual = saysNothing && organisation !== '' ? person : words;
  return [
    text(body.plate) || organisation || person,
    text(body.plateLine) || usual.charAt(0).toUpperCase() + usual.slice(1),
  ];
}

/** A zone's clock in words is not needed of who sits in the room. */
export function zoneOfSeat(body: JsonObject, zoneOfPerson: string, zoneOfOrganisation: string): string {
  return body.byLink === true ? text(body.zone) || zoneOfPerson || zoneOfOrganisation : '';
}
