import { gunzipSync, gzipSync } from 'node:zlib';
import { findRevision, revisionsOf } from '../../../core/records/rows.ts';
import { signRevision } from '../../../core/records/signing.ts';
import { readSigningKey } from '../../../core/vault/installation.ts';
import { headsOf } from '../../../domain/records/history.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { canonicalJson, type JsonObject } from '../../../domain/records/json.ts';
import { asJson, type RevisionContent, type SignedRevision } from '../../../domain/records/revision.ts';
import { AN_ID, type Desk } from './aNetwork.ts';
import { resigned } from './forgery.ts';

/** A revision as a line of `records.jsonl`. */
export const lineOf = (revision: object): string => canonicalJson(asJson(revision));

type Linked = Pick<SignedRevision, 'id' | 'record' | 'parents'>;

function linkedIn(line: string): Linked | undefined {
  try {
    const value: Partial<Linked> = JSON.parse(line);
    const { id, record, parents } = value;
    return id !== undefined && record !== undefined && parents !== undefined ? { id, record, parents } : undefined;
  } catch {
    return undefined;
  }
}

/** A bundle of `by` with these lines instead, its heads and totals as they then are. */
export function withLines(file: string, to: Desk, by: Desk, change: (lines: string[]) => string[]): Promise<string> {
  return resigned(file, to, by, ({ manifest, files }) => {
    const packed = files.get('records.jsonl.gz') ?? Buffer.alloc(0);
    const lines = change(gunzipSync(packed).toString().trim().split('\n'));
    const text = lines.map((line) => `${line}\n`).join('');
    // Stored, so that the ratio of what expands says nothing.
    files.set('records.jsonl.gz', gzipSync(text, { level: 0 }));
    const byRecord = new Map<string, Linked[]>();
    for (const line of lines) {
      const linked = linkedIn(line);
      if (linked !== undefined) byRecord.set(linked.record, [...(byRecord.get(linked.record) ?? []), linked]);
    }
    manifest.heads = Object.fromEntries([...byRecord].map(([record, versions]) => [record, headsOf(versions)]));
    const totals: JsonObject = {
      recordBytes: Buffer.byteLength(text),
      records: byRecord.size,
      revisions: lines.length,
    };
    manifest.totals = { ...(manifest.totals as JsonObject), ...totals };
  });
}

/** A revision by the holder of a desk, whatever it says. */
export function written(by: Desk, changes: Partial<RevisionContent>): SignedRevision {
  const { vault } = by.session;
  const content: RevisionContent = {
    record: AN_ID(),
    kind: 'paper',
    parents: [],
    author: vault.installation.id,
    seat: vault.installation.seat,
    at: '2026-03-03T18:12Z',
    nonce: 'ab'.repeat(16),
    handling: {
      label: 'TLP:AMBER',
      distribution: { to: 'board' },
      originator: vault.installation.organisation,
      caveats: [],
      chathamHouse: false,
    },
    body: { title: 'Written elsewhere', type: 'note', language: 'en' },
    ...changes,
  };
  return signRevision(content, readSigningKey(vault));
}

/** The head of a record, as a desk has shared or received it. */
export const latest = (desk: Desk, record: RecordId): SignedRevision => {
  const { vault } = desk.session;
  const [head] = headsOf(revisionsOf(vault, record));
  const revision = head === undefined ? undefined : findRevision(vault, head);
  if (revision === undefined) throw new Error('not shared');
  return revision;
};
