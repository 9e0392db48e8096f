import { type Form, markOf } from '../forms/form.ts';
import { inquiryWords } from './words.ts';

/** A form as a table for spreadsheets. All lines have as many cells. */
export interface InquiryTable {
  /** What stands over the columns, a line each. */
  readonly above: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The form of a ministry as a table: a row for each line, in which its position and its comment are written, and the last
 * rows for whom to ask and the day. `above`: the mark, and for whom it is.
 */
export function inquiryTable(form: Form, above: readonly string[]): InquiryTable {
  const words = inquiryWords(form.language);
  const rows: string[][] = [];
  for (const part of form.parts) {
    const last = rows.at(-1);
    if (part.is === 'heading') rows.push([part.key, part.text, '', '', '', form.label]);
    else if (part.is === 'line') last?.splice(2, 1, part.text);
    else if (!part.field.key.includes('.')) rows.push([part.field.key, part.field.label, '', '', '', form.label]);
  }
  const { number, point, day, position, comment, mark } = words.columns;
  return {
    above: [
      ...above,
      ...[form.title, ...form.about, ...form.lines, words.inTable(Object.values(words.positions).join(' / '))],
      markOf({ key: '0', label: `${form.reference.label} ${form.reference.value}` }),
    ],
    heads: [number, point, day, position, comment, mark],
    rows,
  };
}
