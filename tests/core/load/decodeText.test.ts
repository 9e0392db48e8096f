import { describe, expect, it } from 'vitest';
import { decodeText, LARGEST_TEXT } from '../../../core/load/decodeText.ts';
import { hasCode } from '../../../domain/errors.ts';
import { problemsOf } from '../papers/helpers.ts';

describe('the bytes of a text file', () => {
  it('are read as UTF-8, with or without its mark, whatever the line ends', () => {
    expect(decodeText(Buffer.from('\uFEFFé\r\nb\rc\n'))).toBe('é\nb\nc\n');
  });

  it('are read as UTF-16 when they begin with its mark', () => {
    const little = Buffer.from('\uFEFFété', 'utf16le');
    const big = Buffer.from(little).swap16();
    expect([decodeText(little), decodeText(big)]).toEqual(['été', 'été']);
  });

  it('are refused with the line when they are neither', () => {
    expect(problemsOf(() => decodeText(Buffer.from([0x61, 0x0a, 0x62, 0xe9, 0x0a])))).toEqual([
      { line: 2, sentence: 'The bytes here are not text in UTF-8.' },
    ]);
    expect(problemsOf(() => decodeText(Buffer.from('\uFEFFa\uD800', 'utf16le')))).toEqual([
      { line: 1, sentence: 'The bytes here are not text in UTF-16.' },
    ]);
  });

  it('are refused when there are more than 32 MiB of them', () => {
    const refused = (length: number) => {
      try {
        return decodeText(new Uint8Array(length).fill(0x61)).length;
      } catch (error) {
        return hasCode(error, 'load.tooLarge');
      }
    };
    expect(refused(LARGEST_TEXT)).toBe(LARGEST_TEXT);
    expect(refused(LARGEST_TEXT + 1)).toBe(true);
  });
});
