import type { Author } from './change.ts';
import { allowsDistribution, startingDistribution } from './change.ts';
import type { Distribution, Handling, Label, Mark } from './handling.ts';
import { isWithin, labelRank, sameDistribution } from './order.ts';

/** Who may hold a record, without the names: what a person chooses first. */
export type Reach = Distribution['to'];

const REACHES: readonly Reach[] = ['installation', 'named', 'board', 'community', 'everyone'];

/** What a person starts from when they choose another mark. */
export interface Standing {
  /** The handling that was shared last; undefined while nobody else has seen the record. */
  readonly shared: Handling | undefined;
  readonly author: Author;
}

/** The reaches that a label can be given, the narrowest first. */
export function reachesOf(label: Label, { author }: Pick<Standing, 'author'>): Reach[] {
  return REACHES.filter((to) => {
    if (to !== 'named') return allowsDistribution(label, { to });
    const { organisation, person } = author;
    return [[organisation], []].some((organisations) =>
      allowsDistribution(label, { to, organisations, persons: organisations.length > 0 ? [] : [person] }),
    );
  });
}

/**
 * The mark that choosing a label leads to: with the distribution that it starts with, unless the one there is was
 * chosen by hand and the label allows it too.
 */
export function markWithLabel(mark: Mark, label: Label, author: Author): Mark {
  const chosen = !sameDistribution(mark.distribution, startingDistribution(mark.label, author));
  const kept = chosen && allowsDistribution(label, mark.distribution);
  return { label, distribution: kept ? mark.distribution : startingDistribution(label, author) };
}

/** The distribution that choosing a reach begins with: those named are the author's own organisation, or the author. */
export function distributionWith(label: Label, to: Reach, author: Author): Distribution {
  if (to !== 'named') return { to };
  const started = startingDistribution(label, author);
  return started.to === 'named' ? started : { to, organisations: [author.organisation], persons: [] };
}

/**
 * Whether this person may set the mark, as far as the names alone tell: anything on what is their organisation's or
 * was never shared, else nothing looser than what was shared. The core has the last word (`checkHandlingChange`).
 */
export function mayChoose(mark: Mark, { shared, author }: Standing): boolean {
  if (shared === undefined || shared.originator === author.organisation) return true;
  return labelRank(mark.label) <= labelRank(shared.label) && isWithin(mark.distribution, shared.distribution) !== false;
}
