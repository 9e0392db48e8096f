import { bytesOfKey, keyForm, writeKey } from './typedKey.ts';

/** What a share is a share of. */
export type SharedSecret = 'root' | 'recovery';
const KINDS: Readonly<Record<SharedSecret, number>> = { root: 1, recovery: 2 };

/** Bytes before the share itself: what it is of, which of the three, and two that its set has in common. */
const HEAD = 4;
/** A secret of 32 bytes, and one that says where on the polynomial the share lies. */
const SHARE = 33;

/** How every share begins on paper. */
export const SHARE_FORM = keyForm('AMBERDESK-SHARE-1', HEAD + SHARE);
/** How the root of a network begins on paper: the 32 bytes of an Ed25519 key (RFC 8032). */
export const ROOT_FORM = keyForm('AMBERDESK-ROOT-1', 32);

/** One of three shares, any two of which give a secret back. */
export interface Share {
  readonly of: SharedSecret;
  /** 1, 2 or 3. */
  readonly number: number;
  /** The same for the shares that belong together, 0 to 65,535. */
  readonly set: number;
  readonly share: Uint8Array;
}

/** A share as it is written on paper. */
export function writeShare({ of, number, set, share }: Share): string {
  return writeKey(SHARE_FORM, Uint8Array.from([KINDS[of], number, set >> 8, set & 0xff, ...share]));
}

/** Whether what was typed begins as a share does. */
export function looksLikeShare(text: string): boolean {
  return /^AMBERDESK-?SHARE/.test(text.toUpperCase().replaceAll(/\s/g, ''));
}

/** The shares in a text, as when two are typed one after the other: each from its beginning to the next. */
export function sharesIn(text: string): string[] {
  return text
    .split(/(?=AMBERDESK-SHARE-1)/i)
    .map((share) => share.trim())
    .filter((share) => share !== '');
}

/** Reads a share as typed from its sheet; undefined when it is not whole. */
export function readShare(text: string): Share | undefined {
  const bytes = bytesOfKey(SHARE_FORM, text);
  if (bytes === undefined || bytes.length !== HEAD + SHARE) return undefined;
  const [kind = 0, number = 0, high = 0, low = 0] = bytes;
  const of = kind === KINDS.root ? 'root' : kind === KINDS.recovery ? 'recovery' : undefined;
  if (of === undefined || number < 1 || number > 3) return undefined;
  return { of, number, set: high * 256 + low, share: bytes.subarray(HEAD) };
}
