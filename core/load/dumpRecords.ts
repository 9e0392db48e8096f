import { effectiveHandling } from '../../domain/handling/change.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { ReleasedRecord } from '../../domain/release/material.ts';
import { withReferences } from '../../domain/release/references.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { requireRecord } from '../records/recordView.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Writes what this installation's person may see as JSON lines, `{ id, kind, body, mark }` each, with what else its handling
 * says, in the form that `loadRecords` takes. Throws `file.exists`, `file.unwritable`, `job.cancelled`.
 */
export function dumpRecords(work: Work, session: Session, { file }: { readonly file: string }): { records: number } {
  const { documents } = releaseFor(session, { of: 'everything' }, { kind: 'self' }, 'documents').release;
  const lines = documents.map((released, index) => {
    work.progress(index, documents.length, 'dump.records');
    return `${canonicalJson(asJson(lineOf(session.vault, released)))}\n`;
  });
  writeOutput(file, lines.join(''), session.surroundings);
  appendJournal(session.vault, session.surroundings.now(), 'dumped', { records: lines.length });
  return { records: lines.length };
}

/** The handling is whole, with its distribution: with the label alone, loading would widen what goes to a few. */
function lineOf(vault: Vault, { id, kind, body }: ReleasedRecord): JsonObject {
  const record = requireRecord(vault, id);
  const { label, distribution, caveats, chathamHouse, expires } = effectiveHandling(record.handling, record.body);
  return {
    id,
    kind,
    body: withoutPortions(withReferences(body)),
    mark: asJson({ label, distribution }),
    ...(caveats.length > 0 && { caveats: [...caveats] }),
    ...(chathamHouse && { chathamHouse }),
    ...(expires !== undefined && { expires }),
  };
}

/**
 * The gate puts a stricter portion into its place for those who may read it. Here it is a line of its own, and its
 * text must not come back into the wider record with the next load.
 */
function withoutPortions(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutPortions);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !(value.type === 'portion' && key === 'content'));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPortions(inner)]));
}
