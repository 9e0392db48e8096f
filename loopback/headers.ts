import { randomBytes } from 'node:crypto';
import { FILE_POLICY, PAGE_HEADERS } from '../contract/page.ts';

/** What every answer carries: nothing is kept, nothing is told to others, nothing is guessed. */
export const HEADERS: Readonly<Record<string, string>> = { ...PAGE_HEADERS, 'Content-Security-Policy': FILE_POLICY };

/** A value for one page, by which its own styles are known. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}
