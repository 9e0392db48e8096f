/** One piece of HTML in a line of Markdown. */
export interface HtmlTag {
  name: string;
  closing: boolean;
  attributes: string;
}

/** The parts of a single tag such as `</sup>` or `<a href="…">`; undefined for comments, declarations and the like. */
export function readTag(html: string): HtmlTag | undefined {
  const found = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([\s\S]*?)\/?>$/.exec(html);
  if (found === null) return undefined;
  return { closing: found[1] === '/', name: (found[2] ?? '').toLowerCase(), attributes: found[3] ?? '' };
}

/** The value of an attribute in the rest of a tag, with common entities read; undefined when it has none. */
export function attributeOf(tag: HtmlTag, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+))`, 'i').exec(
    tag.attributes,
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : readEntities(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: '\u00A0',
};

function readEntities(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

/** Tags that begin or end a line or a cell, so that the words on both sides stay apart. */
const LINES =
  /<\/?(?:p|div|br|hr|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|dt|dd|figure|figcaption)\b[^<>]*>/gi;
const CELLS = /<\/?(?:td|th)\b[^<>]*>/gi;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)/g;
const IMAGES = /<img\b[^<>]*>/gi;
const TAGS = /<\/?[a-zA-Z][^<>]*>|<![a-zA-Z][^<>]*>|<\?[^<>]*\?>/g;

/** A block of HTML as Markdown text: what a browser would show, without tags; comments apart. */
export function plainOf(html: string): { text: string; comments: string[]; tags: string[] } {
  const comments = html.match(COMMENTS) ?? [];
  const visible = html.replace(COMMENTS, '');
  const tags = visible.match(TAGS) ?? [];
  const text = visible
    .replace(IMAGES, (image) => {
      const tag = readTag(image);
      return tag === undefined ? '' : ` ${attributeOf(tag, 'alt') ?? ''} `;
    })
    .replace(LINES, '\n')
    .replace(CELLS, '  ')
    .replace(TAGS, '')
    .replace(/^[ \t]+/gm, '');
  return { text: readEntities(text).trim(), comments, tags };
}

/** Whether the block of HTML is a program, a style sheet, or text to be shown as it stands. */
export function isVerbatim(html: string): 'script' | 'pre' | undefined {
  if (/^\s*<(script|style)\b/i.test(html)) return 'script';
  return /^\s*<(pre|textarea)\b/i.test(html) ? 'pre' : undefined;
}
