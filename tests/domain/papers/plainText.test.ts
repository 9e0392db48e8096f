import { describe, expect, it } from 'vitest';
import { blockText, plainText } from '../../../domain/papers/plainText.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { block, document } from '../../helpers/versions.ts';

const words = (text: string): JsonObject => ({ type: 'text', text });
const paragraph = (...content: JsonObject[]): JsonObject => ({ type: 'paragraph', attrs: { id: 'p' }, content });

describe('the plain text of a document', () => {
  it('has a line for every block', () => {
    expect(plainText(document(block('1', 'Grain rose.'), block('2', 'Rye fell.')))).toBe('Grain rose.\nRye fell.');
  });

  it('puts footnotes behind the block that calls them, so that its phrases stay whole', () => {
    const note = {
      type: 'footnote',
      attrs: { id: '1' },
      content: [words('See the '), { ...words('annex'), marks: [{ type: 'italic' }] }],
    };
    expect(blockText(paragraph(words('Grain '), words('rose'), note, words(' in May.')))).toBe(
      'Grain rose in May.\nSee the annex',
    );
  });

  it('has a line for every cell and list item, and for a caption', () => {
    const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(words(text))] });
    const table = {
      type: 'table',
      attrs: { id: 't', caption: 'Prices' },
      content: [{ type: 'tableRow', content: [cell('Grain'), cell('12')] }],
    };
    const list = {
      type: 'bulletList',
      attrs: { id: 'l' },
      content: [{ type: 'listItem', content: [paragraph(words('First'))] }],
    };
    expect(plainText({ type: 'doc', content: [table, list] })).toBe('Prices\nGrain\n12\nFirst');
  });

  it('reads a hard break as a space', () => {
    expect(blockText(paragraph(words('Grain'), { type: 'hardBreak' }, words('rose')))).toBe('Grain rose');
  });

  it('has the words in parts that this version does not know', () => {
    const chart = { type: 'chart', attrs: { id: 'c' }, content: [{ type: 'legend', content: [words('Tonnes')] }] };
    expect(plainText({ type: 'doc', content: [chart] })).toBe('Tonnes');
  });

  it('is empty for what is not a document', () => {
    expect(plainText(undefined)).toBe('');
    expect(plainText('Grain')).toBe('');
    expect(plainText({ type: 'doc' })).toBe('');
  });
});
