import type { Passage } from '../../domain/audit/passages.ts';

/**
 * Reads a finished output of one format as a recipient would: whatever can be seen, searched, copied or found in it.
 * Throws `release.unread` where something in it cannot be read, for what nobody read may hold anything.
 */
export type ReadPassages = (output: Uint8Array, unpackedBytes?: number) => Iterable<Passage>;
