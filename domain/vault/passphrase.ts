/** Characters that a passphrase has at least. */
export const MINIMUM_PASSPHRASE = 12;

/** A passphrase as it is used: the same on every system, however its letters were typed (Unicode NFC). */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFC');
}

/** Whether a vault takes this passphrase: at least twelve characters. */
export function isLongEnough(passphrase: string): boolean {
  return [...normalizePassphrase(passphrase)].length >= MINIMUM_PASSPHRASE;
}
