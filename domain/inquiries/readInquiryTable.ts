import { cleanText } from '../replies/cleanText.ts';
import { type FilledInquiry, FORM_KEYS, readInquiryForm } from './readInquiryForm.ts';
import { inquiryWords } from './words.ts';

/** A table as it was filled in; `twice`: the number of a line that is answered in two rows, and not the same. */
export type FilledTable = { readonly filled: FilledInquiry } | { readonly twice: number };

/**
 * Reads the form of a ministry from the rows of a table, whatever columns were moved, added or left out: those of its number,
 * its position and its comment are found by their names. Undefined for a table that has no such columns. Nothing of it is
 * trusted, and nothing is thrown.
 */
export function readInquiryTable(rows: readonly (readonly string[])[]): FilledTable | undefined {
  const cells = rows.map((row) => row.map((cell) => cleanText(cell).trim()));
  const found = cells.flatMap((row, at) => {
    const columns = columnsIn(row);
    return columns === undefined ? [] : [{ at, columns }];
  })[0];
  if (found === undefined) return undefined;
  const { at, columns } = found;
  const fields = new Map<string, string>();
  for (const row of cells.slice(at + 1)) {
    const key = keyIn(row[columns.number] ?? '');
    if (key === undefined) continue;
    const isOwn = key === FORM_KEYS.contact || key === FORM_KEYS.dated;
    const [position, comment] = [row[columns.position] ?? '', row[columns.comment] ?? ''].map(asWritten);
    const said: [string, string][] = isOwn
      ? [[key, [position, comment].filter((words) => words !== '').join(' ')]]
      : [
          [`${key}.1`, position ?? ''],
          [`${key}.2`, comment ?? ''],
        ];
    const before = said.map(([field]) => fields.get(field) ?? '');
    const isAnswered = before.some((words) => words !== '');
    if (isAnswered && said.some(([, words]) => words !== '')) {
      if (said.some(([, words], index) => words !== before[index])) return { twice: Number(key) };
    }
    if (!isAnswered) for (const [field, words] of said) fields.set(field, words);
  }
  const reference = cells.slice(0, at).flatMap((row) => row.flatMap((cell) => REFERENCE.exec(cell)?.[0] ?? []))[0];
  return { filled: readInquiryForm(reference ?? '', fields) };
}

const REFERENCE = /\[\[\s*0\b[^[\]]{0,200}\]\]/;

/** `12`, also where a spreadsheet made `12.0` or `12,0` of it. */
const keyIn = (cell: string): string | undefined =>
  /^(\d{1,3})(?:[.,]0{1,4})?$/.exec(cell)?.[1]?.replace(/^0+(?=\d)/, '');

/** Without the sign by which a spreadsheet is kept from calculating. */
const asWritten = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

interface Columns {
  readonly number: number;
  readonly position: number;
  readonly comment: number;
}

function columnsIn(row: readonly string[]): Columns | undefined {
  const plain = row.map((cell) => cell.toLowerCase());
  for (const language of ['en', 'fr'] as const) {
    const { columns: words } = inquiryWords(language);
    const at = (name: string): number => plain.indexOf(name.toLowerCase());
    const [number, position, comment] = [at(words.number), at(words.position), at(words.comment)];
    if (number >= 0 && position >= 0 && comment >= 0) return { number, position, comment };
  }
  return undefined;
}
