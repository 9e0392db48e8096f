import { APART } from './apart.ts';
import { auditWords } from './words.ts';

/** Numbers of words, looked up in texts without making the words: most texts have no new ones. */
export interface WordNumbers {
  /** The words of a text as numbers: what `auditWords` gives. A word that has none yet gets the next. Holds until asked again. */
  read(text: string): Int32Array;
  /** The same, with `APART` for each word that has no number. Holds until asked again. */
  numbersIn(text: string): Int32Array;
}

/** Beyond these characters a text is taken apart by `auditWords` itself. */
const CLASSED = 0x2100;
const OTHER = 0;
const BETWEEN = 1;
const OF_WORD = 2;

/** Of each character what it is in a text of nothing but such characters, and its lower case. */
type Classes = readonly [classes: Uint8Array, lower: Uint16Array];
let made: Classes | undefined;

/** Made when words are first read: a window opens without them. */
function classed(): Classes {
  made ??= makeClasses();
  return made;
}

function makeClasses(): Classes {
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

/** Numbers for words, from 0 in the order in which they are read. */
export function createWordNumbers(): WordNumbers {
  const [classes, lower] = classed();
  const numbers = new Map<string, number>();
  const words: string[] = [];
  let hashes = new Int32Array(1024);
  let table = new Int32Array(4 * hashes.length).fill(APART);
  let found = new Int32Array(1024);

  function placed(index: number): void {
    const last = table.length - 1;
    let slot = (hashes[index] ?? 0) & last;
    while (table[slot] !== APART) slot = (slot + 1) & last;
    table[slot] = index;
  }
  function added(word: string): number {
    const number = words.push(word) - 1;
    numbers.set(word, number);
    const isFull = number === hashes.length;
    if (isFull) {
      hashes = longer(hashes);
      table = new Int32Array(4 * hashes.length).fill(APART);
    }
    hashes[number] = hashOf(word);
    if (!isFull) placed(number);
    else for (let index = 0; index <= number; index += 1) placed(index);
    return number;
  }
  function numberAt(text: string, from: number, to: number, hash: number): number {
    const last = table.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const index = table[slot] ?? APART;
      if (index === APART) return APART;
      if (hashes[index] === hash && isWordAt(words[index] ?? '', text, from, to, lower)) return index;
    }
  }
  function slowly(text: string, isNew: (word: string) => number): Int32Array {
    return Int32Array.from(auditWords(text), (word) => numbers.get(word) ?? isNew(word));
  }
  function numbersOf(written: string, isNew: (word: string) => number): Int32Array {
    // Most pages have words that go on in the next line: as `auditWords` joins them.
    const text = written.includes('\u00ad') ? written.replace(/\u00ad\s*/g, '') : written;
    let count = 0;
    let hash = FIRST;
    let begin = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0x20;
      const is = code < CLASSED ? classes[code] : OTHER;
      if (is === OF_WORD) {
        if (begin === -1) begin = at;
        hash = mixed(hash, lower[code] ?? code);
        continue;
      }
      if (is === OTHER) return slowly(text, isNew);
      if (begin === -1) continue;
      if (count === found.length) found = longer(found);
      const number = numberAt(text, begin, at, hash);
      // Only letters whose lower case is one letter, whatever stands beside them, are read here.
      found[count] = number === APART ? isNew(text.slice(begin, at).toLowerCase()) : number;
      count += 1;
      hash = FIRST;
      begin = -1;
    }
    return found.subarray(0, count);
  }
  const unknown = (): number => APART;
  return { read: (text) => numbersOf(text, added), numbersIn: (text) => numbersOf(text, unknown) };
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

function hashOf(word: string): number {
  let hash = FIRST;
  for (let at = 0; at < word.length; at += 1) hash = mixed(hash, word.charCodeAt(at));
  return hash;
}

const FIRST = 0x811c9dc5 | 0;

function mixed(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x01000193);
  return next ^ (next >>> 15);
}

function isWordAt(word: string, text: string, from: number, to: number, lower: Uint16Array): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at += 1) {
    const code = text.charCodeAt(from + at);
    if (word.charCodeAt(at) !== (lower[code] ?? code)) return false;
  }
  return true;
}
