import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader program finds it. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  /** Whether the file says that it is tagged. */
  readonly marked: boolean;
  /** XMP metadata, as written. */
  readonly metadata: string;
  readonly created: string | undefined;
  /** What a screen reader reads: the text of all pages without the furniture. */
  readonly text: string;
  /** The same, page by page. */
  readonly pageTexts: readonly string[];
  /** Running heads and feet and what lies behind the text, page by page. */
  readonly furniture: readonly string[];
  /** The kinds of structure elements, in order: `H1`, `P`, `Table`, … */
  readonly structure: readonly string[];
  /** Where links lead: addresses, and `#` for those inside. */
  readonly links: readonly string[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const { info, metadata } = await pdf.getMetadata();
    const marked = await pdf.getMarkInfo();
    const texts: string[] = [];
    const furniture: string[] = [];
    const structure: string[] = [];
    const links: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const open: boolean[] = [];
      let artifacts = '';
      let text = '';
      for (const item of content.items) {
        if ('str' in item) {
          const words = `${item.str}${item.hasEOL ? '\n' : ''}`;
          if (open.includes(true)) artifacts += words;
          else text += words;
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push('tag' in item && item.tag === 'Artifact');
      }
      texts.push(text);
      furniture.push(artifacts);
      collect(await page.getStructTree(), structure);
      for (const annotation of await page.getAnnotations()) {
        if (annotation.subtype === 'Link') links.push(annotation.url ?? '#');
      }
    }
    const described = Object.entries(info);
    const value = (key: string) => described.find(([name]) => name === key)?.[1];
    return {
      pages: pdf.numPages,
      title: String(value('Title') ?? metadata?.get('dc:title') ?? ''),
      language: String(value('Language') ?? ''),
      marked: marked?.Marked === true,
      metadata: metadata?.getRaw() ?? '',
      created: typeof value('CreationDate') === 'string' ? String(value('CreationDate')) : undefined,
      text: texts.join('\n'),
      pageTexts: texts,
      furniture,
      structure,
      links,
    };
  } finally {
    await task.destroy();
  }
}

function collect(node: unknown, into: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string' && node.role !== 'Root') into.push(node.role);
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collect(child, into);
}

/**
 * The first of `words` that does not come, in this order, in `text`; undefined when all do. Spaces and hyphens at line
 * ends do not count, and a word may be cut in two by the end of a page.
 */
export function firstLost(words: readonly string[], text: string): string | undefined {
  const whole = squeeze(text);
  let from = 0;
  for (const word of words.map(squeeze)) {
    if (word === '') continue;
    const found = find(word, whole, from);
    if (found === undefined) return word;
    from = found;
  }
  return undefined;
}

function find(word: string, whole: string, from: number): number | undefined {
  const at = whole.indexOf(word, from);
  if (at !== -1) return at + word.length;
  for (let cut = word.length - 1; cut > 0; cut -= 1) {
    const first = whole.indexOf(word.slice(0, cut), from);
    const second = first === -1 ? -1 : whole.indexOf(word.slice(cut), first + cut);
    if (second !== -1) return second + word.length - cut;
  }
  return undefined;
}

/** Without spaces, hyphens and what shows nothing. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b\u2010-]+/g, '');
}
