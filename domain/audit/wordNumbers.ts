import { APART } from './apart.ts';
import { auditWords } from './words.ts';

/** Numbers of known words, looked up in texts without making the words: most texts have none of them. */
export interface WordNumbers {
  /**
   * The words of a text as numbers, `APART` for each that is not known: what `auditWords` gives, looked up one by one.
   * Holds until it is called again.
   */
  numbersIn(text: string): Int32Array;
}

/** Beyond these characters a text is taken apart by `auditWords` itself. */
const CLASSED = 0x2100;
const OTHER = 0;
const BETWEEN = 1;
const OF_WORD = 2;

/** Of each character what it is in a text of nothing but such characters, and its lower case. */
const [CLASSES, LOWER] = classed();

function classed(): [Uint8Array, Uint16Array] {
  const classes = new Uint8Array(CLASSED);
  const lower = new Uint16Array(CLASSED);
  for (let code = 0; code < CLASSED; code += 1) {
    const letter = String.fromCharCode(code);
    const [plain, small] = [letter.normalize('NFKC'), letter.toLowerCase()];
    const isWord = /[\p{L}\p{M}\p{N}]/u.test(plain);
    // Greek ends words with another letter, Arabic is told twice, marks join what stands before them.
    const isSimple =
      plain === letter && small.length === 1 && /^[[\p{sc=Latin}\p{sc=Cyrillic}0-9]--\p{M}]$/v.test(letter);
    if (isWord && isSimple && small.normalize('NFKC') === small) classes[code] = OF_WORD;
    else if (!isWord && auditWords(`a${letter}b`).length === 2) classes[code] = BETWEEN;
    lower[code] = small.charCodeAt(0);
  }
  return [classes, lower];
}

export function createWordNumbers(numbers: ReadonlyMap<string, number>): WordNumbers {
  const words = [...numbers.keys()];
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 2))).fill(APART);
  const last = table.length - 1;
  const hashes = new Int32Array(words.length);
  for (const [index, word] of words.entries()) {
    let hash = FIRST;
    for (let at = 0; at < word.length; at += 1) hash = mixed(hash, word.charCodeAt(at));
    hashes[index] = hash;
    let slot = hash & last;
    while (table[slot] !== APART) slot = (slot + 1) & last;
    table[slot] = index;
  }
  let found = new Int32Array(1024);
  const numberAt = (text: string, from: number, to: number, hash: number): number => {
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const index = table[slot] ?? APART;
      if (index === APART) return APART;
      if (hashes[index] === hash && isWordAt(words[index] ?? '', text, from, to))
        return numbers.get(words[index] ?? '') ?? APART;
    }
  };
  const slowly = (text: string): Int32Array => Int32Array.from(auditWords(text), (word) => numbers.get(word) ?? APART);
  return {
    numbersIn(text) {
      let count = 0;
      let hash = FIRST;
      let begin = -1;
      for (let at = 0; at <= text.length; at += 1) {
        const code = at < text.length ? text.charCodeAt(at) : 0x20;
        const is = code < CLASSED ? CLASSES[code] : OTHER;
        if (is === OF_WORD) {
          if (begin === -1) begin = at;
          hash = mixed(hash, LOWER[code] ?? code);
          continue;
        }
        if (is === OTHER) return slowly(text);
        if (begin === -1) continue;
        if (count === found.length) {
          const more = new Int32Array(2 * count);
          more.set(found);
          found = more;
        }
        found[count] = numberAt(text, begin, at, hash);
        count += 1;
        hash = FIRST;
        begin = -1;
      }
      return found.subarray(0, count);
    },
  };
}

const FIRST = 0x811c9dc5 | 0;

function mixed(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x01000193);
  return next ^ (next >>> 15);
}

function isWordAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at += 1) {
    const code = text.charCodeAt(from + at);
    if (word.charCodeAt(at) !== (LOWER[code] ?? code)) return false;
  }
  return true;
}
