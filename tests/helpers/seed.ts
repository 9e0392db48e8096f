import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';

/**
 * Before every test file: `npm test` tries the same cases every time, so that its outcome tells of the code alone;
 * `npm run soak` tries new ones, prints their seed, and counts what every property tried in the file that
 * AMBERDESK_CASES names.
 */
const counts = process.env.AMBERDESK_CASES;
fc.configureGlobal({
  seed: Number(process.env.AMBERDESK_SEED ?? 20_270_311),
  ...(counts === undefined ? {} : { reporter: (tried) => counted(counts, tried) }),
});

/** Notes how many cases a property tried, and fails as without this where it does not hold. */
function counted(file: string, tried: fc.RunDetails<unknown>): void {
  const said = { file: expect.getState().testPath ?? '', cases: tried.numRuns };
  appendFileSync(file, `${JSON.stringify(said)}\n`);
  if (tried.failed) throw new Error(fc.defaultReportMessage(tried), { cause: tried.errorInstance });
}
