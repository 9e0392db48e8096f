import { unescapedText, unfolded } from '../../domain/documents/calendarText.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { ReadPassages } from './reader.ts';

/** A property with its parameters, and its value (RFC 5545, 3.1). */
const LINE = /^([A-Za-z0-9-]+(?:;[^:]*)?):(.*)$/su;

/**
 * A calendar file (RFC 5545) as a calendar shows it, and as it is written: each line unfolded, its names, and its value with
 * its escapes taken away. What is no such line is nothing that a reader would show; it is refused.
 */
export const readIcs: ReadPassages = function* (bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  for (const [at, line] of unfolded(file).entries()) {
    if (line === '') continue;
    const [, property = '', value = ''] = LINE.exec(line) ?? [];
    if (property === '') throw new AmberdeskError('release.unread', { place: `line ${at + 1}` });
    yield { place: `line ${at + 1}`, text: property };
    yield { place: `line ${at + 1}`, text: unescapedText(value) };
  }
};
