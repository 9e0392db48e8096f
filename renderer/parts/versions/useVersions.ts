import type { z } from 'zod';
import type { VersionEntry } from '../../../contract/records/past.ts';
import { useRead } from '../../application/queries.ts';

export type Version = z.output<typeof VersionEntry>;

/** What stands for the record as it is now, wherever a version is named. */
export const NOW = 'now';

/** More than this is not offered. */
const MOST = 500;

export interface Versions {
  /** The newest first, without local steps that say nothing. */
  readonly all: readonly Version[];
  /** The shared ones count from 1, the oldest. Undefined for what is only here. */
  numberOf(version: string): number | undefined;
  /** The newest that was shared. */
  readonly last: Version | undefined;
  /** What the text now is compared with: the last shared version, or the one before it when nothing changed since. */
  readonly before: Version | undefined;
}

/** The versions of a record with their numbers. `draft`: it has edits that were not shared yet. */
export function useVersions(record: string, draft: boolean): Versions | undefined {
  const { data } = useRead('records', 'versions', { id: record, limit: MOST });
  if (data === undefined) return undefined;
  const shared = data.filter((version) => version.shared);
  const numbers = new Map(shared.map(({ version }, index) => [version, shared.length - index]));
  return {
    all: data.filter((version) => version.shared || version.fields.length > 0),
    numberOf: (version) => numbers.get(version),
    last: shared[0],
    before: draft ? shared[0] : shared[1],
  };
}
