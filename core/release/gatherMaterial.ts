import type { z } from 'zod';
import type { Selection } from '../../contract/exchange/calls.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { text, texts } from '../../domain/records/text.ts';
import type { Material, ReleasableRecord } from '../../domain/release/material.ts';
import { listRecords } from '../records/listRecords.ts';
import type { Vault } from '../vault/vault.ts';
import { sharedRevisions } from './sharedRevisions.ts';

/** What everybody needs to read anything else: who is who. */
const ALWAYS = ['network', 'organisation', 'person'];

/**
 * Everything that bears on a release: all records as they are now, which of them are wanted, and for bundles their
 * shared revisions with the lines they travel in.
 */
export function gatherMaterial(
  vault: Vault,
  selection: z.infer<typeof Selection>,
  options: { readonly histories: boolean },
): Material {
  const records = listRecords(vault);
  const wanted = wantedOf(records, selection);
  if (!options.histories) return wanted ? { records, wanted } : { records };
  const { histories, lines } = sharedRevisions(vault);
  return wanted ? { records, wanted, histories, lines } : { records, histories, lines };
}

/** The ids of what was chosen; undefined for everything. */
export function wantedOf(
  records: readonly ReleasableRecord[],
  selection: z.infer<typeof Selection>,
): ReadonlySet<string> | undefined {
  if (selection.of === 'everything') return undefined;
  if (selection.of === 'records') return new Set<string>(selection.records);
  return ofMeeting(records, selection.meeting);
}

/** A meeting with its sessions, items and papers, annexes and portions, and what was remarked on any of them. */
function ofMeeting(records: readonly ReleasableRecord[], meeting: RecordId): Set<string> {
  const wanted = new Set<string>([meeting]);
  const add = (belongs: (record: ReleasableRecord) => boolean) => {
    for (const record of records) if (belongs(record)) wanted.add(record.id);
  };
  add(({ kind }) => ALWAYS.includes(kind));
  add(({ body }) => body.meeting === meeting);
  const attached = new Set(records.filter(({ id }) => wanted.has(id)).flatMap(({ body }) => texts(body.papers)));
  add(({ id }) => attached.has(id));
  add(({ body }) => wanted.has(text(body.annexOf)));
  add(({ body }) => wanted.has(text(body.paper)));
  add(({ body }) => wanted.has(text(body.record)));
  return wanted;
}
