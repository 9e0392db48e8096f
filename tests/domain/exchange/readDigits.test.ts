import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintDigits } from '../../../domain/exchange/fingerprintDigits.ts';
import { compareDigits, groupsIn, squareText } from '../../../domain/exchange/readDigits.ts';
import { InstallationId } from '../../../domain/records/ids.ts';

const installation = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => InstallationId.parse(Buffer.from(bytes).toString('hex')));

describe('the digits of a card', () => {
  it('are the same however their groups were typed, and when the square was scanned', () => {
    fc.assert(
      fc.property(installation, fc.constantFrom(' ', '', '-', '\n', ', '), (id, between) => {
        const digits = fingerprintDigits(id);
        for (const read of [groupsIn(digits).join(between), squareText(digits)]) {
          expect(new Set(compareDigits(read, digits))).toEqual(new Set(['same']));
        }
      }),
    );
  });

  it('differ from the digit on that was read differently, and never count as the same then', () => {
    fc.assert(
      fc.property(installation, fc.nat(39), fc.integer({ min: 1, max: 9 }), (id, place, by) => {
        const digits = fingerprintDigits(id);
        const read = [...digits.replaceAll(' ', '')];
        read[place] = String((Number(read[place]) + by) % 10);
        const states = compareDigits(read.join(''), digits);
        expect(states.flatMap((state, index) => (state === 'differs' ? [index] : []))).toEqual([Math.floor(place / 5)]);
      }),
    );
  });

  it('are open as far as nothing was read, and differ when there are too many', () => {
    const digits = '12345 67890 11111 22222 33333 44444 55555 66666';
    expect(compareDigits('12345 67', digits)).toEqual(['same', ...Array.from({ length: 7 }, () => 'open')]);
    expect(compareDigits('12346', digits)[0]).toBe('differs');
    expect(compareDigits(`${digits}1`, digits).at(-1)).toBe('differs');
    expect(squareText(digits)).toMatch(/^[A-Z0-9 ]{57}$/);
  });
});
