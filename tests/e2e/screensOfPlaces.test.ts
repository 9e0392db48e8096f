import { expect, it } from 'vitest';
import { screensOfThePlaces } from '../helpers/everyScreen.ts';
import { lookAtEach } from '../helpers/lookAtScreens.ts';

it('every screen of the places is accessible in every look and language, and nothing is cut off in a small window or at 200 %', async () => {
  expect((await lookAtEach(screensOfThePlaces)).length).toBeGreaterThan(25);
}, 1_200_000);
