import { isEmptyField, markedFields } from '../forms/form.ts';
import { cleanText } from '../replies/cleanText.ts';
import { LinePosition } from './kinds.ts';
import { inquiryWords } from './words.ts';

/** What is read of a form at most, in characters. */
export const INQUIRY_LIMITS = { text: 400_000, comment: 20_000, contact: 1000, dated: 100, position: 200 } as const;

/** Keys of the form's own fields; lines have their numbers, with `.1` for the position and `.2` for the comment. */
export const FORM_KEYS = { reference: '0', contact: '901', dated: '902', end: '999' } as const;
/** Signs of a reference to an inquiry or a ministry. */
export const SIGNS = 12;

/** What a ministry wrote to a line, by its number. */
export interface WrittenLine {
  readonly number: number;
  readonly position: LinePosition | undefined;
  /** What was written for the position, where it is none that is known. */
  readonly positionWords: string;
  readonly comment: string;
}

/** A form as a ministry filled it in. Nothing of it is trusted. */
export interface FilledInquiry {
  /** The first signs of the ids of the inquiry and of the ministry. */
  readonly reference: { readonly inquiry: string; readonly ministry: string } | undefined;
  readonly lines: readonly WrittenLine[];
  readonly contact: string;
  readonly dated: string;
  /** Something was longer than is read. */
  readonly cut: boolean;
}

/** The reference of an inquiry and of one of its ministries, in groups to be read. */
export function inquiryReference(inquiry: string, ministry: string): string {
  return [inquiry, ministry]
    .map(
      (id) =>
        signsOf(id)
          .match(/.{1,4}/g)
          ?.join('-') ?? '',
    )
    .join(' ');
}

/** The signs of an id that stand in a reference. */
export const signsOf = (id: string): string =>
  id
    .replace(/[^0-9a-z]/gi, '')
    .slice(0, SIGNS)
    .toLowerCase();

/**
 * Reads a form: plain text, or the text of a Word file with what stands in its fields, by key; a field counts where nothing
 * was read under its mark. Takes anything and throws nothing.
 */
export function readInquiryForm(written: string, inFields: ReadonlyMap<string, string> = new Map()): FilledInquiry {
  const marked = markedFields(cleanText(written.slice(0, INQUIRY_LIMITS.text)));
  let isCut = written.length > INQUIRY_LIMITS.text;
  const said = (key: string, most: number): string => {
    const [under = '', inside = ''] = [marked.get(key), inFields.get(key)].map((value) => {
      const words = cleanText(value ?? '').trim();
      return isEmptyField(words) ? '' : words;
    });
    const value = under === '' ? inside : under;
    if (value.length > most) isCut = true;
    return value.slice(0, most).toWellFormed();
  };
  const numbers = new Set(
    [...marked.keys(), ...inFields.keys()].flatMap((key) => {
      const [, number] = /^(\d{1,3})\.[12]$/.exec(key) ?? [];
      return number === undefined ? [] : [Number(number)];
    }),
  );
  const lines = [...numbers]
    .sort((one, other) => one - other)
    .map((number): WrittenLine => {
      const words = said(`${number}.1`, INQUIRY_LIMITS.position);
      const position = positionIn(words);
      const comment = said(`${number}.2`, INQUIRY_LIMITS.comment);
      return { number, position, positionWords: position === undefined ? words : '', comment };
    });
  return {
    reference: referenceIn(marked.get(FORM_KEYS.reference) ?? ''),
    lines,
    contact: said(FORM_KEYS.contact, INQUIRY_LIMITS.contact),
    dated: said(FORM_KEYS.dated, INQUIRY_LIMITS.dated),
    cut: isCut,
  };
}

function referenceIn(words: string): FilledInquiry['reference'] {
  const groups =
    words.toLowerCase().match(/(?<![0-9a-z])(?:[0-9a-z]{4}[\p{Pd}\s]{0,3}){2}[0-9a-z]{4}(?![0-9a-z])/gu) ?? [];
  const [inquiry, ministry] = groups.slice(-2).map((group) => group.replace(/[^0-9a-z]/g, ''));
  return inquiry === undefined || ministry === undefined ? undefined : { inquiry, ministry };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

const POSITIONS = new Map<string, LinePosition>(
  (['en', 'fr'] as const).flatMap((language) =>
    LinePosition.options.map((position) => [plain(inquiryWords(language).positions[position]), position] as const),
  ),
);
/** What else is written for them. */
for (const [words, position] of [
  ['yes', 'agree'],
  ['oui', 'agree'],
  ['d accord', 'agree'],
  ['no', 'disagree'],
  ['non', 'disagree'],
  ['pas d accord', 'disagree'],
  ['d accord avec modifications', 'agreeWithChanges'],
] as const) {
  POSITIONS.set(words, position);
}

const positionIn = (words: string): LinePosition | undefined => POSITIONS.get(plain(words));
