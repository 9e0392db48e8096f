import { createHash } from 'node:crypto';
import type { PdfFile } from './pdfObjects.ts';
import { unreadable } from './pdfObjects.ts';
import { type PdfValue, pdfTokens, textString } from './pdfSyntax.ts';

/** Gives the text that a string of a content stream shows in a font. */
export type Decode = (bytes: string) => string;

const LOST = '\ufffd';
/** Codes of one range, at most. */
const WIDEST = 0x10000;

/**
 * How a font's codes are read: by its own map to Unicode, which is what every reader copies and searches by. Throws
 * `release.unread` for a font of many bytes without one, whose text nobody could search.
 */
export function decoderOf(file: PdfFile, font: PdfValue | undefined): Decode {
  const entries = file.dictionary(font);
  const map = file.resolve(entries.get('ToUnicode'))?.stream;
  if (map !== undefined) return byMap(map);
  const subtype = entries.get('Subtype');
  if (subtype?.is === 'name' && subtype.name === 'Type0') throw unreadable('a font without a map to Unicode');
  return (bytes) => bytes;
}

/** All that `decoderOf` follows from: two fonts of which this is the same are read in the same way. */
export function wayOf(file: PdfFile, font: PdfValue | undefined): string {
  const entries = file.dictionary(font);
  const map = file.resolve(entries.get('ToUnicode'))?.stream;
  const subtype = entries.get('Subtype');
  const read = map === undefined ? 'no map' : createHash('sha256').update(map, 'latin1').digest('base64');
  return `${read} ${subtype?.is === 'name' ? subtype.name : ''}`;
}

function byMap(map: string): Decode {
  const texts = new Map<string, string>();
  let width = 1;
  let operands: PdfValue[] = [];
  const tokens = pdfTokens(map);
  for (let value = tokens.next(); value !== undefined; value = tokens.next()) {
    if (value.is !== 'word') {
      operands.push(value);
      continue;
    }
    if (value.word === 'endcodespacerange') width = Math.max(1, stringOf(operands.at(-1)).length);
    if (value.word === 'endbfchar') addCharacters(operands, texts);
    if (value.word === 'endbfrange') addRanges(operands, texts);
    operands = [];
  }
  const byCode = new Map([...texts].map(([bytes, text]) => [codeOf(bytes), text]));
  return (bytes) => {
    const read: string[] = [];
    for (let at = 0; at < bytes.length; at += width) {
      let code = 0;
      for (let next = at; next < at + width; next += 1) code = code * 256 + bytes.charCodeAt(next);
      read.push(byCode.get(code) ?? LOST);
    }
    return read.join('');
  };
}

function addCharacters(operands: readonly PdfValue[], texts: Map<string, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    texts.set(stringOf(operands[at]), unicode(stringOf(operands[at + 1])));
  }
}

function addRanges(operands: readonly PdfValue[], texts: Map<string, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [from, to, into] = [stringOf(operands[at]), stringOf(operands[at + 1]), operands[at + 2]];
    const first = codeOf(from);
    for (let step = 0; step <= Math.min(codeOf(to) - first, WIDEST); step += 1) {
      const text =
        into?.is === 'array' ? unicode(stringOf(into.values[step])) : following(unicode(stringOf(into)), step);
      texts.set(bytesOf(first + step, from.length), text);
    }
  }
}

function following(text: string, step: number): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0) ?? 0;
  return last + step > 0x10ffff ? LOST : characters.join('') + String.fromCodePoint(last + step);
}

function stringOf(value: PdfValue | undefined): string {
  return value?.is === 'string' ? value.bytes : '';
}

function unicode(bytes: string): string {
  return textString(`\xfe\xff${bytes}`);
}

function codeOf(bytes: string): number {
  return [...bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
}

function bytesOf(code: number, length: number): string {
  let bytes = '';
  for (let left = length; left > 0; left -= 1)
    bytes = String.fromCharCode(Math.floor(code / 256 ** (length - left)) % 256) + bytes;
  return bytes;
}
