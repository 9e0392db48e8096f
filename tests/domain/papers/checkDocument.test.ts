import { describe, expect, it } from 'vitest';
import { checkDocument, DEEPEST, unknownParts } from '../../../domain/papers/checkDocument.ts';
import type { Document, RichTextNode } from '../../../domain/papers/richText.ts';
import { textOf, wordCount } from '../../../domain/papers/wordsOf.ts';

function aDocument(...content: RichTextNode[]): Document {
  return {
    type: 'doc',
    content: content.map((block, index) => ({ ...block, attrs: { id: `b${index}`, ...Object(block.attrs) } })),
  };
}

const words = (text: string, ...marks: string[]): RichTextNode => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});

describe('checkDocument', () => {
  it('finds nodes and marks of a newer version, where they stand, and nothing inside them', () => {
    const document = aDocument(
      { type: 'paragraph', content: [words('a', 'bold', 'highlight'), { type: 'mention' }] },
      { type: 'weather', content: [{ type: 'caption' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'chart' }] }] },
    );
    expect(unknownParts(document)).toEqual([
      'content[0].content[0].marks[1]',
      'content[0].content[1]',
      'content[1]',
      'content[2].content[0].content[0]',
    ]);
  });

  it('finds what stands where it cannot, and attributes out of range', () => {
    const document = aDocument(
      { type: 'listItem', content: [] },
      { type: 'paragraph', content: [{ type: 'paragraph' }, { type: 'text', text: '' }] },
      { type: 'heading', attrs: { level: 7 } },
      { type: 'portion', attrs: { label: 'TLP:RED' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link' }] }] },
    );
    expect(checkDocument(document).map(({ path, fault }) => `${path} ${fault}`)).toEqual([
      'content[0] misplaced',
      'content[1].content[0] misplaced',
      'content[1].content[1] badAttribute',
      'content[2] badAttribute',
      'content[3] badAttribute',
      'content[4].content[0].marks[0] badAttribute',
    ]);
    expect(unknownParts(document)).toEqual([]);
  });

  it('stops at a depth that no reader could follow', () => {
    let deep: RichTextNode = { type: 'paragraph', content: [] };
    for (let depth = 0; depth < 20_000; depth += 1) deep = { type: 'blockquote', content: [deep] };
    const faults = checkDocument(aDocument(deep));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ fault: 'tooDeep', path: expect.stringMatching(/^content\[0\]/) });
    expect(faults[0]?.path.match(/content/g)).toHaveLength(DEEPEST + 1);
  });
});

describe('the words of a document', () => {
  const document = aDocument(
    {
      type: 'paragraph',
      content: [
        words('It'),
        words("'s late"),
        { type: 'footnote', attrs: { id: 'f' }, content: [words('Noted.')] },
        words(' – now.'),
      ],
    },
    {
      type: 'table',
      attrs: { caption: 'Two cells' },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [{ type: 'paragraph', content: [words('one')] }] },
            { type: 'tableCell', content: [{ type: 'paragraph', content: [words('two')] }] },
          ],
        },
      ],
    },
    { type: 'fromTheFuture', content: [words('kept')] },
  );

  it('are read in order, with footnotes where they are called, captions, and parts of a newer version', () => {
    expect(textOf(document).replace(/\s+/g, ' ')).toBe("It's late Noted. – now. Two cells one two kept");
    expect(wordCount(document)).toBe(9);
  });
});
