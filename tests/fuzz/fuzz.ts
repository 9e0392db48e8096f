import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Chance, chanceFrom } from './chance.ts';
import { BYTE_MUTATIONS } from './mutateBytes.ts';
import { CONTENT_MUTATIONS } from './mutateContents.ts';
import { FILE_MUTATIONS, type FuzzCase } from './mutateFiles.ts';
import { WORD_MUTATIONS } from './mutateWords.ts';
import type { ReaderOrder } from './oneCase.ts';
import { type Base, type FuzzNetwork, theNetwork } from './theNetwork.ts';
import { watchedReader } from './watchReader.ts';

const BUNDLES = { ...BYTE_MUTATIONS, ...CONTENT_MUTATIONS, ...WORD_MUTATIONS };
type Layer = keyof typeof BUNDLES | keyof typeof FILE_MUTATIONS;

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
  directory: 8,
  words: 5,
  takingBack: 4,
  volumes: 5,
  paper: 6,
  table: 3,
  recordLines: 2,
};

const isOfFiles = (layer: Layer): layer is keyof typeof FILE_MUTATIONS => Object.hasOwn(FILE_MUTATIONS, layer);

/** A layer's case: a file of its own for a bundle. */
async function made(layer: Layer, chance: Chance, base: Base, network: FuzzNetwork): Promise<FuzzCase> {
  if (isOfFiles(layer)) return FILE_MUTATIONS[layer](chance, base, network);
  const bytes = await BUNDLES[layer](chance, base, network);
  return { does: 'open', files: [{ name: 'case.amber', bytes }] };
}

/** Writes a case's files into a folder of its own; gives what the reader is told. */
function written(folder: string, { does, files, given, kind }: FuzzCase): ReaderOrder {
  rmSync(folder, { recursive: true, force: true });
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const names = given ?? files.map(({ name }) => name);
  return { does, files: names.map((name) => join(folder, name)), ...(kind === undefined ? {} : { kind }) };
}

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
 * Mutates sound bundles at every layer, and texts that become papers and records, and opens them in a vault, in a process that is watched from outside. A case is
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
      const attempt = await made(layer, chance, chance.pick(network.bases), network);
      const ended = await reader.open(`${seed}/${number}`, written(join(root, 'case'), attempt));
      highest = Math.max(highest, ended.memory);
      const outcome = 'outcome' in ended ? ended.outcome : 'FAULT';
      outcomes.set(`${layer} ${outcome}`, (outcomes.get(`${layer} ${outcome}`) ?? 0) + 1);
      const size = attempt.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
      tell(`${number} ${layer} ${outcome} ${ended.memory} MiB, ${size} bytes`);
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
