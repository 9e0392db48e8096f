const DIGEST = /\b[0-9a-f]{64}\b/g;

/** Every SHA-256 that these lines name, in hexadecimal: attachments among them. Of those `among`, where it is given. */
export function digestsIn(lines: Iterable<string>, among?: { has(digest: string): boolean }): Set<string> {
  const found = new Set<string>();
  for (const line of lines) {
    for (const [digest] of line.matchAll(DIGEST)) if (among?.has(digest) ?? true) found.add(digest);
  }
  return found;
}
