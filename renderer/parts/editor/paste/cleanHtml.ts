import { takeFootnotes } from './footnotesIn.ts';
import { makeWordLists } from './wordLists.ts';

/** What was pasted, without rubbish, and what could not be kept. */
export interface Cleaned {
  /** A body with what a document knows and nothing else. */
  readonly body: HTMLElement;
  readonly pictures: number;
  /** The columns of the widest table. */
  readonly columns: number;
}

/** Deeper nesting than this of lists and quotations becomes flat: no person writes so. */
const DEEPEST = 12;
/** Goes with all that is in it. */
const DROPPED =
  'script, style, svg, math, iframe, frame, object, embed, link, meta, title, template, noscript, input, button, select, textarea, audio, video, canvas, map, xml';
const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'hr',
  'table',
  'tr',
  'td',
  'th',
]);
const INLINE: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  s: 's',
  del: 's',
  strike: 's',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'sup',
  sub: 'sub',
};
/** Elements that begin a line of their own. */
const LINES = new Set([
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'nav',
  'figure',
  'figcaption',
  'dt',
  'dd',
  'dl',
  'address',
  'center',
  'details',
  'summary',
  'form',
  'fieldset',
  'caption',
]);
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_eid|mc_cid|igshid|yclid|_hsenc|_hsmi)$/i;

/**
 * Takes HTML from Word, another program or the web down to what a document knows: headings, paragraphs, lists,
 * quotations, tables, footnotes, links, bold and the like. Nothing in it is ever run or loaded: it is read in a document
 * of its own without a window.
 */
export function cleanHtml(html: string): Cleaned {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const pictures = [...source.querySelectorAll('img, picture, v\\:imagedata')].filter(isPicture).length;
  for (const element of source.querySelectorAll(`${DROPPED}, img, picture`)) element.remove();
  takeFootnotes(source);
  makeWordLists(source);
  const target = document.implementation.createHTMLDocument('').body;
  copyInside(source.body, target, { depth: 0, inTable: false, inPre: false });
  const columns = Math.max(0, ...[...target.querySelectorAll('tr')].map((row) => row.children.length));
  return { body: target, pictures, columns };
}

/** Pictures of one point or none tell somebody that the text was read. */
function isPicture(element: Element): boolean {
  if (element.tagName === 'IMG' && element.closest('picture') !== null) return false;
  return !['0', '1'].includes(element.getAttribute('width') ?? '');
}

interface Place {
  /** Lists and quotations around. */
  readonly depth: number;
  readonly inTable: boolean;
  readonly inPre: boolean;
}

function copyInside(from: ParentNode, to: HTMLElement, place: Place): void {
  const children = [...from.children];
  for (const child of [...from.childNodes]) {
    if (child === children[0]) {
      const element = children.shift();
      if (element !== undefined) copyElement(element, to, place);
    } else if (child.nodeType === child.TEXT_NODE) {
      const words = child.textContent ?? '';
      to.append(place.inPre ? words : words.replace(/[ \t\r\n\f]+/g, ' '));
    }
  }
}

function copyElement(element: Element, to: HTMLElement, place: Place): void {
  const name = element.localName;
  if (name === 'br') {
    to.append(to.ownerDocument.createElement('br'));
  } else if (element.hasAttribute('data-footnote')) {
    to.append(footnoteOf(element, to.ownerDocument));
  } else if (name === 'a') {
    copyLink(element, to, place);
  } else if (INLINE[name] !== undefined && !isPlain(element)) {
    inside(element, to, INLINE[name], place);
  } else {
    const block = blockOf(element, place);
    if (block !== undefined) copyBlock(element, to, block, place);
    else if (LINES.has(name)) copyLine(element, to, place);
    else copyStyled(element, to, place);
  }
}

/** The block that an element becomes; undefined for none. */
function blockOf(element: Element, place: Place): string | undefined {
  const name = element.localName;
  const style = element.className;
  if (name === 'p' && /^MsoTitle/.test(style)) return 'h1';
  const heading = name === 'p' ? /^MsoHeading([1-6])/.exec(style)?.[1] : undefined;
  if (heading !== undefined) return `h${heading}`;
  if (name === 'p' && /^Mso(Intense)?Quote/.test(style)) return 'blockquote';
  if (!BLOCKS.has(name)) return undefined;
  if (['ul', 'ol', 'blockquote'].includes(name) && place.depth >= DEEPEST) return undefined;
  if (name === 'li' && place.depth > DEEPEST) return 'p';
  // A table inside a table, and one of a single cell, which only lays a page out, become their paragraphs.
  if (name === 'table') return place.inTable || element.querySelectorAll('td, th').length <= 1 ? undefined : name;
  if (['tr', 'td', 'th'].includes(name)) {
    const table = element.closest('table');
    const isKept = table !== null && table.parentElement?.closest('table') === null;
    return isKept && table.querySelectorAll('td, th').length > 1 ? name : undefined;
  }
  return name;
}

function copyBlock(element: Element, to: HTMLElement, name: string, place: Place): void {
  const block = to.ownerDocument.createElement(name);
  if (name === 'td' || name === 'th') {
    for (const span of ['colspan', 'rowspan']) {
      const count = Number(element.getAttribute(span));
      if (Number.isInteger(count) && count > 1 && count <= 100) block.setAttribute(span, String(count));
    }
    const side = styleOf(element, 'text-align') || element.getAttribute('align') || '';
    if (['left', 'right', 'center'].includes(side)) block.setAttribute('align', side);
  }
  const start = name === 'ol' ? Number(element.getAttribute('start')) : 0;
  if (Number.isInteger(start) && start > 1) block.setAttribute('start', String(start));
  const caption = name === 'table' ? element.querySelector(':scope > caption')?.textContent?.trim() : undefined;
  if (caption !== undefined && caption !== '') block.setAttribute('data-caption', caption);
  if (name === 'table') element.querySelector(':scope > caption')?.remove();
  copyInside(element, block, {
    depth: place.depth + (['ul', 'ol', 'blockquote'].includes(name) ? 1 : 0),
    inTable: place.inTable || name === 'table',
    inPre: place.inPre || name === 'pre',
  });
  const isEmpty = (block.textContent ?? '').trim() === '' && block.querySelector('br, [data-footnote], hr') === null;
  if (isEmpty && !['td', 'th', 'tr', 'hr', 'table'].includes(name)) return;
  to.append(block);
}

/** A line of its own: a paragraph, unless there are blocks in it. */
function copyLine(element: Element, to: HTMLElement, place: Place): void {
  const line = to.ownerDocument.createElement('p');
  copyInside(element, line, place);
  if ((line.textContent ?? '').trim() === '' && line.querySelector('[data-footnote], hr, td') === null) return;
  if (line.querySelector('p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, hr, table, tr') === null)
    to.append(line);
  else to.append(...apart(line));
}

/** The blocks of a line, with what stands loose between them as paragraphs. */
function apart(line: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  let loose: HTMLElement | undefined;
  const blocks = new Set<unknown>([...line.children].filter((child) => BLOCKS.has(child.localName)));
  for (const child of [...line.childNodes]) {
    if (child instanceof HTMLElement && blocks.has(child)) {
      found.push(child);
      loose = undefined;
      continue;
    }
    if (loose === undefined && (child.textContent ?? '').trim() === '') continue;
    if (loose === undefined) {
      loose = line.ownerDocument.createElement('p');
      found.push(loose);
    }
    loose.append(child);
  }
  return found;
}

/** Bold, italic and raised by style, as office programs write it. */
function copyStyled(element: Element, to: HTMLElement, place: Place): void {
  const marks = [
    /^(bold|bolder|[6-9]00)$/.test(styleOf(element, 'font-weight')) ? 'strong' : '',
    /^(italic|oblique)/.test(styleOf(element, 'font-style')) ? 'em' : '',
    styleOf(element, 'vertical-align') === 'super' ? 'sup' : '',
    styleOf(element, 'vertical-align') === 'sub' ? 'sub' : '',
    /line-through/.test(styleOf(element, 'text-decoration')) ? 's' : '',
  ].filter((mark) => mark !== '');
  const isInline = element.localName === 'span' || element.localName === 'font';
  const [outer, ...rest] = isInline ? marks : [];
  if (outer === undefined) {
    copyInside(element, to, place);
    return;
  }
  const top = to.ownerDocument.createElement(outer);
  const last = rest.reduce((around, mark) => {
    const next = to.ownerDocument.createElement(mark);
    around.append(next);
    return next;
  }, top);
  copyInside(element, last, place);
  to.append(top);
}

/** A mark whose style takes it back: pages of some editors are all one `<b>` that is not bold. */
function isPlain(element: Element): boolean {
  return /^(normal|400)$/.test(styleOf(element, 'font-weight')) && ['b', 'strong'].includes(element.localName);
}

function copyLink(element: Element, to: HTMLElement, place: Place): void {
  const address = followable(element.getAttribute('href') ?? '');
  if (address === undefined) {
    copyInside(element, to, place);
    return;
  }
  const link = to.ownerDocument.createElement('a');
  link.setAttribute('href', address);
  copyInside(element, link, place);
  to.append(link);
}

/** Addresses that a reader can follow, without what only tells where a reader came from. */
function followable(href: string): string | undefined {
  if (!/^\s*(https?:\/\/|mailto:)/i.test(href)) return undefined;
  try {
    const url = new URL(href.trim());
    const traces = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
    if (traces.length === 0) return href.trim();
    for (const name of traces) url.searchParams.delete(name);
    return url.href;
  } catch {
    return undefined;
  }
}

function inside(element: Element, to: HTMLElement, name: string, place: Place): void {
  const wrapped = to.ownerDocument.createElement(name);
  copyInside(element, wrapped, place);
  to.append(wrapped);
}

function footnoteOf(element: Element, home: Document): HTMLElement {
  const note = home.createElement('span');
  note.setAttribute('data-footnote', '');
  note.setAttribute('data-note', crypto.randomUUID());
  copyInside(element, note, { depth: DEEPEST, inTable: true, inPre: false });
  // A note is one line of words: its paragraphs follow one another.
  for (const block of [...note.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, pre, blockquote, ul, ol')]) {
    if (block.nextElementSibling !== null) block.append(home.createElement('br'));
    block.replaceWith(...block.childNodes);
  }
  const [first, last] = [note.firstChild, note.lastChild];
  if (first !== null && first.nodeType === first.TEXT_NODE) first.textContent = (first.textContent ?? '').trimStart();
  if (last !== null && last.nodeType === last.TEXT_NODE) last.textContent = (last.textContent ?? '').trimEnd();
  return note;
}

function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('style') ?? '';
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim().toLowerCase() ?? '';
}
