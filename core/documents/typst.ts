import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Json } from '../../domain/records/json.ts';
import { resourcePath } from '../files/places.ts';
import { documentFonts } from './fonts.ts';

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

/** Files that a template draws, by their paths beside it. */
export type DrawnFiles = ReadonlyMap<string, Uint8Array>;

const NONE: DrawnFiles = new Map();

export interface Typeset {
  readonly pdf: Buffer;
  readonly pages: number;
  /** The places of the papers of a book, in its order; none for other documents. */
  readonly map: readonly Place[];
  readonly warnings: string[];
}

/**
 * Sets a sheet with a template and exports it to PDF. The content goes in as strings in memory and comes out as bytes
 * in memory; nothing is written to disk. The creation date is left out: same input, same bytes. Throws `print.failed`
 * with the compiler's diagnostics. `files`: what it draws, in memory. Without a standard the file is tagged all the same, but
 * claims nothing: the compiler vouches for no page that others made.
 */
export function typeset(
  template: Template,
  sheet: Json,
  options: Json,
  standard: PdfStandard | undefined,
  files: DrawnFiles = NONE,
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
export function placesIn(template: Template, sheet: Json, options: Json, files: DrawnFiles = NONE): readonly Place[] {
  return withCompiled(template, sheet, options, files, (compiler, document) => ({
    map: placesOf(template, compiler, document),
  })).map;
}

/** Lays a sheet out, makes something of that, and forgets it; with the warnings of the compiler. */
function withCompiled<T extends object>(
  template: Template,
  sheet: Json,
  options: Json,
  files: DrawnFiles,
  make: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
): T & { readonly warnings: string[] } {
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: [...documentFonts().files] }] });
  try {
    for (const [path, content] of files) compiler.mapShadow(`${TEMPLATES}/${path}`, asBuffer(content));
    const compiled = compiler.compile({
      mainFilePath: `${TEMPLATES}/${template}.typ`,
      inputs: { sheet: JSON.stringify(sheet), options: JSON.stringify(options) },
    });
    const document = compiled.result;
    if (document === null) throw new AmberdeskError('print.failed', diagnostics(compiler, compiled.takeError()));
    const warnings = diagnostics(compiler, compiled.takeWarnings());
    return { ...make(compiler, document), warnings };
  } catch (error) {
    if (error instanceof AmberdeskError) throw error;
    throw new AmberdeskError('print.failed', [error instanceof Error ? error.message : String(error)], {
      cause: error,
    });
  } finally {
    // What the compiler remembers between runs would keep the content in memory after the vault is locked.
    compiler.evictCache(0);
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
    compiler.evictCache(0);
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
