import type { z } from 'zod';
import type { HistoryEntry } from '../../../contract/records/calls.ts';
import { sameJson } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';

export type Version = z.output<typeof HistoryEntry>;

/**
 * The versions that tell something, in their order: local steps that say the same as the version beside them, as the
 * one that is kept before the first edit of what came from others does, are left out.
 */
export function tellingVersions(versions: readonly Version[]): Version[] {
  return versions.filter((version, index) => {
    const [newer, older] = [versions[index - 1], versions[index + 1]];
    return version.shared || !(saysTheSame(version, older) || (newer?.shared === true && saysTheSame(version, newer)));
  });
}

function saysTheSame(one: Version, other: Version | undefined): boolean {
  return (
    other !== undefined && sameJson(one.body, other.body) && sameJson(asJson(one.handling), asJson(other.handling))
  );
}
