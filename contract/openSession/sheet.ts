import { z } from 'zod';
import type {
  SheetBlock as BlockValue,
  SheetCell as CellValue,
  Inline as InlineValue,
} from '../../domain/documents/sheets.ts';
import { Label } from '../../domain/handling/handling.ts';

/** The text of a released paper as it prints, block by block: `domain/documents/sheets.ts`. */
const InlineMark = z.enum(['bold', 'italic', 'strike', 'code', 'superscript', 'subscript', 'citation']);

const INLINES = {
  text: z.object({ type: z.literal('text'), text: z.string(), marks: z.array(InlineMark), href: z.string() }),
  break: z.object({ type: z.literal('break') }),
  redacted: z.object({ type: z.literal('redacted') }),
  footnote: z.object({ type: z.literal('footnote'), body: z.array(z.lazy(() => SheetInline)) }),
  // Another sort needs its line here.
} satisfies Record<InlineValue['type'], z.ZodType>;

export const SheetInline: z.ZodType<InlineValue> = z.lazy(() =>
  z.discriminatedUnion('type', [INLINES.text, INLINES.break, INLINES.redacted, INLINES.footnote]),
);

const margin = { mark: z.union([Label, z.literal('')]), changed: z.boolean(), direction: z.enum(['ltr', 'rtl']) };

const Cell: z.ZodType<CellValue> = z.lazy(() =>
  z.object({
    body: z.array(SheetBlock),
    align: z.enum(['left', 'center', 'right']),
    header: z.boolean(),
    colspan: z.number(),
    rowspan: z.number(),
  }),
);

const several = z.array(z.lazy(() => SheetBlock));

const BLOCKS = {
  paragraph: z.object({ ...margin, type: z.literal('paragraph'), number: z.string(), body: z.array(SheetInline) }),
  heading: z.object({ ...margin, type: z.literal('heading'), level: z.number(), body: z.array(SheetInline) }),
  list: z.object({
    ...margin,
    type: z.literal('list'),
    ordered: z.boolean(),
    start: z.number(),
    items: z.array(several),
  }),
  quote: z.object({ ...margin, type: z.literal('quote'), content: several }),
  code: z.object({ ...margin, type: z.literal('code'), lines: z.array(z.string()) }),
  rule: z.object({ ...margin, type: z.literal('rule') }),
  table: z.object({
    ...margin,
    type: z.literal('table'),
    caption: z.array(SheetInline),
    number: z.string(),
    columns: z.number(),
    widths: z.array(z.number()),
    scale: z.number(),
    wide: z.boolean(),
    repeat: z.boolean(),
    headers: z.array(z.array(Cell)),
    rows: z.array(z.array(Cell)),
  }),
  /** The picture itself does not go into the open session: what there is to see does, in words. */
  figure: z.object({
    ...margin,
    type: z.literal('figure'),
    number: z.string(),
    body: z.array(SheetInline),
    alt: z.string(),
    width: z.number(),
    file: z.string(),
  }),
  withheld: z.object({
    ...margin,
    type: z.literal('withheld'),
    number: z.string(),
    lead: z.string(),
    text: z.string(),
  }),
} satisfies Record<BlockValue['type'], z.ZodType>;

export const SheetBlock: z.ZodType<BlockValue> = z.lazy(() =>
  z.discriminatedUnion('type', [
    BLOCKS.paragraph,
    BLOCKS.heading,
    BLOCKS.list,
    BLOCKS.quote,
    BLOCKS.code,
    BLOCKS.rule,
    BLOCKS.table,
    BLOCKS.figure,
    BLOCKS.withheld,
  ]),
);
