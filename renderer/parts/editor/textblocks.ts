import type { Node } from '@tiptap/pm/model';

/** The words of a line of text, one unit for each position: what is no word, or stands in code, is an object sign. */
export interface Textblock {
  readonly plain: string;
  /** Where its content begins, counted from where its block begins. */
  readonly start: number;
}

/** What stands for a break, a footnote's call, or code: no letter of any word. */
const OBJECT = '\ufffc';

const known = new WeakMap<Node, readonly Textblock[]>();

/** Every line of text in a block, footnotes among them, code never. Blocks that did not change are not read again. */
export function textblocksIn(block: Node): readonly Textblock[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const found: Textblock[] = [];
  collect(block, 0, found);
  known.set(block, found);
  return found;
}

function collect(node: Node, at: number, found: Textblock[]): void {
  if (node.type.spec.code === true) return;
  if (node.inlineContent) {
    let plain = '';
    node.forEach((child, offset) => {
      if (child.isText)
        plain += child.marks.some(({ type }) => type.name === 'code')
          ? OBJECT.repeat(child.nodeSize)
          : (child.text ?? '');
      else {
        plain += OBJECT.repeat(child.nodeSize);
        if (child.inlineContent) collect(child, at + 1 + offset, found);
      }
    });
    if (plain !== '') found.push({ plain, start: at + 1 });
    return;
  }
  node.forEach((child, offset) => {
    collect(child, at + 1 + offset, found);
  });
}
