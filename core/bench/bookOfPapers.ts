import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrintOptions } from '../../contract/documents/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject } from '../../domain/records/json.ts';
import { objects } from '../../domain/records/text.ts';
import { type Printed, printOrder } from '../documents/printOrder.ts';
import { unwatched } from '../jobs/work.ts';
import { createRecord } from '../records/createRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import type { Session } from '../session.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { openBenchVault } from './corpusVault.ts';
import { aMeetingOfPapers } from './papersOfMeeting.ts';
import { chromiumSeconds, htmlOf } from './pdf300pages.ts';

/** Of the papers in turn: six pages, the last of them empty, and four. */
const PARAGRAPHS = [22, 17] as const;
const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };

/** What a print of the book took. */
export interface BookPrint {
  readonly pdf: Printed['pdf'];
  readonly milliseconds: number;
  /** Of them, for reading it again and auditing it. */
  readonly auditing: number;
}

/** A print of the book, and what the peer took for the same text. */
export interface BookRun extends BookPrint {
  readonly peer: number;
}

/** What several runs come to: the medians, beside Chromium's. `limit` in milliseconds. */
export function bookResult(name: string, limit: number, runs: readonly BookRun[]): BenchResult {
  const of = (part: 'milliseconds' | 'auditing' | 'peer'): number => median(runs.map((run) => run[part]));
  const [value, peerValue] = [of('milliseconds'), of('peer')];
  return {
    name,
    unit: 'ms',
    value: rounded(value),
    peer: 'Chromium, print to PDF',
    peerValue: rounded(peerValue),
    ratio: rounded(value / peerValue),
    limit,
    limitOf: 'value',
    apart: { 'reading again and auditing, of it': rounded(of('auditing')) },
  };
}

/** A dossier of sixty papers and more than 300 pages in a vault of its own. */
export interface BenchBook {
  readonly session: Session;
  readonly papers: readonly RecordId[];
  /** Prints it for the board, through the gate and audited. Throws `internal` for less than a book. */
  print(): BookPrint;
  /** Milliseconds in which Chromium prints the text of it, as it is now, from HTML with the same typefaces. */
  peer(): Promise<number>;
  close(): Promise<void>;
}

export async function openBenchBook(): Promise<BenchBook> {
  const { session, close } = await openBenchVault();
  const folder = await mkdtemp(join(tmpdir(), 'amberdesk-bench-'));
  const { meeting, papers } = aMeetingOfPapers(session, {
    editions: 1,
    paragraphsOf: (paper) => PARAGRAPHS[paper % 2 === 0 ? 0 : 1],
  });
  const entries = papers.map((paper, at) => ({ id: `e${at}`, order: `a${String(at).padStart(3, '0')}`, paper }));
  const rest = { book: 'closed', language: 'en', tabs: [], issues: [], copies: [] };
  const dossier = createRecord(
    session,
    'dossier',
    { meeting, title: 'Dossier', papers: entries, ...rest },
    { mark: BOARD },
  ).id;
  shareDrafts(session, 'all');
  return {
    session,
    papers,
    print: () => print(session, dossier),
    async peer() {
      const page = join(folder, 'book.html');
      await writeFile(page, htmlOf(papers.flatMap((paper) => contentOf(session, paper))));
      return 1000 * (await chromiumSeconds(page, join(folder, 'book.pdf')));
    },
    async close() {
      close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function print(session: Session, dossier: RecordId): BookPrint {
  let laid = 0;
  const watched = {
    ...unwatched,
    progress: (_done: number, _total: number, what: string) => {
      if (what === 'print.done') laid = performance.now();
    },
  };
  const started = performance.now();
  const { pages, pdf } = printOrder(watched, session, {
    document: { what: 'dossier', dossier },
    audience: { kind: 'board' },
    options: PrintOptions.parse({}),
  });
  const ended = performance.now();
  if (pages < 300) throw new AmberdeskError('internal', { pages });
  return { pdf, milliseconds: ended - started, auditing: ended - laid };
}

/** The blocks of the text of a paper, as they are now. */
export function contentOf(session: Session, paper: RecordId) {
  const { body } = readRecord(session.vault, paper).body;
  return objects(isJsonObject(body) ? body.content : undefined);
}
