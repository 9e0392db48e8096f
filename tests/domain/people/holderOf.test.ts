import { expect, it } from 'vitest';
import { holderOf, organisationIdOf, personIdOf } from '../../../domain/people/holderOf.ts';

it('two that never met give the same State and the same person the same ids', () => {
  const northmark = { name: 'Northmark', code: 'XN' };
  const holder = holderOf('Ines Halvard', northmark, 'member');
  expect(holder).toMatchObject({ name: 'Ines Halvard', organisationName: 'Northmark', role: 'member' });
  expect(holder.organisation).toBe(organisationIdOf({ name: 'Kingdom of Northmark', code: ' xn ' }));
  expect(holder.seat).toBe(personIdOf({ name: 'Northmark', code: 'XN' }, ' Ines Halvard '));
  expect(holderOf('Ines Halvard', { ...northmark, code: 'XA' }, 'member').seat).not.toBe(holder.seat);
});

it('a body without a code is known by its name', () => {
  const body = { name: 'Friends of the Quiet Sea', code: '' };
  expect(organisationIdOf(body)).toBe(organisationIdOf({ name: 'Friends of the Quiet Sea' }));
  expect(holderOf('Edda Marlow', { ...body, shortName: 'Friends' }, 'guest').organisationName).toBe('Friends');
});
