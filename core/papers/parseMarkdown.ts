import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tooDeep } from './importState.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Characters of a stretch of a long file; the parser needs the square of the time for the tables in one stretch. */
const STRETCH = 100_000;

/**
 * The tree of a Markdown text (CommonMark with GFM), with positions. A long text is parsed in stretches that begin
 * where every list, quotation and table has ended; what they define for one another is known to all of them.
 * Throws `load.malformed` when the parser cannot follow the nesting.
 */
export function parseMarkdown(source: string): Root {
  const cuts = source.length > 2 * STRETCH ? findCuts(source) : [];
  if (cuts.length === 0) return parse(source);
  const defined = definedNames(source);
  const root: Root = { type: 'root', children: [] };
  let line = 0;
  for (const [index, start] of [0, ...cuts].entries()) {
    const stretch = source.slice(start, cuts[index]);
    const tree = parse(stretch + stubs(stretch, defined));
    for (const node of tree.children) {
      if ((node.position?.start.offset ?? 0) >= stretch.length) break;
      shift(node, line, start);
      root.children.push(node);
    }
    line += stretch.split('\n').length - 1;
  }
  return root;
}

function parse(source: string): Root {
  try {
    return parser.parse(source);
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep(0, cause);
    throw cause;
  }
}

/** HTML that may hold empty lines, so that a stretch could end inside it. */
const LONG_HTML = /<(?:[!?]|script|pre|style|textarea)/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Offsets of lines that begin a new block at the margin, about a stretch apart. */
function findCuts(source: string): number[] {
  if (LONG_HTML.test(source)) return [];
  const cuts: number[] = [];
  let fence: string | undefined;
  let blank = false;
  let offset = 0;
  for (const line of source.split('\n')) {
    const sign = FENCE.exec(line)?.[1];
    if (fence === undefined) fence = sign;
    else if (sign?.startsWith(fence) && line.trim() === sign) fence = undefined;
    const begins = fence === undefined && blank && /^[\p{L}#]/u.test(line);
    if (begins && offset - (cuts.at(-1) ?? 0) >= STRETCH) cuts.push(offset);
    blank = line.trim() === '';
    offset += line.length + 1;
  }
  return cuts;
}

/** Names of footnotes (`^name`) and link addresses that the text defines at the margin. */
function definedNames(source: string): Set<string> {
  return new Set([...source.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map((found) => sameName(found[1] ?? '')));
}

/** Definitions that make the parser see references to what other stretches define. They are left out again. */
function stubs(stretch: string, defined: ReadonlySet<string>): string {
  const own = definedNames(stretch);
  const used = new Set([...stretch.matchAll(/\[([^[\]\n]+)\]/g)].map((found) => found[1] ?? ''));
  const names = [...used].filter((name) => defined.has(sameName(name)) && !own.has(sameName(name)));
  return names.map((name) => `\n\n[${name}]: stub`).join('');
}

function sameName(name: string): string {
  return name.trim().toLowerCase();
}

/** Positions inside a stretch become positions in the file. */
function shift(top: Nodes, lines: number, characters: number): void {
  const waiting: Nodes[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.position !== undefined) {
      for (const point of [node.position.start, node.position.end]) {
        point.line += lines;
        if (point.offset !== undefined) point.offset += characters;
      }
    }
    if ('children' in node) waiting.push(...node.children);
  }
}
