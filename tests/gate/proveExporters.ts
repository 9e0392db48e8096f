import { choicesOf, INNER, UUID } from '../helpers/canaries.ts';
import type { CanaryDesk, CanaryDesks } from './canaryDesk.ts';
import { everythingIn } from './everyForm.ts';
import { type Output, WAYS } from './ways.ts';

/** How many outputs were made of a sort for an audience, and how many canaries stood in them by right. */
export type Tally = Map<string, { outputs: number; shown: number }>;

export interface Trial {
  readonly desks: CanaryDesks;
  readonly seed: number;
  /** Everything that can be made of the vault; otherwise some of it, another part for each seed. */
  readonly thorough: boolean;
  /** What was made is counted here. */
  readonly tally: Tally;
  readonly ways?: typeof WAYS;
}

/** Between the name of a way and whom its output is for. */
const FOR = ' → ';

/** Of a hundred outputs so many are made where a vault is not looked at thoroughly; over many vaults all are. */
const SOME = 15;

/**
 * Makes every output for every audience of the vault with this seed, and searches what was written. Throws where
 * something stands in it that was not released, with the seed that tries it again.
 */
export async function proveExporters({ desks, seed, thorough, tally, ways = WAYS }: Trial): Promise<void> {
  const desk = await desks.desk(seed);
  try {
    const known = idsIn(desk);
    const choices = choicesOf(seed ^ 0x5eed);
    for (const audience of desk.generated.audiences) {
      for (const [exporter, all] of Object.entries(ways)) {
        for (const [name, way] of Object.entries(all)) {
          const what = `${exporter} ${name}${FOR}${audience.kind}`;
          if (!thorough && !choices.percent(SOME)) continue;
          try {
            for await (const output of way({ desk, audience, choices, thorough })) {
              const shown = await searched(desk, output, known);
              const count = tally.get(what) ?? { outputs: 0, shown: 0 };
              tally.set(what, { outputs: count.outputs + 1, shown: count.shown + shown });
            }
          } catch (cause) {
            throw new Error(`seed ${seed}, ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, {
              cause,
            });
          }
        }
      }
    }
  } finally {
    desk.close();
  }
}

/** Searches what was written, each file and all of them one after the other. Gives how many canaries were found. */
async function searched(
  desk: CanaryDesk,
  { files, may, whole: isWhole = false }: Output,
  known: ReadonlySet<string>,
): Promise<number> {
  const pieces = files.length === 1 ? files : [...files.slice(1), Buffer.concat(files)];
  let shown = 0;
  for (const bytes of pieces) {
    const { canaries, ids } = await everythingIn(bytes, desk.open);
    const leaked = [...canaries.difference(may.canaries)];
    const traced = may.ids === 'all' ? [] : [...ids.intersection(known).difference(may.ids)];
    if (leaked.length + traced.length > 0) throw new Error(`it holds ${[...leaked, ...traced].slice(0, 8).join(', ')}`);
    shown = canaries.size;
    const lost = isWhole && bytes === pieces.at(-1) ? [...may.canaries.difference(canaries)] : [];
    if (lost.length > 0) throw new Error(`it was to hold ${lost.slice(0, 8).join(', ')}`);
  }
  return shown;
}

/** Everything in the vault that leads back to it. */
function idsIn({ generated: { records, histories, files } }: CanaryDesk): Set<string> {
  const words = JSON.stringify([records, [...histories.values()]]);
  return new Set([
    ...(words.match(UUID) ?? []),
    ...(words.match(INNER) ?? []),
    ...[...histories.values()].flat().map(({ id }) => String(id)),
    ...files.keys(),
  ]);
}

/** The sorts of audience for which something was made: by each exporter, and in each of its ways. */
export function madeIn(tally: Tally): Map<string, Set<string>> {
  const made = new Map<string, Set<string>>();
  for (const what of tally.keys()) {
    const [way = '', kind = ''] = what.split(FOR);
    const [exporter = ''] = way.split(' ');
    for (const name of [exporter, way]) made.set(name, (made.get(name) ?? new Set()).add(kind));
  }
  return made;
}
