import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { missingSections, readOutline, sectionBlocks } from '../../../domain/papers/readOutline.ts';
import type { Block, Document } from '../../../domain/papers/richText.ts';
import type { Language } from '../../../domain/records/fieldNames.ts';

/** An open text as far as its outline goes: what its headings say, and whether anything stands under them. */
export function outlineDocumentOf(doc: Node): Document {
  const content: Block[] = [];
  doc.forEach((node) => {
    const { id, level, section } = node.attrs;
    const words = node.isTextblock ? node.textContent : '';
    content.push({
      type: node.type.name,
      attrs: {
        id: typeof id === 'string' ? id : '',
        ...(typeof level === 'number' ? { level } : {}),
        ...(typeof section === 'string' ? { section } : {}),
      },
      content: words === '' ? [] : [{ type: 'text', text: words }],
    });
  });
  return { type: 'doc', content };
}

/** Where a block of an open text begins; undefined when it is not there any more. */
export function placeOfBlock(doc: Node, id: string): number | undefined {
  let found: number | undefined;
  doc.forEach((node, at) => {
    if (node.attrs.id === id) found ??= at;
  });
  return found;
}

/** Puts the cursor where a section is written: on the empty line under its heading, else behind the heading. */
export function goToSection(editor: Editor, block: string): void {
  const { doc } = editor.state;
  const at = placeOfBlock(doc, block);
  const heading = at === undefined ? null : doc.nodeAt(at);
  if (at === undefined || heading === null) return;
  const below = at + heading.nodeSize;
  const next = doc.nodeAt(below);
  const place = next?.type.name === 'paragraph' && next.content.size === 0 ? below + 1 : below - 1;
  // At once, and not with the next frame: the keys that follow are for the text.
  editor.view.focus();
  editor.commands.setTextSelection(place);
  const shown = editor.view.domAtPos(place).node;
  (shown instanceof Element ? shown : shown.parentElement)?.scrollIntoView({ block: 'center' });
}

/**
 * Puts the sections that the text lacks in their places, and says of headings that are called as a section is that they are
 * its heading; one step of undo. Gives the heading of the first that was added.
 */
export function addMissingSections(editor: Editor, type: string, language: Language): string | undefined {
  const { tr, schema } = editor.state;
  const document = outlineDocumentOf(editor.state.doc);
  for (const { section, block } of readOutline(type, document)) {
    const at = block === undefined ? undefined : placeOfBlock(tr.doc, block);
    if (at !== undefined && tr.doc.nodeAt(at)?.attrs.section !== section.id)
      tr.setNodeAttribute(at, 'section', section.id);
  }
  let first: string | undefined;
  for (const { section, before } of missingSections(type, document)) {
    const blocks = sectionBlocks(section, language, () => crypto.randomUUID());
    first ??= blocks[0]?.attrs.id;
    const at = before === undefined ? endOf(tr.doc) : (placeOfBlock(tr.doc, before) ?? endOf(tr.doc));
    tr.insert(
      at,
      blocks.map((block) => schema.nodeFromJSON(block)),
    );
  }
  if (tr.docChanged) editor.view.dispatch(tr);
  return first;
}

/** The end of a text; before an empty line that stands last, which nobody means to keep. */
function endOf(doc: Node): number {
  const last = doc.lastChild;
  const isBlank = last?.type.name === 'paragraph' && last.content.size === 0 && doc.childCount === 1;
  return isBlank ? 0 : doc.content.size;
}
