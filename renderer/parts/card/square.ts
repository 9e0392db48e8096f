import { encode } from 'uqr';
import { squareText } from '../../../domain/exchange/readDigits.ts';

/** Modules of quiet around a square (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** The square of a card: its size in modules, quiet zone included, and the dark ones as one path of SVG. */
export function squareOf(digits: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(squareText(digits), { ecc: 'Q', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
