import { isMainThread } from 'node:worker_threads';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Json } from '../../domain/records/json.ts';
import { resourcePath } from '../files/places.ts';
import { documentFonts } from './fonts.ts';
import { type GivenFiles, givenFiles } from './givenFiles.ts';
import { laidHere } from './laidHere.ts';

/** The compiler reads them itself and does not see into Electron's archive: there they lie unpacked beside it. */
const TEMPLATES = resourcePath('typst').replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked');

export type Template =
  | 'agenda'
  | 'runningOrder'
  | 'paper'
  | 'list'
  | 'plates'
  | 'outcomes'
  | 'keys'
  | 'dossier'
  | 'supplement';

/** Where a paper of a book begins and ends; `blocks`: where each of its blocks begins, where that was asked for. */
const Place = z.object({
  first: z.int(),
  last: z.int(),
  blocks: z.array(z.object({ page: z.int(), y: z.number() })),
});
export type Place = z.infer<typeof Place>;

/** The name by which the compiler knows it: accessible to screen readers, or for the archive (and accessible too). */
export type PdfStandard = 'ua-1' | 'a-2a';

const NONE: GivenFiles = new Map();

/**
 * The compiler remembers, for the whole process, what it laid out, and takes it again where all that bears on it is the same to the
 * last byte: a book of which one paper changed is not laid out anew. So that this stays bounded, there is a turn each time that
 * so many bytes were given to it, at which it forgets what was not used for so many turns; after a print of very much it forgets all.
 */
const TURN = 500_000;
const TURNS = 2;
const MOST = 48_000_000;

/** The compiler of this thread, with the fonts; and what was given to it since it last forgot something, in bytes. */
let here: NodeCompiler | undefined;
let given = 0;

// Nothing of a vault is remembered when its threads have ended, which locking waits for.
if (!isMainThread) process.once('exit', () => here?.evictCache(laidHere.isLeft ? TURNS : 0));

function compilerHere(): NodeCompiler {
  if (here !== undefined) return here;
  here = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: [...documentFonts().files] }] });
  return here;
}

/** Forgets everything that was laid out, in the whole process. */
export function forgetLaid(): void {
  (here ?? NodeCompiler.create({ workspace: TEMPLATES })).evictCache(0);
  here = undefined;
  given = 0;
}

function forgetOld(compiler: NodeCompiler, bytes: number): void {
  given += bytes;
  if (given < TURN) return;
  compiler.evictCache(bytes > MOST ? 0 : TURNS);
  given = 0;
}

export interface Typeset {
  readonly pdf: Buffer;
  readonly pages: number;
  /** The places of the papers of a book, in its order; none for other documents. */
  readonly map: readonly Place[];
  readonly warnings: string[];
}

/**
 * Sets a sheet with a template and exports it to PDF. The content goes in as strings in memory and comes out as bytes
 * in memory; nothing is written to disk, and what is remembered of it (`forgetLaid`) changes no byte. The creation date is left out: same input, same bytes. Throws `print.failed`
 * with the compiler's diagnostics. `files`: what it draws, in memory. Without a standard the file is tagged all the same, but
 * claims nothing: the compiler vouches for no page that others made.
 */
export function typeset(
  template: Template,
  sheet: Json,
  options: Json,
  standard: PdfStandard | undefined,
  files: GivenFiles = NONE,
): Typeset {
  return withCompiled(template, sheet, options, files, (compiler, document) => ({
    pdf: compiler.pdf(document, {
      ...(standard === undefined ? {} : { pdfStandard: standard }),
      creationTimestamp: 0,
    }),
    pages: document.numOfPages,
    map: placesOf(template, compiler, document),
  }));
}

/** The places of the papers of a book, without making a file of it. Throws `print.failed`. */
export function placesIn(template: Template, sheet: Json, options: Json, files: GivenFiles = NONE): readonly Place[] {
  return withCompiled(template, sheet, options, files, (compiler, document) => ({
    map: placesOf(template, compiler, document),
  })).map;
}

/** Lays a sheet out and makes something of that; with the warnings of the compiler. Keys are forgotten at once. */
function withCompiled<T extends object>(
  template: Template,
  sheet: Json,
  options: Json,
  files: GivenFiles,
  make: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
): T & { readonly warnings: string[] } {
  const compiler = compilerHere();
  let bytes = template === 'keys' ? Number.POSITIVE_INFINITY : 0;
  try {
    for (const [path, content] of [...givenFiles(sheet, options), ...files]) {
      compiler.mapShadow(`${TEMPLATES}/${path}`, asBuffer(content));
      bytes += content.length;
    }
    const compiled = compiler.compile({ mainFilePath: `${TEMPLATES}/${template}.typ` });
    const document = compiled.result;
    if (document === null) throw new AmberdeskError('print.failed', diagnostics(compiler, compiled.takeError()));
    const warnings = diagnostics(compiler, compiled.takeWarnings());
    return { ...make(compiler, document), warnings };
  } catch (error) {
    if (error instanceof AmberdeskError) throw error;
    // After a fault of its own nobody knows what it remembers.
    forgetLaid();
    throw new AmberdeskError('print.failed', [error instanceof Error ? error.message : String(error)], {
      cause: error,
    });
  } finally {
    compiler.resetShadow();
    forgetOld(compiler, bytes);
  }
}

/**
 * The pages of a PDF alone, each as large as it is: what of it would stand in a print, and nothing else. Throws
 * `print.failed` when it cannot be drawn.
 */
export function onlyPages(pdf: Uint8Array, pages: number): Buffer {
  const compiler = NodeCompiler.create({ workspace: TEMPLATES });
  try {
    compiler.mapShadow(`${TEMPLATES}/annexes/alone.pdf`, asBuffer(pdf));
    const { result } = compiler.compile({ mainFilePath: `${TEMPLATES}/alone.typ`, inputs: { pages: String(pages) } });
    if (result === null) throw new AmberdeskError('print.failed');
    return compiler.pdf(result, { creationTimestamp: 0 });
  } finally {
    // The print that it is for takes the pages from there, and forgets them as it forgets the rest.
    if (pdf.length > MOST) compiler.evictCache(0);
  }
}

function asBuffer(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** What a book says of the places of its papers. */
function placesOf(template: Template, compiler: NodeCompiler, document: NodeTypstDocument): Place[] {
  if (template !== 'dossier' && template !== 'supplement') return [];
  const said: unknown = compiler.query(document, { selector: '<map>', field: 'value' });
  return z.array(z.array(Place)).parse(said).flat();
}

function diagnostics(compiler: NodeCompiler, error: NodeError | null): string[] {
  if (error === null) return [];
  return compiler.fetchDiagnostics(error).map((found: unknown) => messageOf(found));
}

function messageOf(found: unknown): string {
  if (typeof found === 'object' && found !== null && 'message' in found) return String(found.message);
  return String(found);
}
