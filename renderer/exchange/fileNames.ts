import { usualFileName } from '../parts/work/usualFileName.ts';

/** Signs that nobody takes for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const DRAWN = 4;

/** With the ending that a bundle has. */
export function asFileName(typed: string): string {
  const name = typed.trim();
  if (name === '') return usualFileName();
  return name.toLowerCase().endsWith('.amber') ? name : `${name}.amber`;
}

/**
 * Names of several files: each with signs that are drawn, so that none tells how many others there are, in which order
 * they were made, or for whom.
 */
export function fileNamesFor(typed: string, count: number): string[] {
  const name = asFileName(typed);
  if (count === 1) return [name];
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const bytes = crypto.getRandomValues(new Uint8Array(DRAWN));
    drawn.add([...bytes].map((byte) => SIGNS[byte % SIGNS.length] ?? '').join(''));
  }
  return [...drawn].map((signs) => name.replace(/\.amber$/i, `-${signs}.amber`));
}
