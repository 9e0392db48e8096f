import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

/** About a minute of a processor; `npm run fuzz` tries new cases as long as one likes, and `npm run soak` for an hour. */
const CASES = 260;

it('meets bundles mutated at every layer with a coded refusal and nothing written, or with a vault that is whole', async () => {
  const seed = process.env.AMBERDESK_SEED ?? '20270311';
  const { tried, faults, outcomes } = await fuzz({ seed, goesOn: (tried) => tried < CASES });
  expect(faults, 'each line says how to try the case again').toEqual([]);
  expect(tried).toBe(CASES);
  // The deep layers are reached: some bundles are taken, and some are refused for what they say.
  const ended = [...outcomes.keys()].map((outcome) => outcome.split(' ').at(-1));
  for (const outcome of ['accepted', 'undone', 'bundle.authority', 'bundle.malformed', 'bundle.layout', 'taken']) {
    expect(ended).toContain(outcome);
  }
});
