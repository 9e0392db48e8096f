import type { IncomingMessage } from 'node:http';
import { AmberdeskError } from '../domain/errors.ts';

/** The largest body of a call: 64 MiB. */
export const CALL_BODY = 64 * 1024 ** 2;
/** The largest body of what carries a name or a token only: 64 KiB. */
export const SMALL_BODY = 64 * 1024;

/** A request's body in pieces. Whoever stops early can still answer: the connection stays. */
export function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false });
}

/** A request's body as text. Throws `load.tooLarge` beyond `most` bytes, `input.invalid` for what is not UTF-8. */
export async function readText(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of bodyOf(request)) {
    bytes += chunk.length;
    if (bytes > most) throw new AmberdeskError('load.tooLarge', { most });
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AmberdeskError('input.invalid', 'not UTF-8');
  }
}

/** A request's body as JSON. Throws like `readText`, and `input.invalid` for what is no JSON. */
export async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  const text = await readText(request, most);
  try {
    return JSON.parse(text);
  } catch {
    throw new AmberdeskError('input.invalid', 'not JSON');
  }
}
