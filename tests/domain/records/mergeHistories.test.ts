import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/records/json.ts';
import { mergeHeads } from '../../../domain/records/merge.ts';
import { asked, aVersion, merged, NORTHMARK } from '../../helpers/versions.ts';

describe('histories', () => {
  it('shows one head exactly, withheld ancestors or not', () => {
    const head = aVersion('a', ['gone'], { title: 'Grain', $deleted: { reason: 'Withdrawn' } });
    expect(mergeHeads(undefined, [head], () => undefined)).toEqual({
      body: head.body,
      handling: head.handling,
      deleted: true,
      conflicts: [],
    });
  });

  it('merges what two made that never met, asking only where they differ', () => {
    const view = merged(
      'organisation',
      ['a', 'b'],
      [
        aVersion('a', [], { name: 'Northmark', zone: 'Europe/Oslo', city: 'Nordby' }),
        aVersion('b', [], { name: 'Northmark', zone: 'Europe/Rome', membership: 'member' }),
      ],
    );
    expect(view.body).toEqual({ name: 'Northmark', zone: 'Europe/Oslo', city: 'Nordby', membership: 'member' });
    expect(asked(view)).toEqual(['zone scalar']);
  });

  it('makes every difference a conflict when the common ancestor is withheld', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('a', ['gone'], { title: 'Grain', purpose: 'Old' }),
        aVersion('b', ['gone'], { title: 'Wheat', purpose: 'Old' }),
      ],
    );
    expect(asked(view)).toEqual(['title scalar']);
    expect(view.conflicts[0]).not.toHaveProperty('base');
  });

  it('does not trust an older common ancestor when a withheld version may hide a nearer one', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', [], { title: 'Grain' }),
        aVersion('a', ['o', 'gone'], { title: 'Grain' }),
        aVersion('b', ['o'], { title: 'Wheat' }),
      ],
    );
    expect(asked(view)).toEqual(['title scalar']);
  });

  it('passes over withheld versions that lie behind the common ancestor', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', ['gone'], { title: 'Grain' }),
        aVersion('a', ['o'], { title: 'Grain' }),
        aVersion('b', ['o'], { title: 'Wheat' }),
      ],
    );
    expect(view).toMatchObject({ body: { title: 'Wheat' }, conflicts: [] });
  });

  it('takes the merged ancestors as base when histories cross', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', [], { title: 'Grain', purpose: 'Old' }),
        aVersion('p', ['o'], { title: 'Wheat', purpose: 'Old' }),
        aVersion('q', ['o'], { title: 'Grain', purpose: 'New' }),
        aVersion('a', ['p', 'q'], { title: 'Wheat', purpose: 'New' }),
        aVersion('b', ['p', 'q'], { title: 'Rye', purpose: 'New' }),
      ],
    );
    expect(view).toMatchObject({ body: { title: 'Rye', purpose: 'New' }, conflicts: [] });
  });

  it('has no base where the crossing ancestors disagree, so two answers to the question are a conflict', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', [], { title: 'Grain', purpose: 'Old' }),
        aVersion('p', ['o'], { title: 'Wheat', purpose: 'Old' }),
        aVersion('q', ['o'], { title: 'Rye', purpose: 'Old' }),
        aVersion('a', ['p', 'q'], { title: 'Wheat', purpose: 'New' }),
        aVersion('b', ['p', 'q'], { title: 'Rye', purpose: 'Old' }),
      ],
    );
    expect(view.body).toEqual({ title: 'Wheat', purpose: 'New' });
    expect(asked(view)).toEqual(['title scalar']);
    expect(view.conflicts[0]).not.toHaveProperty('base');
  });

  it('takes the same answer that two people gave to a crossing question', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', [], { title: 'Grain' }),
        aVersion('p', ['o'], { title: 'Wheat' }),
        aVersion('q', ['o'], { title: 'Rye' }),
        aVersion('a', ['p', 'q'], { title: 'Rye' }),
        aVersion('b', ['p', 'q'], { title: 'Rye', purpose: 'New' }),
      ],
    );
    expect(view).toMatchObject({ body: { title: 'Rye', purpose: 'New' }, conflicts: [] });
  });

  it('does not take the answer that it shows for the crossing question as what was before', () => {
    const speakers = (zone: string, more: JsonObject = {}): JsonObject => ({
      speakers: [{ id: 'x', order: 'a0', party: NORTHMARK, zone, ...more }],
    });
    const view = merged(
      'agendaItem',
      ['a', 'b'],
      [
        aVersion('o', [], speakers('UTC')),
        aVersion('p', ['o'], speakers('Europe/Paris')),
        aVersion('q', ['o'], speakers('Europe/Rome')),
        aVersion('a', ['p', 'q'], speakers('Europe/Paris')),
        aVersion('b', ['p', 'q'], speakers('Europe/Rome', { order: 'a1' })),
      ],
    );
    expect(view.body).toEqual(speakers('Europe/Paris', { order: 'a1' }));
    expect(asked(view)).toEqual(['speakers/x/zone entry']);
  });

  it('keeps all values when each of three sides has overruled another in a circle', () => {
    const titled = (id: string, parents: string[], title: string) => aVersion(id, parents, { title });
    const view = merged(
      'paper',
      ['a', 'b', 'c'],
      [
        titled('o', [], 'Grain'),
        titled('p', ['o'], 'Wheat'),
        titled('q', ['o'], 'Rye'),
        titled('r', ['o'], 'Oats'),
        titled('a', ['p', 'r'], 'Wheat'),
        titled('b', ['q', 'p'], 'Rye'),
        titled('c', ['r', 'q'], 'Oats'),
      ],
    );
    expect(view.conflicts[0]?.sides.map((side) => side.value)).toEqual(['Wheat', 'Rye', 'Oats']);
  });

  it('comes to an end on histories that cross again and again', () => {
    const layers = Array.from({ length: 200 }, (_, i) => i + 1).flatMap((i) =>
      ['p', 'q'].map((side) =>
        aVersion(`${side}${i}`, i === 1 ? ['o'] : [`p${i - 1}`, `q${i - 1}`], { title: `${side}${i % 3}` }),
      ),
    );
    const view = merged('paper', ['p200', 'q200'], [aVersion('o', [], { title: 'Grain' }), ...layers]);
    expect(asked(view)).toEqual(['title scalar']);
  });

  it('weighs three heads pair by pair: a value that one of them has seen and changed is not asked about', () => {
    const view = merged(
      'paper',
      ['a', 'b', 'c'],
      [
        aVersion('o', [], { title: 'Grain' }),
        aVersion('p', ['o'], { title: 'Wheat' }),
        aVersion('a', ['o'], { title: 'Rye' }),
        aVersion('b', ['p'], { title: 'Wheat' }),
        aVersion('c', ['p'], { title: 'Barley' }),
      ],
    );
    expect(view.conflicts[0]?.sides.map((side) => side.value)).toEqual(['Rye', 'Barley']);
  });

  it('gives three heads that changed three fields all three changes', () => {
    const view = merged(
      'paper',
      ['a', 'b', 'c'],
      [
        aVersion('o', [], { title: 'Grain' }),
        aVersion('a', ['o'], { title: 'Rye' }),
        aVersion('b', ['o'], { title: 'Grain', purpose: 'New' }),
        aVersion('c', ['o'], { title: 'Grain', due: '2027-01-01' }),
      ],
    );
    expect(view).toMatchObject({ body: { title: 'Rye', purpose: 'New', due: '2027-01-01' }, conflicts: [] });
  });

  it('keeps a value that two sides reached by themselves though a third has changed one of them', () => {
    const view = merged(
      'paper',
      ['a', 'b', 'c'],
      [
        aVersion('o', [], { title: 'Grain' }),
        aVersion('p', ['o'], { title: 'Wheat' }),
        aVersion('a', ['o'], { title: 'Wheat' }),
        aVersion('b', ['p'], { title: 'Wheat' }),
        aVersion('c', ['p'], { title: 'Barley' }),
      ],
    );
    expect(view.conflicts[0]?.sides).toEqual([
      { version: 'a', value: 'Wheat' },
      { version: 'c', value: 'Barley' },
    ]);
  });

  it('leaves out heads that another head was made from, as a draft on top of them', () => {
    const view = merged(
      'paper',
      ['draft', 'a', 'b'],
      [
        aVersion('a', [], { title: 'Grain' }),
        aVersion('b', ['a'], { title: 'Wheat' }),
        aVersion('draft', ['b'], { title: 'Rye' }),
      ],
    );
    expect(view).toMatchObject({ body: { title: 'Rye' }, conflicts: [] });
  });

  it("shows a draft's own words while the question is open", () => {
    const view = merged(
      'paper',
      ['0', 'draft'],
      [
        aVersion('00', [], { title: 'Grain' }),
        aVersion('0', ['00'], { title: 'Wheat' }),
        aVersion('draft', ['00'], { title: 'Rye' }),
      ],
    );
    expect(view.body.title).toBe('Rye');
    expect(asked(view)).toEqual(['title scalar']);
  });

  it('makes two kinds of one record a conflict with both contents', () => {
    const paper = { ...aVersion('a', [], { title: 'Grain' }), kind: 'paper' };
    const person = { ...aVersion('b', [], { name: 'Grain' }), kind: 'person' };
    const view = merged('paper', ['a', 'b'], [paper, person]);
    expect(view.body).toEqual({ title: 'Grain' });
    expect(view.conflicts).toEqual([
      {
        path: '$kind',
        field: '$kind',
        type: 'kind',
        sides: [
          { version: 'a', value: { kind: 'paper', body: { title: 'Grain' } } },
          { version: 'b', value: { kind: 'person', body: { name: 'Grain' } } },
        ],
      },
    ]);
  });

  it('refuses to merge nothing', () => {
    expect(() => mergeHeads(undefined, [], () => undefined)).toThrow(RangeError);
  });
});
