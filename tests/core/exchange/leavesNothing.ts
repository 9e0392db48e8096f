import { expect } from 'vitest';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { Desk } from './aNetwork.ts';
import { vaultContent } from './vaultContent.ts';

/** Everything on a desk; see `vaultContent`. */
export const contentOf = (desk: Desk) => vaultContent(desk.session.vault);

/**
 * Proves that an operation ends with this code and changes nothing in the vault, neither rows nor files. Gives the
 * error's details.
 */
export async function refuses(desk: Desk, code: string, operation: () => Promise<unknown>): Promise<unknown> {
  const before = contentOf(desk);
  const error = await operation().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error instanceof AmberdeskError ? error.code : error).toBe(code);
  expect(contentOf(desk)).toEqual(before);
  return error instanceof AmberdeskError ? error.details : undefined;
}
