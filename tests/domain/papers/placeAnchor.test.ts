import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, makeAnchor, placeAnchor } from '../../../domain/papers/placeAnchor.ts';
import type { Block, Document } from '../../../domain/papers/richText.ts';

function paragraph(id: string, text: string): Block {
  return { type: 'paragraph', attrs: { id }, content: text === '' ? [] : [{ type: 'text', text }] };
}

function document(...blocks: (readonly [string, string])[]): Document {
  return { type: 'doc', content: blocks.map(([id, text]) => paragraph(id, text)) };
}

/** An anchor on these words of a block. */
function on(words: string, block: Block) {
  const from = blockText(block).indexOf(words);
  return makeAnchor(block, from, from + words.length);
}

const BRIDGE = paragraph('b1', 'The bridge at Marrow was closed to convoys on Tuesday.');
const note = on('closed to convoys', BRIDGE);

function quoted(text: Document, place: ReturnType<typeof placeAnchor>): string | undefined {
  const block = text.content.find((one) => one.attrs.id === place?.block);
  return block && place && blockText(block).slice(place.from, place.to);
}

describe('a note', () => {
  it('stays with its words in its block when the block changes around them', () => {
    const text = document(['b0', 'New beginning.'], ['b1', 'On Monday the bridge was closed to convoys again.']);
    const place = placeAnchor(text, note);
    expect(place).toMatchObject({ block: 'b1', how: 'exact' });
    expect(quoted(text, place)).toBe('closed to convoys');
  });

  it('follows its words to another block', () => {
    const text = document(['b1', 'The bridge at Marrow.'], ['b7', 'It was closed to convoys on Tuesday.']);
    expect(placeAnchor(text, note)).toMatchObject({ block: 'b7', how: 'moved' });
  });

  it('stays with its block, which says so, when the words are gone', () => {
    const text = document(['b1', 'The bridge at Marrow is open.'], ['b2', 'Elsewhere.']);
    expect(placeAnchor(text, note)).toEqual({ block: 'b1', from: 0, to: 29, how: 'changed' });
  });

  it('cannot be placed when neither is there', () => {
    expect(placeAnchor(document(['b9', 'Something else.']), note)).toBeUndefined();
    expect(placeAnchor(document(), note)).toBeUndefined();
  });

  it('is told from the same words elsewhere by what stood around it', () => {
    const text = document(
      ['c1', 'The pass at Orsk was closed to convoys all winter.'],
      ['c2', 'The bridge at Marrow was closed to convoys on Tuesday.'],
    );
    expect(placeAnchor(text, note)?.block).toBe('c2');
  });

  it('is not placed by a guess between equals, nor by a short word alone', () => {
    const same = 'The bridge at Marrow was closed to convoys on Tuesday.';
    expect(placeAnchor(document(['c1', same], ['c2', same]), note)).toBeUndefined();
    const short = on('was', BRIDGE);
    expect(
      placeAnchor(document(['c1', 'There was rain.']), { ...short, before: 'Marrow ', after: 'closed' }),
    ).toBeUndefined();
  });

  it('on a whole block stays with it', () => {
    const whole = makeAnchor(BRIDGE, 0, 0);
    expect(placeAnchor(document(['b1', 'Other words.']), { ...whole, quote: '' })).toMatchObject({
      block: 'b1',
      how: 'exact',
    });
    expect(placeAnchor(document(['b2', 'Other words.']), { ...whole, quote: '' })).toBeUndefined();
  });
});

const words = fc.array(fc.constantFrom('bridge', 'convoy', 'the', 'was', 'closed', 'Łódź', '議題'), {
  minLength: 1,
  maxLength: 12,
});
const blocks = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), words), {
  minLength: 1,
  maxLength: 8,
  selector: ([id]) => id,
});

function textFrom(content: readonly (readonly [number, readonly string[]])[]): Document {
  return document(...content.map(([id, some]) => [`b${id}`, some.join(' ')] as const));
}

describe('placing', () => {
  const anchored = blocks.chain((content) =>
    fc.record({
      content: fc.constant(content),
      which: fc.nat(content.length - 1),
      from: fc.nat(60),
      length: fc.integer({ min: 1, max: 40 }),
    }),
  );

  it('finds words where they were, whatever is put before, between and after, or taken away', () => {
    fc.assert(
      fc.property(anchored, blocks, fc.boolean(), ({ content, which, from, length }, others, reversed) => {
        const before = textFrom(content);
        const block = before.content[which];
        if (block === undefined) return;
        const start = from % blockText(block).length;
        const anchor = makeAnchor(block, start, start + length);
        const added = textFrom(others.map(([id, some]) => [id + 100, some] as const));
        const content2 = [...added.content, block];
        const after: Document = { type: 'doc', content: reversed ? content2.reverse() : content2 };
        const place = placeAnchor(after, anchor);
        expect(place).toMatchObject({ block: block.attrs.id, how: 'exact' });
        expect(quoted(after, place)).toBe(anchor.quote);
        expect(place?.from).toBe(start);
      }),
      { numRuns: 300 },
    );
  });

  it('never puts a note on other words without saying so', () => {
    fc.assert(
      fc.property(anchored, blocks, ({ content, which, from, length }, others) => {
        const block = textFrom(content).content[which];
        if (block === undefined) return;
        const start = from % blockText(block).length;
        const anchor = makeAnchor(block, start, start + length);
        const after = textFrom(others);
        const place = placeAnchor(after, anchor);
        if (place === undefined) return;
        if (place.how === 'changed') expect(place.block).toBe(anchor.block);
        else expect(quoted(after, place)).toBe(anchor.quote);
      }),
      { numRuns: 300 },
    );
  });
});
