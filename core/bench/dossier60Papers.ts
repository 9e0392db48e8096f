import { forgetPrints } from '../documents/forgetPrints.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { openBenchBook } from './bookOfPapers.ts';

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
    const [ours, theirs, audits]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      forgetPrints();
      const { milliseconds, auditing } = book.print();
      ours.push(milliseconds);
      audits.push(auditing);
      theirs.push(await book.peer());
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'dossier-60-papers',
      unit: 'ms',
      value: rounded(value),
      peer: 'Chromium, print to PDF',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
      apart: { 'reading again and auditing, of it': rounded(median(audits)) },
    };
  } finally {
    await book.close();
  }
}
