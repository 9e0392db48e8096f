import { AmberdeskError } from '../../domain/errors.ts';

/** The largest text that is read as an answer; larger ones come as a letter in a file. */
const LARGEST_REPLY = 2_000_000;

/**
 * The text of an answer, whatever program wrote it: UTF-8 and UTF-16 with or without a byte order mark, else
 * Windows-1252. Throws `load.tooLarge`, and `reply.unread` for bytes that are no text.
 */
export function decodeReply(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_REPLY) throw new AmberdeskError('load.tooLarge', { bytes: bytes.length });
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const odd = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (text.includes('\0') || odd > text.length / 200) throw new AmberdeskError('reply.unread');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideOf(bytes);
  if (wide !== undefined) return wide;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** UTF-16 without its mark: in the letters of Europe every other byte is zero. */
function wideOf(bytes: Uint8Array): string | undefined {
  const looked = bytes.subarray(0, 2000);
  if (looked.length < 8 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of looked.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = looked.length / 2;
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined;
}
