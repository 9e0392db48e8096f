import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperBlocks } from '../../../domain/documents/paperBlocks.ts';
import type { SheetBlock } from '../../../domain/documents/sheets.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import { type Place, placesIn, referencesIn } from '../../../domain/papers/places.ts';
import { lostWords, referenceWords } from '../../../domain/papers/referenceWords.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { EVERY_NODE } from '../../core/documents/everyNode.ts';
import { heading, paragraph, table, words } from '../../helpers/documentNodes.ts';

const line = (...content: JsonObject[]): JsonObject => ({ type: 'paragraph', content });
const figure = (id: string, caption = 'The bridge'): JsonObject => ({
  type: 'figure',
  attrs: { id, file: 'ab'.repeat(32), alt: 'A bridge', width: 60 },
  content: [words(caption)],
});
const portion = (id: string, placeholder: string): JsonObject => ({
  type: 'portion',
  attrs: { id, placeholder, label: 'TLP:RED', lines: 2 },
});
const inList = (id: string, ...content: JsonObject[]): JsonObject => ({
  type: 'bulletList',
  attrs: { id },
  content: [{ type: 'listItem', content }],
});
const PORTION = [heading('inside', 'Within'), paragraph('first', words('Kept apart.')), figure('drawn')];

describe('the places of a text', () => {
  it('are called after their number, their heading, or what stands before them', () => {
    const places = placesIn(
      [
        inList('early', line(words('Before all.'))),
        heading('h', 'Findings'),
        paragraph('blank'),
        paragraph('p1', words('One.')),
        inList('list', table('inner', 'Counted within', [['A'], ['B']])),
        figure('f1'),
        table('t2', 'Signs', [['A'], ['B']]),
        table('bare', '', [['A'], ['B']]),
        portion('closed', 'nobody'),
        portion('open', 'somebody'),
        figure('f3'),
        paragraph('p4', { type: 'crossReference', attrs: { record: 'r', block: 'b' } }),
      ],
      (placeholder) => (placeholder === 'somebody' ? PORTION : undefined),
    );
    const said = [...places].map(([block, { is, number, own }]) => [block, is, number, own]);
    expect(said).toEqual([
      ['early', 'start', 0, false],
      ['h', 'heading', 0, true],
      ['blank', 'heading', 0, false],
      ['p1', 'paragraph', 1, true],
      ['list', 'paragraph', 1, false],
      ['f1', 'figure', 1, true],
      ['t2', 'table', 2, true],
      ['bare', 'paragraph', 1, false],
      ['closed', 'paragraph', 2, true],
      ['open', 'paragraph', 3, true],
      ['inside', 'heading', 0, true],
      ['first', 'paragraph', 3, false],
      ['drawn', 'figure', 2, true],
      ['f3', 'figure', 3, true],
      ['p4', 'paragraph', 4, true],
    ]);
    expect(places.get('h')?.words).toBe('Findings');
  });

  it('have the numbers that are printed', () => {
    const block = fc.constantFrom<(id: string) => JsonObject>(
      (id) => paragraph(id, words('Said.')),
      (id) => paragraph(id, { type: 'hardBreak' }),
      (id) => paragraph(id, words(' ')),
      (id) => paragraph(id, { type: 'redacted' }),
      (id) => heading(id, 'Heading'),
      (id) => heading(id, ' '),
      (id) => figure(id),
      (id) => table(id, 'Caption', [['A'], ['B']]),
      (id) => table(id, ' ', [['A'], ['B']]),
      (id) => inList(id, table('', 'Within', [['A'], ['B']]), line(words('Said.'))),
      (id) => ({ type: 'blockquote', attrs: { id }, content: [portion('', 'nobody'), line(words('Said.'))] }),
      (id) => portion(id, 'nobody'),
      (id) => portion(id, 'somebody'),
      (id) => ({ type: 'horizontalRule', attrs: { id } }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), (makers) => {
        const content = [...makers.map((make, at) => make(`b${at}`)), ...EVERY_NODE];
        expect(printed(content)).toEqual(computed(content));
      }),
    );
  });
});

/** The numbers that a print has beside the blocks of a text, by their ids. */
function printed(content: readonly JsonObject[]): Record<string, string> {
  const shown = { label: 'TLP:RED' as const, content: PORTION, files: [] };
  const { blocks } = paperBlocks(content, {
    words: wordsFor('en'),
    ownMark: '',
    changed: new Set(),
    record: 'r',
    shownPortion: (placeholder) => (placeholder === 'somebody' ? shown : undefined),
  });
  const numberOf = (block: SheetBlock): string => ('number' in block ? block.number.replace(/\.$/, '') : '');
  return Object.fromEntries(
    blocks.toReversed().flatMap((block) => {
      const number = block.type === 'withheld' ? block.number : numberOf(block);
      const id = block.anchor?.slice(2) ?? '';
      return id === '' || id === 'first' || number === '' ? [] : [[id, number]];
    }),
  );
}

function computed(content: readonly JsonObject[]): Record<string, string> {
  const places = placesIn(content, (placeholder) => (placeholder === 'somebody' ? PORTION : undefined));
  const said = { figure: 'Figure ', table: 'Table ', paragraph: '' } as const;
  return Object.fromEntries(
    [...places.values()].flatMap(({ block, is, number, own }) =>
      own && is !== 'heading' && is !== 'start' && !isShown(content, block) ? [[block, `${said[is]}${number}`]] : [],
    ),
  );
}

/** Of a portion that is read here, the number stands beside its first paragraph. */
function isShown(content: readonly JsonObject[], block: string): boolean {
  return content.some(
    ({ type, attrs }) =>
      type === 'portion' && JSON.stringify(attrs).includes(`"${block}"`) && JSON.stringify(attrs).includes('somebody'),
  );
}

describe('what a cross-reference says', () => {
  const place = (is: Place['is'], number: number, said = ''): Place => ({ is, number, words: said });
  const other = { number: 'CB/9/4', title: 'Routes' };

  it.each([
    [place('figure', 2), undefined, 'Figure\u00a02', 'figure\u00a02'],
    [place('table', 1), other, 'CB/9/4, Table\u00a01', 'CB/9/4, tableau\u00a01'],
    [
      place('heading', 0, 'Findings'),
      { ...other, number: '' },
      '“Routes”, section “Findings”',
      '«\u00a0Routes\u00a0», section «\u00a0Findings\u00a0»',
    ],
    [place('paragraph', 7), undefined, 'paragraph\u00a07', 'paragraphe\u00a07'],
    [place('start', 0), other, 'CB/9/4', 'CB/9/4'],
    [place('start', 0), undefined, 'this paper', 'le présent document'],
  ])('%#: in English and in French', (at, paper, english, french) => {
    expect(referenceWords(at, paper, 'en')).toBe(english);
    expect(referenceWords(at, paper, 'fr')).toBe(french);
  });

  it('is plain where the place is gone', () => {
    expect(lostWords(undefined, 'en')).toBe('[place not found]');
    expect(lostWords(other, 'fr')).toBe('CB/9/4 [endroit introuvable]');
  });
});

it('finds the cross-references of a text wherever they stand', () => {
  const to = (block: string): JsonObject => ({ type: 'crossReference', attrs: { record: 'r', block } });
  const document = {
    type: 'doc',
    content: [
      paragraph('p', to('a'), { type: 'footnote', attrs: { id: 'n' }, content: [to('b')] }),
      inList('l', line(to('c'), { type: 'crossReference', attrs: { record: 'r' } })),
    ],
  };
  expect(referencesIn(document).map(({ block }) => block)).toEqual(['a', 'b', 'c']);
});
