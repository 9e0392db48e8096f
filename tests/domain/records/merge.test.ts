import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import { MEMBERS, type RecordKind, set } from '../../../domain/records/kind.ts';
import { mergeHeads } from '../../../domain/records/merge.ts';
import { asked, aVersion, merged, NORTHMARK, SECRETARIAT, SOUTHMARK } from '../../helpers/versions.ts';

/** A paper that two sides changed from a common beginning. */
function twoSides(before: JsonObject, one: JsonObject, other: JsonObject, kind = 'paper') {
  return merged(kind, ['a', 'b'], [aVersion('o', [], before), aVersion('a', ['o'], one), aVersion('b', ['o'], other)]);
}

describe('a plain field', () => {
  it('is taken from the side that changed it', () => {
    const view = twoSides(
      { title: 'Grain', due: '2027-05-01' },
      { title: 'Grain', due: '2027-06-01' },
      { title: 'Wheat', due: '2027-05-01' },
    );
    expect(view.body).toEqual({ title: 'Wheat', due: '2027-06-01' });
    expect(view.conflicts).toEqual([]);
  });

  it('is taken when both sides changed it alike', () => {
    expect(twoSides({ title: 'Grain' }, { title: 'Wheat' }, { title: 'Wheat' })).toMatchObject({
      body: { title: 'Wheat' },
      conflicts: [],
    });
  });

  it('is a conflict that keeps both values, and what was before, when the sides changed it differently', () => {
    const view = twoSides({ due: '2027-06-30' }, { due: '2027-05-15' }, { due: '2027-09-30' });
    expect(view.body.due).toBe('2027-05-15');
    expect(view.conflicts).toEqual([
      {
        path: 'due',
        field: 'due',
        type: 'scalar',
        base: '2027-06-30',
        sides: [
          { version: 'a', value: '2027-05-15' },
          { version: 'b', value: '2027-09-30' },
        ],
      },
    ]);
  });

  it('is a conflict when one side emptied it and the other changed it', () => {
    const view = twoSides({ due: '2027-06-30' }, {}, { due: '2027-09-30' });
    expect(view.conflicts[0]?.sides).toEqual([
      { version: 'a', value: undefined },
      { version: 'b', value: '2027-09-30' },
    ]);
  });

  it('is the earlier of two moments that were noted at once, whatever the order, and a conflict where they are apart', () => {
    const noted = (one: string, other: string, before: JsonObject = {}) =>
      twoSides(before, { began: `2027-03-11T${one}Z` }, { began: `2027-03-11T${other}Z` }, 'agendaItem');
    for (const view of [noted('09:30:12', '09:40:12'), noted('09:40:12', '09:30:12')]) {
      expect(view).toMatchObject({ body: { began: '2027-03-11T09:30:12Z' }, conflicts: [] });
    }
    expect(noted('09:30:12', '09:40:13').conflicts).toHaveLength(1);
    expect(
      twoSides({ began: '2027-03-11T09:30:12Z' }, {}, { began: '2027-03-11T09:31:00Z' }, 'agendaItem').conflicts[0],
    ).toMatchObject({ field: 'began', base: '2027-03-11T09:30:12Z' });
  });

  it('goes when one side emptied it and the other left it alone', () => {
    expect(
      twoSides({ title: 'Grain', due: '2027-06-30' }, { title: 'Grain' }, { title: 'Grain', due: '2027-06-30' }).body,
    ).toEqual({ title: 'Grain' });
  });

  it('is merged whole when it is an object', () => {
    const verified = (reason: string, on: string): Json => ({ reason, on });
    const view = twoSides(
      { verification: verified('Rev. 1', '2027-01-01') },
      { verification: verified('Rev. 2', '2027-01-01') },
      { verification: verified('Rev. 1', '2027-02-02') },
    );
    expect(asked(view)).toEqual(['verification scalar']);
  });
});

describe('a set', () => {
  it('is the union of what was added without what was removed', () => {
    const view = twoSides(
      { from: [NORTHMARK, SOUTHMARK] },
      { from: [SOUTHMARK] },
      { from: [NORTHMARK, SOUTHMARK, SECRETARIAT] },
    );
    expect(view.body.from).toEqual([SOUTHMARK, SECRETARIAT]);
    expect(view.conflicts).toEqual([]);
  });

  it('stays whole and is asked about when nobody can say what was removed', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [aVersion('a', ['gone'], { from: [NORTHMARK] }), aVersion('b', ['gone'], { from: [SOUTHMARK] })],
    );
    expect(view.body.from).toEqual([NORTHMARK, SOUTHMARK]);
    expect(asked(view)).toEqual(['from scalar']);
  });

  it('joins the aliases of every kind', () => {
    const view = twoSides({}, { $aliases: [NORTHMARK] }, { $aliases: [SOUTHMARK] }, 'leverageEvent');
    expect(view.body.$aliases).toEqual([NORTHMARK, SOUTHMARK]);
  });
});

describe('a list of entries', () => {
  const speaker = (id: string, order: string, zone: string, more: JsonObject = {}): JsonObject => ({
    id,
    order,
    party: NORTHMARK,
    zone,
    ...more,
  });
  const item = (...speakers: JsonObject[]): JsonObject => ({ speakers });

  it('merges entries field by field', () => {
    const view = twoSides(
      item(speaker('x', 'a0', 'Europe/Oslo')),
      item(speaker('x', 'a1', 'Europe/Oslo')),
      item(speaker('x', 'a0', 'Europe/Rome')),
      'agendaItem',
    );
    expect(view.body.speakers).toEqual([speaker('x', 'a1', 'Europe/Rome')]);
    expect(view.conflicts).toEqual([]);
  });

  it('names the field of the entry that both sides changed', () => {
    const view = twoSides(
      item(speaker('x', 'a0', 'Europe/Oslo')),
      item(speaker('x', 'a0', 'Europe/Paris')),
      item(speaker('x', 'a0', 'Europe/Rome')),
      'agendaItem',
    );
    expect(asked(view)).toEqual(['speakers/x/zone entry']);
  });

  it('keeps entries that both sides added, in the order of their index, equal ones by id', () => {
    const view = twoSides(
      item(),
      item(speaker('z', 'a1', 'UTC')),
      item(speaker('y', 'a1', 'UTC'), speaker('x', 'a2', 'UTC')),
      'agendaItem',
    );
    expect(view.body.speakers).toEqual([
      speaker('y', 'a1', 'UTC'),
      speaker('z', 'a1', 'UTC'),
      speaker('x', 'a2', 'UTC'),
    ]);
  });

  it('keeps the entry that one side removed and the other changed, and asks', () => {
    const view = twoSides(
      item(speaker('x', 'a0', 'Europe/Oslo')),
      item(),
      item(speaker('x', 'a0', 'Europe/Rome')),
      'agendaItem',
    );
    expect(view.body.speakers).toEqual([speaker('x', 'a0', 'Europe/Rome')]);
    expect(asked(view)).toEqual(['speakers/x removed']);
  });

  it('removes the entry that one side removed and the other left alone', () => {
    const view = twoSides(
      item(speaker('x', 'a0', 'UTC')),
      item(),
      item(speaker('x', 'a0', 'UTC'), speaker('y', 'a1', 'UTC')),
      'agendaItem',
    );
    expect(view.body.speakers).toEqual([speaker('y', 'a1', 'UTC')]);
  });

  it('merges fields of an entry that a newer version added as plain values', () => {
    const view = twoSides(
      item(speaker('x', 'a0', 'UTC')),
      item(speaker('x', 'a0', 'UTC', { interpreter: true })),
      item(speaker('x', 'a0', 'Europe/Rome')),
      'agendaItem',
    );
    expect(view.body.speakers).toEqual([speaker('x', 'a0', 'Europe/Rome', { interpreter: true })]);
  });

  it('tells ids with slashes and tildes apart in its paths', () => {
    const before = item(speaker('a/b', 'a0', 'UTC'), speaker('a~1b', 'a1', 'UTC'));
    const zones = (zone: string) => item(speaker('a/b', 'a0', zone), speaker('a~1b', 'a1', zone));
    expect(asked(twoSides(before, zones('Europe/Rome'), zones('Europe/Oslo'), 'agendaItem'))).toEqual([
      'speakers/a~1b/zone entry',
      'speakers/a~01b/zone entry',
    ]);
  });

  it('merges as a plain value when it is not such a list', () => {
    expect(asked(twoSides(item(), { speakers: 'nobody' }, item(speaker('x', 'a0', 'UTC')), 'agendaItem'))).toEqual([
      'speakers scalar',
    ]);
  });
});

describe('what a newer version of the product made', () => {
  it('keeps unknown fields and merges them as plain values', () => {
    const view = twoSides({ title: 'Grain' }, { title: 'Grain', urgency: { level: 3 } }, { title: 'Wheat' });
    expect(view.body).toEqual({ title: 'Wheat', urgency: { level: 3 } });
  });

  it('merges records of an unknown kind as plain values', () => {
    const view = twoSides(
      { place: 'Geneva', on: '2027-01-01' },
      { place: 'Paris', on: '2027-01-01' },
      { place: 'Geneva', on: '2027-02-02' },
      'leverageEvent',
    );
    expect(view.body).toEqual({ place: 'Paris', on: '2027-02-02' });
  });

  it('keeps fields whose names mean something to JavaScript', () => {
    const odd: JsonObject = JSON.parse('{"__proto__": {"a": 1}, "constructor": "x", "toString": 1}');
    const view = twoSides({}, odd, { title: 'Wheat' });
    expect(Object.keys(view.body).sort()).toEqual(['__proto__', 'constructor', 'title', 'toString']);
    expect(view.conflicts).toEqual([]);
    expect(twoSides(odd, { title: 'Wheat' }, odd)).toMatchObject({ body: { title: 'Wheat' }, conflicts: [] });
    expect(Object.keys(twoSides(odd, { title: 'Wheat' }, odd).body)).toEqual(['title']);
  });
});

describe('a deleted record', () => {
  const before = { title: 'Grain' };
  const deleted = { title: 'Grain', $deleted: { reason: 'Withdrawn' } };

  it('is deleted when the other side left it alone', () => {
    const view = twoSides(before, deleted, before);
    expect(view).toMatchObject({ deleted: true, conflicts: [] });
    expect(view.body).toEqual(deleted);
  });

  it('is kept, with the edit, when the other side changed it, and a person is asked', () => {
    const view = twoSides(before, deleted, { title: 'Wheat' });
    expect(view.deleted).toBe(false);
    expect(view.body).toEqual({ title: 'Wheat' });
    expect(view.conflicts).toEqual([
      {
        path: '$deleted',
        field: '$deleted',
        type: 'deleted',
        sides: [
          { version: 'a', value: { reason: 'Withdrawn' } },
          { version: 'b', value: undefined },
        ],
      },
    ]);
  });

  it('keeps the fields that the deleting side left out', () => {
    const view = twoSides(
      { title: 'Grain', due: '2027-01-01' },
      { $deleted: { reason: 'Withdrawn' } },
      { title: 'Wheat', due: '2027-01-01' },
    );
    expect(view.body).toEqual({ title: 'Wheat', due: '2027-01-01' });
  });

  it('comes back when one side restored it and the other left it deleted', () => {
    expect(twoSides(deleted, before, deleted)).toMatchObject({ deleted: false, conflicts: [] });
  });

  it('is deleted without a question when both sides deleted it for different reasons', () => {
    const view = twoSides(before, deleted, { ...before, $deleted: { reason: 'Written twice' } });
    expect(view).toMatchObject({ deleted: true, conflicts: [], body: { $deleted: { reason: 'Withdrawn' } } });
  });

  it.each([before, {}])('is kept and asked about when nobody can say what was before: %j', (kept) => {
    const view = merged('paper', ['a', 'b'], [aVersion('a', ['gone'], deleted), aVersion('b', ['gone'], kept)]);
    expect(view.deleted).toBe(false);
    expect(asked(view)).toContain('$deleted deleted');
  });

  it('is deleted though the other side only tightened its mark', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [aVersion('o', [], before), aVersion('a', ['o'], deleted), aVersion('b', ['o'], before, { label: 'TLP:RED' })],
    );
    expect(view).toMatchObject({ deleted: true, handling: { label: 'TLP:RED' }, conflicts: [] });
  });
});

describe('a field that asks', () => {
  const kind: RecordKind = {
    name: 'panel',
    release: MEMBERS,
    bornPrivate: false,
    fields: { members: set(z.array(z.string()), MEMBERS, { asks: true }) },
    title: () => 'Panel',
  };
  const versions = [
    aVersion('o', [], { members: ['x'] }),
    aVersion('a', ['o'], { members: ['x', 'y'] }),
    aVersion('b', ['o'], { members: ['x', 'z'] }),
  ];
  const find = (id: string) => versions.find((version) => version.id === id);

  it('is merged, and asked about, when both sides changed it in different ways', () => {
    const view = mergeHeads(kind, versions.slice(1), find);
    expect(view.body.members).toEqual(['x', 'y', 'z']);
    expect(asked(view)).toEqual(['members scalar']);
  });

  it('is not asked about when one side changed it', () => {
    const [before, one] = versions;
    const other = aVersion('b', ['o'], before?.body);
    expect(mergeHeads(kind, [one ?? other, other], find)).toMatchObject({ body: one?.body, conflicts: [] });
  });
});
