import { type Distribution, LABELS, type Label } from './handling.ts';

/** How strict a label is: 0 for PRIVATE, 1 for TLP:RED … 5 for TLP:CLEAR. Lower is stricter. */
export function labelRank(label: Label): number {
  return LABELS.indexOf(label);
}

/** The stricter of two labels (TLP 2.0). */
export function stricterLabel(one: Label, other: Label): Label {
  return labelRank(one) <= labelRank(other) ? one : other;
}

const REACH = ['installation', 'named', 'board', 'community', 'everyone'] as const;

function reach(distribution: Distribution): number {
  return REACH.indexOf(distribution.to);
}

/** Whether two distributions name the same, whatever the order of the names. */
export function sameDistribution(one: Distribution, other: Distribution): boolean {
  if (one.to !== 'named' || other.to !== 'named') return one.to === other.to;
  return isWithin(one, other) === true && isWithin(other, one) === true;
}

/**
 * Whether everybody in `inner` is also in `outer`, as far as the names alone tell. Undefined where it takes knowing
 * who belongs to what: named parties beside the board or the community, and persons beside organisations.
 */
export function isWithin(inner: Distribution, outer: Distribution): boolean | undefined {
  if (inner.to === 'named' && outer.to === 'named') {
    const organisations = new Set<string>(outer.organisations);
    const persons = new Set<string>(outer.persons);
    if (!inner.organisations.every((id) => organisations.has(id))) return false;
    if (inner.persons.every((id) => persons.has(id))) return true;
    return organisations.size > 0 ? undefined : false;
  }
  if (inner.to === 'named' || outer.to === 'named') {
    const [named, fixed] = inner.to === 'named' ? [inner, outer] : [outer, inner];
    if (fixed.to === 'installation') return fixed === inner;
    if (fixed.to === 'everyone') return named === inner;
    return named === inner ? undefined : false;
  }
  return reach(inner) <= reach(outer);
}

/**
 * What two distributions have in common: of two lists of names the names on both, else the one that reaches fewer.
 * Named parties beside the board or the community count as fewer, as they nearly always are. Undefined when no name is
 * on both lists: only a person knows who belongs to what.
 */
export function commonDistribution(one: Distribution, other: Distribution): Distribution | undefined {
  if (one.to !== 'named' || other.to !== 'named') return reach(other) < reach(one) ? other : one;
  const organisations = new Set<string>(other.organisations);
  const persons = new Set<string>(other.persons);
  const both = {
    organisations: one.organisations.filter((id) => organisations.has(id)),
    persons: one.persons.filter((id) => persons.has(id)),
  };
  return both.organisations.length + both.persons.length > 0 ? { to: 'named', ...both } : undefined;
}
