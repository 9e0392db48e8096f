import type { Decode } from './pdfFonts.ts';
import { type PdfValue, pdfTokens, textString } from './pdfSyntax.ts';

/** What a content stream shows, in words. */
export interface ShownText {
  /** Line after line, as it stands there; parts that are set apart on a line have a space between them. */
  readonly text: string;
  /** The same without these spaces, for words that are set in several parts. */
  readonly close: string;
  /** What it says besides: replaced glyphs, comments, strings that are not shown, words that are no operators. */
  readonly beside: string;
  /** The names of the forms that it draws. */
  readonly draws: readonly string[];
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const OPERATORS = new Set(
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' " true false null'.split(
    ' ',
  ),
);
/** Lines are further apart than this, in units of the page. */
const LINE = 1;

/** Reads a content stream (ISO 32000-2, 9.4) for its text. `fontNamed` gives how a font's strings are read. */
export function shownText(content: string, fontNamed: (name: string) => Decode): ShownText {
  const tokens = pdfTokens(content);
  const beside: string[] = [];
  const draws: string[] = [];
  const saved: Matrix[] = [];
  /** Marked content that is open: what replaces its glyphs, if something does. */
  const marked: (string | undefined)[] = [];
  let operands: PdfValue[] = [];
  let page = IDENTITY;
  let line = IDENTITY;
  let leading = 0;
  let height = Number.NaN;
  let text = '';
  let close = '';
  let decode: Decode = (bytes) => bytes;

  function say(words: string): void {
    text += words;
    close += words;
  }
  function show(bytes: string): void {
    const words = decode(bytes);
    if (marked.some((replaced) => replaced !== undefined)) {
      beside.push(words);
      return;
    }
    const [, y] = [times(line, page)[4], times(line, page)[5]];
    if (Math.abs(y - height) > LINE) say('\n');
    height = y;
    say(words);
  }
  function apart(): void {
    if (!text.endsWith(' ')) text += ' ';
  }
  function moveLine(x: number, y: number): void {
    line = times([1, 0, 0, 1, x, y], line);
  }
  function open(properties: PdfValue | undefined): void {
    const entries = properties?.is === 'dictionary' ? properties.entries : undefined;
    const replaced = entries?.get('ActualText');
    marked.push(replaced?.is === 'string' ? textString(replaced.bytes) : undefined);
    for (const [key, value] of entries ?? []) {
      if (key !== 'ActualText' && value.is === 'string') beside.push(textString(value.bytes));
    }
    if (replaced === undefined) apart();
  }
  function shut(): void {
    const replaced = marked.pop();
    if (replaced === undefined) apart();
    else if (marked.every((outer) => outer === undefined)) say(replaced);
  }
  function act(operator: string): void {
    const [first] = operands;
    const numbers = operands.map((each) => (each.is === 'number' ? each.number : 0));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (operator) {
      case 'q':
        saved.push(page);
        break;
      case 'Q':
        page = saved.pop() ?? IDENTITY;
        break;
      case 'cm':
        page = times([a, b, c, d, e, f], page);
        break;
      case 'BT':
        line = IDENTITY;
        apart();
        break;
      case 'Tm':
        line = [a, b, c, d, e, f];
        break;
      case 'TL':
        leading = a;
        break;
      case 'Td':
        moveLine(a, b);
        break;
      case 'TD':
        leading = -b;
        moveLine(a, b);
        break;
      case 'T*':
        moveLine(0, -leading);
        break;
      case 'Tf':
        if (first?.is === 'name') decode = fontNamed(first.name);
        break;
      case "'":
      case '"':
        moveLine(0, -leading);
        show(bytesOf(operands.at(-1)));
        break;
      case 'Tj':
      case 'TJ':
        show(bytesOf(first));
        break;
      case 'BDC':
        open(operands.at(-1));
        break;
      case 'BMC':
        open(undefined);
        break;
      case 'EMC':
        shut();
        break;
      case 'Do':
        if (first?.is === 'name') draws.push(first.name);
        break;
      default:
        for (const each of operands) if (each.is === 'string') beside.push(textString(each.bytes));
        if (!OPERATORS.has(operator)) beside.push(operator);
    }
  }

  for (let value = tokens.next(); value !== undefined; value = tokens.next()) {
    if (value.is === 'word') {
      act(value.word);
      operands = [];
    } else operands.push(value);
  }
  act('');
  return { text, close, beside: [...beside, ...tokens.comments].join('\n'), draws };
}

function bytesOf(value: PdfValue | undefined): string {
  if (value?.is === 'string') return value.bytes;
  return value?.is === 'array' ? value.values.map((each) => (each.is === 'string' ? each.bytes : '')).join('') : '';
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
