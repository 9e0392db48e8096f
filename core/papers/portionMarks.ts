import { LABELS, type Label } from '../../domain/handling/handling.ts';
import { PortionMark, type RichTextNode } from '../../domain/papers/richText.ts';
import { malformed } from '../load/malformed.ts';
import { attrsOf, leadingText } from './blockContent.ts';
import { type ImportNote, importNote } from './importNotes.ts';

const MARK = /^\{(TLP:[A-Za-z+]+)\}\s*/;

interface Waiting {
  mark: string;
  block: RichTextNode;
}

/**
 * Reads `{TLP:GREEN}` at the start of top-level blocks into `attrs.mark`; alone in a paragraph it marks the block that
 * follows. Throws `load.malformed` for a mark stricter than the paper's label: such text belongs into a portion.
 */
export function readPortionMarks(
  blocks: readonly RichTextNode[],
  label: Label,
  lines: ReadonlyMap<RichTextNode, number>,
  notes: ImportNote[],
): RichTextNode[] {
  const result: RichTextNode[] = [];
  let waiting: Waiting | undefined;
  for (const block of blocks) {
    const { mark, bare } = readMark(block, label, lines.get(block) ?? 0, notes);
    if (mark !== undefined && Array.isArray(bare.content) && bare.content.length === 0) {
      if (waiting !== undefined) result.push(waiting.block);
      waiting = { mark, block };
      continue;
    }
    const own = block.type === 'portion' ? undefined : (mark ?? waiting?.mark);
    waiting = undefined;
    result.push(own === undefined ? bare : { ...bare, attrs: { ...attrsOf(bare), mark: own } });
  }
  if (waiting !== undefined) result.push(waiting.block);
  return result;
}

function readMark(block: RichTextNode, label: Label, line: number, notes: ImportNote[]) {
  const lead = block.type === 'paragraph' || block.type === 'heading' ? leadingText(block) : undefined;
  const found = MARK.exec(lead?.text ?? '');
  if (lead === undefined || found === null) return { mark: undefined, bare: block };
  const [whole, written = ''] = found;
  const upper = written.toUpperCase();
  const mark = PortionMark.safeParse(upper === 'TLP:WHITE' ? 'TLP:CLEAR' : upper).data;
  if (mark !== written) notes.push(importNote('mark', line, mark === undefined ? '' : written));
  if (mark === undefined) return { mark, bare: block };
  if (LABELS.indexOf(mark) < LABELS.indexOf(label)) throw stricter(mark, label, line);
  return { mark, bare: lead.without(whole.length) };
}

function stricter(mark: Label, label: Label, line: number): Error {
  const sentence = `This is marked ${mark} in a paper marked ${label}. Put it between ":::portion ${mark}" and ":::".`;
  return malformed([{ line, sentence }]);
}
