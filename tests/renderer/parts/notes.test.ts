import { Schema } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorIn, blockText } from '../../../domain/papers/placeAnchor.ts';
import type { Block } from '../../../domain/papers/richText.ts';
import { charactersIn, positionsIn, rangeIn } from '../../../renderer/parts/notes/blockPositions.ts';
import { followRanges, type NoteToPlace, placeNotes } from '../../../renderer/parts/notes/placeNotes.ts';
import { selectedWords } from '../../../renderer/parts/notes/selectedWords.ts';
import { footnote, paragraph, table, words } from '../../helpers/documentNodes.ts';

const id = { id: { default: null } };
const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', attrs: { ...id, mark: { default: null } } },
    blockquote: { group: 'block', content: 'block+', attrs: id },
    table: { group: 'block', content: 'tableRow+', attrs: { ...id, caption: { default: null } } },
    tableRow: { content: '(tableHeader | tableCell)+' },
    tableHeader: { content: 'block+', attrs: { align: { default: null } } },
    tableCell: { content: 'block+', attrs: { align: { default: null } } },
    footnote: { group: 'inline', inline: true, content: '(text | hardBreak)*', attrs: id },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
});

const BLOCKS = [
  paragraph('b1', words('The bridge '), footnote('A source.'), words(' was closed.')),
  {
    type: 'blockquote',
    attrs: { id: 'b2' },
    content: [{ type: 'paragraph', content: [words('Two lines'), { type: 'hardBreak' }, words('here.')] }],
  },
  table('b3', 'Radios by district', [
    ['District', 'Radios'],
    ['Osk', '12'],
  ]),
  paragraph('b4'),
];

const docOf = (blocks: readonly object[]) => schema.nodeFromJSON({ type: 'doc', content: blocks });

describe('where the characters of a block stand', () => {
  it('is counted in the text that anchors count in, whatever the block is', () => {
    const doc = docOf(BLOCKS);
    doc.forEach((node, place, index) => {
      const text = blockText(BLOCKS[index] as Block);
      expect(positionsIn(node).text).toBe(text);
      for (let from = 0; from < text.length; from += 1) {
        const range = rangeIn(node, place, from, from + 1);
        if (/\w/.test(text[from] ?? ''))
          expect(doc.textBetween(range.from, range.to)).toBe(index === 2 && from < 18 ? '' : text[from]);
      }
    });
  });

  it('is found back from a selection', () => {
    const doc = docOf(BLOCKS);
    const first = doc.child(0);
    const range = rangeIn(first, 0, 4, 10);
    expect(doc.textBetween(range.from, range.to)).toBe('bridge');
    expect(charactersIn(first, 0, range.from, range.to)).toEqual({ from: 4, to: 10 });
  });
});

const aWord = fc.constantFrom('bridge', 'convoy', 'the', 'was', 'closed', 'Łódź', '議題', 'river');
const aText = fc.array(aWord, { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));
const texts = fc.array(aText, { minLength: 1, maxLength: 6 });
const anEdit = fc.record({
  at: fc.nat(400),
  length: fc.nat(30),
  insert: fc.oneof(fc.constant(''), aWord),
  split: fc.boolean(),
});

describe('notes in a text that is edited', () => {
  it('are each in one place or told as not placed, never lost, and never on nothing', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(5), fc.nat(30), fc.integer({ min: 1, max: 20 })), { maxLength: 12 }),
        fc.array(anEdit, { maxLength: 12 }),
        (content, spots, edits) => {
          let state = EditorState.create({ doc: docOf(content.map((text, at) => paragraph(`b${at}`, words(text)))) });
          const notes = spots.map(([block, start, length], at): NoteToPlace => {
            const index = block % content.length;
            const text = content[index] ?? '';
            const from = start % text.length;
            const anchor = anchorIn({ id: `b${index}`, text }, from, Math.min(text.length, from + length));
            return { id: `n${at}`, kind: at % 2 === 0 ? 'comment' : 'annotation', anchor, resolved: false, words: '' };
          });
          let fresh = 0;
          let ranges = placeNotes(state.doc, notes, new Map());
          expect([...ranges.keys()]).toEqual(notes.map((note) => note.id));
          for (const { at, length, insert, split } of edits) {
            const size = state.doc.content.size;
            const from = at % size;
            const $from = TextSelection.near(state.doc.resolve(from)).from;
            const { tr } = state;
            if (split) tr.split($from, 1, [{ type: schema.nodes.paragraph, attrs: { id: `new ${fresh++}` } }]);
            else tr.insertText(insert, $from, Math.min(state.doc.content.size - 1, $from + length));
            state = state.apply(tr);
            ranges = placeNotes(state.doc, notes, followRanges(ranges, tr.mapping));
            for (const note of notes) {
              const range = ranges.get(note.id);
              const isHere = state.doc.children.some((block) => block.attrs.id === note.anchor.block);
              if (range === undefined) {
                expect(isHere).toBe(false);
                continue;
              }
              expect(range.to).toBeGreaterThan(range.from);
              expect(range.to).toBeLessThanOrEqual(state.doc.content.size);
              if (range.how === 'exact' || range.how === 'moved') {
                expect(state.doc.textBetween(range.from, range.to, '\n', '\n')).toBe(note.anchor.quote);
              }
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are on what was chosen, without the spaces around it, or on the paragraph', () => {
    const doc = docOf([paragraph('b1', words('The bridge was closed.'))]);
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 4, 12) });
    expect(selectedWords(state)?.anchor).toMatchObject({
      block: 'b1',
      quote: 'bridge',
      before: 'The ',
      after: ' was closed.',
    });
    const nothing = EditorState.create({ doc, selection: TextSelection.create(doc, 3, 3) });
    expect(selectedWords(nothing)?.anchor.quote).toBe('The bridge was closed.');
  });

  it('cost what was changed: of 10,000 words with 200 notes, only the block that is typed in is read again', () => {
    const content = Array.from(
      { length: 250 },
      (_, at) => `Paragraph ${at} ${'words of a report about the river '.repeat(6)}`,
    );
    let state = EditorState.create({ doc: docOf(content.map((text, at) => paragraph(`b${at}`, words(text)))) });
    const notes = content.slice(0, 200).map((text, at): NoteToPlace => {
      return {
        id: `n${at}`,
        kind: 'comment',
        anchor: anchorIn({ id: `b${at}`, text }, 0, 12),
        resolved: false,
        words: '',
      };
    });
    let ranges = placeNotes(state.doc, notes, new Map());
    const before = state.doc.children.map((block) => positionsIn(block));
    for (let key = 0; key < 100; key += 1) {
      const tr = state.tr.insertText('x', 20);
      state = state.apply(tr);
      ranges = followRanges(ranges, tr.mapping);
    }
    expect(placeNotes(state.doc, notes, ranges).size).toBe(200);
    const again = state.doc.children.filter((block, at) => positionsIn(block) !== before[at]);
    expect(again).toHaveLength(1);
  });
});
