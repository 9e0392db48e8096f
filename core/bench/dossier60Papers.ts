import { forgetPrints } from '../documents/forgetPrints.ts';
import type { BenchResult } from './benchResult.ts';
import { type BookRun, bookResult, openBenchBook } from './bookOfPapers.ts';

const RUNS = 3;
const LIMIT_MS = 4_000;

/**
 * A dossier of sixty papers and more than 300 pages, from an order to the bytes of its PDF, with nothing left of an earlier
 * print: through the gate, laid out, read again and audited; in milliseconds, the median of three. The peer is
 * Chromium's print to PDF of the same text in HTML with the same typefaces, in the same run.
 */
export async function dossier60Papers(): Promise<BenchResult> {
  const book = await openBenchBook();
  try {
    const runs: BookRun[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      forgetPrints();
      runs.push({ ...book.print(), peer: await book.peer() });
    }
    return bookResult('dossier-60-papers', LIMIT_MS, runs);
  } finally {
    await book.close();
  }
}
