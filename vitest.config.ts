import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // These want the machine for themselves: `npm run test:windows`.
    exclude: process.env.AMBERDESK_WINDOWS ? [] : ['tests/e2e/{traces,screens}.test.ts', '**/node_modules/**'],
    retry: 1,
    setupFiles: ['tests/helpers/seed.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A condition is waited for as long as a busy machine needs, not the second that is usual.
    expect: { poll: { timeout: 30_000 } },
  },
});
