import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { PrintOptions } from '../../contract/documents/calls.ts';
import type { dossiersCalls } from '../../contract/dossiers/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { printToFile } from '../documents/printToFile.ts';
import type { Work } from '../jobs/work.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { requireBook } from './bookRecords.ts';
import { readBook } from './readBook.ts';

export interface CopiesOrder {
  readonly dossier: RecordId;
  readonly copies: readonly string[];
  readonly folder: string;
  readonly options: PrintOptions;
}

type Copy = z.output<typeof dossiersCalls.read.output>['copies'][number];

/**
 * Prints one book for each of these copies into a folder: for its recipient alone, as the gate lets them have it, with their
 * name and number across each page. Either all are there or none. Throws `record.missing` for a copy that is none, and
 * what `printToFile` throws.
 */
export function printCopies(work: Work, session: Session, { dossier, copies, folder, options }: CopiesOrder) {
  const book = readBook(session, dossier);
  const named = baseName(session, dossier);
  const wanted = copies.map((id) => {
    const copy = book.copies.find((one) => one.id === id);
    if (copy === undefined || copy.kind === '') throw new AmberdeskError('record.missing', { record: id });
    return copy;
  });
  const written: { copy: string; file: string; pages: number }[] = [];
  try {
    for (const [done, copy] of wanted.entries()) {
      work.check();
      work.progress(done, wanted.length, 'print.copies');
      const file = join(folder, `${fileName(named, copy)}.pdf`);
      const { pages } = printToFile(unhurried(work), session, {
        document: { what: 'dossier', dossier },
        audience: audienceOf(copy, book.book),
        options: {
          ...options,
          language: book.language,
          ...(copy.number === undefined ? {} : { copy: { number: copy.number, recipient: copy.name } }),
        },
        file,
      });
      written.push({ copy: copy.id, file, pages });
    }
  } catch (error) {
    for (const { file } of written) rmSync(file, { force: true });
    throw error;
  }
  return { files: written };
}

/** For whom a copy is: a member or a person of one; of the open book, the body that is invited. */
export function audienceOf({ party, kind }: Pick<Copy, 'party' | 'kind'>, book: 'closed' | 'open'): Audience {
  if (kind === 'person') return { kind: 'persons', persons: [party] };
  return book === 'open' ? { kind: 'community', bodies: [party] } : { kind: 'organisation', organisation: party };
}

function baseName({ vault }: Session, dossier: RecordId): string {
  const { title, body } = requireBook(vault, dossier);
  const meeting = RecordId.safeParse(body.meeting).data;
  const symbol = text((meeting === undefined ? undefined : findRecord(vault, meeting))?.body.symbol);
  return [symbol, title].filter(Boolean).join(' ');
}

/** By what the copy is called: its number and, where that may be known, its recipient. */
function fileName(named: string, { number, name, doNotName, id }: Copy): string {
  const copy = number === undefined ? '' : String(number).padStart(2, '0');
  const who = doNotName ? '' : name;
  const words = [named, copy, who].filter(Boolean).join(' ');
  return (copy === '' && who === '' ? `${words} ${id.slice(0, 8)}` : words)
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-')
    .trim();
}

/** Progress is told copy by copy. */
function unhurried(work: Work): Work {
  return { ...work, progress: () => {} };
}
