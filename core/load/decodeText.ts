import { AmberdeskError } from '../../domain/errors.ts';
import { malformed } from './malformed.ts';

/** The largest text file that is loaded: 32 MiB. */
export const LARGEST_TEXT = 32 * 1024 * 1024;

const DECODERS: readonly { bom: readonly number[]; encoding: string; name: string }[] = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8', name: 'UTF-8' },
  { bom: [0xff, 0xfe], encoding: 'utf-16le', name: 'UTF-16' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be', name: 'UTF-16' },
];

/**
 * The text of a file: UTF-8, or UTF-16 when it begins with a byte order mark. Line ends become `\n`.
 * Throws `load.tooLarge` above 32 MiB, and `load.malformed` when bytes are not text in that encoding or are zero.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_TEXT) throw new AmberdeskError('load.tooLarge', { bytes: bytes.length });
  const known = DECODERS.find(({ bom }) => bom.every((byte, index) => bytes[index] === byte));
  return checkText(decode(bytes, known?.encoding ?? 'utf-8', known?.name ?? 'UTF-8'));
}

/** The same checks for a text that is already a string: throws `load.tooLarge` and `load.malformed`. */
export function checkText(text: string): string {
  if (text.length > LARGEST_TEXT) throw new AmberdeskError('load.tooLarge', { characters: text.length });
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    throw malformed([{ line: lineAt(text, zero), sentence: 'A zero byte stands here: this is not a text file.' }]);
  }
  if (!text.isWellFormed()) {
    const at = text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
    throw malformed([
      { line: lineAt(text, at), sentence: 'Half of a character stands here; the other half is missing.' },
    ]);
  }
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const readable = new TextDecoder(encoding).decode(bytes);
    const line = lineAt(readable, Math.max(0, readable.indexOf('\uFFFD')));
    throw malformed([{ line, sentence: `The bytes here are not text in ${name}.` }], cause);
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
