import type { Label } from '../handling/handling.ts';
import type { Language } from '../records/fieldNames.ts';
import { replyWords } from './words.ts';

/** What a reply form is filled with beforehand: what its readers have in the bundle anyway. */
export interface ReplyFormParts {
  readonly language: Language;
  readonly label: Label;
  /** See `referenceOf`. */
  readonly reference: string;
  readonly network: string;
  readonly meeting: string;
  /** The open items, in their order. */
  readonly items: readonly { readonly number: string; readonly title: string }[];
}

/**
 * The form on which a body without the application answers: plain text of lines that Notepad shows as they are. It names
 * nobody, since it travels back by ways that are not ours.
 */
export function replyForm({ language, label, reference, network, meeting, items }: ReplyFormParts): string {
  const words = replyWords(language);
  const mark = (number: number, text: string) => [`[[${number} ${text}]]`, '', ''];
  const listed = items.map(({ number, title }) => `      ${oneLine(number)}  ${oneLine(title)}`);
  const lines = [
    label,
    words.heading,
    ...[network, meeting].map(oneLine).filter((line) => line !== ''),
    '',
    words.how,
    '-'.repeat(words.how.length),
    ...words.lines,
    '',
    ...words.asks.flatMap((ask, index) => [`${index + 1}  ${ask}`, ...(index === 0 ? listed : [])]),
    '',
    `[[0 ${words.reference} ${reference}]]`,
    '',
    ...words.marks.flatMap((text, index) => mark(index + 1, text)),
    `[[9 ${words.end}]]`,
    '',
  ];
  // Notepad of all versions: a byte order mark, and both signs at the end of a line.
  return `\uFEFF${lines.join('\r\n')}`;
}

/** A bundle's reference: the first twelve signs of its id, in groups to be read. Only who sealed the bundle can look it up. */
export function referenceOf(bundle: string): string {
  return bundle.replaceAll('-', '').slice(0, REFERENCE).match(/.{4}/g)?.join('-') ?? '';
}

/** Signs of a reference without its hyphens. */
export const REFERENCE = 12;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('[[', '[').trim();
