import type { Json } from '../../domain/records/json.ts';
import type { Fonts, OtherFace } from './fonts.ts';

/**
 * A run of a text: the face that sets it (empty for the document's own; `unkerned`: that without kerning), or a place to
 * break a long word.
 */
type Run = [face: OtherFace | '' | 'unkerned' | 'break', words: string];

export interface Glyphs {
  /** The value with every string that the document's faces cannot set whole turned into runs. */
  value: Json;
  /** Characters that no face has, in the order of their first use. */
  missing: string[];
}

const BREAK = '\u200b';
/** Characters that show nothing by themselves and need no glyph (Unicode: Default_Ignorable_Code_Point). */
const SILENT = /\p{Default_Ignorable_Code_Point}/u;
/** The first and fastest question: most texts have nothing beyond Latin-1 and common punctuation. */
const PLAIN = /^[\x20-\x5b\x5d-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026]*$/;

/**
 * Finds a face for every character of every string in `value`. What no face has is printed as its code, `[U+1F600]`,
 * and listed, so that nothing is lost without a word. Keys of objects are left alone.
 */
export function setGlyphs(value: Json, fonts: Fonts): Glyphs {
  const missing = new Set<string>();
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const visit = (part: Json): Json => {
    if (typeof part === 'string') return PLAIN.test(part) ? part : runsOf(part, fonts, segmenter, missing);
    if (Array.isArray(part)) return part.map(visit);
    if (part !== null && typeof part === 'object') {
      return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, visit(entry)]));
    }
    return part;
  };
  return { value: visit(value), missing: [...missing] };
}

function runsOf(words: string, fonts: Fonts, segmenter: Intl.Segmenter, missing: Set<string>): Json {
  const runs: Run[] = [];
  const push = (face: Run[0], piece: string) => {
    const last = runs.at(-1);
    if (last !== undefined && last[0] === face && face !== 'break') last[1] += piece;
    else runs.push([face, piece]);
  };
  for (const { segment } of segmenter.segment(words)) {
    if (segment === BREAK) {
      push('break', '');
      continue;
    }
    const face = faceFor(segment, fonts, runs.at(-1)?.[0]);
    if (face !== undefined) push(face, segment);
    else for (const character of segment) single(character);
  }
  outsideSpaces(runs);
  const [only] = runs;
  return runs.length === 1 && only !== undefined && only[0] === '' ? only[1] : runs;

  /** A cluster that no face has whole: its characters one by one, or their codes. */
  function single(character: string): void {
    if (SILENT.test(character)) return;
    const face = faceFor(character, fonts, undefined);
    if (face === undefined) missing.add(character);
    push(face ?? '', face === undefined ? codeOf(character) : character);
  }
}

/** Moves spaces at the end of a run of another face out of it: in a right-to-left run they would jump to its start. */
function outsideSpaces(runs: Run[]): void {
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at];
    const spaces = run === undefined || run[0] === '' || run[0] === 'break' ? '' : (/\s+$/.exec(run[1])?.[0] ?? '');
    if (run === undefined || spaces === '') continue;
    run[1] = run[1].slice(0, -spaces.length);
    const next = runs[at + 1];
    if (next?.[0] === '') next[1] = spaces + next[1];
    else runs.splice(at + 1, 0, ['', spaces]);
  }
}

/** The pairs of the serif face with this sign take the compiler milliseconds each, wherever a line might end. */
const SLOW = '\\';

/** The face that has a whole cluster; the face of the run before it where that has it too, unless the text's has. */
function faceFor(cluster: string, fonts: Fonts, before: Run[0] | undefined): Exclude<Run[0], 'break'> | undefined {
  if (cluster === SLOW) return 'unkerned';
  const codes = [...cluster]
    .filter((character) => !SILENT.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
  if (codes.length === 0) return before === undefined || before === 'break' ? '' : before;
  const first = codes[0] ?? 0;
  if (codes.some(isControl)) return undefined;
  // Spaces and marks inside a run of another script stay with it.
  if (/^\s$/.test(cluster) && before !== undefined && before !== 'break' && before !== '' && before !== 'unkerned') {
    if (fonts.others.find((other) => other.face === before)?.coverage.has(first)) return before;
  }
  if (codes.every((code) => fonts.text.has(code))) return '';
  return fonts.others.find((other) => codes.every((code) => other.coverage.has(code)))?.face;
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/** `[U+1F600]` in characters that every face has. */
export function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
