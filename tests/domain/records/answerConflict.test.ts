import { describe, expect, it } from 'vitest';
import { answerConflict } from '../../../domain/records/answerConflict.ts';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import type { MergedView } from '../../../domain/records/merge.ts';
import { asked, aVersion, block, document, merged, NORTHMARK } from '../../helpers/versions.ts';

function answered(view: MergedView, path: string, answer: Json | undefined): MergedView {
  const conflict = view.conflicts.find((one) => one.path === path);
  if (conflict === undefined) throw new Error(`No conflict at ${path}`);
  return answerConflict(view, conflict, answer);
}

function twoSides(kind: string, before: JsonObject, one: JsonObject, other: JsonObject): MergedView {
  return merged(kind, ['a', 'b'], [aVersion('o', [], before), aVersion('a', ['o'], one), aVersion('b', ['o'], other)]);
}

describe('an answer', () => {
  it('takes the place of a field', () => {
    const view = answered(
      twoSides('paper', { title: 'Grain' }, { title: 'Rye' }, { title: 'Oats' }),
      'title',
      'Barley',
    );
    expect(view).toMatchObject({ body: { title: 'Barley' }, conflicts: [] });
  });

  it('removes a field', () => {
    expect(answered(twoSides('paper', { title: 'Grain' }, { title: 'Rye' }, {}), 'title', undefined).body).toEqual({});
  });

  it('takes the place of a block, or removes it', () => {
    const view = twoSides(
      'paper',
      { body: document('1', '2') },
      { body: document('1', block('2', 'A')) },
      { body: document('1', block('2', 'B')) },
    );
    expect(answered(view, 'body/2', block('2', 'B')).body.body).toEqual(document('1', block('2', 'B')));
    expect(answered(view, 'body/2', undefined).body.body).toEqual(document('1'));
  });

  it("takes the place of a document's own attribute", () => {
    const dialect = (n: number) => ({ body: { ...document('1'), attrs: { n } } });
    const view = answered(twoSides('paper', { body: document('1') }, dialect(1), dialect(2)), 'body//attrs', { n: 2 });
    expect(view.body).toEqual(dialect(2));
  });

  it('takes the place of an entry’s field and puts the list in order again', () => {
    const speakers = (order: string) => ({
      speakers: [
        { id: 'x', order, party: NORTHMARK, zone: 'UTC' },
        { id: 'y', order: 'a5', party: NORTHMARK, zone: 'UTC' },
      ],
    });
    const view = twoSides('agendaItem', speakers('a0'), speakers('a1'), speakers('a9'));
    expect(answered(view, 'speakers/x/order', 'a9').body).toEqual({ speakers: speakers('a9').speakers.toReversed() });
  });

  it('removes an entry, and with it the questions about its fields', () => {
    const entry = (zone: string, party: string): JsonObject => ({ speakers: [{ id: 'x', order: 'a0', party, zone }] });
    const view = merged(
      'agendaItem',
      ['a', 'b', 'c'],
      [
        aVersion('o', [], entry('UTC', NORTHMARK)),
        aVersion('a', ['o'], entry('Europe/Rome', NORTHMARK)),
        aVersion('b', ['o'], entry('Europe/Oslo', NORTHMARK)),
        aVersion('c', ['o'], { speakers: [] }),
      ],
    );
    expect(asked(view)).toEqual(['speakers/x removed', 'speakers/x/zone entry']);
    expect(answered(view, 'speakers/x', undefined)).toMatchObject({ body: { speakers: [] }, conflicts: [] });
  });

  it('deletes the record after all, or keeps it', () => {
    const view = twoSides(
      'paper',
      { title: 'Grain' },
      { title: 'Grain', $deleted: { reason: 'Old' } },
      { title: 'Rye' },
    );
    expect(answered(view, '$deleted', { reason: 'Old' })).toMatchObject({ deleted: true, conflicts: [] });
    expect(answered(view, '$deleted', undefined)).toMatchObject({
      deleted: false,
      body: { title: 'Rye' },
      conflicts: [],
    });
  });

  it('sets a part of the mark, and refuses what is none', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [aVersion('o', []), aVersion('a', ['o'], {}, { label: 'TLP:GREEN' }), aVersion('b', ['o'])],
    );
    expect(answered(view, '$handling.label', 'TLP:GREEN')).toMatchObject({
      handling: { label: 'TLP:GREEN' },
      conflicts: [],
    });
    expect(() => answered(view, '$handling.label', 'TLP:PINK')).toThrow();
  });

  it('picks one of two kinds with its whole content', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        { ...aVersion('a', [], { title: 'Grain' }), kind: 'paper' },
        { ...aVersion('b', [], { name: 'Grain' }), kind: 'person' },
      ],
    );
    const picked = answered(view, '$kind', { kind: 'person', body: { name: 'Grain' } });
    expect(picked).toMatchObject({ body: { name: 'Grain' }, conflicts: [] });
  });
});
