import { isEmptyField } from '../forms/form.ts';
import { cleanText } from './cleanText.ts';

/** What is read of an answer at most, in characters; the file that is kept is whole. */
export const REPLY_LIMITS = { text: 400_000, title: 300, item: 200, contact: 1000, words: 1000 } as const;

/** What somebody answers where they are asked whether something may be done. Only one plain word is an answer. */
export type MayBeNamed = 'yes' | 'no' | 'unsaid';
/** `other`: in words of their own. */
export type PassOn = 'nobody' | 'board' | 'session' | 'everyone' | 'other' | 'unsaid';

/** An answer of an invited body as it was read. Nothing of it is trusted. */
export interface Reply {
  /** It is our form; else a text that begins somehow. */
  readonly isForm: boolean;
  /** Twelve hexadecimal signs. */
  readonly reference: string | undefined;
  /** The open item as it was written, and the number that was read in it: `O2`. */
  readonly item: string;
  readonly openNumber: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly contact: string;
  readonly mayBeNamed: MayBeNamed;
  readonly namedWords: string;
  readonly passOn: PassOn;
  readonly passOnWords: string;
  /** Something was longer than is read. */
  readonly cut: boolean;
}

/**
 * Reads an answer: the form as somebody filled it in, whatever a mail program made of it (quoted, reflowed, with other
 * line ends and quotation marks), or a text without the form. `inFields`: what stands in the fields of a word processor, by
 * number; it counts where nothing was read under a mark. Takes any text and throws nothing; linear in what is read.
 */
export function readReply(written: string, inFields: ReadonlyMap<string, string> = new Map()): Reply {
  const text = unquoted(cleanText(written.slice(0, REPLY_LIMITS.text)));
  const found = withFields(fieldsIn(text), inFields);
  const isForm = [1, 2, 3, 4, 5, 6].filter((number) => found.has(number)).length >= 2;
  const fields = isForm ? found : new Map<number, string>();
  let isCut = written.length > REPLY_LIMITS.text;
  const bounded = (value: string, most: number): string => {
    if (value.length > most) isCut = true;
    return value.slice(0, most).toWellFormed();
  };
  const item = bounded(oneLine(fields.get(1) ?? ''), REPLY_LIMITS.item);
  const namedWords = bounded(oneLine(fields.get(5) ?? ''), REPLY_LIMITS.words);
  const passOnWords = bounded(oneLine(fields.get(6) ?? ''), REPLY_LIMITS.words);
  return {
    isForm,
    reference: referenceIn(found.get(0) ?? '') ?? referenceIn(text),
    item,
    openNumber: openNumberIn(item),
    title: bounded(isForm ? oneLine(fields.get(2) ?? '') : firstLine(text), REPLY_LIMITS.title),
    text: isForm ? (fields.get(3) ?? '') : text.trim(),
    contact: bounded(fields.get(4) ?? '', REPLY_LIMITS.contact),
    mayBeNamed: mayBeNamedIn(namedWords),
    namedWords,
    passOn: passOnIn(passOnWords),
    passOnWords,
    cut: isCut,
  };
}

/** `[[3 WHAT YOU SAY]]`, also where a program put signs before the brackets or broke the line. */
const MARK = /\\?\[\\?\[\s{0,3}(\d)\b([^[\]]{0,160})\]\\?\]/g;
const REFERENCE_SIGN = 0;

/** The answers by the numbers of their marks. Of several under one number the first that says something counts. */
function fieldsIn(text: string): Map<number, string> {
  const marks = [...text.matchAll(MARK)];
  const fields = new Map<number, string>();
  for (const [index, mark] of marks.entries()) {
    const number = Number(mark[1]);
    const until = marks[index + 1]?.index ?? text.length;
    const value = number === REFERENCE_SIGN ? (mark[2] ?? '') : text.slice(mark.index + mark[0].length, until).trim();
    if ((fields.get(number) ?? '') === '') fields.set(number, value);
  }
  return fields;
}

/** What an empty field of a word processor says is nothing. */
function withFields(found: Map<number, string>, inFields: ReadonlyMap<string, string>): Map<number, string> {
  const said = new Map([...found].map(([number, value]) => [number, isEmptyField(value) ? '' : value]));
  for (const [key, value] of inFields) {
    const number = Number(key);
    if ((said.get(number) ?? '') === '') said.set(number, cleanText(value.slice(0, REPLY_LIMITS.text)).trim());
  }
  return said;
}

const QUOTED_MARK = /^([>|\s]{0,40})\\?\[\\?\[\s{0,3}\d\b/gm;

/** A form that was answered inside a quotation: as many signs of quotation are taken away as stand before its marks. */
function unquoted(text: string): string {
  const depths = [...text.matchAll(QUOTED_MARK)].map(([, before = '']) => before.replace(/[^>|]/g, '').length);
  const depth = Math.min(...depths.filter((one) => one > 0), QUOTED_MOST);
  if (!depths.some((one) => one > 0)) return text;
  const quotation = new RegExp(`^(?:[^\\S\\n]?[>|][^\\S\\n]?){1,${depth}}`, 'gm');
  return text.replace(quotation, '');
}
const QUOTED_MOST = 20;

/** The number of an open item: `O2`, `o 2`, `Item O2: …`, a zero for the letter, the figure alone. */
function openNumberIn(item: string): string | undefined {
  const found = /(?<![\p{L}\p{N}])[Oo0]?[\s.-]?([1-9]\d{0,3})(?![\p{L}\p{N}])/u.exec(item);
  return found?.[1] === undefined ? undefined : `O${found[1]}`;
}

const REFERENCE = /(?:^|[^0-9a-z])([0-9a-f]{4})[\p{Pd}\s]{0,3}([0-9a-f]{4})[\p{Pd}\s]{0,3}([0-9a-f]{4})(?![0-9a-z])/iu;

function referenceIn(words: string): string | undefined {
  const said = /R[EÉ]F[EÉ]RENCE(.{0,60})/isu.exec(words)?.[1];
  const found = said === undefined ? null : REFERENCE.exec(said);
  return found === null ? undefined : `${found[1]}${found[2]}${found[3]}`.toLowerCase();
}

/** The one word of an answer, without accents and signs; undefined where there are more. */
function onlyWord(words: string): string | undefined {
  const found =
    words
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

function mayBeNamedIn(words: string): MayBeNamed {
  const word = onlyWord(words) ?? '';
  if (['yes', 'oui'].includes(word)) return 'yes';
  return ['no', 'non'].includes(word) ? 'no' : 'unsaid';
}

const PASS_ON: Readonly<Record<string, PassOn>> = {
  nobody: 'nobody',
  no: 'nobody',
  none: 'nobody',
  personne: 'nobody',
  non: 'nobody',
  board: 'board',
  conseil: 'board',
  session: 'session',
  seance: 'session',
  everyone: 'everyone',
  tous: 'everyone',
};

function passOnIn(words: string): PassOn {
  if (words === '') return 'unsaid';
  const word = onlyWord(words) ?? '';
  return Object.hasOwn(PASS_ON, word) ? (PASS_ON[word] ?? 'other') : 'other';
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A line that may be the title of a letter. */
function firstLine(text: string): string {
  const line = oneLine(text.trimStart().split('\n', 1)[0] ?? '');
  return line.length <= REPLY_LIMITS.title ? line : '';
}
