import { describe, expect, it } from 'vitest';
import { importPaper } from '../../../core/papers/importPaper.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import { bare, counter } from './helpers.ts';

function taken(name: string, text: string) {
  return importPaper(name, new TextEncoder().encode(text), { newId: counter() });
}

describe('a file becomes a paper', () => {
  it('as Markdown by its name, and by its look when it is called a text', () => {
    expect(taken('a.md', 'one\n\n* two').document.content.map((block) => block.type)).toEqual([
      'paragraph',
      'bulletList',
    ]);
    expect(taken('a.txt', '# Head\n\ntext').title).toBe('Head');
    expect(taken('a.txt', 'some **strong** words').document.content[0]?.content).toHaveLength(3);
  });

  it('as plain text otherwise: numbers, stars and indents stay in the text', () => {
    const paper = taken('a.txt', '1. Situation\n\n    Indented text.\n\n* not a list\n\n1986. A year.');
    expect(paper.document.content.map((block) => block.type)).toEqual(Array(4).fill('paragraph'));
    expect(textOf(paper.document)).toBe('1. Situation\nIndented text.\n* not a list\n1986. A year.');
  });

  it('with the lines of plain text joined where they were only wrapped', () => {
    const wrapped =
      'The council met in the morning and agreed that the\nregisters should be published before the election.';
    const address =
      'Registry\nMeridian House\n1. first point\n2. second point, which is a good deal longer than the first';
    expect(bare(taken('a.txt', `${wrapped}\n\n${address}`).document)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: wrapped.replace('\n', ' ') }] },
      {
        type: 'paragraph',
        content: address
          .split('\n')
          .flatMap((line, index) => [...(index === 0 ? [] : [{ type: 'hardBreak' }]), { type: 'text', text: line }]),
      },
    ]);
  });

  it('with its name as title when it begins without a heading', () => {
    expect(taken('/in/cb_8-4 deep-dive.txt', 'text').title).toBe('Cb 8 4 deep dive');
  });
});
