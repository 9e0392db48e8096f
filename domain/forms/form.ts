import type { Label } from '../handling/handling.ts';
import type { Language } from '../records/fieldNames.ts';

/** What somebody writes into a form. Its key is what it is read back by: `3`, `12.1`. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  /** What may be chosen; other words may be written, too. */
  readonly options?: readonly string[];
}

export type FormPart =
  /** What is asked under a mark of its own: it ends the field before. */
  | { readonly is: 'heading'; readonly key: string; readonly text: string }
  | { readonly is: 'line'; readonly text: string; readonly quiet?: boolean }
  | { readonly is: 'field'; readonly field: FormField };

/** A form that somebody fills in without the application: as plain text, or in a word processor. */
export interface Form {
  readonly language: Language;
  readonly label: Label;
  readonly exercise: string;
  readonly title: string;
  /** Under the title: whose network, which meeting. */
  readonly about: readonly string[];
  readonly how: string;
  readonly lines: readonly string[];
  readonly parts: readonly FormPart[];
  readonly reference: { readonly label: string; readonly value: string };
  /** The mark after the last field. */
  readonly end: Pick<FormField, 'key' | 'label'>;
}

/** What stands in a field of a word processor until something is written there. */
export const EMPTY_FIELD: Readonly<Record<Language, string>> = { en: 'Write here', fr: 'Écrire ici' };

/** Whether this is what stands in a field where nothing was written: programs that do not know fields take it for text. */
export const isEmptyField = (text: string): boolean => Object.values(EMPTY_FIELD).includes(text.trim());

/** The name of a field in a Word file. */
export const fieldTag = (key: string): string => `amberdesk.${key}`;
/** The key of a field by its name; undefined for fields of others. */
export const keyOfTag = (tag: string): string | undefined => /^amberdesk\.(\d{1,3}(?:\.\d)?)$/.exec(tag)?.[1];

/** The marked line before what is written: `[[12.1 POSITION]]`. */
export const markOf = ({ key, label }: Pick<FormField, 'key' | 'label'>): string =>
  label === '' ? `[[${key}]]` : `[[${key} ${bare(label)}]]`;

/** Words in one line that are no mark themselves. */
export const bare = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('[[', '[')
    .replaceAll(']]', ']')
    .replace(/\p{Co}/gu, '')
    .trim();

/** The form as lines that any program shows; answers are written below the marked lines. */
export function formText({ label, exercise, title, about, how, lines, parts, reference, end }: Form): string {
  const written = parts.flatMap((part) => {
    if (part.is === 'heading') return ['', markOf({ key: part.key, label: '' }), bare(part.text)];
    if (part.is === 'line') return [bare(part.text)];
    const { options = [] } = part.field;
    return [...(options.length === 0 ? [] : [`   (${options.join(' / ')})`]), markOf(part.field), '', ''];
  });
  const text = [
    ...[label, exercise, bare(title), ...about.map(bare)].filter((line) => line !== ''),
    ...['', how, '-'.repeat(how.length), ...lines, ''],
    markOf({ key: '0', label: `${reference.label} ${reference.value}` }),
    ...written,
    markOf(end),
    '',
  ];
  // Notepad of all versions: a byte order mark, and both signs at the end of a line.
  return `\uFEFF${text.join('\r\n')}`;
}

/** `[[12.1 POSITION]]`, also where a program put signs before the brackets or broke the line. */
const MARK = /\\?\[\\?\[\s{0,3}(\d{1,3}(?:\.\d)?)(?![\d.])([^[\]]{0,200})\]\\?\]/g;

/** What a form says, by key. The reference stands in its mark itself. Of several under one key the first that says something counts. */
export function markedFields(text: string): Map<string, string> {
  const marks = [...text.matchAll(MARK)];
  const fields = new Map<string, string>();
  for (const [index, mark] of marks.entries()) {
    const [whole, key = '', words = ''] = mark;
    const until = marks[index + 1]?.index ?? text.length;
    const value = key === '0' ? words.trim() : text.slice(mark.index + whole.length, until).trim();
    if ((fields.get(key) ?? '') === '') fields.set(key, value);
  }
  return fields;
}
