import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { forgetPrints } from '../documents/forgetPrints.ts';
import { editRecord } from '../records/editRecord.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import type { BenchResult } from './benchResult.ts';
import { type BenchBook, type BookRun, bookResult, contentOf, openBenchBook } from './bookOfPapers.ts';

const RUNS = 5;
const LIMIT_MS = 1_500;

/**
 * The dossier of `dossier-60-papers`, printed once, then again after a sentence of one of its papers changed: from the order
 * to the bytes of the PDF, through the gate, read again and audited as the first time; in milliseconds, the median of
 * five, each with another paper. The peer is Chromium's print to PDF of the changed text, which knows no other way than from
 * nothing. Throws `internal` where the last one is not, byte for byte, what comes of a print from nothing.
 */
export async function dossierOneChange(): Promise<BenchResult> {
  const book = await openBenchBook();
  try {
    book.print();
    const runs: BookRun[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // Papers of the beginning, of the end and between.
      const paper = book.papers[Math.floor((run * (book.papers.length - 1)) / (RUNS - 1))];
      if (paper === undefined) throw new AmberdeskError('internal');
      change(book, paper, `Since the last print this was added, the ${run + 1}. time.`);
      runs.push({ ...book.print(), peer: await book.peer() });
    }
    forgetPrints();
    const last = runs.at(-1);
    if (last === undefined || !book.print().pdf.equals(last.pdf)) {
      throw new AmberdeskError('internal', ['not the same bytes']);
    }
    return bookResult('dossier-one-change', LIMIT_MS, runs);
  } finally {
    await book.close();
  }
}

/** Adds a sentence to the third paragraph of a paper. */
function change({ session }: BenchBook, paper: RecordId, sentence: string): void {
  let paragraphs = 0;
  const content = contentOf(session, paper).map((block): JsonObject => {
    if (block.type !== 'paragraph') return block;
    paragraphs += 1;
    if (paragraphs !== 3 || !Array.isArray(block.content)) return block;
    return { ...block, content: [...block.content, { type: 'text', text: sentence }] };
  });
  editRecord(session, paper, { body: { type: 'doc', content } });
  shareDrafts(session, 'all');
}
