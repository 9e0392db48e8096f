import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrintOptions } from '../../contract/documents/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject } from '../../domain/records/json.ts';
import { objects } from '../../domain/records/text.ts';
import { printOrder } from '../documents/printOrder.ts';
import { unwatched } from '../jobs/work.ts';
import { createRecord } from '../records/createRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import type { Session } from '../session.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { openBenchVault } from './corpusVault.ts';
import { aMeetingOfPapers } from './papersOfMeeting.ts';
import { chromiumSeconds, htmlOf } from './pdf300pages.ts';

const RUNS = 3;
/** Of each paper: five pages. */
const PARAGRAPHS = 22;
const LIMIT_MS = 4_000;
const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };

/**
 * A dossier of sixty papers and more than 300 pages, from an order to the bytes of its PDF: through the gate, laid out,
 * read again and audited; in milliseconds, the median of three. The peer is Chromium's print to PDF of the same text in
 * HTML with the same typefaces, in the same run.
 */
export async function dossier60Papers(): Promise<BenchResult> {
  const { session, close } = await openBenchVault();
  const folder = await mkdtemp(join(tmpdir(), 'amberdesk-bench-'));
  try {
    const { meeting, papers } = aMeetingOfPapers(session, { editions: 1, paragraphs: PARAGRAPHS });
    const entries = papers.map((paper, at) => ({ id: `e${at}`, order: `a${String(at).padStart(3, '0')}`, paper }));
    const book = {
      meeting,
      title: 'Dossier',
      book: 'closed',
      language: 'en',
      papers: entries,
      tabs: [],
      issues: [],
      copies: [],
    };
    const dossier = createRecord(session, 'dossier', book, { mark: BOARD }).id;
    shareDrafts(session, 'all');
    const page = join(folder, 'book.html');
    await writeFile(page, htmlOf(papers.flatMap((paper) => contentOf(session, paper))));
    const [ours, theirs, audits]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now();
      audits.push(print(session, dossier));
      ours.push(performance.now() - started);
      theirs.push(1000 * (await chromiumSeconds(page, join(folder, 'book.pdf'))));
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
    close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints the book for the board. Gives the milliseconds that the audit took; throws `internal` for less than a book. */
function print(session: Session, dossier: RecordId): number {
  const document = { what: 'dossier', dossier } as const;
  let laid = 0;
  const watched = {
    ...unwatched,
    progress: (_done: number, _total: number, what: string) => {
      if (what === 'print.done') laid = performance.now();
    },
  };
  const { pages } = printOrder(watched, session, {
    document,
    audience: { kind: 'board' },
    options: PrintOptions.parse({}),
  });
  if (pages < 300) throw new AmberdeskError('internal', { pages });
  return performance.now() - laid;
}

function contentOf(session: Session, paper: RecordId) {
  const { body } = readRecord(session.vault, paper).body;
  return objects(isJsonObject(body) ? body.content : undefined);
}
