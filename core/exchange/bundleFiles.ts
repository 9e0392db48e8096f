/** The names that a bundle's files may have; everything else does not belong in one. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.sig';
export const SUMS = 'SHA256SUMS';
export const README = 'README.txt';
export const RECORDS = 'records.jsonl.gz';

/** The files that every bundle has. */
export const REQUIRED = [MANIFEST, SIGNATURE, SUMS, README, RECORDS] as const;

const BLOB = /^blobs\/([0-9a-f]{64})$/;
const COPY = /^print\/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\.pdf$/;
const REPLY = /^reply\/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;

export function blobName(sha256: string): string {
  return `blobs/${sha256}`;
}

export function copyName(name: string): string {
  return `print/${name}`;
}

export function replyName(name: string): string {
  return `reply/${name}`;
}

/** What a file of this name is; undefined when it does not belong in a bundle. */
export function fileKind(
  name: string,
): { is: (typeof REQUIRED)[number] } | { is: 'blob'; sha256: string } | { is: 'copy' } | { is: 'reply' } | undefined {
  const required = REQUIRED.find((each) => each === name);
  if (required !== undefined) return { is: required };
  const [, sha256] = BLOB.exec(name) ?? [];
  if (sha256 !== undefined) return { is: 'blob', sha256 };
  if (COPY.test(name)) return { is: 'copy' };
  return REPLY.test(name) ? { is: 'reply' } : undefined;
}

/** SHA256SUMS as coreutils writes and checks it: digest, two spaces, name; in the order of the names' bytes. */
export function writeSums(digests: ReadonlyMap<string, string>): string {
  const names = [...digests.keys()].sort((one, other) => (one < other ? -1 : 1));
  return names.map((name) => `${digests.get(name)}  ${name}\n`).join('');
}

/** The digests in SHA256SUMS, by name; undefined when a line is not in order or a name stands twice. */
export function readSums(text: string): Map<string, string> | undefined {
  const digests = new Map<string, string>();
  if (!text.endsWith('\n')) return undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, digest, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined || digests.has(name)) return undefined;
    digests.set(name, digest);
  }
  return digests;
}
