import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The longest tests begin first, so that none is left when all others have ended: those in real windows, then those that
 * take half a minute and more.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

const LONGEST = [
  '/tests/e2e/screens',
  '/tests/e2e/',
  '/tests/scripts/',
  '/tests/cli/',
  '/tests/loopback/',
  '/tests/electron/',
  '/tests/core/release/exporters',
  '/tests/laws/',
  '/tests/domain/release/canaries',
  '/tests/fuzz/',
  '/tests/core/vault/interrupted',
  '/tests/',
];

function rank({ moduleId }: TestSpecification): number {
  return LONGEST.findIndex((part) => moduleId.includes(part));
}

const SHARED = {
  setupFiles: ['tests/helpers/seed.ts'],
  testTimeout: 300_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
  deps: {
    optimizer: {
      ssr: {
        enabled: true,
        include: ['drizzle-orm', 'drizzle-orm/better-sqlite3', 'drizzle-orm/sqlite-core', 'drizzle-orm/migrator'],
      },
    },
  },
  // The application as it ships is run as it is.
  server: { deps: { external: [/\/dist\/app\//] } },
  // A condition is waited for as long as a busy machine needs, not the second that is usual.
  expect: { poll: { timeout: 30_000 } },
} satisfies TestProjectInlineConfiguration['test'];

/** What is about windows or processes, or changes its own. */
const APART = ['tests/{cli,e2e,electron,loopback,scripts}/**/*.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/helpers/runFolder.ts'],
    maxWorkers: 2,
    projects: [
      { test: { ...SHARED, name: 'apart', include: APART } },
      // A process reads the sources once for all of its files.
      { test: { ...SHARED, name: 'together', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false } },
    ],
  },
});
