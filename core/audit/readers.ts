import type { Passage } from '../../domain/audit/passages.ts';
import type { OutputFormat } from '../release/exporters.ts';
import { readBundle } from './readBundle.ts';
import { readCsv } from './readCsv.ts';
import { readDocx } from './readDocx.ts';
import { readIcs } from './readIcs.ts';
import { readPdf } from './readPdf.ts';
import { readText } from './readText.ts';

/** How a format is read: what is made whole in memory by itself; a bundle as the archive that is about to be sealed. */
type Reader = (...output: never[]) => Iterable<Passage> | Promise<Iterable<Passage>>;

/**
 * By what the outputs of each format are read again before they leave. An exporter that takes a release in a format that
 * does not stand here fails `tests/core/audit/formats.test.ts`, where leaks are planted in each. A reader of a later format
 * is a `ReadPassages`: it gives all that its reader can see, search, copy or find, with a place for each,
 * marks as `raw` what nobody reads, and throws `release.unread` for what it does not know.
 */
export const READERS = {
  bundle: readBundle,
  csv: readCsv,
  docx: readDocx,
  pdf: readPdf,
  text: readText,
  ics: readIcs,
} as const satisfies Partial<Record<OutputFormat, Reader>>;
