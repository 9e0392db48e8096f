import { describe, expect, it } from 'vitest';
import { paper } from '../../../domain/papers/kinds.ts';
import { checkFields } from '../../../domain/records/checkBody.ts';

const placeholder = { type: 'portion', attrs: { id: 'b1', placeholder: crypto.randomUUID(), label: 'TLP:RED' } };

describe('the fields of a record', () => {
  it('fit when the kind knows them and their values', () => {
    expect(checkFields(paper, { title: 'Registers', body: { type: 'doc', content: [placeholder] } })).toEqual([]);
  });

  it('are refused when unknown, and when the value is of another form', () => {
    expect(checkFields(paper, { colour: 'red', title: 7, __proto__: 'x' })).toEqual([
      { field: 'colour', fault: 'unknown' },
      { field: 'title', fault: 'invalid' },
    ]);
  });

  it('are refused when the text of a stricter portion stands inside a wider paper', () => {
    const inside = { ...placeholder, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Names.' }] }] };
    expect(checkFields(paper, { body: { type: 'doc', content: [inside] } })).toEqual([
      { field: 'body', fault: 'portionInside' },
    ]);
  });
});
