import { describe, expect, it } from 'vitest';
import type { Json } from '../../../domain/records/json.ts';
import { valueWords } from '../../../domain/records/valueWords.ts';

const meeting = { kind: 'meeting', language: 'en', recordName: () => undefined } as const;

describe('the words of a value', () => {
  const values: readonly (readonly [string, Json, string, string])[] = [
    ['zone', 'UTC', '“UTC”', 'UTC'],
    ['zone', 'Europe/Oslo', '“Europe/Oslo”', 'Europe/Oslo'],
    ['room', ['Hall A', 'Hall B'], '“Hall A” and “Hall B”', 'Hall A and Hall B'],
    ['starts', '2027-02-18', '18\u00a0February 2027', '18\u00a0February 2027'],
    ['began', '2027-02-18T09:30:12Z', '18\u00a0February 2027, 09:30\u00a0UTC', '18\u00a0February 2027, 09:30\u00a0UTC'],
    ['venue', '', 'nothing', 'nothing'],
  ];

  it.each(values)('of %s, as %j, are quoted in a sentence, not alone', (field, value, inside, alone) => {
    expect(valueWords(value, { ...meeting, field })).toBe(inside);
    expect(valueWords(value, { ...meeting, field, alone: true })).toBe(alone);
  });
});
