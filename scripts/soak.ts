import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ROOT } from './run.ts';
import { commitHere } from './soak/commitHere.ts';
import { runWatched } from './soak/runWatched.ts';

/**
 * `npm run soak -- [--runs N] [--seconds N] [--seed S] [--vaults N] [--exporters N]`: far more cases than CI has time for.
 * An hour of bundles and texts mutated at every layer; bundles as large as they may be, received in bounded memory; a book
 * with a PDF of 400 pages and 200 MB of pictures bound in (alone: `node tests/binding/main.ts`); 10,000 vaults of canaries through the gate and 1,000 through every exporter (alone: `npm run soak:gate`, which says how it goes
 * on where it was ended); then the laws of exchange over 20,000 histories, and as many cases of every other property of
 * merging, the gate and the parsers. Ends with a result that can be quoted: what, how many, which seed, how
 * long, how much memory; the same in `out/soak.json`.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3600' },
    vaults: { type: 'string', default: '10000' },
    exporters: { type: 'string', default: '1000' },
    seed: { type: 'string', default: process.env.AMBERDESK_SEED ?? String(randomInt(2 ** 31)) },
  },
});
const { runs, seconds, seed, vaults, exporters } = values;

const PROPERTIES = ['tests/domain', 'tests/laws', 'tests/core/release', 'tests/core/records', 'tests/core/papers'];
const OUT = join(ROOT, 'out');
const FILES = {
  fuzz: join(OUT, 'fuzz.json'),
  gate: join(OUT, 'gate.json'),
  binding: join(OUT, 'binding.json'),
  cases: join(OUT, 'cases.jsonl'),
  tests: join(OUT, 'soak-tests.json'),
};

const Fuzzed = z.object({ tried: z.number(), faults: z.array(z.string()), memory: z.number() });
const Gated = z.object({
  release: z.number(),
  exporters: z.number(),
  outputs: z.number(),
  shown: z.number(),
  faults: z.array(z.string()),
});
const Bound = z.object({
  passed: z.boolean(),
  annex: z.object({ pages: z.number() }),
  pictures: z.object({ files: z.number(), megabytes: z.number() }),
  pages: z.number(),
  bytes: z.number(),
  bound: z.number(),
  listed: z.number(),
  steps: z.array(z.object({ name: z.string(), memory: z.number(), wall: z.number() })),
});
const Tested = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
/** How many cases one property tried, in which test file. */
const Tried = z.object({ file: z.string(), cases: z.number() });

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Every property that was tried, from the lines that `tests/helpers/seed.ts` wrote. */
function tried(): z.infer<typeof Tried>[] {
  const lines = readFileSync(FILES.cases, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => Tried.parse(JSON.parse(line)));
}

const count = (number: number): string => number.toLocaleString('en');
const duration = (all: number): string => {
  const minutes = Math.round(all / 60);
  if (minutes === 0) return `${Math.round(all)} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** What was bound in, what is listed with the reason since one print holds no more, and what each print took. */
function boundInWords({ annex, pictures, pages, bytes, bound, listed, steps }: z.infer<typeof Bound>): string {
  const prints = steps.filter(({ name }) => name.startsWith('print'));
  const took = prints.map(({ name, wall, memory }) => `${name} ${Math.round(wall / 1000)} s, ${count(memory)} MiB`);
  return `a PDF of ${annex.pages} pages and ${pictures.files} pictures of ${pictures.megabytes} MB; ${bound} bound in, ${listed} listed with the reason, ${count(pages)} pages, ${Math.round(bytes / 1_000_000)} MB; ${took.join('; ')}`;
}

mkdirSync(OUT, { recursive: true });
for (const file of Object.values(FILES)) rmSync(file, { force: true });
writeFileSync(FILES.cases, '');
console.log(`Seed ${seed}: --seed ${seed} tries the same cases again.`);
const mutating = await runWatched(
  'node',
  ['tests/fuzz/main.ts', '--seconds', seconds, '--seed', seed, '--report', FILES.fuzz],
  {},
);
const receiving = await runWatched('vitest', ['run', 'tests/core/exchange/memory.test.ts', '--testTimeout=14400000'], {
  AMBERDESK_FULL_SIZE: '1',
});
const binding = await runWatched('node', ['tests/binding/main.ts', '--report', FILES.binding], {});
const gating = await runWatched(
  'node',
  ['tests/gate/main.ts', '--seed', seed, '--release', vaults, '--exporters', exporters, '--report', FILES.gate],
  {},
);
const proving = await runWatched(
  'vitest',
  [
    'run',
    ...PROPERTIES,
    '--testTimeout=14400000',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${FILES.tests}`,
  ],
  { AMBERDESK_RUNS: runs, AMBERDESK_SEED: seed, AMBERDESK_CASES: FILES.cases },
);

const fuzzed = read(FILES.fuzz, Fuzzed);
const gated = read(FILES.gate, Gated);
const bound = read(FILES.binding, Bound);
const tested = read(FILES.tests, Tested);
const properties = tried();
const histories = properties.filter(({ file }) => file.includes('/laws/')).reduce((sum, { cases }) => sum + cases, 0);
const cases = properties.reduce((sum, one) => sum + one.cases, 0);
const passed = mutating.succeeded && receiving.succeeded && binding.succeeded && gating.succeeded && proving.succeeded;
writeFileSync(
  join(OUT, 'soak.json'),
  `${JSON.stringify({ commit: commitHere(), node: process.version, seed, passed, mutating, fuzzed, receiving, binding, bound, gating, gated, proving, tested, histories, cases, properties: properties.length }, null, 2)}\n`,
);
console.log(`
Soak of ${commitHere()}, Node ${process.version}, ${availableParallelism()} processors, seed ${seed}.
Mutated bundles and texts: ${fuzzed === undefined ? 'no report' : `${count(fuzzed.tried)} cases, ${count(fuzzed.faults.length)} faults`}, in ${duration(mutating.seconds)}; the reader used at most ${fuzzed?.memory ?? 0} MiB.
Bundles as large as they may be: ${receiving.succeeded ? 'received in bounded memory' : 'failed'}, in ${duration(receiving.seconds)}.
A book with large annexes: ${bound === undefined ? 'no report' : boundInWords(bound)}, in ${duration(binding.seconds)}.
Vaults of canaries: ${gated === undefined ? 'no report' : `${count(gated.release)} through the gate, ${count(gated.exporters)} through every exporter into ${count(gated.outputs)} outputs, ${count(gated.faults.length)} faults`}, in ${duration(gating.seconds)}.
Laws of exchange: ${count(histories)} histories over three to five installations.
All properties: ${count(properties.length)}, with ${count(cases)} cases; ${count(tested?.numPassedTests ?? 0)} tests passed, ${count(tested?.numFailedTests ?? 0)} failed, in ${duration(proving.seconds)}; at most ${count(proving.mebibytes)} MiB together.
${passed ? 'Passed.' : 'Failed: what is above says where, and the seed tries it again.'}`);
process.exitCode = passed ? 0 : 1;
