import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { askedIn, saysSomething } from '../../../domain/papers/readOutline.ts';
import type { Language } from '../../../domain/records/fieldNames.ts';

const key = new PluginKey<DecorationSet>('guidance');

/** A transaction with this has the questions shown anew, as in another language. */
export const ASK_AGAIN = 'guidance/again';

/** The question of each section of a paper's outline, shown while nothing stands in it. It is no part of the text. */
export const Guidance = Extension.create<{ language(): Language }>({
  name: 'guidance',
  addOptions: () => ({ language: () => 'en' }),
  addProseMirrorPlugins() {
    const { language } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => questionsIn(doc, language()),
          apply: (tr, shown) =>
            tr.docChanged || tr.getMeta(ASK_AGAIN) === true ? questionsIn(tr.doc, language()) : shown,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

function questionsIn(doc: Node, language: Language): DecorationSet {
  const found: Decoration[] = [];
  let offset = 0;
  for (let index = 0; index < doc.childCount; index += 1) {
    const heading = doc.child(index);
    const at = offset;
    offset += heading.nodeSize;
    const section: unknown = heading.attrs.section;
    if (typeof section !== 'string' || section === '' || !isEmpty(doc, index)) continue;
    const asks = askedIn(section, language);
    const next = index + 1 < doc.childCount ? doc.child(index + 1) : undefined;
    const isBlank = next?.type.name === 'paragraph' && next.content.size === 0;
    const attributes = { 'data-asks': asks };
    if (asks === '') continue;
    found.push(
      isBlank && next !== undefined
        ? Decoration.node(offset, offset + next.nodeSize, attributes)
        : Decoration.node(at, at + heading.nodeSize, attributes),
    );
  }
  return DecorationSet.create(doc, found);
}

/** Whether nothing is written under a heading, before the next section or heading of its level. */
function isEmpty(doc: Node, at: number): boolean {
  const level = Number(doc.child(at).attrs.level);
  for (let index = at + 1; index < doc.childCount; index += 1) {
    const node = doc.child(index);
    if (node.type.name === 'heading') {
      if (typeof node.attrs.section === 'string' || Number(node.attrs.level) <= level) return true;
      continue;
    }
    const words = node.isTextblock ? node.textContent : '';
    if (saysSomething({ type: node.type.name, content: words === '' ? [] : [{ type: 'text', text: words }] }))
      return false;
    if (node.isTextblock && node.content.size > 0) return false;
  }
  return true;
}
