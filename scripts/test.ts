import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ensurePrograms } from './ensurePrograms.ts';
import { ROOT, run, runBeside } from './run.ts';

/** `npm test`: types, lint, and every test; in CI a test that was left out is a failure. */
const RESULT = join(ROOT, 'out', 'test.json');
const Result = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

async function main(): Promise<number> {
  // None of these needs another: while packages come, types are checked and the application is built.
  const ready = await Promise.all([
    ensurePrograms(),
    runBeside('tsc', ['-b']),
    runBeside('biome', ['check', '.']),
    runBeside('node', ['scripts/build.ts', '--stale']),
  ]);
  if (ready.includes(false)) return 1;
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  rmSync(RESULT, { force: true });
  const chosen = process.argv.slice(2);
  const succeeded = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULT}`,
    ...chosen,
  ]);
  const result = Result.parse(JSON.parse(readFileSync(RESULT, 'utf8')));
  const leftOut = result.numPendingTests + result.numTodoTests;
  const failed = Math.max(result.numFailedTests, succeeded ? 0 : 1) + (process.env.CI ? leftOut : 0);
  if (process.env.CI && leftOut > 0) console.error(`${leftOut} tests were left out, which counts as failing in CI.`);
  console.log(`${result.numPassedTests} passed, ${failed} failed`);
  return failed === 0 && result.numPassedTests > 0 ? 0 : 1;
}

process.exitCode = await main();
