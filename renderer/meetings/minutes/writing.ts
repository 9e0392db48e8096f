import type { Editor, JSONContent } from '@tiptap/core';

interface Speaker {
  readonly name: string;
  /** Whom the name leads to; none where nobody is told who it was. */
  readonly record?: string;
}

/** What stands for whoever said something, where nobody is told who it was. */
export function somebody(kind: string, french: boolean): string {
  if (kind === 'person') return french ? 'un participant' : 'a participant';
  return french ? 'une délégation' : 'one delegation';
}

/** Puts in at the cursor who speaks, with a space after it; with a capital where a paragraph begins. */
export function insertSpeaker(editor: Editor, { name, record }: Speaker): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, ' ', ' ');
  const begins = before.trim() === '' || /[.!?…]\s*$/u.test(before);
  const words = begins ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
  const space = before === '' || /\s$/u.test(before) ? '' : ' ';
  const marks = record === undefined ? [] : [{ type: 'recordLink', attrs: { record } }];
  const content: JSONContent[] = [
    ...(space === '' ? [] : [{ type: 'text', text: space }]),
    { type: 'text', text: words, marks },
    { type: 'text', text: ' ' },
  ];
  editor.chain().focus().insertContent(content).unsetMark('recordLink').run();
}

const PARTS = { en: ['Discussion', 'Decisions', 'Actions'], fr: ['Débat', 'Décisions', 'Suites à donner'] };

/** Puts the parts that minutes have at the end of the text, and the cursor into the first of them. */
export function insertTemplate(editor: Editor, french: boolean): void {
  const parts = PARTS[french ? 'fr' : 'en'].flatMap((words): JSONContent[] => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: words }] },
    { type: 'paragraph' },
  ]);
  const { doc } = editor.state;
  if (doc.textContent.trim() === '') editor.chain().focus().setContent(parts, { emitUpdate: true }).run();
  else editor.chain().focus().insertContentAt(doc.content.size, parts).run();
  const first = french ? PARTS.fr[0] : PARTS.en[0];
  let at: number | undefined;
  editor.state.doc.forEach((node, offset) => {
    if (node.type.name === 'heading' && node.textContent === first) at = offset + node.nodeSize + 1;
  });
  if (at !== undefined) editor.chain().focus().setTextSelection(at).scrollIntoView().run();
}

interface NamedThere {
  readonly from: number;
  readonly to: number;
  readonly record: string;
}

/** Where a text links to one of these records. */
export function namesIn(editor: Editor, isSpeaker: (record: string) => boolean): NamedThere[] {
  const found: NamedThere[] = [];
  editor.state.doc.descendants((node, at) => {
    const record: unknown = node.marks.find(({ type }) => type.name === 'recordLink')?.attrs.record;
    if (node.isText && typeof record === 'string' && isSpeaker(record)) {
      found.push({ from: at, to: at + node.nodeSize, record });
    }
    return true;
  });
  return found;
}

/** Names nobody any more who is linked: one step, that is taken back like typing. */
export function replaceNames(editor: Editor, names: readonly NamedThere[], wordsFor: (record: string) => string): void {
  const { tr, schema } = editor.state;
  for (const { from, to, record } of names.toReversed()) {
    const words = wordsFor(record);
    const opens = tr.doc.resolve(from).parentOffset === 0;
    const said = opens ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
    tr.replaceWith(from, to, schema.text(said));
  }
  if (tr.docChanged) editor.view.dispatch(tr);
}
