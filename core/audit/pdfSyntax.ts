/** A value of PDF's syntax (ISO 32000-2, 7.3). Streams are found beside their dictionary. */
export type PdfValue =
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'string'; readonly bytes: string }
  | { readonly is: 'array'; readonly values: readonly PdfValue[] }
  | { readonly is: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly is: 'reference'; readonly object: number }
  /** An operator of a content stream, or `true`, `obj`, … */
  | { readonly is: 'word'; readonly word: string };

/** Reads values one after the other. Bytes are characters of Latin-1. */
export interface PdfTokens {
  /** The next value; undefined at the end. */
  next(): PdfValue | undefined;
  /** Where what was not read yet begins. */
  readonly at: number;
  /** What was said in comments so far. */
  readonly comments: readonly string[];
}

/** What a byte is to the syntax (7.2.3): it ends a word, and perhaps is space. By hand: files are tens of megabytes. */
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const CLASSES = new Uint8Array(65536);
for (const sign of '\0\t\n\f\r ') CLASSES[sign.charCodeAt(0)] = SPACE;
for (const sign of '()<>[]{}/%') CLASSES[sign.charCodeAt(0)] = DELIMITER;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const REFERENCE = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const NINE = 0x39;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
/** So many digits are exact, and so are the powers of ten by which they are divided. */
const EXACT = 15;
const POWERS = Array.from({ length: EXACT + 1 }, (_, power) => 10 ** power);
const OPEN = 0x28;
const SHUT = 0x29;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** Arrays and dictionaries inside one another, at most. */
const DEEPEST = 100;

/**
 * Reads the syntax of objects (with `references`) and of content streams. Never throws: what is no value is given as a
 * word.
 */
export function pdfTokens(source: string, { from = 0, references = false } = {}): PdfTokens {
  const comments: string[] = [];
  let scratch = Buffer.allocUnsafe(256);
  let at = from;

  function skip(): void {
    while (at < source.length) {
      if (source[at] === '%') {
        const begin = at + 1;
        while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at += 1;
        comments.push(source.slice(begin, at));
      } else if (CLASSES[source.charCodeAt(at)] === SPACE) at += 1;
      else return;
    }
  }
  /** The bytes up to the next that ends a word. */
  function regular(): string {
    const begin = at;
    while (at < source.length && CLASSES[source.charCodeAt(at)] === REGULAR) at += 1;
    return source.slice(begin, at);
  }
  /** A number as most are written, without making its word; undefined, and nothing is read, for all else. */
  function numeral(): number | undefined {
    const sign = source.charCodeAt(at);
    let next = sign === MINUS || sign === PLUS ? at + 1 : at;
    let value = 0;
    let digits = 0;
    let decimals = 0;
    let isAfterPoint = false;
    for (; next < source.length; next += 1) {
      const code = source.charCodeAt(next);
      if (code >= ZERO && code <= NINE) {
        value = value * 10 + code - ZERO;
        digits += 1;
        if (isAfterPoint) decimals += 1;
      } else if (code === POINT && !isAfterPoint) isAfterPoint = true;
      else break;
    }
    if (digits === 0 || digits > EXACT) return undefined;
    if (next < source.length && CLASSES[source.charCodeAt(next)] === REGULAR) return undefined;
    at = next;
    const size = value / (POWERS[decimals] ?? 1);
    return sign === MINUS ? -size : size;
  }
  /** A string in brackets. Its bytes are put down one by one, because most of them are escapes. */
  function literal(): string {
    const end = endOfLiteral(source, at);
    if (scratch.length < end - at) scratch = Buffer.allocUnsafe(2 * (end - at));
    let length = 0;
    for (at += 1; at < end; ) {
      const byte = source.charCodeAt(at);
      at += 1;
      if (byte !== BACKSLASH) scratch[length++] = byte;
      else {
        const escaped = escapedByte();
        if (escaped !== undefined) scratch[length++] = escaped;
      }
    }
    at = end + 1;
    return scratch.toString('latin1', 0, length);
  }
  function escapedByte(): number | undefined {
    let code = 0;
    let digits = 0;
    for (; digits < 3; digits += 1) {
      const digit = source.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit < 8)) break;
      code = code * 8 + digit;
      at += 1;
    }
    if (digits > 0) return code & 0xff;
    const sign = source[at] ?? '';
    at += 1;
    if (sign === '\r' && source[at] === '\n') at += 1;
    return sign === '\r' || sign === '\n' ? undefined : (ESCAPES[sign] ?? sign).charCodeAt(0);
  }
  function hexadecimal(): string {
    const end = source.indexOf('>', at);
    const digits = source.slice(at + 1, end === -1 ? source.length : end);
    at = end === -1 ? source.length : end + 1;
    return fromHex(digits);
  }
  function read(depth: number): PdfValue | undefined {
    skip();
    const sign = source[at];
    if (sign === undefined) return undefined;
    switch (sign) {
      case '(':
        return { is: 'string', bytes: literal() };
      case '[':
        return array(depth);
      case '/':
        at += 1;
        return { is: 'name', name: nameOf(regular()) };
      case '<':
        return source[at + 1] === '<' ? dictionary(depth) : { is: 'string', bytes: hexadecimal() };
    }
    if (references && sign >= '0' && sign <= '9') {
      REFERENCE.lastIndex = at;
      const reference = REFERENCE.exec(source);
      if (reference !== null) {
        at = REFERENCE.lastIndex;
        return { is: 'reference', object: Number(reference[1]) };
      }
    }
    const number = numeral();
    if (number !== undefined) return { is: 'number', number };
    const word = regular();
    if (word === '') at += 1;
    return NUMBER.test(word) ? { is: 'number', number: Number(word) } : { is: 'word', word: word === '' ? sign : word };
  }
  function array(depth: number): PdfValue {
    at += 1;
    const values: PdfValue[] = [];
    while (depth < DEEPEST) {
      const value = read(depth + 1);
      if (value === undefined || isWord(value, ']')) break;
      values.push(value);
    }
    return { is: 'array', values };
  }
  function dictionary(depth: number): PdfValue {
    at += 2;
    const entries = new Map<string, PdfValue>();
    while (depth < DEEPEST) {
      skip();
      if (source.startsWith('>>', at)) {
        at += 2;
        break;
      }
      const key = read(depth + 1);
      if (key === undefined) break;
      const value = key.is === 'name' ? read(depth + 1) : undefined;
      if (key.is === 'name' && value !== undefined) entries.set(key.name, value);
    }
    return { is: 'dictionary', entries };
  }
  return {
    next: () => read(0),
    comments,
    get at() {
      return at;
    },
  };
}

export function isWord(value: PdfValue | undefined, word: string): boolean {
  return value?.is === 'word' && value.word === word;
}

/** Where the bracket is that ends a string which begins at `at`. */
function endOfLiteral(source: string, at: number): number {
  let open = 0;
  for (let next = at; next < source.length; next += 1) {
    const byte = source.charCodeAt(next);
    if (byte === BACKSLASH) next += 1;
    else if (byte === OPEN) open += 1;
    else if (byte === SHUT) {
      open -= 1;
      if (open === 0) return next;
    }
  }
  return source.length;
}

function nameOf(written: string): string {
  if (!written.includes('#')) return written;
  return written.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function fromHex(digits: string): string {
  const plain = digits.replace(/[^0-9a-f]/gi, '');
  return Buffer.from(plain.length % 2 === 0 ? plain : `${plain}0`, 'hex').toString('latin1');
}

/** A text string (7.9.2.2) in one of its encodings; what has no mark of order is near enough to Latin-1. */
export function textString(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) return decoded('utf-16be', bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return decoded('utf-8', bytes.slice(3));
  return bytes;
}

function decoded(encoding: string, bytes: string): string {
  return new TextDecoder(encoding).decode(Buffer.from(bytes, 'latin1'));
}
