import { defineConfig } from 'vitest/config';

/** For `npm run test:electron` alone: `npm test` runs where Electron's program is not. */
export default defineConfig({
  test: { include: ['tests/electron/smoke/*.smoke.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
});
