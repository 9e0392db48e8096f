import { stringsIn } from '../../domain/audit/passages.ts';
import { type AnnexFiles, annexPath, NO_FILES } from '../../domain/documents/annexFiles.ts';
import type { Sheet } from '../../domain/documents/anySheet.ts';
import type { PagesOfPaper } from '../../domain/documents/bookStanding.ts';
import type { DossierSheet } from '../../domain/documents/dossierSheets.ts';
import type { PrintOptions } from '../../domain/documents/printRequest.ts';
import type { SupplementSheet } from '../../domain/documents/supplementSheets.ts';
import { type Ties, tiesIn } from '../../domain/documents/ties.ts';
import { wordsFor } from '../../domain/documents/words.ts';
import type { Json } from '../../domain/records/json.ts';
import { isJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { documentFonts } from './fonts.ts';
import { codeOf, setGlyphs } from './glyphs.ts';
import { type Place, placesIn, typeset } from './typst.ts';

export interface Printed {
  readonly pdf: Buffer;
  readonly pages: number;
  /** Where each paper of a book stands in it, by the ids of the release; empty for other documents. */
  readonly map: readonly PagesOfPaper[];
  /** Sentences about what could not be printed as it stands: missing characters, unknown parts, over-long sessions. */
  readonly warnings: string[];
}

/**
 * Lays out a sheet. Takes what a builder made of a release, and the date of that release (`2027-03-03`), which PDF/A
 * asks for and nothing else prints; throws `print.failed` with the compiler's diagnostics. `files`: what the sheet draws.
 * A print that pages of a PDF are bound into is tagged, with words for each such page, but claims no standard.
 */
export function printSheet(sheet: Sheet, options: PrintOptions, date: string, files: AnnexFiles = NO_FILES): Printed {
  const { drawn, value, missing, setting } = readyFor(sheet, options, date, files);
  const standard = options.archive === true ? 'a-2a' : 'ua-1';
  const claims = drawn.keys().some((path) => path.endsWith('.pdf')) ? undefined : standard;
  const set = typeset(sheet.what, value, setting, claims, drawn);
  const words = wordsFor(options.language);
  const lacking = missing.map((character) => words.missingGlyph(shown(character), codeOf(character)));
  return {
    pdf: set.pdf,
    pages: set.pages,
    map: mapOf(sheet, set.map),
    warnings: [...sheet.warnings, ...lacking, ...set.warnings],
  };
}

/** Where the papers of a book would stand, and each of their blocks where the sheet asks for that; no file is made. */
export function laidPlaces(
  sheet: DossierSheet | SupplementSheet,
  options: PrintOptions,
  files: AnnexFiles = NO_FILES,
): readonly Place[] {
  const { drawn, value, setting } = readyFor(sheet, options, '', files);
  return placesIn(sheet.what, value, setting, drawn);
}

function readyFor(sheet: Sheet, options: PrintOptions, date: string, files: AnnexFiles) {
  const setting = {
    paper: options.paper,
    whiteLetters: options.blackAndWhite,
    redacted: wordsFor(options.language).redacted,
    date: options.archive === true && date !== '' ? date.split('-').map(Number) : null,
  };
  return {
    drawn: new Map(drawnBy(sheet, files)),
    setting,
    ...setGlyphs(compact(sheet, tiesOf(sheet)), documentFonts()),
  };
}

/** Pages of a supplement are those of another print, so nothing in it is said to stand on one of its own. */
function tiesOf(sheet: Sheet): Ties {
  return sheet.what === 'paper' || sheet.what === 'dossier' ? tiesIn(sheet) : NO_TIES;
}

const NO_TIES: Ties = new Map();

function mapOf(sheet: Sheet, places: readonly Place[]): PagesOfPaper[] {
  const papers = sheet.what === 'dossier' ? sheet.parts.filter((part) => part.type === 'paper') : [];
  return papers.flatMap(({ record }, at) => {
    const place = places[at];
    return place === undefined ? [] : [{ paper: record, first: place.first, last: place.last }];
  });
}

/** The files that a sheet names, by the paths that it names them by. */
function* drawnBy(sheet: Sheet, files: AnnexFiles): Generator<[path: string, content: Uint8Array]> {
  if (files.size === 0) return;
  const named = new Set(stringsIn(asJson(sheet)));
  for (const [sha256, file] of files) {
    const path = annexPath(sha256, file);
    if (file.content.length > 0 && named.has(path)) yield [path, file.content];
  }
}

/**
 * Text without marks becomes a bare string: a long paper is many of them, and the template reads them faster. Places and
 * references that find each other in this print have its names for them, all others none.
 */
function compact(part: unknown, ties: Ties): Json {
  if (Array.isArray(part)) return part.map((one) => compact(one, ties));
  if (typeof part === 'object' && part !== null) {
    const isText = 'type' in part && part.type === 'text' && 'marks' in part && 'href' in part && 'text' in part;
    const isTied = isText && 'to' in part && ties.has(String(part.to));
    if (isText && !isTied && Array.isArray(part.marks) && part.marks.length === 0 && part.href === '') {
      if (!('entry' in part)) return compact(part.text, ties);
    }
    const entries = Object.entries(part).flatMap(([key, entry]): [string, Json][] => {
      if (key !== 'anchor' && !(key === 'to' && isText)) return [[key, compact(entry, ties)]];
      const name = ties.get(String(entry));
      return name === undefined ? [] : [[key, name]];
    });
    return Object.fromEntries(entries);
  }
  return isJson(part) ? part : null;
}

function shown(character: string): string {
  return /\p{Cc}/u.test(character) ? codeOf(character) : character;
}
