/**
 * `node tests/binding/main.ts [--pages N] [--pictures MB] [--report FILE]`: a book with a PDF of 400 pages and a folder of
 * 200 MB of pictures beside its papers, printed with its annexes bound in by the core as it ships, twice. Tells what each
 * step took, and what was bound in and what is listed.
 */
import { randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import { makeClient } from '../../contract/client.ts';
import { holderOf } from '../../domain/people/holderOf.ts';
import { ensureBuilt } from '../../scripts/ensureBuilt.ts';
import { ROOT } from '../../scripts/run.ts';
import { pagesOf } from '../core/annexes/aPdf.ts';
import { chunk } from '../core/annexes/aPicture.ts';
import { type MeasuredStep, measuredStep } from '../helpers/measuredStep.ts';
import { readPdf } from '../helpers/readPdf.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '400' },
    pictures: { type: 'string', default: '200' },
    report: { type: 'string' },
  },
});
const [PAGES, MEGABYTES] = [Number(values.pages), Number(values.pictures)];
/** Points of a picture: about four megabytes that nothing makes smaller, as of a photograph. */
const [WIDE, HIGH] = [1300, 1025];
const LINES = 46;
const WORDS =
  'the survey of wells and crossings in the north of the valley was repeated in spring with other teams'.split(' ');

function aLongPdf(): Buffer {
  const line = (at: number) =>
    Array.from({ length: 11 }, (_, word) => WORDS[(at * 7 + word * (1 + (at % 5))) % WORDS.length]);
  const page = (number: number) =>
    Array.from({ length: LINES }, (_, at) => `${number}.${at} ${line(number * LINES + at).join(' ')}`);
  return pagesOf(Array.from({ length: PAGES }, (_, number) => page(number + 1).join(') Tj 0 -15 Td (')));
}

function aPhotograph(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDE, 0);
  head.writeUInt32BE(HIGH, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const points = randomFillSync(Buffer.alloc((3 * WIDE + 1) * HIGH));
  for (let y = 0; y < HIGH; y += 1) points[y * (3 * WIDE + 1)] = 0;
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(points, { level: 0 }));
  return Buffer.concat([sign, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]);
}

await ensureBuilt('application');
const { createCore }: typeof import('../../core/createCore.ts') = await import(
  join(ROOT, 'dist', 'app', 'createCore.js')
);
const folder = mkdtempSync(join(tmpdir(), 'amberdesk-binding-'));
const core = createCore({ vaultsFolder: folder });
const client = makeClient(core);
const steps: MeasuredStep[] = [];
const step = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  measuredStep(
    name,
    (told) => {
      steps.push(told);
      process.stdout.write(`${JSON.stringify(told)}\n`);
    },
    work,
  );

try {
  const [survey, pictures] = [join(folder, 'Survey.pdf'), join(folder, 'Pictures')];
  const long = aLongPdf();
  writeFileSync(survey, long);
  mkdirSync(pictures);
  const names: string[] = [];
  for (let bytes = 0; bytes < MEGABYTES * 1_000_000; ) {
    const picture = aPhotograph();
    const name = `Picture ${String(names.length + 1).padStart(3, '0')}.png`;
    writeFileSync(join(pictures, name), picture);
    names.push(name);
    bytes += picture.length;
  }
  const holder = holderOf('Ilse Varnholt', { name: 'Secretariat', code: undefined }, 'secretariat');
  await client.vault.create({
    folder: join(folder, 'Binding.amberdesk'),
    passphrase: 'seven quiet herons at noon',
    holder,
    workFactor: 10,
  });
  const meeting = await client.records.create({ kind: 'meeting', body: { title: 'Eighth meeting', symbol: 'CB/8' } });
  const paper = async (title: string, files: readonly (readonly [file: string, name: string])[]) => {
    const { id } = await client.records.create({ kind: 'paper', body: { meeting: meeting.id, title } });
    for (const [file, name] of files) {
      await client.records.attach({ id, file, name, mediaType: 'application/octet-stream' });
    }
    return id;
  };
  const papers = await step('attach', async () => [
    await paper('Survey of wells', [[survey, 'Survey.pdf']]),
    await paper(
      'Pictures of the crossings',
      names.map((name) => [join(pictures, name), name]),
    ),
  ]);
  const entries = papers.map((one, at) => ({ id: `e${at}`, order: `a${at}`, paper: one, annexes: true }));
  const dossier = await client.records.create({
    kind: 'dossier',
    body: { meeting: meeting.id, title: 'Dossier', book: 'closed', language: 'en', papers: entries },
  });
  const print = async (name: string) => {
    const file = join(folder, `${name}.pdf`);
    const document = { what: 'dossier', dossier: dossier.id } as const;
    const { pages, bytes, warnings } = await step(name, () =>
      client.documents.print({ document, audience: { kind: 'self' }, file }),
    );
    return { file, pages, bytes, warnings };
  };
  const first = await print('print');
  const again = await print('print again');
  await step('lock', () => client.vault.lock({}));
  const [one, other] = [readFileSync(first.file), readFileSync(again.file)];
  // Letters and digits alone: lines end anywhere, also inside a word.
  const said = (await readPdf(one)).text.replace(/[^\p{L}\p{N}]+/gu, '');
  const bound = new Set(said.match(/Annex\d+(?:Survey|Picture)/g)).size;
  const listed = said.match(/itismorethanoneprintholds/g)?.length ?? 0;
  const isWhole = first.pages > PAGES && bound + listed === names.length + 1 && one.equals(other);
  const report = {
    passed: isWhole && first.warnings.length === 0,
    annex: { pages: PAGES, bytes: long.length },
    pictures: { files: names.length, megabytes: MEGABYTES },
    pages: first.pages,
    bytes: first.bytes,
    bound,
    listed,
    sameBytes: one.equals(other),
    steps,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.passed ? 0 : 1;
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
