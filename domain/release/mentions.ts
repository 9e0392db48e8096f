import { foldedWords, wordsIn } from '../library/words.ts';
import { blockText } from '../papers/plainText.ts';
import { digestOf } from '../records/digest.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { isParty, type Name, type Names } from './names.ts';

/** A text that goes: everything that somebody wrote in one record. */
export interface GoingText {
  readonly record: string;
  readonly body: JsonObject;
  /** It was written over since, and goes as history. */
  readonly earlier: boolean;
}

/** A withheld name that stands in a text which goes, with the sentence around it. */
export interface Mention {
  /** The record whose name it is. */
  readonly name: string;
  /** The record in which it stands. */
  readonly record: string;
  /** The field, and the block of a text: `body/<block>`. */
  readonly path: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Of the sentence: a changed one asks again. */
  readonly digest: string;
  readonly earlier: boolean;
}

interface Branch {
  readonly next: Map<string, Branch>;
  readonly names: Name[];
  /** A name that may be known ends here. */
  known: boolean;
}

interface Found {
  readonly name: Name;
  readonly start: number;
  readonly end: number;
}

/** The names as they are looked for. Undefined when nothing is withheld that has a name. */
export type NameIndex = Branch | undefined;

/**
 * Puts names where texts are compared with them. What is also the name of something that may be known is none; a family
 * name that is a word of such a name is none either.
 */
export function indexNames({ withheld, released }: Names): NameIndex {
  if (withheld.length === 0) return undefined;
  const whole = new Set(released.map(({ words }) => words.join(' ')));
  const known = new Set(released.filter(({ kind }) => isParty(kind)).flatMap(({ words }) => words));
  const root: Branch = branch();
  let size = 0;
  for (const name of withheld) {
    const [only] = name.words;
    const isAlone = name.words.length === 1 && name.kind === 'person' && only !== undefined && known.has(only);
    if (whole.has(name.words.join(' ')) || isAlone) continue;
    leaf(root, name.words).names.push(name);
    size += 1;
  }
  if (size === 0) return undefined;
  // Within a longer name that may be known, a withheld one is no mention.
  for (const name of released) if (isParty(name.kind)) leaf(root, name.words).known = true;
  return root;
}

function branch(): Branch {
  return { next: new Map(), names: [], known: false };
}

function leaf(root: Branch, words: readonly string[]): Branch {
  let at = root;
  for (const word of words) {
    const next = at.next.get(word) ?? branch();
    at.next.set(word, next);
    at = next;
  }
  return at;
}

/**
 * Every place where a withheld name stands in texts that go. Whole words, whatever their case and accents; each sentence
 * once a name. Linear in the length of the texts.
 */
export function mentionsIn(texts: Iterable<GoingText>, index: NameIndex): Mention[] {
  if (index === undefined) return [];
  const mentions = new Map<string, Mention>();
  const seen = new Map<string, Set<string>>();
  for (const { record, body, earlier } of texts) {
    const read = seen.get(record) ?? new Set<string>();
    seen.set(record, read);
    for (const { path, said } of saidIn(body)) {
      if (read.has(said)) continue;
      read.add(said);
      for (const found of findIn(said, index)) {
        if (found.name.record === record) continue;
        const mention = mentionOf(found, said, { record, path, earlier });
        const key = `${mention.name} ${record} ${mention.digest}`;
        if (!mentions.has(key)) mentions.set(key, mention);
      }
    }
  }
  return [...mentions.values()];
}

function* saidIn(body: JsonObject): Generator<{ path: string; said: string }> {
  for (const [field, value] of Object.entries(body)) yield* saidUnder(field, value);
}

function* saidUnder(path: string, value: Json): Generator<{ path: string; said: string }> {
  if (typeof value === 'string') yield { path, said: value };
  else if (Array.isArray(value)) for (const inner of value) yield* saidUnder(path, inner);
  else if (isJsonObject(value)) {
    if (value.type === 'doc' && Array.isArray(value.content)) {
      for (const block of value.content) yield* saidInBlock(path, block);
    } else for (const inner of Object.values(value)) yield* saidUnder(path, inner);
  }
}

function* saidInBlock(path: string, block: Json): Generator<{ path: string; said: string }> {
  const id = isJsonObject(block) && isJsonObject(block.attrs) ? text(block.attrs.id) : '';
  for (const said of blockText(block).split('\n')) yield { path: id === '' ? path : `${path}/${id}`, said };
}

/** The names in a text; of those that begin at one word the longest, and none inside a longer one. */
function findIn(said: string, index: Branch): Found[] {
  if (!holdsAny(foldedWords(said), index)) return [];
  const words = [...wordsIn(said)];
  const found: Found[] = [];
  const shields: { start: number; end: number }[] = [];
  for (const [at, first] of words.entries()) {
    let reached: Branch | undefined = index;
    let last: Found | undefined;
    for (let next = at; next < words.length; next += 1) {
      const word = words[next];
      reached = word === undefined ? undefined : reached.next.get(word.word);
      if (reached === undefined || word === undefined) break;
      const { start } = first;
      const { end } = word;
      if (reached.known) shields.push({ start, end });
      const name = reached.names.find((one) => isWrittenAs(one, said, start, end));
      if (name !== undefined) last = { name, start, end };
    }
    if (last !== undefined) found.push(last);
  }
  const outer = [...shields, ...found];
  return found.filter((one) => !outer.some((other) => isLonger(other, one)));
}

/** Whether any of the names stands there, however it is written: most texts have none, and are looked at no closer. */
function holdsAny(words: readonly string[], index: Branch): boolean {
  return words.some((first, at) => {
    let reached = index.next.get(first);
    for (let next = at + 1; reached !== undefined; next += 1) {
      if (reached.names.length > 0) return true;
      reached = reached.next.get(words[next] ?? '');
    }
    return false;
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isLonger(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
}

function isWrittenAs({ as, kind, text: name }: Name, said: string, start: number, end: number): boolean {
  if (as === 'anyCase') return true;
  const written = said.slice(start, end);
  if (as === 'exact') return written === name;
  if (!/^\p{Lu}/u.test(written) && /\p{Ll}/u.test(written)) return false;
  // The first word of a sentence has a capital whatever it is: a title of one word is no name there.
  return isParty(kind) || !/(?:^|[.!?:…]["”’»)\s]*)[\s"“«(\u00a0]*$/u.test(said.slice(0, start));
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function mentionOf(
  { name, start, end }: Found,
  said: string,
  where: Pick<Mention, 'record' | 'path' | 'earlier'>,
): Mention {
  const around = [...sentences.segment(said)].find(
    (one) => one.index <= start && one.index + one.segment.length > start,
  );
  const from = around?.index ?? 0;
  const to = Math.max(end, from + (around?.segment.length ?? said.length));
  return {
    name: name.record,
    ...where,
    before: said.slice(from, start).trimStart(),
    words: said.slice(start, end),
    after: said.slice(end, to).trimEnd(),
    digest: digestOf({ sentence: said.slice(from, to).replace(/\s+/g, ' ').trim() }),
  };
}
