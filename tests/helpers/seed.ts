import fc from 'fast-check';

/**
 * Before every test file: `npm test` tries the same cases every time, so that its outcome tells of the code alone;
 * `npm run soak` tries new ones and prints their seed.
 */
fc.configureGlobal({ seed: Number(process.env.AMBERDESK_SEED ?? 20_270_311) });
