/**
 * A bundle cut into volumes for gateways that refuse large files: `x.amber.001`, `x.amber.002`, …, each of the chosen
 * size but the last. Their bytes, one after the other, are the bundle: nothing is added, so `cat` joins them.
 */
export const VOLUMES = {
  /** In bytes, of one volume. */
  least: 1024,
  most: 999,
} as const;

export interface VolumeName {
  /** `x.amber` */
  readonly bundle: string;
  /** From 1. */
  readonly number: number;
}

/** What a file's name says of the volume it is; undefined for other files. */
export function volumeOf(name: string): VolumeName | undefined {
  const found = /^(.+\.amber)\.(\d{3})$/i.exec(name);
  if (found === null) return undefined;
  const number = Number(found[2]);
  return number === 0 ? undefined : { bundle: found[1] ?? '', number };
}

/** The name of a volume: `x.amber.001`. */
export function volumeName(bundle: string, number: number): string {
  return `${bundle}.${String(number).padStart(3, '0')}`;
}

export interface FoundVolume {
  /** Its name, without folders. */
  readonly name: string;
  readonly size: number;
}

/** What files that were given as the volumes of one bundle are, by their names and sizes alone. */
export interface ArrangedVolumes<V extends FoundVolume> {
  /** One file of each number, in their order; the others with that number are in `again`. */
  readonly inOrder: readonly V[];
  /** Further files of a number that is there already. */
  readonly again: readonly V[];
  /** Names of those that are missing, as far as that can be told: what comes after the last, only its content says. */
  readonly missing: readonly string[];
  /** Names of files that are no volume of this bundle: another name, or a size that none of it can have. */
  readonly foreign: readonly string[];
}

/** Sorts out volumes that came in any order. The bundle is the one that most of the files are named after. */
export function arrangeVolumes<V extends FoundVolume>(found: readonly V[]): ArrangedVolumes<V> {
  const bundle = mostFrequent(found.flatMap(({ name }) => volumeOf(name)?.bundle.toLowerCase() ?? []));
  const foreign: string[] = [];
  const byNumber = new Map<number, V[]>();
  for (const volume of found) {
    const named = volumeOf(volume.name);
    if (named === undefined || named.bundle.toLowerCase() !== bundle) foreign.push(volume.name);
    else byNumber.set(named.number, [...(byNumber.get(named.number) ?? []), volume]);
  }
  const last = Math.max(0, ...byNumber.keys());
  const missing: string[] = [];
  const inOrder: V[] = [];
  const again: V[] = [];
  const written = volumeOf([...byNumber.values()][0]?.[0]?.name ?? '')?.bundle ?? '';
  for (let number = 1; number <= last; number += 1) {
    const [one, ...others] = byNumber.get(number) ?? [];
    if (one === undefined) missing.push(volumeName(written, number));
    else inOrder.push(one);
    again.push(...others);
  }
  foreign.push(...oddSizes(inOrder, missing.length === 0));
  return { inOrder, again, missing, foreign };
}

/** All but the last have one size, and the last is not larger. The first volume tells the size. */
function oddSizes(inOrder: readonly FoundVolume[], whole: boolean): string[] {
  const size = inOrder[0]?.size ?? 0;
  if (!whole) return [];
  return inOrder
    .filter((volume, index) => (index === inOrder.length - 1 ? volume.size > size : volume.size !== size))
    .map(({ name }) => name);
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
