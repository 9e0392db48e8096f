import { describe, expect, it } from 'vitest';
import { importMarkdown } from '../../../core/papers/importMarkdown.ts';
import { summariseNotes } from '../../../core/papers/importNotes.ts';
import { checkDocument } from '../../../domain/papers/checkDocument.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import { bare, counter, problemsOf } from './helpers.ts';

function taken(markdown: string) {
  return importMarkdown(markdown, { newId: counter() });
}

const words = (text: string, ...marks: string[]) =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.map((type) => ({ type })) };
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('blocks', () => {
  it('takes the heading that a paper begins with as its title, and no other', () => {
    const paper = taken('# Deep-dive: Karsenia\n\n## Situation\n\nText.\n\n# Annex');
    expect(paper.title).toBe('Deep-dive: Karsenia');
    expect(bare(paper.document)).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [words('Situation')] },
      paragraph(words('Text.')),
      { type: 'heading', attrs: { level: 1 }, content: [words('Annex')] },
    ]);
    expect(taken('Text.\n\n# Later').title).toBeUndefined();
  });

  it('makes the highest headings under the title the first level', () => {
    const levels = taken('# Title\n\n## One\n\n#### Deep\n\n## Two').document.content.map((block) => block.attrs.level);
    expect(levels).toEqual([1, 3, 1]);
  });

  it('leaves a title with a footnote in the text, so that the footnote is kept', () => {
    const paper = taken('# Title[^1]\n\n[^1]: A note on it.');
    expect(paper.title).toBeUndefined();
    expect(textOf(paper.document)).toContain('A note on it.');
  });

  it('gives every top-level block, and only those, an id of its own', () => {
    const ids = taken('a\n\n- b\n  - c\n\n> d').document.content.map((block) => block.attrs.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('keeps lists inside lists, and paragraphs inside items', () => {
    expect(bare(taken('- a\n\n  b\n  1. c\n- d').document)).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph(words('a')),
              paragraph(words('b')),
              {
                type: 'orderedList',
                attrs: { start: 1 },
                content: [{ type: 'listItem', content: [paragraph(words('c'))] }],
              },
            ],
          },
          { type: 'listItem', content: [paragraph(words('d'))] },
        ],
      },
    ]);
  });

  it('keeps the numbers of paragraphs as they were written, because papers are cited by them', () => {
    const starts = (markdown: string) =>
      taken(markdown).document.content.map((block) => [block.attrs.start, Array(block.content).flat().length]);
    expect(starts('4. a\n5. b\n9. c\n10. d')).toEqual([
      [4, 2],
      [9, 2],
    ]);
    expect(starts('1. a\n1. b\n1. c')).toEqual([[1, 3]]);
  });

  it('keeps tables with their alignment and caption, whether the caption stands above or below', () => {
    const table = '| Province | Reports |\n|---|--:|\n| Dour | 38 |';
    const expected = {
      type: 'table',
      attrs: { caption: 'Reports by province' },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph(words('Province'))] },
            { type: 'tableHeader', attrs: { align: 'right' }, content: [paragraph(words('Reports'))] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [paragraph(words('Dour'))] },
            { type: 'tableCell', attrs: { align: 'right' }, content: [paragraph(words('38'))] },
          ],
        },
      ],
    };
    expect(bare(taken(`Table: Reports by province\n\n${table}`).document)).toEqual([expected]);
    expect(bare(taken(`${table}\n\nTable: Reports by province`).document)).toEqual([expected]);
  });

  it('keeps a caption with a footnote as a paragraph, so that the footnote is kept', () => {
    const paper = taken('Table: Reports[^1]\n\n| a |\n|---|\n| b |\n\n[^1]: Counted twice.');
    expect(paper.document.content.map((block) => block.type)).toEqual(['paragraph', 'table']);
    expect(textOf(paper.document)).toContain('Counted twice.');
  });

  it('keeps code, quotations, rules and breaks', () => {
    expect(bare(taken('```sh\nage -d\n```\n\n> said\n\n---\n\none\\\ntwo').document)).toEqual([
      { type: 'codeBlock', attrs: { language: 'sh' }, content: [words('age -d')] },
      { type: 'blockquote', content: [paragraph(words('said'))] },
      { type: 'horizontalRule' },
      paragraph(words('one'), { type: 'hardBreak' }, words('two')),
    ]);
  });

  it('keeps a check box as text and says so', () => {
    const paper = taken('- [x] sent\n- [ ] answered');
    expect(textOf(paper.document)).toMatch(/\[x\] sent\s+\[ \] answered/);
    expect(summariseNotes(paper.notes)).toEqual(['A check box stands as text (lines 1 and 2).']);
  });
});

describe('words and marks', () => {
  it('keeps emphasis, also where it overlaps', () => {
    expect(bare(taken('a **b *c*** ~~d~~ `e` _f_').document)).toEqual([
      paragraph(
        words('a '),
        words('b ', 'bold'),
        words('c', 'bold', 'italic'),
        words(' '),
        words('d', 'strike'),
        words(' '),
        words('e', 'code'),
        words(' '),
        words('f', 'italic'),
      ),
    ]);
  });

  it('keeps links to the web, to mailboxes and to records, and no other', () => {
    const record = '0b7f4f5e-9a53-4a0e-8a51-6d3c5a3f1c11';
    const paper = taken(
      `[site](https://example.org "hint") <desk@example.org> [record](record:${record}) [bad](javascript:alert) [ref][r]\n\n[r]: https://example.net`,
    );
    const marks = JSON.stringify(paper.document).match(/"(href|record)":"[^"]+"/g);
    expect(marks).toEqual([
      '"href":"https://example.org"',
      '"href":"mailto:desk@example.org"',
      `"record":"${record}"`,
      '"href":"https://example.net"',
    ]);
    expect(paper.notes.map(({ kind, left }) => [kind, left])).toEqual([
      ['linkTitle', 'hint'],
      ['link', 'javascript:alert'],
    ]);
  });

  it('reads raised, lowered, bold and broken text in HTML tags, and notes what it cannot keep', () => {
    const paper = taken('m<sup>2</sup> H<sub>2</sub>O <b>bold</b><br>next <u>under</u> <span class="x">span</span>');
    expect(bare(paper.document)).toEqual([
      paragraph(
        words('m'),
        words('2', 'superscript'),
        words(' H'),
        words('2', 'subscript'),
        words('O '),
        words('bold', 'bold'),
        { type: 'hardBreak' },
        words('next under span'),
      ),
    ]);
    expect(paper.notes.map((note) => note.kind)).toEqual(['underline', 'tag']);
  });

  it('keeps the description of a picture, with a link to where it was', () => {
    const paper = taken('![Map of the river](https://example.org/map.png)');
    expect(textOf(paper.document)).toBe('Map of the river');
    expect(paper.notes).toEqual([
      {
        line: 1,
        kind: 'image',
        sentence: 'A picture was left out; its description stands in the text.',
        left: 'https://example.org/map.png',
      },
    ]);
  });

  it('keeps the text of a block of HTML, and lists the comment that it leaves out', () => {
    const paper = taken(
      'a\n\n<div>\n<p>First &amp; last</p><table><tr><td>one</td><td>two</td></tr></table>\n<!-- ask Avaria -->\n</div>',
    );
    expect(textOf(paper.document).split(/\s+/)).toEqual(['a', 'First', '&', 'last', 'one', 'two']);
    expect(paper.notes.find((note) => note.kind === 'comment')).toMatchObject({
      line: 3,
      left: '<!-- ask Avaria -->',
    });
  });

  it('takes out control characters and says on which line', () => {
    const paper = taken('a\u0007b\n\nc\fd');
    expect(textOf(paper.document)).toBe('ab\nc d');
    expect(summariseNotes(paper.notes)).toEqual(['Control characters were taken out (line 1).']);
  });
});

describe('footnotes', () => {
  it('stand where they are called, with all their paragraphs', () => {
    const paper = taken('Text[^a] goes on.\n\n[^a]: First.\n\n    Second, *raised*.');
    expect(bare(paper.document)).toEqual([
      paragraph(
        words('Text'),
        {
          type: 'footnote',
          attrs: {},
          content: [words('First.'), { type: 'hardBreak' }, words('Second, '), words('raised', 'italic'), words('.')],
        },
        words(' goes on.'),
      ),
    ]);
    expect(paper.notes).toEqual([]);
  });

  it('keep the lines of a list or table in them', () => {
    const paper = taken(
      'Text[^a].\n\n[^a]: Sources:\n\n    1. one\n    2. two\n\n    | a | b |\n    |---|---|\n    | c | d |',
    );
    expect(textOf(paper.document).replace(/\s+/g, ' ')).toBe('Text Sources: 1. one 2. two a | b c | d .');
    expect(summariseNotes(paper.notes)).toEqual([
      'A list, table or heading inside a footnote was taken in as lines (lines 5 and 8).',
    ]);
  });

  it('are kept when nobody calls them, when there are two of a name, when one calls another, and when one is missing', () => {
    const paper = taken(
      'Called[^a] again[^a] and missing[^z].\n\n[^a]: One[^b].\n\n[^b]: Two.\n\n[^a]: Three.\n\n[^c]: Four.',
    );
    const text = textOf(paper.document);
    for (const word of ['One', 'Two.', 'Three.', 'Four.', '[^z]']) expect(text).toContain(word);
    expect(text.match(/One/g)).toHaveLength(1);
    expect(paper.notes.map((note) => note.kind).sort()).toEqual([
      'footnoteAgain',
      'footnoteInside',
      'footnoteMissing',
      'footnoteTwice',
      'footnoteUnused',
      'footnoteUnused',
    ]);
  });

  it('leave plain paragraphs with raised numbers as they are', () => {
    const paper = taken('Text.¹⁹\n\n¹⁹ Please see above.');
    expect(textOf(paper.document)).toBe('Text.¹⁹\n¹⁹ Please see above.');
  });
});

describe('portions and marks', () => {
  const source = [
    '# Paper',
    '',
    '{TLP:GREEN} Open words.',
    '',
    ':::portion TLP:RED read="Registry"',
    'The contact is **safe**.[^1]',
    '',
    '[^1]: Spoken to twice.',
    ':::',
    'Amber words.',
  ].join('\n');

  it('stand apart from the paper, which holds a placeholder in their place', () => {
    const paper = taken(source);
    expect(paper.document.content.map((block) => block.type)).toEqual(['paragraph', 'portion', 'paragraph']);
    expect(paper.document.content[0]?.attrs.mark).toBe('TLP:GREEN');
    expect(paper.document.content[1]?.attrs).toMatchObject({ label: 'TLP:RED', readAt: 'Registry', lines: 1 });
    expect(JSON.stringify(paper.document)).not.toMatch(/contact|Spoken/);
    expect(paper.portions).toHaveLength(1);
    expect(paper.portions[0]?.placeholder).toBe(paper.document.content[1]?.attrs.placeholder);
    expect(textOf(paper.portions[0]?.body ?? { type: 'doc', content: [] })).toBe(
      'The contact is safe. Spoken to twice.',
    );
  });

  it('keep the numbers of lines true for what stands in and behind them', () => {
    const paper = taken(`${source.replace('safe', '<u>safe</u>')}\n\n<!-- x -->`);
    expect(paper.notes.map((note) => note.line)).toEqual([6, 12]);
  });

  it.each([
    ['has no end', ':::portion TLP:RED\ntext', 1],
    ['is empty', 'a\n\n:::portion TLP:RED\n\n:::', 3],
    ['has no known label', ':::portion TLP:PINK\ntext\n:::', 1],
    ['has something else behind its label', ':::portion TLP:RED red="x"\ntext\n:::', 1],
    ['begins inside another', ':::portion TLP:RED\n:::portion TLP:RED\ntext\n:::\n:::', 2],
    ['stands in a list', '- a\n  :::portion TLP:RED\n  text\n  :::', 1],
    ['stands behind an open comment', '<!--\n\n:::portion TLP:RED\ntext\n:::\n', 3],
    ['seems to stand in code that is none', '<div>\n```\n</div>\n\n:::portion TLP:RED\ntext\n:::', 5],
    ['is a paragraph marked stricter than the paper', 'a\n\n{TLP:RED} text', 3],
  ])('refuse the whole paper when one %s', (_, markdown, line) => {
    expect(problemsOf(() => taken(markdown))).toEqual([{ line, sentence: expect.stringMatching(/^[A-Z"].*\.$/) }]);
  });

  it('leave a portion that is shown as code where it is', () => {
    const paper = taken('```\n:::portion TLP:RED\ntext\n:::\n```');
    expect(paper.portions).toEqual([]);
    expect(paper.document.content[0]?.type).toBe('codeBlock');
  });

  it('let a mark alone in a paragraph mark the table or list that follows', () => {
    const paper = taken('{TLP:CLEAR}\n\n- a\n- b\n\n{TLP:WHITE} old form');
    expect(paper.document.content.map((block) => block.attrs.mark)).toEqual(['TLP:CLEAR', 'TLP:CLEAR']);
    expect(paper.notes.map(({ kind, line }) => [kind, line])).toEqual([['mark', 6]]);
  });
});

describe('bad input', () => {
  it.each([
    ['quotations', `${'>'.repeat(5000)} a`],
    ['lists in one line', `${'- '.repeat(5000)}a`],
    ['lists by indentation', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['numbered lists', `${'1. '.repeat(60)}a`],
    ['stars', `${'*'.repeat(5000)}a${'*'.repeat(5000)}`],
    ['brackets', '['.repeat(100_000)],
    ['emphasis', `${'*a _b '.repeat(60)}${'c* d_ '.repeat(60)}`],
  ])('is refused with a code when there are %s without end', (_, markdown) => {
    expect(problemsOf(() => taken(markdown))[0]?.sentence).toMatch(/too deeply to be read\.$/);
  });

  it('is refused for zero bytes and broken characters, with the line', () => {
    expect(problemsOf(() => taken('a\nb\0'))).toEqual([
      { line: 2, sentence: 'A zero byte stands here: this is not a text file.' },
    ]);
    expect(problemsOf(() => taken('a\n\n\uD800b'))).toEqual([
      { line: 3, sentence: 'Half of a character stands here; the other half is missing.' },
    ]);
  });

  it('gives a document that the editor can keep', () => {
    const paper = taken('# T\n\n- [ ] \n\n>\n\n| |\n|-|\n\n```\n```\n\n###### \n\n<div></div>\n\n1.\n\n![](x)');
    expect(checkDocument(paper.document)).toEqual([]);
  });
});
