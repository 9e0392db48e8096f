import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../domain/library/query.ts';
import { type Comparison, snippetOf } from '../../../domain/library/snippet.ts';

function snippet(text: string, query: string, comparison?: Comparison): string {
  return snippetOf(text, parseQuery(query).terms, comparison)
    .map((part) => (part.match ? `[${part.text}]` : part.text))
    .join('');
}

const FILLER = 'Nothing of note was said here, and it was said at length. '.repeat(20);

describe('a snippet', () => {
  it('shows what matches in the writing of the text', () => {
    expect(snippet('Ils ont quitté Łódź par la grande Straße.', 'lodz strasse')).toBe(
      'Ils ont quitté [Łódź] par la grande [Straße].',
    );
  });

  it('shows phrases, beginnings, signs and pieces of words', () => {
    expect(snippet('The Marrow bridge, the other bridge.', '"marrow bridge"')).toBe(
      'The [Marrow bridge], the other bridge.',
    );
    expect(snippet('sanctions and sanctuary', 'sanct*')).toBe('[sanctions] and [sanctuary]');
    expect(snippet('次の議題は平和です', '議題')).toBe('次の[議題]は平和です');
    expect(snippet('Die Hauptstraße', 'strasse', 'inside')).toBe('Die [Hauptstraße]');
  });

  it('is taken from where most of the words stand together, not from the first of them', () => {
    const text = `The bridge. ${FILLER} The convoy reached the bridge at dawn. ${FILLER}`;
    const shown = snippet(text, 'convoy bridge');
    expect(shown).toContain('The [convoy] reached the [bridge] at dawn.');
    expect(shown.startsWith('…')).toBe(true);
    expect(shown.endsWith('…')).toBe(true);
    expect(shown.length).toBeLessThan(400);
  });

  it('is the beginning where nothing matches', () => {
    expect(snippet('Some words.', 'other')).toBe('Some words.');
    expect(snippet('', 'other')).toBe('');
  });

  it('is always a part of the text, with every match told apart', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'ß', 'é', ' ', '議', '\n', '-', '😀', 'x '),
      maxLength: 600,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'ab', 'ss', '"a b"', 'a*', '議', 'x'), (words, query) => {
        const parts = snippetOf(words, parseQuery(query).terms);
        const shown = parts
          .map((part) => part.text)
          .filter((part) => part !== '…')
          .join('');
        expect(words.replace(/\s+/g, ' ')).toContain(shown);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
