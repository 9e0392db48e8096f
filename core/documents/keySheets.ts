import { encode } from 'uqr';
import type { KeySheets } from '../../domain/documents/keySheets.ts';
import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { asJson } from '../../domain/records/revision.ts';
import { documentFonts } from './fonts.ts';
import { setGlyphs } from './glyphs.ts';
import { typeset } from './typst.ts';

/** Modules of quiet around a square (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A key as a square (QR code) for a hand scanner, as SVG. Capitals, digits and hyphens alone keep it small. */
export function squareSvg(key: string): string {
  const { size, data } = encode(key, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

/** Sets sheets with keys. Throws `print.failed` without what the compiler says, which may quote what it was given. */
export function setKeySheets(sheets: KeySheets, paper: 'a4' | 'us-letter') {
  try {
    const { value } = setGlyphs(asJson(sheets), documentFonts());
    return typeset('keys', value, { paper }, 'ua-1');
  } catch (error) {
    throw hasCode(error, 'print.failed') ? new AmberdeskError('print.failed') : error;
  }
}
