const DIGEST = /\b[0-9a-f]{64}\b/g;

/** Every SHA-256 that these lines name, in hexadecimal: attachments among them. */
export function digestsIn(lines: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const line of lines) for (const [digest] of line.matchAll(DIGEST)) found.add(digest);
  return found;
}
