import { earlierExpiry, isPutOff } from '../handling/expiry.ts';
import type { Distribution, Handling, Mark } from '../handling/handling.ts';
import { commonDistribution, isWithin, labelRank, sameDistribution, stricterLabel } from '../handling/order.ts';
import type { FieldConflict, Side } from './conflict.ts';
import { canonicalJson, type Json, sameJson } from './json.ts';
import { asJson } from './revision.ts';

/** What the marks of versions were before they parted; undefined when nobody can say. */
export interface HandlingBefore {
  readonly handling: Handling | undefined;
  /** Paths in which the common ancestors themselves disagree. */
  readonly unsettled: ReadonlySet<string>;
}
export type HandlingBases = (versions: readonly string[]) => HandlingBefore;

/** The handling of one version. */
export interface HandlingSide {
  readonly version: string;
  readonly handling: Handling;
}

type Part = 'label' | 'distribution' | 'originator' | 'caveats' | 'chathamHouse' | 'cleared' | 'expires';

/**
 * Merges marks. A tightening on one side is taken. A loosening or widening is always a question, and until a person
 * has answered it the stricter holds: the stricter label, the narrower distribution, the Chatham House rule,
 * the earlier last day.
 * Caveats merge as a set. The originator never changes, so two of them are a question.
 *
 * @param sides in the order of their versions, at least one
 */
export function mergeHandling(
  sides: readonly [HandlingSide, ...HandlingSide[]],
  bases: HandlingBases,
): { handling: Handling; conflicts: FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const ask = (part: Part) => conflicts.push(question(part, sides, bases));
  const [first] = sides;
  const all = sides.map((side) => side.handling);

  const label = all.map((handling) => handling.label).reduce(stricterLabel);
  if (anyPair(sides, bases, 'label', asksForLabel)) ask('label');

  const { distribution, certain } = mergeDistributions(sides, bases);
  if (!certain || anyPair(sides, bases, 'distribution', asksForDistribution)) ask('distribution');

  const before = settledBefore(bases, versionsOf(sides), 'originator');
  const originator = before?.originator ?? first.handling.originator;
  if (all.some((handling) => handling.originator !== originator)) ask('originator');

  const chathamHouse = all.some((handling) => handling.chathamHouse);
  if (anyPair(sides, bases, 'chathamHouse', asksForChathamHouse)) ask('chathamHouse');

  const expires = all.map((handling) => handling.expires).reduce(earlierExpiry);
  if (anyPair(sides, bases, 'expires', asksForExpiry)) ask('expires');

  const caveats = mergeCaveats(sides, bases);
  if (caveats.unsure) ask('caveats');

  const cleared = mergeCleared(sides, bases, { label, distribution });
  if (cleared.unsure) ask('cleared');

  return {
    handling: {
      label,
      distribution,
      originator,
      caveats: caveats.value,
      chathamHouse,
      ...(cleared.value === undefined ? {} : { cleared: cleared.value }),
      ...(expires === undefined ? {} : { expires }),
    },
    conflicts,
  };
}

const versionsOf = (sides: readonly HandlingSide[]): string[] => sides.map((side) => side.version);

const pathOfPart = (part: Part): string => `$handling.${part}`;

function question(part: Part, sides: readonly HandlingSide[], bases: HandlingBases): FieldConflict {
  const before = settledBefore(bases, versionsOf(sides), part);
  const base = before && partOf(before, part);
  return {
    path: pathOfPart(part),
    field: '$handling',
    type: 'handling',
    ...(base === undefined ? {} : { base }),
    sides: sides.map(({ version, handling }): Side => ({ version, value: partOf(handling, part) })),
  };
}

function partOf(handling: Handling, part: Part): Json | undefined {
  const value = handling[part];
  return typeof value === 'object' ? asJson(value) : value;
}

function settledBefore(bases: HandlingBases, versions: readonly string[], part: Part): Handling | undefined {
  const before = bases(versions);
  return before.unsettled.has(pathOfPart(part)) ? undefined : before.handling;
}

type Asks = (one: Handling, other: Handling, before: Handling | undefined) => boolean;

function anyPair(sides: readonly HandlingSide[], bases: HandlingBases, part: Part, asks: Asks): boolean {
  return sides.some((one, index) =>
    sides
      .slice(index + 1)
      .some((other) => asks(one.handling, other.handling, settledBefore(bases, [one.version, other.version], part))),
  );
}

/** Whether the looser of two labels was loosened by its side, as far as anyone can say. */
const asksForLabel: Asks = (one, other, before) => {
  if (one.label === other.label) return false;
  if (before === undefined) return true;
  return Math.max(labelRank(one.label), labelRank(other.label)) > labelRank(before.label);
};

/**
 * What all distributions have in common, which must be one of theirs to be certain. Where they have nothing in common,
 * what a side left unchanged holds until a person decides, else the first one's.
 */
function mergeDistributions(
  sides: readonly [HandlingSide, ...HandlingSide[]],
  bases: HandlingBases,
): { distribution: Distribution; certain: boolean } {
  const first = sides[0].handling.distribution;
  const all = sides.map((side) => side.handling.distribution);
  const common = all.reduce<Distribution | undefined>((one, other) => one && commonDistribution(one, other), first);
  if (common !== undefined) {
    return { distribution: common, certain: all.some((one) => sameDistribution(one, common)) };
  }
  const before = settledBefore(bases, versionsOf(sides), 'distribution')?.distribution;
  const unchanged = all.find((one) => before !== undefined && sameDistribution(one, before));
  return { distribution: unchanged ?? first, certain: false };
}

/** Whether the wider of two distributions was widened by its side, or nobody can say which is the wider. */
const asksForDistribution: Asks = (one, other, before) => {
  if (sameDistribution(one.distribution, other.distribution)) return false;
  const common = commonDistribution(one.distribution, other.distribution);
  if (before === undefined || common === undefined) return true;
  const wider = widerOf(one.distribution, other.distribution, common);
  if (wider === undefined) return true;
  if (sameDistribution(wider, before.distribution)) return false;
  return isWithin(wider, before.distribution) !== true || isWithin(common, wider) !== true;
};

function widerOf(one: Distribution, other: Distribution, common: Distribution): Distribution | undefined {
  if (sameDistribution(common, one)) return other;
  if (sameDistribution(common, other)) return one;
  return undefined;
}

const asksForChathamHouse: Asks = (one, other, before) =>
  one.chathamHouse !== other.chathamHouse && (before === undefined || before.chathamHouse);

/** Whether the later of two last days was put off by its side, as far as anyone can say. */
const asksForExpiry: Asks = (one, other, before) =>
  one.expires !== other.expires && (before === undefined || isPutOff(before, one) || isPutOff(before, other));

function mergeCaveats(sides: readonly HandlingSide[], bases: HandlingBases): { value: string[]; unsure: boolean } {
  const [first, ...rest] = sides;
  if (first !== undefined && rest.every((side) => sameJson(side.handling.caveats, first.handling.caveats))) {
    return { value: first.handling.caveats, unsure: false };
  }
  const value: string[] = [];
  let unsure = false;
  for (const caveat of new Set(sides.flatMap((side) => side.handling.caveats))) {
    const having = sides.filter((side) => side.handling.caveats.includes(caveat));
    const lacking = sides.filter((side) => !side.handling.caveats.includes(caveat));
    const had = (one: HandlingSide, other: HandlingSide) =>
      settledBefore(bases, [one.version, other.version], 'caveats')?.caveats.includes(caveat);
    if (having.some((one) => lacking.every((other) => had(one, other) !== true))) value.push(caveat);
    if (having.some((one) => lacking.some((other) => had(one, other) === undefined))) unsure = true;
  }
  return { value, unsure };
}

/**
 * The clearance follows the side that the mark comes from. Of several, one that another side has seen and renewed
 * gives way, and then the one that falls back to the strictest mark holds. That one side has the same mark without
 * any clearance is a loosening, and a question.
 */
function mergeCleared(
  sides: readonly HandlingSide[],
  bases: HandlingBases,
  mark: Mark,
): { value: Handling['cleared']; unsure: boolean } {
  const marked = sides.filter(
    ({ handling }) => handling.label === mark.label && sameDistribution(handling.distribution, mark.distribution),
  );
  const origin = marked.length > 0 ? marked : sides;
  const renewed = (one: HandlingSide) =>
    origin.some((other) => {
      const before = settledBefore(bases, [one.version, other.version], 'cleared');
      return (
        before !== undefined &&
        !sameCleared(other.handling.cleared, one.handling.cleared) &&
        sameCleared(before.cleared, one.handling.cleared)
      );
    });
  const standing = origin.filter((side) => !renewed(side));
  const clearances = (standing.length > 0 ? standing : origin).map((side) => side.handling.cleared);
  const given = clearances.filter((cleared) => cleared !== undefined);
  const [strictest] =
    given.length > 0 ? given.sort(compareCleared) : origin.flatMap((side) => side.handling.cleared ?? []);
  return { value: strictest, unsure: strictest !== undefined && clearances.includes(undefined) };
}

type Cleared = NonNullable<Handling['cleared']>;

function sameCleared(one: Cleared | undefined, other: Cleared | undefined): boolean {
  return sameJson(one && asJson(one), other && asJson(other));
}

function compareCleared(one: Cleared, other: Cleared): number {
  const rank = labelRank(one.otherwise.label) - labelRank(other.otherwise.label);
  if (rank !== 0) return rank;
  const [left, right] = [canonicalJson(asJson(one)), canonicalJson(asJson(other))];
  return left < right ? -1 : left > right ? 1 : 0;
}
