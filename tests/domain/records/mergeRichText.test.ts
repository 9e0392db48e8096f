import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/records/json.ts';
import { blockIds } from '../../helpers/atoms.ts';
import { asked, aVersion, block, document, merged } from '../../helpers/versions.ts';

/** A paper's text that two sides changed from a common beginning. */
function twoSides(before: JsonObject, one: JsonObject, other: JsonObject) {
  return merged(
    'paper',
    ['a', 'b'],
    [aVersion('o', [], { body: before }), aVersion('a', ['o'], { body: one }), aVersion('b', ['o'], { body: other })],
  );
}

const before = document('1', '2', '3');

describe('the text of a paper', () => {
  it('takes each block from the side that changed it', () => {
    const view = twoSides(before, document(block('1', 'New'), '2', '3'), document('1', '2', block('3', 'Newer')));
    expect(view.body.body).toEqual(document(block('1', 'New'), '2', block('3', 'Newer')));
    expect(view.conflicts).toEqual([]);
  });

  it('keeps both texts of a block that two sides changed', () => {
    const view = twoSides(before, document(block('1', 'Ours'), '2', '3'), document(block('1', 'Theirs'), '2', '3'));
    expect(view.body.body).toEqual(document(block('1', 'Ours'), '2', '3'));
    expect(view.conflicts).toEqual([
      {
        path: 'body/1',
        field: 'body',
        type: 'block',
        base: block('1'),
        sides: [
          { version: 'a', value: block('1', 'Ours') },
          { version: 'b', value: block('1', 'Theirs') },
        ],
      },
    ]);
  });

  it('keeps the edit when the other side removed the block, and asks', () => {
    const view = twoSides(before, document('1', '3'), document('1', block('2', 'Edited'), '3'));
    expect(view.body.body).toEqual(document('1', block('2', 'Edited'), '3'));
    expect(asked(view)).toEqual(['body/2 removed']);
  });

  it('removes the block that one side removed and the other left alone', () => {
    const view = twoSides(before, document('1', '3'), document(block('1', 'New'), '2', '3'));
    expect(view.body.body).toEqual(document(block('1', 'New'), '3'));
  });

  it('keeps what both sides added at the same place, the first side first and neither torn apart', () => {
    const view = twoSides(before, document('1', 'x1', 'x2', '2', '3'), document('1', 'y1', 'y2', '2', '3'));
    expect(blockIds(view.body.body)).toEqual(['1', 'x1', 'x2', 'y1', 'y2', '2', '3']);
    expect(view.conflicts).toEqual([]);
  });

  it('makes a block that both sides added with the same id and other words a conflict', () => {
    const view = twoSides(
      before,
      document('1', '2', '3', block('x', 'Ours')),
      document(block('x', 'Theirs'), '1', '2', '3'),
    );
    expect(blockIds(view.body.body)).toEqual(['1', '2', '3', 'x']);
    expect(asked(view)).toEqual(['body/x block']);
  });

  it('takes the order of the side that moved blocks, with what the other side wrote', () => {
    const view = twoSides(before, document('3', '1', '2'), document('1', block('2', 'Edited'), 'x', '3'));
    expect(blockIds(view.body.body)).toEqual(['3', '1', '2', 'x']);
    expect(view.conflicts).toEqual([]);
  });

  it('asks about every differing block, and loses none, when the common ancestor is withheld', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('a', ['gone'], { body: document('1', block('2', 'Ours'), 'x') }),
        aVersion('b', ['gone'], { body: document('1', block('2', 'Theirs'), 'y') }),
      ],
    );
    expect(blockIds(view.body.body)).toEqual(['1', '2', 'x', 'y']);
    expect(asked(view)).toEqual(['body/2 block', 'body/x removed', 'body/y removed']);
  });

  it('asks about the text that one side took out whole and the other changed', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', [], { body: before }),
        aVersion('a', ['o'], {}),
        aVersion('b', ['o'], { body: document('1', block('2', 'Edited'), '3') }),
      ],
    );
    expect(view.body.body).toEqual(document(block('2', 'Edited')));
    expect(asked(view)).toEqual(['body/2 removed']);
  });

  it('keeps nodes that this version does not know, and merges them like others', () => {
    const chart: JsonObject = { type: 'chart', attrs: { id: 'c', points: [1, 2] } };
    const view = twoSides(before, document('1', '2', '3', chart), document('1', block('2', 'Edited'), '3'));
    expect(view.body.body).toEqual(document('1', block('2', 'Edited'), '3', chart));
  });

  it("merges the document's own attributes as plain values, apart from any block", () => {
    const withAttributes = (dialect: number) => ({ ...before, attrs: { dialect } });
    const view = twoSides(before, withAttributes(1), withAttributes(2));
    expect(view.body.body).toEqual(withAttributes(1));
    expect(asked(view)).toEqual(['body//attrs scalar']);
  });

  it('merges as a plain value when it is not a document with ids', () => {
    const view = twoSides(before, document('1'), { type: 'doc', content: [{ type: 'paragraph' }] });
    expect(asked(view)).toEqual(['body scalar']);
  });

  it('resolves to the crossing answer of each side only where they agree', () => {
    const view = merged(
      'paper',
      ['a', 'b'],
      [
        aVersion('o', [], { body: before }),
        aVersion('p', ['o'], { body: document(block('1', 'P'), '2', '3') }),
        aVersion('q', ['o'], { body: document(block('1', 'Q'), '2', '3') }),
        aVersion('a', ['p', 'q'], { body: document(block('1', 'P'), block('2', 'A'), '3') }),
        aVersion('b', ['p', 'q'], { body: document(block('1', 'Q'), '2', block('3', 'B')) }),
      ],
    );
    expect(view.body.body).toEqual(document(block('1', 'P'), block('2', 'A'), block('3', 'B')));
    expect(asked(view)).toEqual(['body/1 block']);
  });

  it('merges a long text turned round on one side and edited in many places on both', () => {
    const ids = Array.from({ length: 3_000 }, (_, i) => `b${i}`);
    const every = (nth: number, words: string) => ids.map((id, i) => (i % nth === 0 ? block(id, words) : block(id)));
    const view = twoSides(
      document(...ids),
      document(...every(7, 'Ours').toReversed()),
      document(...every(5, 'Theirs')),
    );
    expect(view.conflicts).toHaveLength(Math.ceil(3_000 / 35));
    expect(blockIds(view.body.body)).toEqual(ids.toReversed());
  });
});
