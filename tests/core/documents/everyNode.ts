import type { JsonObject } from '../../../domain/records/json.ts';
import { footnote, heading, paragraph, table, words } from '../../helpers/documentNodes.ts';

function list(type: 'bulletList' | 'orderedList', id: string, ...items: JsonObject[][]): JsonObject {
  return { type, attrs: { id, start: 3 }, content: items.map((content) => ({ type: 'listItem', content })) };
}

function line(...content: JsonObject[]): JsonObject {
  return { type: 'paragraph', content };
}

const linked: JsonObject = {
  type: 'text',
  text: 'anaddress',
  marks: [{ type: 'link', attrs: { href: 'https://example.org/anaddress' } }],
};
const record: JsonObject = {
  type: 'text',
  text: 'arecordlink',
  marks: [{ type: 'recordLink', attrs: { record: 'x' } }],
};

/** What it says is put in its place by the gate. */
const referring: JsonObject = { type: 'crossReference', attrs: { record: 'x', block: 'h1' } };

/** A document in which every node and mark of `domain/papers/richText.ts` stands at least once, and its words in order. */
export const EVERY_NODE: JsonObject[] = [
  heading('h1', 'headingone'),
  paragraph(
    'p1',
    words('plain'),
    words(' bold', 'bold'),
    words(' italic', 'italic'),
    words(' struck', 'strike'),
    words(' code', 'code'),
    words(' super', 'superscript'),
    words(' sub', 'subscript'),
    words(' bolditalic ', 'bold', 'italic'),
    linked,
    words(' '),
    record,
    { type: 'hardBreak' },
    words('afterbreak'),
  ),
  heading('h2', 'headingtwo', 2),
  heading('h3', 'headingthree', 3),
  heading('h4', 'headingfour', 4),
  heading('h5', 'headingfive', 5),
  heading('h6', 'headingsix', 6),
  list(
    'bulletList',
    'l1',
    [
      line(words('itemone')),
      list(
        'orderedList',
        'l2',
        [line(words('nestedthree')), list('bulletList', 'l3', [line(words('deepest'))])],
        [line(words('nestedfour'))],
      ),
    ],
    [
      line(words('itemtwo')),
      { type: 'codeBlock', content: [words('codeinitem')] },
      { type: 'blockquote', content: [line(words('quoteinitem'))] },
    ],
  ),
  {
    type: 'blockquote',
    attrs: { id: 'q1' },
    content: [line(words('quoted')), list('bulletList', 'l4', [line(words('quoteditem'))])],
  },
  { type: 'codeBlock', attrs: { id: 'c1', language: 'typst' }, content: [words('#let x = 1\n\tindented')] },
  { type: 'horizontalRule', attrs: { id: 'r1' } },
  table(
    't1',
    'captioned',
    [
      ['headleft', 'headright'],
      ['cellone', 'celltwo'],
      ['', 'cellfour'],
    ],
    ['left', 'right'],
  ),
  {
    type: 'table',
    attrs: { id: 't2' },
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', attrs: { rowspan: 9, colspan: 2 }, content: [line(words('spanning'))] },
          { type: 'tableCell', content: [line(words('beside'))] },
        ],
      },
      {
        type: 'tableRow',
        content: [
          {
            type: 'tableCell',
            attrs: { colspan: 40 },
            content: [line(words('widecell')), list('bulletList', 'l5', [line(words('cellitem'))])],
          },
        ],
      },
      { type: 'tableRow', content: [] },
    ],
  },
  paragraph('p2', words('noted'), footnote('notetext'), words(' ending '), { type: 'redacted' }, referring),
  { type: 'paragraph', attrs: { id: 'p3' }, content: [] },
  {
    type: 'figure',
    attrs: { id: 'g1', file: 'ab'.repeat(32), alt: 'pictured', width: 60 },
    content: [words('figured')],
  },
  {
    type: 'portion',
    attrs: {
      id: 'w1',
      placeholder: '7b3a4b0e-0a5b-4b52-9d2c-0a4f3f3a0c11',
      label: 'TLP:RED',
      lines: 4,
      readAt: 'theregistry',
    },
  },
];

/**
 * The words of it that come in this order. Those of the footnote stand at the foot of their page, those of the cell
 * that spans rows (`spanning`) after the rows.
 */
export const EVERY_WORD = [
  'headingone',
  'plain',
  'bold',
  'italic',
  'struck',
  'code',
  'super',
  'sub',
  'bolditalic',
  'anaddress',
  'arecordlink',
  'afterbreak',
  'headingtwo',
  'headingthree',
  'headingfour',
  'headingfive',
  'headingsix',
  'itemone',
  'nestedthree',
  'deepest',
  'nestedfour',
  'itemtwo',
  'codeinitem',
  'quoteinitem',
  'quoted',
  'quoteditem',
  '#let x = 1',
  'indented',
  'captioned',
  'headleft',
  'headright',
  'cellone',
  'celltwo',
  'cellfour',
  'beside',
  'widecell',
  'cellitem',
  'noted',
  'ending',
  'redacted',
  'pictured',
  'figured',
  'Portion withheld from this copy (TLP:RED).',
  'theregistry',
];
