import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import type { Printed } from '../../../core/documents/printSheet.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import { AmberdeskError, hasCode } from '../../../domain/errors.ts';
import { blockId } from '../../../domain/papers/richText.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { footnote, heading, paragraph, table, words } from '../../helpers/documentNodes.ts';
import { aPaper, BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { firstLost, type ReadPdf, readPdf, squeeze } from '../../helpers/readPdf.ts';
import { type RunningProgram, runProgram } from '../../helpers/runProgram.ts';
import { EVERY_NODE, EVERY_WORD } from './everyNode.ts';
import { ARABIC, HEBREW, MANY_SCRIPTS, manyScripts } from './manyScripts.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
const SAMPLE = releaseFor(printSample(), BOARD).release;
const AGENDA = { what: 'agenda', meeting: sampleId('meeting') } as const;
const DEEP_DIVE = { what: 'paper', paper: sampleId('paper CB/8/4') } as const;

function printPaper(content: JsonObject[], options: Partial<PrintOptions> = {}, body: JsonObject = {}): Printed {
  const { release } = releaseFor(aPaper(content, body), BOARD);
  return printDocument(unwatched, release, {
    document: { what: 'paper', paper: sampleId('the paper') },
    options: { ...ENGLISH, ...options },
  });
}

async function readPaper(content: JsonObject[], options: Partial<PrintOptions> = {}): Promise<ReadPdf> {
  return readPdf(printPaper(content, options).pdf);
}

function digest(pdf: Buffer): string {
  return createHash('sha256').update(pdf).digest('hex');
}

describe('the printed agenda', () => {
  it('is a tagged, titled PDF/UA-1 file in its language', async () => {
    const pdf = await readPdf(printDocument(unwatched, SAMPLE, { document: AGENDA }).pdf);
    expect(pdf).toMatchObject({
      pages: 2,
      marked: true,
      title: 'CB/8/1 · Eighth meeting of the Board · Agenda',
      language: 'en-GB',
      created: undefined,
    });
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(new Set(pdf.structure)).toEqual(
      new Set([...pdf.structure, 'H1', 'H2', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'P']),
    );
  });

  it('has EXERCISE, its mark and the page on every page, and no furniture in what is read aloud', async () => {
    const pdf = await readPdf(printDocument(unwatched, SAMPLE, { document: AGENDA }).pdf);
    for (const [at, page] of pdf.furniture.entries()) {
      expect(squeeze(page)).toContain('EXERCISE');
      expect(squeeze(page).split('TLP:AMBER')).toHaveLength(3);
      expect(page).toContain(`Page ${at + 1} of 2`);
    }
    expect(squeeze(pdf.text)).not.toContain('EXERCISE');
  });

  it('prints all its items in order', async () => {
    const pdf = await readPdf(printDocument(unwatched, SAMPLE, { document: AGENDA }).pdf);
    const titles = printSample().flatMap((record) =>
      record.kind === 'agendaItem' && record.body.type === 'item' ? [String(record.body.title)] : [],
    );
    expect(titles).toHaveLength(16);
    expect(firstLost(titles, pdf.text)).toBeUndefined();
    expect(firstLost(['CLOSED SESSION', 'CLOSED SESSION', 'OPEN SESSION', 'CLOSED SESSION'], pdf.text)).toBeUndefined();
  });

  it('leaves nothing of the closed sessions in the bytes for invited bodies', async () => {
    const bodies = ['Harbour Legal Observatory', 'Corvane Institute', 'Circle of Mediators'].map(sampleId);
    const { release, idOf } = releaseFor(printSample(), { kind: 'community', bodies });
    const pdf = await readPdf(
      printDocument(unwatched, release, { document: { what: 'agenda', meeting: idOf('meeting') } }).pdf,
    );
    const all = squeeze(pdf.text + pdf.furniture.join('') + pdf.title + pdf.metadata);
    for (const trace of ['Closed', 'CLOSED', 'Karsenia', 'Watch list', 'TLP:AMBER', 'Wednesday', 'Day 1', 'CB/8/10']) {
      expect(all).not.toContain(squeeze(trace));
    }
    expect(all).toContain('TLP:GREEN');
  });
});

describe('the printed paper', () => {
  it('prints every node and mark, in order, and its footnotes', async () => {
    const pdf = await readPaper(EVERY_NODE);
    expect(firstLost(EVERY_WORD, pdf.text)).toBeUndefined();
    for (const word of ['notetext', 'spanning']) expect(squeeze(pdf.text)).toContain(word);
    expect(pdf.links).toContain('https://example.org/anaddress');
    for (const role of ['H1', 'H6', 'L', 'LI', 'BlockQuote', 'Code', 'Table', 'Caption', 'Note', 'Link']) {
      expect(pdf.structure).toContain(role);
    }
  });

  it('prints every node in every setting', () => {
    for (const options of [
      { language: 'fr' },
      { paper: 'us-letter' },
      { blackAndWhite: true },
      { archive: true },
      { changed: EVERY_NODE.map((node) => blockId(node) ?? '') },
      {
        copy: {
          number: 7,
          recipient: 'The Permanent Representation of the United Principalities of Upper and Lower Orrin',
        },
      },
    ] satisfies Partial<PrintOptions>[]) {
      expect(printPaper(EVERY_NODE, options).pages).toBeGreaterThan(0);
    }
  });

  it('says of the archive copy that it is PDF/A-2a', async () => {
    const { metadata } = await readPaper(EVERY_NODE, { archive: true });
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('reads the portion mark and the number before the paragraph', async () => {
    const pdf = await readPdf(printDocument(unwatched, SAMPLE, { document: DEEP_DIVE }).pdf);
    expect(squeeze(pdf.text)).toContain(squeeze('TLP:GREEN 1 Karsenia has held'));
    expect(squeeze(pdf.text)).toContain(squeeze('TLP:RED 8 Portion withheld from this copy (TLP:RED).'));
  });

  it('links each footnote there and back', async () => {
    const pdf = await readPdf(printDocument(unwatched, SAMPLE, { document: DEEP_DIVE }).pdf);
    expect(pdf.links).toHaveLength(6);
    expect(pdf.structure.filter((role) => role === 'Note')).toHaveLength(3);
  });

  it('takes markup in a text for text', async () => {
    const hostile =
      '#import "x.typ": * $x^2$ \\u{41} *bold* _it_ @ref <label> [a] // comment /* c */ ~ ` = - + 1. #sys.inputs #panic("no") {{}} "quotes" \'single\' -- ... --- <script> &amp;';
    const pdf = await readPaper([
      heading('h', hostile),
      paragraph('p', words(hostile), footnote(hostile)),
      { type: 'codeBlock', attrs: { id: 'c' }, content: [words(hostile)] },
      table('t', hostile, [['head'], [hostile]]),
    ]);
    expect(squeeze(pdf.text).split(squeeze(hostile)).length).toBeGreaterThanOrEqual(6);
  });

  it('carries letters of other scripts whole, and reports what no typeface has', async () => {
    const printed = printPaper([
      paragraph('a', words(`Mixed ${ARABIC}, ${HEBREW}, Ελλάδα, Київ, 漢字テスト한국 and \u{1f600}, \u0007.`)),
      paragraph('b', words(HEBREW)),
    ]);
    expect(printed.warnings).toEqual([
      'No typeface here has the character \u{1f600}; it is printed as [U+1F600].',
      'No typeface here has the character [U+0007]; it is printed as [U+0007].',
    ]);
    const text = squeeze((await readPdf(printed.pdf)).text);
    for (const word of ['Ελλάδα', 'Київ', '漢字テスト한국', '[U+1F600]', '[U+0007]']) expect(text).toContain(word);
    // Programs differ in how they put right-to-left letters in order, so pdftotext reads these.
    const read = execFileSync('pdftotext', ['-', '-'], { input: printed.pdf, encoding: 'utf8' }).replace(
      /[\u202a-\u202e]/g,
      '',
    );
    expect(read).toContain(HEBREW);
    for (const letter of squeeze(ARABIC)) expect(read).toContain(letter);
  });

  it('sets a table with more than the page is wide, and words longer than a line', async () => {
    const wide = Array.from({ length: 24 }, (_, at) => `column${at}x`);
    const long = 'y'.repeat(400);
    const pdf = await readPaper([
      table('t', 'Wide', [wide, wide.map((word) => `in${word}`)]),
      paragraph('p', words(`before ${long} after`)),
      heading('h', long),
    ]);
    expect(
      firstLost([...wide, ...wide.map((word) => `in${word}`), 'before', long, 'after', long], pdf.text),
    ).toBeUndefined();
  });

  it('prints lists and quotations nested deeper than the compiler follows, and a wall of backslashes in no time', async () => {
    const within = (levels: number, of: (content: JsonObject[], level: number) => JsonObject): JsonObject[] => {
      let inner: JsonObject[] = [];
      for (let level = levels; level > 0; level -= 1)
        inner = [of([paragraph('p', words(`level ${level}`)), ...inner], level)];
      return inner;
    };
    const list = (content: JsonObject[]) => ({ type: 'bulletList', content: [{ type: 'listItem', content }] });
    const quote = (content: JsonObject[]) => ({ type: 'blockquote', content });
    const mixed = (content: JsonObject[], at: number) => (at % 2 === 0 ? list(content) : quote(content));
    const deep = [within(45, list), within(40, quote), within(40, mixed)].flat();
    const { text } = await readPaper([
      ...deep,
      paragraph('b', words('\\'.repeat(10_000))),
      paragraph('e', words('the end')),
    ]);
    const levels = [45, 40, 40].flatMap((most) => Array.from({ length: most }, (_, at) => `level ${at + 1}`));
    expect(firstLost([...levels, '\\'.repeat(20), 'the end'], text)).toBeUndefined();
  });

  it('prints a document without text', async () => {
    expect((await readPaper([])).text).toContain('This paper has no text yet.');
  });

  it('prints a hundred pages with dozens of footnotes whole', async () => {
    const content = Array.from({ length: 240 }, (_, at) => [
      ...(at % 10 === 0 ? [heading(`h${at}`, `Section number${at}`, 1)] : []),
      paragraph(
        `p${at}`,
        words(`start${at} ${'several plain words that fill the lines of this paragraph '.repeat(8)}`),
        ...(at % 4 === 0 ? [footnote(`note${at}text`)] : []),
        words(` end${at}`),
      ),
    ]).flat();
    expect(JSON.stringify(content).length).toBeGreaterThan(120_000);
    const pdf = await readPaper(content);
    const expected = Array.from({ length: 240 }, (_, at) => [`start${at}`, `end${at}`]).flat();
    expect(firstLost(expected, pdf.text)).toBeUndefined();
    for (let at = 0; at < 240; at += 4) expect(squeeze(pdf.text)).toContain(`note${at}text`);
    expect(squeeze(pdf.text)).toContain('240start239');
  });

  it('prints random documents whole, within what PDF/UA allows', async () => {
    await fc.assert(
      fc.asyncProperty(someDocument, async ({ content, expected }) => {
        const pdf = await readPaper(content);
        expect(firstLost(expected, pdf.text)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it('prints any text at all', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(anything, anything, fc.string({ unit: 'grapheme', maxLength: 40 }), (one, two, three) => {
        const content = [
          paragraph('p', words(one), footnote(two)),
          heading('h', three),
          table('t', two, [
            [one, two],
            [three, one],
          ]),
          { type: 'codeBlock', attrs: { id: 'c' }, content: [words(one)] },
        ];
        expect(
          printPaper(content, {}, { title: three, asks: [{ id: 'a', order: 'a0', text: one }] }).pages,
        ).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('settings', () => {
  it('speaks French throughout, and never translates a mark', async () => {
    const printed = printDocument(unwatched, SAMPLE, { document: AGENDA, options: { ...ENGLISH, language: 'fr' } });
    const pdf = await readPdf(printed.pdf);
    expect(pdf.language).toBe('fr-FR');
    expect(
      firstLost(
        [
          'Ordre du jour',
          'LIEU',
          'PRÉSIDENCE',
          'Jour 1',
          'Mercredi 14 octobre',
          'SÉANCE À HUIS CLOS',
          'CONDUITE',
          'Décision',
          'SÉANCE OUVERTE',
        ],
        pdf.text,
      ),
    ).toBeUndefined();
    expect(pdf.furniture[0]).toContain('Page 1 sur 2');
    expect(squeeze(pdf.furniture[0] ?? '')).toContain('TLP:AMBER');
  });

  it('prints on A4 and US Letter', async () => {
    const size = (pdf: Buffer) =>
      /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/
        .exec(pdf.toString('latin1'))
        ?.slice(1)
        .map((side) => Math.round(Number(side)));
    expect(size(printPaper(EVERY_NODE).pdf)).toEqual([595, 842]);
    expect(size(printPaper(EVERY_NODE, { paper: 'us-letter' }).pdf)).toEqual([612, 792]);
  });

  it('names whose copy it is, across the page and in the foot', async () => {
    const pdf = await readPaper(EVERY_NODE, { copy: { number: 7, recipient: 'Northmark' } });
    for (const page of pdf.furniture) {
      expect(squeeze(page)).toContain(squeeze('NORTHMARK · COPY 07'));
      expect(page).toContain('Copy 07, Northmark');
    }
  });
});

const AGAIN = new URL('children/printAgain.ts', import.meta.url);

async function digestsOf(program: RunningProgram): Promise<(string | undefined)[]> {
  const digests = [await program.nextLine(), await program.nextLine()];
  expect(await program.ended, program.errors()).toBe(0);
  return digests;
}

function digestsHere(): string[] {
  const { release } = releaseFor(manyScripts(), BOARD);
  return [AGENDA, { what: 'paper', paper: MANY_SCRIPTS } as const].map((document) =>
    digest(printDocument(unwatched, release, { document }).pdf),
  );
}

describe('the same input', () => {
  it('gives the same bytes again, in this process and in another', async () => {
    const here = digestsHere();
    expect(digestsHere()).toEqual(here);
    expect(await digestsOf(runProgram(AGAIN, []))).toEqual(here);
  });

  it('gives the same bytes on a machine with other fonts of the same names', async () => {
    const home = aFolder();
    mkdirSync(join(home, '.fonts'));
    for (const folder of [
      'source-serif-4/700Bold',
      'source-serif-4/500Medium_Italic',
      'source-sans-3/500Medium',
      'noto-naskh-arabic/700Bold',
      'noto-serif-hebrew/600SemiBold',
      'source-code-pro/700Bold',
    ]) {
      const from = fileURLToPath(new URL(`../../../node_modules/@expo-google-fonts/${folder}`, import.meta.url));
      for (const file of readdirSync(from).filter((name) => name.endsWith('.ttf')))
        copyFileSync(join(from, file), join(home, '.fonts', file));
    }
    expect(await digestsOf(runProgram(AGAIN, [], ['env', `HOME=${home}`]))).toEqual(digestsHere());
  });

  it('is printed without opening anything for writing', async () => {
    const trace = join(aFolder(), 'trace');
    const calls =
      'trace=open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,memfd_create,socket';
    await digestsOf(runProgram(AGAIN, [], ['strace', '-f', '-e', calls, '-o', trace]));
    const lines = readFileSync(trace, 'utf8').split('\n');
    expect(lines.some((line) => line.includes('paper.typ'))).toBe(true);
    expect(
      lines.filter((line) =>
        /O_WRONLY|O_RDWR|O_CREAT|\b(creat|mkdir(at)?|rename(at2?)?|link(at)?|symlink|memfd_create|socket)\(/.test(line),
      ),
    ).toEqual([]);
  });
});

describe('worker threads', () => {
  it('print at the same time, the same bytes', async () => {
    const here = digestsHere();
    const printed = await Promise.all([1, 2].map(() => digestsInWorker()));
    expect(printed).toEqual([here, here]);
  });
});

/** What the program writes when it runs in a thread of this process. */
async function digestsInWorker(): Promise<string[]> {
  const worker = new Worker(AGAIN, { stdout: true });
  let written = '';
  worker.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const [code] = await once(worker, 'exit');
  expect(code).toBe(0);
  return written.trim().split('\n');
}

describe('refusals', () => {
  it('prints nothing that did not come through the gate', () => {
    const forged = { ...SAMPLE };
    expect(() => printDocument(unwatched, forged, { document: AGENDA })).toThrow(
      expect.toSatisfy((error) => hasCode(error, 'release.unreleased')),
    );
  });

  it('prints no paper that the release does not hold', () => {
    const document = { what: 'paper', paper: sampleId('nothing') } as const;
    expect(() => printDocument(unwatched, SAMPLE, { document })).toThrow(
      expect.toSatisfy((error) => hasCode(error, 'release.withheld')),
    );
  });

  it('stops when it is cancelled', () => {
    const work = {
      progress: () => {},
      check: () => {
        throw new AmberdeskError('job.cancelled');
      },
    };
    expect(() => printDocument(work, SAMPLE, { document: AGENDA })).toThrow(
      expect.toSatisfy((error) => hasCode(error, 'job.cancelled')),
    );
  });
});

const SOME_MARKS = ['bold', 'italic', 'code', 'strike', 'superscript', 'subscript'];
/** Words with any marks there are, one of which may be a link. */
function marked(list: readonly string[], marks: readonly string[], isLink: boolean): JsonObject {
  const all: JsonObject[] = marks.map((type) => ({ type }));
  if (isLink) all.push({ type: 'link', attrs: { href: 'https://example.org/anaddress' } });
  return { type: 'text', text: list.join(' '), marks: all };
}

/** A random document and its words in the order in which they are to be found. */
const someWord = fc.stringMatching(/^[a-zà-öø-ÿ0-9]{1,14}$/).filter((word) => word !== '');
const someWords = fc.array(someWord, { minLength: 1, maxLength: 30 });
const someBlock: fc.Arbitrary<{ node: JsonObject; expected: string[] }> = fc.oneof(
  someWords.map((list) => ({ node: { type: 'paragraph', content: [words(list.join(' '))] }, expected: list })),
  fc.tuple(someWords, fc.subarray([...SOME_MARKS]), fc.boolean()).map(([list, marks, isLink]) => ({
    node: { type: 'paragraph', content: [marked(list, marks, isLink)] },
    expected: list,
  })),
  fc.tuple(fc.array(someWord, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 6 })).map(([list, level]) => ({
    node: { type: 'heading', attrs: { level }, content: [words(list.join(' '))] },
    expected: list,
  })),
  fc.array(someWords, { minLength: 1, maxLength: 4 }).map((items) => ({
    node: {
      type: 'bulletList',
      content: items.map((item) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [words(item.join(' '))] }],
      })),
    },
    expected: items.flat(),
  })),
  fc.array(fc.array(someWord, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 }).map((grid) => ({
    node: {
      type: 'table',
      attrs: {},
      content: grid.map((cells, at) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({
          type: at === 0 ? 'tableHeader' : 'tableCell',
          content: [{ type: 'paragraph', content: [words(cell)] }],
        })),
      })),
    },
    expected: grid.flat(),
  })),
  someWords.map((list) => ({
    node: { type: 'blockquote', content: [{ type: 'paragraph', content: [words(list.join(' '))] }] },
    expected: list,
  })),
  someWords.map((list) => ({ node: { type: 'codeBlock', content: [words(list.join('\n'))] }, expected: list })),
);
const someDocument = fc.array(someBlock, { maxLength: 25 }).map((blocks) => ({
  content: blocks.map(
    ({ node }, at): JsonObject => ({
      ...node,
      attrs: { ...(isJsonObject(node.attrs) ? node.attrs : {}), id: `b${at}` },
    }),
  ),
  expected: blocks.flatMap(({ expected }) => expected),
}));
