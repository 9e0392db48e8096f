import { expect } from 'vitest';
import { codeOf } from '../../helpers/aVault.ts';
import type { Desk } from './aNetwork.ts';
import { vaultContent } from './vaultContent.ts';

/** Everything on a desk; see `vaultContent`. */
export const contentOf = (desk: Desk) => vaultContent(desk.session.vault);

/** Proves that an operation ends with this code and changes nothing in the vault, neither rows nor files. */
export async function refuses(desk: Desk, code: string, operation: () => Promise<unknown>): Promise<void> {
  const before = contentOf(desk);
  expect(await codeOf(operation)).toBe(code);
  expect(contentOf(desk)).toEqual(before);
}
