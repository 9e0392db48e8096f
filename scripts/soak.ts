import { randomInt } from 'node:crypto';
import { run } from './run.ts';

/**
 * `npm run soak -- [RUNS]`: the laws of merging, the gate, its exporters and the parsers over far more cases than CI has
 * time for; 20,000 of each unless told. Before them, an hour of bundles mutated at every layer, and bundles as large as they
 * may be, received in bounded memory.
 */
const runs = process.argv[2] ?? '20000';
const seed = process.env.AMBERDESK_SEED ?? String(randomInt(2 ** 31));
console.log(`Seed ${seed}: AMBERDESK_SEED=${seed} tries the same cases again.`);
const mutated = run('node', ['tests/fuzz/main.ts', '--seconds', '3600', '--seed', seed]);
const large = run('vitest', ['run', 'tests/core/exchange/memory.test.ts', '--testTimeout=14400000'], {
  AMBERDESK_FULL_SIZE: '1',
});
const properties = ['tests/domain', 'tests/laws', 'tests/core/release', 'tests/core/records', 'tests/core/papers'];
const succeeded = run('vitest', ['run', ...properties, '--testTimeout=14400000'], {
  AMBERDESK_RUNS: runs,
  AMBERDESK_SEED: seed,
});
process.exitCode = mutated && large && succeeded ? 0 : 1;
