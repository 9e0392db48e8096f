import { AmberdeskError } from '../../domain/errors.ts';
import { tooDeep } from './importState.ts';

/** Quotation and list signs that may stand one behind the other at the start of a line. */
const MARKERS = 45;
/** Spaces before a list sign. */
const INDENT = 180;
/** Stars, underscores or tildes in one run, on a line with other text. */
const RUN = 100;
/** Cells of all tables together: more than a bundle could hold, and ten kilobytes each while they are read. */
const CELLS = 20_000;
/** Signs of emphasis and links in one paragraph. */
const SIGNS = 10_000;

const LEADING = /^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const MARKER = />|[-*+]|\d{1,9}[.)]/g;
const INDENTED = new RegExp(`^[ \\t]{${INDENT},}(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])`);
const LONG_RUN = new RegExp(`([*_~])\\1{${RUN},}`);
const NEW_BLOCK = /^\s*(?:$|[|#]|[-*+] |\d{1,9}[.)] |\[\^)/;

/**
 * Refuses what would nest without end before it is parsed, because a parser needs the square of the time for it.
 * Throws `load.malformed` with the line.
 */
export function refuseEndlessNesting(markdown: string): void {
  let line = 0;
  let signs = 0;
  for (const text of markdown.split('\n')) {
    line += 1;
    const leading = LEADING.exec(text)?.[0];
    if (leading !== undefined && (leading.match(MARKER)?.length ?? 0) > MARKERS) throw tooDeep(line);
    if (INDENTED.test(text)) throw tooDeep(line);
    if (LONG_RUN.test(text) && !/^[\s*_~-]*$/.test(text)) throw tooDeep(line);
    if (NEW_BLOCK.test(text)) signs = 0;
    signs += text.match(/[*_~[\]]/g)?.length ?? 0;
    if (signs > SIGNS) throw tooDeep(line);
  }
}

/** Refuses tables that no bundle could hold before they are parsed. Throws `load.tooLarge`. */
export function refuseHugeTables(markdown: string): void {
  let cells = 0;
  for (const [row] of markdown.matchAll(/^.*\|.*\|.*$/gm)) {
    for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) cells += 1;
    cells -= 1;
    if (cells > CELLS) throw new AmberdeskError('load.tooLarge', { cells: CELLS });
  }
}
