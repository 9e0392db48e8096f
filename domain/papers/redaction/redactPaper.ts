import { generateNKeysBetween } from 'fractional-indexing';
import { isJsonObject, type Json, type JsonObject } from '../../records/json.ts';
import { objects, text } from '../../records/text.ts';
import type { Document } from '../richText.ts';
import { asksOf, holdsWords, pieceText, textPlaces } from './textPlaces.ts';
import { joinedRanges, type Range, standsIn, wholeWords } from './words.ts';

/** Something of a paper to be blacked out: characters of a place. */
export interface Redaction extends Range {
  readonly place: string;
  readonly reason?: string | undefined;
}

/** A passage that was blacked out, for whoever may know. */
export interface BlackedOut {
  readonly words: string;
  readonly reason: string;
}

export interface RedactedPaper {
  /** What the new paper says: nothing of it was taken over but what is named here. */
  readonly body: JsonObject;
  readonly passages: readonly BlackedOut[];
  /** Words that were blacked out and still stand in it somewhere. */
  readonly standing: readonly string[];
}

export interface RedactionOptions {
  /** Ids of attachments that are taken along. */
  readonly attachments: readonly string[];
  newId(): string;
}

/** What stands in a line without form, such as a title, for a passage that was blacked out. */
export const IN_BRACKETS = { en: '[redacted]', fr: '[caviardé]' } as const;

/** Attributes that a redacted text may have, by node type; every block also keeps its `mark`. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start'],
  tableHeader: ['align', 'colspan', 'rowspan'],
  tableCell: ['align', 'colspan', 'rowspan'],
};

const BAR: JsonObject = { type: 'redacted' };

/**
 * A new paper with everything that this one says but for what is blacked out. Nothing leads back: ids and order keys are
 * new, links into the vault are taken off, and so are cross-references, the stricter portions, numbers, dates of issue and whatever a newer
 * version may have added. Of a passage nothing is left: not how long it was, nor of how many words.
 */
export function redactPaper(
  body: JsonObject,
  redactions: readonly Redaction[],
  options: RedactionOptions,
): RedactedPaper {
  const language = body.language === 'fr' ? 'fr' : 'en';
  const { ranges, passages } = readRedactions(body, redactions);
  const redacting: Redacting = { ranges, passages, bracket: IN_BRACKETS[language], newId: options.newId };
  const asks = asksOf(body);
  const files = objects(body.attachments).filter(({ id }) => options.attachments.includes(text(id)));
  const made: JsonObject = {
    ...kept(body, ['meeting', 'type', 'language', 'from', 'provenance']),
    title: versionTitle(line(redacting, 'title', text(body.title)), language),
    ...(text(body.purpose) === '' ? {} : { purpose: line(redacting, 'purpose', text(body.purpose)) }),
    ...(asks.length === 0
      ? {}
      : {
          asks: listed(redacting, asks, (ask) => ({ text: line(redacting, `asks/${text(ask.id)}`, text(ask.text)) })),
        }),
    body: redactedText(redacting, body.body),
    ...(files.length === 0
      ? {}
      : { attachments: listed(redacting, files, (file) => kept(file, ['name', 'mediaType', 'size', 'sha256'])) }),
  };
  return { body: made, passages, standing: standingIn(made, passages) };
}

/** The title says which of the two it is, so that nobody sends one for the other. */
function versionTitle(title: string, language: 'en' | 'fr'): string {
  return title === '' ? '' : `${title} ${AFTER_TITLE[language]}`;
}

const AFTER_TITLE = { en: '(redacted version)', fr: '(version caviardée)' } as const;

/** Words of passages that stand in a paper: in its text, its links, or the name of a file. */
export function standingIn(body: JsonObject, passages: readonly Pick<BlackedOut, 'words'>[]): string[] {
  const texts = [
    ...textPlaces(body).map((place) => place.text),
    ...addressesIn(body.body),
    ...objects(body.attachments).map(({ name }) => text(name)),
  ];
  return passages.map(({ words }) => words).filter((words) => texts.some((one) => standsIn(one, words)));
}

interface Redacting {
  readonly ranges: ReadonlyMap<string, readonly Range[]>;
  readonly passages: readonly BlackedOut[];
  readonly bracket: string;
  newId(): string;
}

/** What is to be blacked out, by place, whole words joined; and the words of it, with the notes that go along. */
function readRedactions(body: JsonObject, redactions: readonly Redaction[]) {
  const ranges = new Map<string, Range[]>();
  const passages: BlackedOut[] = [];
  const places = textPlaces(body);
  for (const { key, text: words } of places) {
    const own = redactions.filter((one) => one.place === key && one.from < one.to);
    if (own.length === 0) continue;
    const joined = joinedRanges(
      words,
      own.map((one) => wholeWords(words, { from: Math.max(0, one.from), to: Math.min(words.length, one.to) })),
    );
    ranges.set(key, joined);
    for (const range of joined) {
      const reasons = own
        .filter(({ from, to }) => from < range.to && to > range.from)
        .map(({ reason }) => reason ?? '');
      const reason = [...new Set(reasons)].filter((one) => one !== '').join('; ');
      passages.push({ words: words.slice(range.from, range.to), reason });
      // A footnote that is called in what is blacked out goes with it.
      for (const note of notesWithin(body, key, range)) passages.push({ words: note, reason });
    }
  }
  return { ranges, passages };
}

function notesWithin(body: JsonObject, key: string, range: Range): string[] {
  const node = nodeAt(body, key);
  let at = 0;
  return objects(node?.content).flatMap((piece) => {
    const from = at;
    at += pieceText(piece).length;
    return piece.type === 'footnote' && from >= range.from && from < range.to
      ? [objects(piece.content).map(pieceText).join('')]
      : [];
  });
}

function nodeAt(body: JsonObject, key: string): JsonObject | undefined {
  const [first, ...steps] = key.split('/');
  const start = first === 'body' && isJsonObject(body.body) ? body.body : undefined;
  return steps.reduce<JsonObject | undefined>((node, step) => objects(node?.content)[Number(step)], start);
}

function redactedText(redacting: Redacting, value: Json | undefined): Document {
  const content = objects(isJsonObject(value) ? value.content : undefined).flatMap((block, index) =>
    redactedBlock(redacting, block, `body/${index}`),
  );
  return {
    type: 'doc',
    content: withoutRepeats(content).map((block) => ({
      ...block,
      type: text(block.type),
      attrs: { ...attrsOf(block), id: redacting.newId() },
    })),
  };
}

function redactedBlock(redacting: Redacting, node: JsonObject, key: string): JsonObject[] {
  // What a portion says stands elsewhere, and its placeholder would lead there.
  if (node.type === 'portion') return [{ type: 'paragraph', content: [BAR] }];
  // A picture may show what is blacked out in words: of a figure its caption stays.
  const type = node.type === 'figure' ? 'paragraph' : text(node.type);
  const attrs: JsonObject = kept(attrsOf(node), [...(ATTRIBUTES[type] ?? []), 'mark']);
  if (type === 'table') {
    const caption = text(attrsOf(node).caption);
    if (caption !== '') attrs.caption = line(redacting, `${key}/caption`, caption);
  }
  const children = objects(node.content);
  const content = holdsWords(node)
    ? redactedPieces(redacting, node, key)
    : withoutRepeats(children.flatMap((child, index) => redactedBlock(redacting, child, `${key}/${index}`)));
  return [
    {
      type,
      ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
      ...(children.length === 0 ? {} : { content }),
    },
  ];
}

/** The words of a place around what is blacked out. A block of code has text alone, so there it stands in brackets. */
function redactedPieces(redacting: Redacting, node: JsonObject, key: string): JsonObject[] {
  const ranges = redacting.ranges.get(key) ?? [];
  const bar: JsonObject = node.type === 'codeBlock' ? { type: 'text', text: redacting.bracket } : BAR;
  const pieces: JsonObject[] = [];
  let at = 0;
  for (const [index, piece] of objects(node.content).entries()) {
    const words = pieceText(piece);
    const end = at + words.length;
    let from = at;
    for (const range of ranges) {
      if (range.to <= at || range.from >= end) continue;
      pieces.push(
        ...slice(redacting, piece, `${key}/${index}`, words.slice(from - at, Math.max(from, range.from) - at)),
      );
      if (range.from >= at) pieces.push(bar);
      from = Math.min(end, range.to);
    }
    pieces.push(...slice(redacting, piece, `${key}/${index}`, words.slice(from - at)));
    at = end;
  }
  return barsOnce(pieces);
}

/** What is left of a piece: some of its letters with their marks, or all of a break, a note or a bar. */
function slice(redacting: Redacting, piece: JsonObject, key: string, words: string): JsonObject[] {
  if (words === '') return [];
  if (piece.type === 'footnote') {
    return [{ type: 'footnote', attrs: { id: redacting.newId() }, content: redactedPieces(redacting, piece, key) }];
  }
  // A place of the paper itself would be told by words that may be blacked out, one of another paper leads elsewhere.
  if (piece.type === 'crossReference') return [];
  if (piece.type !== 'text') return [{ type: text(piece.type) }];
  const marks = objects(piece.marks).flatMap((mark) => keptMark(redacting, mark));
  return [{ type: 'text', text: words, ...(marks.length === 0 ? {} : { marks }) }];
}

/** Links into the vault lead to what a link elsewhere may name; an address may have the words in it. */
function keptMark({ passages }: Redacting, mark: JsonObject): JsonObject[] {
  const type = text(mark.type);
  if (type === 'recordLink') return [];
  if (type !== 'link') return [{ type }];
  const href = text(attrsOf(mark).href);
  const isPlain = /^(https?|mailto):/i.test(href);
  return isPlain && !passages.some(({ words }) => standsIn(decoded(href), words)) ? [{ type, attrs: { href } }] : [];
}

function addressesIn(node: Json | undefined): string[] {
  if (Array.isArray(node)) return node.flatMap(addressesIn);
  if (!isJsonObject(node)) return [];
  const own = objects(node.marks).map((mark) => decoded(text(attrsOf(mark).href)));
  return [...own.filter((href) => href !== ''), ...addressesIn(node.content)];
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.replaceAll('+', ' '));
  } catch {
    return href;
  }
}

/** Bars that follow one another, or have only a space or a line break between them, are one. */
function barsOnce(pieces: readonly JsonObject[]): JsonObject[] {
  const once: JsonObject[] = [];
  let gap: JsonObject[] = [];
  for (const piece of pieces) {
    const isBar = piece.type === 'redacted';
    if (isBar && once.at(-1)?.type === 'redacted') gap = [];
    else if (once.at(-1)?.type === 'redacted' && pieceText(piece).trim() === '') gap.push(piece);
    else {
      once.push(...gap, piece);
      gap = [];
    }
  }
  return [...once, ...gap];
}

/** Paragraphs and points of which nothing is left, one after the other, are one: how many they were is not told. */
function withoutRepeats(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.filter((block, index) => {
    const before = blocks[index - 1];
    return !(isBarAlone(block) && before !== undefined && before.type === block.type && isBarAlone(before));
  });
}

function isBarAlone(block: JsonObject): boolean {
  if (block.type === 'redacted') return true;
  if (block.type === 'text') return text(block.text).trim() === '';
  if (block.type !== 'paragraph' && block.type !== 'listItem') return false;
  const content = objects(block.content);
  return content.length > 0 && content.every(isBarAlone) && JSON.stringify(content).includes('"redacted"');
}

function line({ ranges, bracket }: Redacting, key: string, words: string): string {
  let [at, made] = [0, ''];
  for (const { from, to } of ranges.get(key) ?? []) {
    made += words.slice(at, from) + bracket;
    at = to;
  }
  return made + words.slice(at);
}

/** Entries with new ids and order keys. */
function listed(
  { newId }: Redacting,
  entries: readonly JsonObject[],
  content: (entry: JsonObject) => JsonObject,
): JsonObject[] {
  const keys = generateNKeysBetween(null, null, entries.length);
  return entries
    .toSorted((one, other) => (text(one.order) < text(other.order) ? -1 : 1))
    .map((entry, index) => ({ id: newId(), order: keys[index] ?? '', ...content(entry) }));
}

function kept(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const one = value[name];
      return one === undefined || one === null || one === '' ? [] : [[name, one]];
    }),
  );
}

function attrsOf(node: JsonObject): JsonObject {
  return isJsonObject(node.attrs) ? node.attrs : {};
}
