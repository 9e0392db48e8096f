import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceFrom } from './chance.ts';
import { BYTE_MUTATIONS } from './mutateBytes.ts';
import { CONTENT_MUTATIONS } from './mutateContents.ts';
import { theNetwork } from './theNetwork.ts';
import { watchedReader } from './watchReader.ts';

const MUTATIONS = { ...BYTE_MUTATIONS, ...CONTENT_MUTATIONS };
type Layer = keyof typeof MUTATIONS;

/** How often each layer is tried: the deeper ones more, because there is more behind them. */
const WEIGHTS: Readonly<Record<Layer, number>> = {
  anyByte: 3,
  header: 3,
  payload: 2,
  tarHeaders: 4,
  tarEntries: 4,
  tarBytes: 3,
  signature: 2,
  manifest: 8,
  manifestText: 2,
  place: 5,
  cards: 4,
  gzip: 3,
  lines: 4,
  revisions: 14,
  graph: 6,
  large: 1,
};

const isLayer = (name: string): name is Layer => Object.hasOwn(WEIGHTS, name);
const LAYERS = Object.entries(WEIGHTS).flatMap(([name, weight]) =>
  isLayer(name) ? Array.from({ length: weight }, () => name) : [],
);

export interface FuzzOrder {
  readonly seed: string;
  /** The number of the first case. */
  readonly first?: number;
  /** Ends after so many cases, or once this gives false. */
  readonly goesOn: (tried: number) => boolean;
  /** Told how each case ended. */
  readonly tell?: (line: string) => void;
}

/** What was tried: the faults, each with what tries it again; and how the cases ended, by layer and outcome. */
export interface FuzzReport {
  readonly tried: number;
  readonly faults: readonly string[];
  readonly outcomes: ReadonlyMap<string, number>;
  /** The highest resident memory of the reader in any case, in MiB. */
  readonly memory: number;
}

/**
 * Mutates sound bundles at every layer and opens them in a vault, in a process that is watched from outside. A case is
 * made from its seed and number alone, so that it can be made again; nothing of it is kept.
 */
export async function fuzz({ seed, first = 0, goesOn, tell = () => {} }: FuzzOrder): Promise<FuzzReport> {
  const root = mkdtempSync(join(tmpdir(), 'amberdesk-fuzz-'));
  const network = await theNetwork(root);
  const reader = await watchedReader(network.target);
  const faults: string[] = [];
  const outcomes = new Map<string, number>();
  let [tried, highest] = [0, 0];
  try {
    for (; goesOn(tried); tried += 1) {
      const number = first + tried;
      const chance = chanceFrom(`${seed}/${number}`);
      const layer = chance.pick(LAYERS);
      const file = join(root, 'case.amber');
      const bytes = await MUTATIONS[layer](chance, chance.pick(network.bases));
      writeFileSync(file, bytes);
      const ended = await reader.open(`${seed}/${number}`, file);
      highest = Math.max(highest, ended.memory);
      const outcome = 'outcome' in ended ? ended.outcome : 'FAULT';
      outcomes.set(`${layer} ${outcome}`, (outcomes.get(`${layer} ${outcome}`) ?? 0) + 1);
      tell(`${number} ${layer} ${outcome} ${ended.memory} MiB, ${bytes.length} bytes`);
      if ('fault' in ended) {
        faults.push(`npm run fuzz -- --seed ${seed} --case ${number} (${layer}): ${ended.fault}`);
      }
    }
    return { tried, faults, outcomes, memory: highest };
  } finally {
    await reader.close();
    network.close();
    rmSync(root, { recursive: true, force: true });
  }
}
