import type { Label } from '../../domain/handling/handling.ts';
import { PortionMark } from '../../domain/papers/richText.ts';
import { malformed } from '../load/malformed.ts';

/** A stricter portion as it stands in a file: `:::portion TLP:RED read="Registry"` … `:::`. */
export interface PortionContainer {
  placeholder: string;
  label: Exclude<Label, 'PRIVATE'>;
  readAt: string;
  /** Length in printed lines, when the file tells it. */
  lines: number | undefined;
  /** Line of the opening fence, from 1. */
  line: number;
  /** Markdown between the fences. Empty when the file holds only the placeholder. */
  text: string;
}

const OPENING = /^:::portion\b(.*)$/;
const CLOSING = /^:::\s*$/;
/** A fence at the margin; one inside a list ends with the list, before any line at the margin. */
const CODE_FENCE = /^(`{3,}(?!.*`)|~{3,})/;
const CODE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const MARKER = 'amberdesk-portion-';

/**
 * Takes the portions out of a Markdown text. Each leaves a paragraph of its own that `placeholderOf` recognises, on
 * the same lines, so that line numbers stay true. Throws `load.malformed` for a portion that is not closed, is empty,
 * stands inside another, or has no known label: a stricter text must never slip into the paper by a typing mistake.
 */
export function takePortions(
  markdown: string,
  newId: () => string,
): { markdown: string; portions: PortionContainer[] } {
  if (!markdown.includes(':::portion')) return { markdown, portions: [] };
  const lines = markdown.split('\n');
  const portions: PortionContainer[] = [];
  let code: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (code === undefined) code = CODE_FENCE.exec(line)?.[1];
    else if (CODE_END.exec(line)?.[1]?.startsWith(code)) code = undefined;
    if (code !== undefined || !OPENING.test(line)) continue;
    const end = closingLine(lines, index);
    const portion = readPortion(lines, index, end, newId);
    portions.push(portion);
    lines.fill('', index, end + 1);
    lines[index + 1] = end > index + 1 ? `${MARKER}${portion.placeholder}` : '';
    if (end === index + 1) lines[index] = `${MARKER}${portion.placeholder}`;
    index = end;
  }
  return { markdown: lines.join('\n'), portions };
}

/** The placeholder's id when the text is one that `takePortions` left, else undefined. */
export function placeholderOf(paragraph: string): string | undefined {
  return paragraph.startsWith(MARKER) ? paragraph.slice(MARKER.length) : undefined;
}

function closingLine(lines: readonly string[], opening: number): number {
  for (let index = opening + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (OPENING.test(line)) {
      throw malformed([
        { line: index + 1, sentence: 'A portion begins inside another one. Close the first with ":::".' },
      ]);
    }
    if (CLOSING.test(line)) return index;
  }
  throw malformed([{ line: opening + 1, sentence: 'The portion that begins here has no end. Close it with ":::".' }]);
}

function readPortion(lines: readonly string[], opening: number, end: number, newId: () => string): PortionContainer {
  const line = opening + 1;
  const head = OPENING.exec(lines[opening] ?? '')?.[1]?.trim() ?? '';
  const [name = '', rest = ''] = splitOnce(head);
  const label = PortionMark.safeParse(name);
  if (!label.success) {
    throw malformed([{ line, sentence: `"${name}" is no TLP label. Write, for example, ":::portion TLP:RED".` }]);
  }
  const attributes = readAttributes(rest, line);
  const text = lines.slice(opening + 1, end).join('\n');
  const placeholder = attributes.get('placeholder');
  if (text.trim() === '' && placeholder === undefined) {
    throw malformed([{ line, sentence: 'The portion that begins here is empty.' }]);
  }
  const count = attributes.get('lines');
  return {
    placeholder: placeholder ?? newId(),
    label: label.data,
    readAt: attributes.get('read') ?? '',
    lines: count === undefined ? undefined : Number(count),
    line,
    text,
  };
}

function splitOnce(head: string): [string, string] {
  const space = head.search(/\s/);
  return space < 0 ? [head, ''] : [head.slice(0, space), head.slice(space + 1).trim()];
}

const ATTRIBUTE = /^(?:read="([^"]*)"|lines=([1-9]\d{0,4})|placeholder="([0-9a-f-]{36})")\s*/;

function readAttributes(source: string, line: number): Map<string, string> {
  const attributes = new Map<string, string>();
  let rest = source;
  while (rest !== '') {
    const found = ATTRIBUTE.exec(rest);
    if (found === null)
      throw malformed([{ line, sentence: `"${rest}" was not understood behind the label of a portion.` }]);
    const [whole, read, lines, placeholder] = found;
    if (read !== undefined) attributes.set('read', read);
    if (lines !== undefined) attributes.set('lines', lines);
    if (placeholder !== undefined) attributes.set('placeholder', placeholder);
    rest = rest.slice(whole.length);
  }
  return attributes;
}
