import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';

/** The widths a figure is set in, as shares of the text. */
export const FIGURE_WIDTHS = [40, 60, 80, 100] as const;
export type FigureWidth = (typeof FIGURE_WIDTHS)[number];

/** What a figure shows, read strictly. */
export interface Figure {
  /** The digest of its picture, which is an attachment of the same record. */
  readonly file: string;
  /** What there is to see, for who does not. */
  readonly alt: string;
  /** Share of the width of the text, in hundredths. */
  readonly width: FigureWidth;
}

/** Whether it is a width that figures have. None is as wide as the text. */
export function isFigureWidth(width: Json | undefined): boolean {
  return width === undefined || FIGURE_WIDTHS.some((one) => one === width);
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The attributes of a figure; what is not as it should be is empty, or as wide as the text. */
export function figureOf(node: JsonObject): Figure {
  const attrs = isJsonObject(node.attrs) ? node.attrs : {};
  const file = text(attrs.file);
  return {
    file: SHA256.test(file) ? file : '',
    alt: text(attrs.alt),
    width: FIGURE_WIDTHS.find((one) => one === attrs.width) ?? 100,
  };
}

/** The digests of the pictures that the figures of a text draw, portions that are shown in it included. */
export function figureFiles(document: Json | undefined): Set<string> {
  const found = new Set<string>();
  const open: JsonObject[] = isJsonObject(document) ? [document] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { file } = next.type === 'figure' ? figureOf(next) : { file: '' };
    if (file !== '') found.add(file);
    open.push(...objects(next.content));
  }
  return found;
}
