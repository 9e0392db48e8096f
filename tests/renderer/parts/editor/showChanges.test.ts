import { EditorState, TextSelection } from '@tiptap/pm/state';
import { constantFrom, nat, property, assert as propertyHolds, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../../domain/papers/richText.ts';
import { showChanges } from '../../../../renderer/parts/editor/keeper/showChanges.ts';
import { giveIds } from '../../../../renderer/parts/editor/schema/blockIds.ts';
import { DocumentReader } from '../../../../renderer/parts/editor/schema/documentReader.ts';
import { documentSchema } from '../../../../renderer/parts/editor/schema/documentSchema.ts';

const schema = documentSchema();
const SHAPES: Readonly<Record<string, (said: string) => Omit<Block, 'attrs'>>> = {
  paragraph: (said) => ({ type: 'paragraph', content: [{ type: 'text', text: said }] }),
  empty: () => ({ type: 'paragraph' }),
  bold: (said) => ({ type: 'paragraph', content: [{ type: 'text', text: said, marks: [{ type: 'bold' }] }] }),
  list: (said) => ({
    type: 'bulletList',
    content: [...said].map((letter) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: letter }] }],
    })),
  }),
  portion: (said) => ({ type: 'portion', label: said }),
};
const aBlock = record({
  id: constantFrom('a', 'b', 'c', 'd', 'e'),
  shape: constantFrom('paragraph', 'empty', 'bold', 'list', 'portion'),
  said: constantFrom('river', 'rivers', 'the river', 'port'),
});
const aText = uniqueArray(aBlock, { selector: ({ id }) => id, maxLength: 5 }).map(
  (blocks): Document => ({
    type: 'doc',
    content: blocks.map(({ id, shape, said }): Block => {
      if (shape === 'portion') return { type: 'portion', attrs: { id, placeholder: said, label: 'TLP:RED' } };
      const { type = 'paragraph', content } = SHAPES[shape]?.(said) ?? {};
      return { type: String(type), attrs: { id }, ...(content === undefined ? {} : { content }) };
    }),
  }),
);

function opened(document: Document) {
  const doc =
    document.content.length === 0
      ? schema.node('doc', null, [schema.node('paragraph')])
      : schema.nodeFromJSON(document);
  const reader = new DocumentReader(schema);
  reader.adopt(doc, document);
  return { reader, state: EditorState.create({ doc }) };
}
const orNothing = (document: Document): Document | undefined => {
  const [only] = document.content;
  const isEmpty = document.content.length <= 1 && (only === undefined || (only.type === 'paragraph' && !only.content));
  return isEmpty ? undefined : document;
};

describe('what changes elsewhere in an open text', () => {
  it('is shown as it is there, whatever it was', () => {
    propertyHolds(
      property(aText, aText, (before, after) => {
        const { reader, state } = opened(before);
        reader.knows(after.content.length === 0 ? undefined : after);
        const shown = state.apply(showChanges(state, after, reader));
        expect(reader.read(shown.doc)).toEqual(orNothing(after));
        shown.doc.check();
        expect(giveIds(shown)).toBeNull();
      }),
    );
  });

  it('leaves the cursor where it is in a paragraph that did not change', () => {
    propertyHolds(
      property(aText, aText, nat(5), (before, after, offset) => {
        const held: Block = { type: 'paragraph', attrs: { id: 'held' }, content: [{ type: 'text', text: 'typing' }] };
        const [one, other] = [before, after].map(({ content }) => ({
          type: 'doc' as const,
          content: [...content.slice(0, 2), held, ...content.slice(2)],
        }));
        if (one === undefined || other === undefined) return;
        const { reader, state } = opened(one);
        const at = (of: EditorState) => {
          let found = -1;
          of.doc.forEach((node, place) => {
            if (node.attrs.id === 'held') found = place;
          });
          return found;
        };
        const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(state) + 1 + offset)));
        const shown = chosen.apply(showChanges(chosen, other, reader));
        const inOrder = sameOrder(one, other);
        if (inOrder) expect(shown.selection.from - at(shown)).toBe(1 + offset);
        expect(reader.read(shown.doc)).toEqual(other);
      }),
    );
  });
});

/** The blocks that both have stand in the same order. */
function sameOrder(one: Document, other: Document): boolean {
  const ids = (document: Document) => document.content.map(({ attrs }) => attrs.id);
  const [here, there] = [ids(one), ids(other)];
  return here.filter((id) => there.includes(id)).join() === there.filter((id) => here.includes(id)).join();
}
