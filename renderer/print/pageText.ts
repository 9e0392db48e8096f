import type { PDFPageProxy } from 'pdfjs-dist';

/** A part of a page as it is read aloud: what it is, its words, and what is in it. */
export interface ReadPart {
  readonly role: string;
  readonly text: string;
  readonly parts: readonly ReadPart[];
}

/**
 * What a page says, by the structure that the PDF carries: headings, paragraphs, lists, tables in the order in which
 * they are read. Running heads and feet are not part of it.
 */
export async function readPage(page: PDFPageProxy): Promise<readonly ReadPart[]> {
  const [tree, { items }] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true }),
  ]);
  const words = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== '') ?? '';
      words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      open.push(item.id ?? '');
    }
  }
  return tree === null ? [] : partsOf(tree, words);
}

function partsOf(node: unknown, words: ReadonlyMap<string, string>): ReadPart[] {
  if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return [];
  return node.children.flatMap((child: unknown) => partOf(child, words));
}

/** Parts that say nothing are left out; those that only group others give their parts. */
function partOf(node: unknown, words: ReadonlyMap<string, string>): ReadPart[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'content') {
    const text = 'id' in node ? (words.get(String(node.id)) ?? '') : '';
    return text.trim() === '' ? [] : [{ role: 'Span', text, parts: [] }];
  }
  const role = 'role' in node ? String(node.role) : '';
  const parts = partsOf(node, words);
  const alt = 'alt' in node && typeof node.alt === 'string' ? node.alt : '';
  if (alt !== '') return [{ role: 'Span', text: alt, parts: [] }];
  if (parts.length === 0) return [];
  return KNOWN.test(role) ? [{ role, text: wordsIn(parts), parts }] : parts;
}

const KNOWN = /^(Title|H[1-6]?|P|L|LI|LBody|Table|TR|TH|TD|BlockQuote|Caption|Note|FENote)$/;

/** All words of some parts, one after the other. */
export function wordsIn(parts: readonly ReadPart[]): string {
  return parts
    .map((part) => part.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
