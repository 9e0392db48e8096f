import { GROUP, keyForm, readTyped, type TypedKey } from './typedKey.ts';

/** How every recovery key begins: an age identity (age-encryption.org/v1, X25519). */
export const RECOVERY_PREFIX = 'AGE-SECRET-KEY-1';
export const RECOVERY_FORM = keyForm(RECOVERY_PREFIX, 32);
/** Characters after the prefix: 52 of the key and 6 of its checksum. */
export const RECOVERY_LENGTH = RECOVERY_FORM.length;
export const RECOVERY_GROUP = GROUP;

/** What is known of a recovery key as it is being typed. */
export interface TypedRecoveryKey extends Omit<TypedKey, 'key'> {
  /** As the application takes it, whole or not. */
  readonly identity: string;
}

/** Reads a recovery key as typed from the sheet: in any case, with spaces anywhere, with or without its beginning. */
export function readRecoveryKey(text: string): TypedRecoveryKey {
  const { key, ...rest } = readTyped(RECOVERY_FORM, text);
  return { ...rest, identity: key };
}
