import type { ReleasedRevision } from '../../domain/release/material.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

type Rows = Pick<Vault, 'sqlite'>;

interface Stored {
  readonly revisions: Buffer;
  readonly attachments: Buffer;
}

const statementsOf = preparedOnce((sqlite) => ({
  put: sqlite.prepare<[string, Buffer, Buffer]>(
    'INSERT OR IGNORE INTO sealed_content (sums, revisions, attachments) VALUES (?, ?, ?)',
  ),
  find: sqlite.prepare<[string], Stored>('SELECT revisions, attachments FROM sealed_content WHERE sums = ?'),
  all: sqlite.prepare<[], Stored & { sums: string }>('SELECT sums, revisions, attachments FROM sealed_content'),
  putAttachments: sqlite.prepare<[Buffer, string]>('UPDATE sealed_content SET attachments = ? WHERE sums = ?'),
}));

/** What was inside a bundle that was sealed here. */
export interface SealedContent {
  /** Sorted. */
  readonly revisions: readonly string[];
  readonly attachments: readonly string[];
}

/**
 * Notes what a bundle holds, once for all bundles with the same files (`sums`: the digest of SHA256SUMS). A revision
 * one of whose attachments is not inside, because it never arrived here, does not count as sent. Part of the caller's
 * transaction.
 */
export function keepContent(
  rows: Rows,
  sums: string,
  revisions: readonly ReleasedRevision[],
  attachments: readonly string[],
  absent: readonly string[],
): void {
  const whole = revisions.filter(({ line }) => !absent.some((sha256) => line.includes(sha256)));
  const ids = whole.map(({ revision }) => revision.id).sort();
  statementsOf(rows.sqlite).put.run(sums, packed(ids), packed(attachments));
}

/** What a bundle with these files held; undefined for one sealed by an older version, or for bodies outside. */
export function findContent(rows: Rows, sums: string): SealedContent | undefined {
  const row = statementsOf(rows.sqlite).find.get(sums);
  return row && { revisions: unpacked(row.revisions), attachments: unpacked(row.attachments) };
}

/** Forgets that these attachments were sent, as when they were purged. Part of the caller's transaction. */
export function forgetAttachments(rows: Rows, gone: ReadonlySet<string>): void {
  const all = statementsOf(rows.sqlite);
  for (const { sums, attachments } of all.all.all()) {
    const before = unpacked(attachments);
    const left = before.filter((sha256) => !gone.has(sha256));
    if (left.length < before.length) all.putAttachments.run(packed(left), sums);
  }
}

/** Bytes of a digest. */
const SIZE = 32;

function packed(digests: readonly string[]): Buffer {
  return Buffer.from(digests.join(''), 'hex');
}

function unpacked(bytes: Buffer): string[] {
  const text = bytes.toString('hex');
  return Array.from({ length: bytes.length / SIZE }, (_, index) =>
    text.slice(index * SIZE * 2, (index + 1) * SIZE * 2),
  );
}
