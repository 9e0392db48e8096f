import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import { bare, EMPTY_FIELD, type Form, type FormField, fieldTag, markOf } from '../../../domain/forms/form.ts';
import { cellOf } from './wordCells.ts';
import { textWidth, wordFile } from './wordFile.ts';
import { wordLabelled, wordLine, wordTitle } from './wordHead.ts';
import { writable } from './wordInlines.ts';
import { RULES, SECOND, SERIF, STYLE, TINT } from './wordStyles.ts';
import { between, wordTable } from './wordTable.ts';

/** What a field's place in the text looks like until the field is put there: signs that no text of a form has. */
const [BEGINS, ENDS] = ['\uE000', '\uE001'];
const PLACE = new RegExp(
  `<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>${BEGINS}(\\d+)${ENDS}</w:t></w:r>`,
  'g',
);

/**
 * A form as a Word file: what is asked, and fields with names that stay (content controls), which Word and LibreOffice fill in.
 * Over each stands the marked line of the plain form, so that what another program writes is read, too. The same form and day
 * give the same bytes.
 */
export function wordForm(form: Form, options: Pick<PrintOptions, 'paper'>, date: string): Promise<Buffer> {
  const fields: FormField[] = [];
  const layout = 'sheet';
  const width = textWidth(options, layout);
  const children = [
    ...wordTitle({ title: bare(form.title), subtitle: form.about.map(bare).join(' · '), handlingWords: '' }),
    wordLabelled(form.how),
    ...form.lines.map((line) => wordLine(line)),
    wordLine(markOf({ key: '0', label: `${form.reference.label} ${form.reference.value}` }), {
      color: SECOND,
      size: 16,
    }),
    ...form.parts.flatMap((part): (Paragraph | Table)[] => {
      if (part.is === 'heading') {
        const mark = new TextRun({
          text: `${markOf({ key: part.key, label: '' })}\u2002`,
          color: SECOND,
          size: 16,
          bold: false,
        });
        return [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            children: [mark, new TextRun({ text: writable(bare(part.text)) })],
          }),
        ];
      }
      if (part.is === 'line') return [wordLine(bare(part.text), part.quiet === true ? { color: SECOND } : {})];
      fields.push(part.field);
      return fieldOf(part.field, fields.length - 1, width);
    }),
    wordLine(markOf(form.end), { color: SECOND, size: 16 }),
  ];
  const { page } = wordsFor(form.language);
  const furniture = {
    ...{ language: form.language, documentTitle: bare(form.title), running: bare(form.title), exercise: form.exercise },
    ...{ label: form.label, foot: form.about.map(bare).slice(0, 1), watermark: '', handlingWords: '' },
    page: [page[0], page[1]] as [string, string],
  };
  const put = (xml: string) =>
    xml.replace(PLACE, (all, at: string) => {
      const field = fields[Number(at)];
      return field === undefined ? all : control(field, form, Number(at) + 1);
    });
  const print: PrintOptions = { language: form.language, paper: options.paper, blackAndWhite: false };
  return wordFile(furniture, print, date, { layout, children, put });
}

/** The marked line, what may be chosen, and the field on a ground of its own. */
function fieldOf(field: FormField, at: number, width: number): (Paragraph | Table)[] {
  return [
    new Paragraph({
      style: STYLE.fact,
      keepNext: true,
      children: [new TextRun({ text: writable(markOf(field)), color: SECOND, size: 16 })],
    }),
    wordTable(
      [{ cells: [cellOf([{ text: `${BEGINS}${at}${ENDS}`, run: { font: SERIF, size: 21 } }], { fill: TINT })] }],
      {
        widths: [1],
        width,
      },
    ),
    between(6),
  ];
}

/** A field of several lines with its name and what may be chosen; until something is written there it says so. */
function control({ key, label, options = [] }: FormField, { language }: Form, id: number): string {
  const choices = options.map((one) => `<w:listItem w:displayText="${escaped(one)}" w:value="${escaped(one)}"/>`);
  const sort = choices.length === 0 ? '<w:text w:multiLine="1"/>' : `<w:comboBox>${choices.join('')}</w:comboBox>`;
  const says = `<w:alias w:val="${escaped(bare(label))}"/><w:tag w:val="${fieldTag(key)}"/><w:id w:val="${id}"/>`;
  const empty = `<w:r><w:rPr><w:color w:val="${RULES}"/></w:rPr><w:t>${escaped(EMPTY_FIELD[language])}</w:t></w:r>`;
  return `<w:sdt><w:sdtPr>${says}<w:showingPlcHdr/>${sort}</w:sdtPr><w:sdtContent>${empty}</w:sdtContent></w:sdt>`;
}

const escaped = (text: string): string =>
  writable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
