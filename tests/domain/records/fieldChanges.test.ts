import { describe, expect, it } from 'vitest';
import { changedFields, lastChanges, type Written } from '../../../domain/records/fieldChanges.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { AMBER } from '../../helpers/versions.ts';

const version = (id: string, parents: string[], body: JsonObject, label = AMBER.label): Written => ({
  id,
  parents,
  body,
  handling: { ...AMBER, label },
  at: `2027-03-03T18:0${id.length}Z`,
});

/** Which version each field of the first one comes from. */
function origins(all: readonly Written[], view: Pick<Written, 'body' | 'handling'> | undefined = all[0], heads = 1) {
  if (view === undefined) return {};
  const changes = lastChanges(view, all.slice(0, heads), (id) => all.find((one) => one.id === id));
  return Object.fromEntries([...changes].filter(([name]) => !name.startsWith('$')).map(([name, { id }]) => [name, id]));
}

describe('who changed a field last', () => {
  it('is who gave it the value that it has, not who changed something else since', () => {
    const all = [
      version('c', ['b'], { title: 'Two', city: 'Orsk' }),
      version('b', ['a'], { title: 'Two', city: 'Halm', venue: 'Reeds' }),
      version('a', [], { title: 'One', city: 'Halm' }),
    ];
    expect(origins(all)).toEqual({ title: 'b', city: 'c' });
    expect(origins(all.slice(1))).toEqual({ title: 'b', city: 'a', venue: 'b' });
  });

  it('counts a value that goes away and comes back as changed', () => {
    const all = [
      version('c', ['b'], { city: 'Halm' }),
      version('b', ['a'], { city: 'Orsk' }),
      version('a', [], { city: 'Halm' }),
    ];
    expect(origins(all)).toEqual({ city: 'c' });
  });

  it('is the side from which a merge took the value, and the merge only for what it made itself', () => {
    const all = [
      version('merge', ['left', 'right'], { title: 'Left', city: 'Right', venue: 'Both', zone: 'same' }),
      version('left', ['a'], { title: 'Left', city: 'Halm', venue: 'L', zone: 'same' }),
      version('right', ['a'], { title: 'One', city: 'Right', venue: 'R', zone: 'same' }),
      version('a', [], { title: 'One', city: 'Halm', zone: 'same' }),
    ];
    expect(origins(all)).toEqual({ title: 'left', city: 'right', venue: 'merge', zone: 'a' });
  });

  it('is found through several heads, the latest of theirs where both changed parts of it', () => {
    const all = [
      version('left', ['a'], { title: 'Left', city: 'Halm', from: ['x', 'l'] }),
      version('later', ['a'], { title: 'One', city: 'Orsk', from: ['x', 'r'] }),
      version('a', [], { title: 'One', city: 'Halm', from: ['x'] }),
    ];
    const view = { body: { title: 'Left', city: 'Orsk', from: ['x', 'l', 'r'] }, handling: AMBER };
    expect(origins(all, view, 2)).toEqual({ title: 'left', city: 'later', from: 'later' });
  });

  it('is not told where a version that is not here may have said it before', () => {
    const all = [version('b', ['a', 'withheld'], { title: 'Two', city: 'Halm' }), version('a', [], { city: 'Halm' })];
    expect(origins(all)).toEqual({ city: 'a' });
  });

  it('covers the handling', () => {
    const all = [version('b', ['a'], { title: 'One' }, 'TLP:RED'), version('a', [], { title: 'One' })];
    const [newest] = all;
    const changes = newest && lastChanges(newest, [newest], (id) => all.find((one) => one.id === id));
    expect(changes?.get('$handling.label')?.id).toBe('b');
    expect(changes?.get('$handling.caveats')?.id).toBe('a');
  });
});

describe('the fields that a version changed', () => {
  it('are those in which it differs from all that it was made from, and all of them without that', () => {
    const [left, right, merge] = [
      version('l', [], { title: 'Left', city: 'Halm' }),
      version('r', [], { title: 'One', city: 'Orsk', venue: 'Reeds' }),
      version('m', [], { title: 'Left', city: 'Thal' }, 'TLP:RED'),
    ];
    expect(changedFields([left, right], merge)).toEqual(['$handling.label', 'city']);
    expect(changedFields([right], left)).toEqual(['city', 'title', 'venue']);
    expect(changedFields([], left)).toContain('title');
    expect(changedFields([left], left)).toEqual([]);
  });
});
