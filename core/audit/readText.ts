import type { ReadPassages } from './reader.ts';

/** Plain text as whoever pastes it reads it, line by line. */
export const readText: ReadPassages = function* (bytes) {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').split('\n');
  for (const [at, text] of lines.entries()) yield { place: `line ${at + 1}`, text };
};
