import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AmberdeskError } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { Release } from '../../domain/release/release.ts';
import { printDocument } from '../documents/printDocument.ts';
import { fontPath } from '../files/places.ts';
import { unwatched } from '../jobs/work.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { longPaper, PAPER, releasedPaper } from './longPaper.ts';

const RUNS = 3;
/** As a share of the peer; beside it, ours must stay under three seconds. */
const RATIO = 0.5;

/**
 * A paper of 300 pages with headings, footnotes and tables, from its release to the bytes of its PDF, in seconds. The
 * peer is Chromium's print to PDF of the same content in HTML with the same typefaces, in the same run; the median of
 * three of each.
 */
export async function pdf300Pages(): Promise<BenchResult> {
  const content = longPaper();
  const released = releasedPaper(content);
  const folder = await mkdtemp(join(tmpdir(), 'amberdesk-bench-'));
  try {
    const page = join(folder, 'paper.html');
    await writeFile(page, htmlOf(content));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(secondsOf(() => printLongPaper(released)));
      theirs.push(await chromiumSeconds(page, join(folder, 'paper.pdf')));
    }
    const value = median(ours);
    const peerValue = median(theirs);
    return {
      name: 'pdf-300-pages',
      unit: 's',
      value: rounded(value),
      peer: 'Chromium, print to PDF',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: RATIO,
      limitOf: 'ratio',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function printLongPaper(released: Release): void {
  const { pages } = printDocument(unwatched, released, { document: { what: 'paper', paper: PAPER } });
  if (pages < 300) throw new AmberdeskError('internal', { pages });
}

const FACES = [
  ['Source Serif 4', 400, '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'],
  ['Source Serif 4', 600, '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'],
  ['Source Sans 3', 400, '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'],
] as const;

/** The same content for a browser: the same faces, sizes and margins, notes at the end since a browser has no others. */
export function htmlOf(content: readonly JsonObject[]): string {
  const faces = FACES.map(
    ([family, weight, file]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};src:url("${pathToFileURL(fontPath(file)).href}")}`,
  );
  const notes: string[] = [];
  const inline = (node: JsonObject): string => {
    if (node.type === 'text') return text(node.text);
    notes.push(objects(node.content).map(inline).join(''));
    return `<sup>${notes.length}</sup>`;
  };
  const within = (node: JsonObject): string => objects(node.content).map(block).join('');
  const block = (node: JsonObject): string => {
    const words = () => objects(node.content).map(inline).join('');
    switch (node.type) {
      case 'heading':
        return `<h2>${words()}</h2>`;
      case 'paragraph':
        return `<p>${words()}</p>`;
      case 'table':
        return `<table>${within(node)}</table>`;
      case 'tableRow':
        return `<tr>${within(node)}</tr>`;
      case 'tableHeader':
        return `<th>${within(node)}</th>`;
      default:
        return `<td>${within(node)}</td>`;
    }
  };
  const body = content.map(block).join('\n');
  const style = [
    ...faces,
    '@page{size:A4;margin:31mm 30mm 30mm 52mm}',
    'body{margin:0;font:11pt/15.6pt "Source Serif 4";text-align:justify;hyphens:auto}',
    'p{margin:0 0 6pt}h2{font-size:14pt;font-weight:600;margin:20pt 0 8pt}',
    'table{width:100%;border-collapse:collapse;font:9.4pt "Source Sans 3"}th,td{border-top:.4pt solid #ccc;text-align:left}td p,th p{margin:3pt 0}',
    'ol{font-size:8.8pt;line-height:11pt}',
  ].join('');
  const list = notes.map((note) => `<li>${note}</li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style><body>${body}<ol>${list}</ol></body></html>`;
}

export async function chromiumSeconds(page: string, pdf: string): Promise<number> {
  const started = performance.now();
  await promisify(execFile)('chromium', [
    '--headless',
    '--no-sandbox',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ]);
  const seconds = (performance.now() - started) / 1000;
  // An empty file would be a fast one.
  if ((await readFile(pdf)).length < 100_000) throw new AmberdeskError('internal', { pdf: 'incomplete' });
  return seconds;
}

function secondsOf(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
