import type { InstallationId } from '../records/ids.ts';

/**
 * An installation's fingerprint as eight groups of five digits, to be read aloud or compared when people meet: each
 * four bytes of the SHA-256 fingerprint, big-endian, modulo 100,000.
 */
export function fingerprintDigits(installation: InstallationId): string {
  const groups: string[] = [];
  for (let at = 0; at < 64; at += 8) {
    const number = Number.parseInt(installation.slice(at, at + 8), 16) % 100_000;
    groups.push(String(number).padStart(5, '0'));
  }
  return groups.join(' ');
}
