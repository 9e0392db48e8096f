import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { printedWords } from '../../domain/audit/usual.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { naturalId } from '../../domain/records/ids.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { auditRelease } from '../audit/auditRelease.ts';
import { PDF_WORDS } from '../audit/pdfWords.ts';
import { readPdf } from '../audit/readPdf.ts';
import { printDocument } from '../documents/printDocument.ts';
import { unwatched } from '../jobs/work.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { createCorpus, numbersFrom } from './corpus.ts';
import { openBenchVault } from './corpusVault.ts';
import { longPaper, PAPER, releasedPaper } from './longPaper.ts';

const RUNS = 3;
const LIMIT_MS = 3000;
const PASSAGES = 2000;
const WORDS = 40;

/**
 * The print of a paper of 300 pages, read again and searched for 2,000 withheld passages of 40 words, in milliseconds:
 * from the bytes of the PDF to the answer that nothing of them stands in it. The peer takes the same text out of the same
 * file with Poppler's `pdftotext` and searches it for the first six words of each passage, as they stand, with `grep -F`.
 * The median of three, one after the other.
 */
export async function audit300Pages(): Promise<BenchResult> {
  const { session, close } = await openBenchVault();
  const folder = await mkdtemp(join(tmpdir(), 'amberdesk-bench-'));
  try {
    const withheld = withheldRecords();
    const released = releasedPaper(
      longPaper(),
      withheld.map(({ record }) => record),
    );
    const { pdf } = printDocument(unwatched, released, { document: { what: 'paper', paper: PAPER } });
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    await writeFile(
      join(folder, 'passages.txt'),
      withheld.map(({ text }) => text.split(' ').slice(0, 6).join(' ')).join('\n'),
    );
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now();
      const { audited } = auditRelease(session, released, {
        what: 'paper',
        passages: readPdf(pdf),
        beside: [],
        usual: [...printedWords(), ...PDF_WORDS],
      });
      ours.push(performance.now() - started);
      if (audited < 50_000) throw new AmberdeskError('internal', { audited });
      theirs.push(await peerMilliseconds(folder));
    }
    const value = median(ours);
    const peerValue = median(theirs);
    return {
      name: 'audit-300-pages',
      unit: 'ms',
      value: rounded(value),
      peer: 'pdftotext | grep -F',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
    };
  } finally {
    close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Papers that stay with another organisation, each with one passage of its own. */
function withheldRecords(): { readonly record: ReleasableRecord; readonly text: string }[] {
  const corpus = createCorpus();
  const next = numbersFrom(700);
  const originator = naturalId('bench', 'Capital');
  const distribution = { to: 'named' as const, organisations: [originator], persons: [] };
  return Array.from({ length: PASSAGES }, (_, at) => {
    const text = corpus.excerpt(next, 5_000, WORDS);
    const content = [{ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text }] }];
    const record: ReleasableRecord = {
      id: naturalId('bench', `withheld ${at}`),
      kind: 'paper',
      body: { title: `withheld ${at}`, body: { type: 'doc', content } },
      handling: { label: 'TLP:AMBER+STRICT', distribution, originator, caveats: [], chathamHouse: false },
      deleted: false,
      conflicted: false,
    };
    return { record, text };
  });
}

async function peerMilliseconds(folder: string): Promise<number> {
  const started = performance.now();
  // grep ends with 1 where it finds nothing.
  const command = 'pdftotext -raw paper.pdf - | tr "\\n" " " | grep -c -F -f passages.txt || test $? = 1';
  await promisify(execFile)('sh', ['-c', command], { cwd: folder });
  return performance.now() - started;
}
