import { expect, test } from 'vitest';
import { distributionWith, markWithLabel, mayChoose, reachesOf } from '../../../domain/handling/choices.ts';
import type { Handling, Mark } from '../../../domain/handling/handling.ts';
import { naturalId } from '../../../domain/records/ids.ts';

const [northmark, avaria] = [naturalId('organisation', 'XN'), naturalId('organisation', 'XA')];
const author = { organisation: northmark, person: naturalId('person', 'Ines Varga') };
const toBoard: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };

test('a label offers what it can be given', () => {
  expect(reachesOf('PRIVATE', { author })).toEqual(['installation']);
  expect(reachesOf('TLP:RED', { author })).toEqual(['named']);
  expect(reachesOf('TLP:AMBER+STRICT', { author })).toEqual(['named']);
  expect(reachesOf('TLP:AMBER', { author })).toEqual(['named', 'board']);
  expect(reachesOf('TLP:GREEN', { author })).toEqual(['named', 'board', 'community', 'everyone']);
  expect(reachesOf('TLP:CLEAR', { author })).toEqual(['everyone']);
});

test('another label starts with its own distribution, and keeps one that was chosen by hand', () => {
  expect(markWithLabel(toBoard, 'TLP:GREEN', author)).toEqual({
    label: 'TLP:GREEN',
    distribution: { to: 'community' },
  });
  const named: Mark = { label: 'TLP:AMBER', distribution: { to: 'named', organisations: [avaria], persons: [] } };
  expect(markWithLabel(named, 'TLP:GREEN', author)).toEqual({ ...named, label: 'TLP:GREEN' });
  expect(markWithLabel(named, 'TLP:RED', author).distribution).toEqual({
    to: 'named',
    organisations: [],
    persons: [author.person],
  });
  expect(distributionWith('TLP:AMBER', 'named', author)).toEqual({
    to: 'named',
    organisations: [northmark],
    persons: [],
  });
});

test('what others wrote and shared may be tightened and not loosened', () => {
  const shared: Handling = { ...toBoard, originator: avaria, caveats: [], chathamHouse: false };
  const strict: Mark = {
    label: 'TLP:AMBER+STRICT',
    distribution: { to: 'named', organisations: [northmark], persons: [] },
  };
  const green: Mark = { label: 'TLP:GREEN', distribution: { to: 'board' } };
  expect(mayChoose(strict, { shared, author })).toBe(true);
  expect(mayChoose(green, { shared, author })).toBe(false);
  expect(mayChoose(green, { shared: { ...shared, originator: northmark }, author })).toBe(true);
  expect(mayChoose(green, { shared: undefined, author })).toBe(true);
});
