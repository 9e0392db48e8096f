import { describe, expect, it } from 'vitest';
import { matchExpression, parseQuery } from '../../../domain/library/query.ts';

const expression = (text: string, typing = false) => matchExpression(parseQuery(text, { typing }));

describe('a query', () => {
  it.each([
    ['bridge convoy', '"bridge" AND "convoy"'],
    ['"Marrow bridge" open', '"marrow bridge" AND "open"'],
    ['“Marrow bridge”', '"marrow bridge"'],
    ['« pont  de Łódź »', '"pont de lodz"'],
    ['"never closed', '"never closed"'],
    ['sanct*', '"sanct"*'],
    ['bridge -closed', '"bridge" NOT "closed"'],
    ['bridge -"not yet" -clo*', '"bridge" NOT "not yet" NOT "clo"*'],
    ['CB/8/4', '"cb 8 4"'],
    ['sub-regional', '"sub regional"'],
    ['議題', '"議 題"'],
    ['AND OR NOT NEAR(', '"and" AND "or" AND "not" AND "near"'],
    ['title:bridge', '"title bridge"'],
    ['{x} : ^y + z', '"x" AND "y" AND "z"'],
  ])('%s asks for %s', (text, expected) => {
    expect(expression(text)).toBe(expected);
  });

  it.each(['', '   ', '"', '-', '*', '***', '" "', '-bridge', '()^{}+:', '\u0000', '😀'])(
    '%j asks for nothing',
    (text) => {
      expect(expression(text)).toBeUndefined();
    },
  );

  it('takes its last word as a beginning while it is being typed', () => {
    expect(expression('marrow bri', true)).toBe('"marrow" AND "bri"*');
    expect(expression('marrow bri ', true)).toBe('"marrow" AND "bri"');
    expect(expression('"marrow bri"', true)).toBe('"marrow bri"');
  });

  it('of any length is cut to what an index can answer', () => {
    const { terms } = parseQuery(Array.from({ length: 500 }, (_, index) => `word${index}`).join(' '));
    expect(terms).toHaveLength(32);
  });
});
