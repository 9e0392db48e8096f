import { expect, it } from 'vitest';
import { fingerprintDigits } from '../../../domain/exchange/fingerprintDigits.ts';
import { InstallationId } from '../../../domain/records/ids.ts';

const digits = (id: string) => fingerprintDigits(InstallationId.parse(id));

it('gives eight groups of five digits, with their leading zeros', () => {
  expect(digits('0'.repeat(64))).toBe(Array(8).fill('00000').join(' '));
  expect(digits(`${'ffffffff'.repeat(7)}00000001`)).toBe(`${Array(7).fill('67295').join(' ')} 00001`);
});

it('differs where the fingerprint differs', () => {
  expect(digits('a'.repeat(64))).not.toBe(digits(`b${'a'.repeat(63)}`));
});
