import type { Passage } from '../../domain/audit/passages.ts';
import { type Decode, decoderOf, wayOf } from './pdfFonts.ts';
import { type PdfFile, readPdfObjects, unreadable } from './pdfObjects.ts';
import { type PdfValue, textString } from './pdfSyntax.ts';
import { shownText } from './pdfText.ts';
import type { ReadPassages } from './reader.ts';
import { shownBefore } from './shownBefore.ts';

const RIGHT_TO_LEFT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/u;
const OTHER_LETTERS = /[[\p{L}\p{N}]--[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]]+/gv;

/**
 * A PDF as its reader finds it: the text of each page in the order of the file, what stands in its notes, bookmarks and
 * properties, its metadata, and every byte else, unpacked. Throws `release.unread` for what cannot be read whole.
 */
export const readPdf: ReadPassages = function* (bytes, unpackedBytes) {
  const file = readPdfObjects(bytes, unpackedBytes);
  const shown = new Set<string>();
  let number = 0;
  for (const page of pagesOf(file)) {
    number += 1;
    yield* pageText(file, page, `page ${number}`, shown);
  }
  if (number === 0) throw unreadable('no page');
  for (const { value, stream } of file.objects.values()) {
    for (const [key, text] of stringsOf(value, '')) yield { place: propertyAt(key), text, raw: key === 'ID' };
    if (stream === undefined || shown.has(stream)) continue;
    const type = value.is === 'dictionary' ? value.entries.get('Type') : undefined;
    const isMetadata = type?.is === 'name' && type.name === 'Metadata';
    const text = Buffer.from(stream, 'latin1').toString('utf8').replaceAll('\0', '');
    yield isMetadata ? { place: 'metadata', text: withoutTags(text) } : { place: 'a stream', text, raw: true };
    if (isMetadata) yield { place: 'metadata', text, raw: true };
  }
  for (const [key, value] of file.trailer) {
    for (const [inner, text] of stringsOf(value, key)) yield { place: propertyAt(inner), text, raw: true };
  }
  yield { place: 'the file', text: file.syntax, raw: true };
};

const PROPERTIES = ['Title', 'Author', 'Subject', 'Keywords', 'Contents', 'Alt', 'ActualText', 'URI'];

/** Keys are the exporter's to choose: a place is told by those alone that everybody knows. */
function propertyAt(key: string): string {
  return PROPERTIES.includes(key) ? `properties: ${key}` : 'properties';
}

interface Page {
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly resources: PdfValue | undefined;
}

/** The pages in their order, each with the resources that it has or inherits. */
function* pagesOf(file: PdfFile): Generator<Page> {
  const root = file.dictionary(file.trailer.get('Root')).get('Pages');
  const seen = new Set<number>();
  const open: { readonly node: PdfValue | undefined; readonly resources: PdfValue | undefined }[] = [
    { node: root, resources: undefined },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    if (node?.is !== 'reference' || seen.has(node.object)) continue;
    seen.add(node.object);
    const entries = file.dictionary(node);
    const resources = entries.get('Resources') ?? next.resources;
    const kids = file.resolve(entries.get('Kids'))?.value;
    if (kids?.is === 'array') for (const kid of kids.values.toReversed()) open.push({ node: kid, resources });
    else yield { entries, resources };
  }
}

/** What a page shows, with the forms and patterns that it draws. `shown` collects the content that was read. */
function* pageText(file: PdfFile, { entries, resources }: Page, place: string, shown: Set<string>): Generator<Passage> {
  const contents = file.resolve(entries.get('Contents'));
  const parts = contents?.value.is === 'array' ? contents.value.values.map((part) => file.resolve(part)) : [contents];
  const streams = parts.flatMap((part) => part?.stream ?? []);
  for (const stream of streams) shown.add(stream);
  const open: { readonly content: string; readonly resources: PdfValue | undefined }[] = [
    { content: streams.join('\n'), resources },
  ];
  let drawn = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const own = file.dictionary(next.resources);
    for (const passage of textIn(file, next.content, file.dictionary(own.get('Font')), place)) {
      yield drawn ? { ...passage, drawn } : passage;
    }
    drawn = true;
    for (const kind of ['XObject', 'Pattern']) {
      for (const value of file.dictionary(own.get(kind)).values()) {
        const drawn = file.resolve(value);
        if (drawn?.stream === undefined || drawn.value.is !== 'dictionary' || shown.has(drawn.stream)) continue;
        if (!isContent(drawn.value.entries)) continue;
        shown.add(drawn.stream);
        open.push({ content: drawn.stream, resources: drawn.value.entries.get('Resources') ?? next.resources });
      }
    }
  }
}

function isContent(entries: ReadonlyMap<string, PdfValue>): boolean {
  const subtype = entries.get('Subtype');
  const pattern = entries.get('PatternType');
  return (subtype?.is === 'name' && subtype.name === 'Form') || (pattern?.is === 'number' && pattern.number === 1);
}

const decoders = new WeakMap<PdfFile, Map<PdfValue, Decode>>();

function* textIn(
  file: PdfFile,
  content: string,
  fonts: ReadonlyMap<string, PdfValue>,
  place: string,
): Generator<Passage> {
  const known = decoders.get(file) ?? new Map<PdfValue, Decode>();
  decoders.set(file, known);
  const decodeBy = (name: string): Decode => {
    const font = fonts.get(name);
    const object = file.resolve(font)?.value;
    const decode = (object === undefined ? undefined : known.get(object)) ?? decoderOf(file, font);
    if (object !== undefined) known.set(object, decode);
    return decode;
  };
  const { text, close, beside } = shownBefore(content, waysOf(file, fonts), () => shownText(content, decodeBy));
  yield { place, text };
  if (close !== text) yield { place, text: close };
  if (beside !== '') yield { place, text: beside, raw: true };
  if (RIGHT_TO_LEFT.test(close)) yield { place, text: leftToRight(close) };
}

const ways = new WeakMap<PdfFile, Map<PdfValue, string>>();

/** All that the reading of these fonts follows from, by their names. */
function waysOf(file: PdfFile, fonts: ReadonlyMap<string, PdfValue>): string {
  const known = ways.get(file) ?? new Map<PdfValue, string>();
  ways.set(file, known);
  return JSON.stringify(
    [...fonts].map(([name, font]) => {
      const object = file.resolve(font)?.value;
      const way = (object === undefined ? undefined : known.get(object)) ?? wayOf(file, font);
      if (object !== undefined) known.set(object, way);
      return [name, way];
    }),
  );
}

/** What is written from right to left stands in the file as it is drawn, from the left; all else is left out. */
function leftToRight(text: string): string {
  return text
    .split('\n')
    .filter((line) => RIGHT_TO_LEFT.test(line))
    .map((line) => [...line.replace(OTHER_LETTERS, ' ')].reverse().join(''))
    .join('\n');
}

/** Every string in a value, as text, with the key that it stands under. */
function* stringsOf(value: PdfValue, key: string): Generator<readonly [key: string, text: string]> {
  if (value.is === 'string') yield [key, textString(value.bytes)];
  if (value.is === 'array') for (const inner of value.values) yield* stringsOf(inner, key);
  if (value.is === 'dictionary') for (const [inner, held] of value.entries) yield* stringsOf(held, inner);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function withoutTags(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
