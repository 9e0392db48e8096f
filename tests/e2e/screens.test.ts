import { expect, it } from 'vitest';
import { screensOfTheFrame } from '../helpers/everyScreen.ts';
import { lookAtEach } from '../helpers/lookAtScreens.ts';

it('every screen of the frame is accessible in every look and language, and nothing is cut off in a small window or at 200 %', async () => {
  expect((await lookAtEach(screensOfTheFrame)).length).toBeGreaterThan(40);
}, 1_200_000);
