import { z } from 'zod';
import { RecordId, RevisionId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { compareEntries } from '../records/mergeFields.ts';
import { objects } from '../records/text.ts';

/** One issue of a paper, as the Secretariat gave it out. */
const Issue = z.object({
  id: z.string(),
  /** “First issue”, “Rev. 1”. */
  name: z.string(),
  /** Its day; what another program wrote there stands as it is. */
  on: z.string(),
  /** Whose seat issued it; outside the board that is not told. */
  by: RecordId.optional().catch(undefined),
  /** The shared revision that it stands for, as `readVersion` reads it; outside the board there is none. */
  version: RevisionId.optional().catch(undefined),
});
export type Issue = z.infer<typeof Issue>;

/** The issues of a paper with this body, in order: here, or as far as a release tells of them. */
export function issuesOf(body: JsonObject): Issue[] {
  return objects(body.issues)
    .toSorted(compareEntries)
    .flatMap((entry) => {
      const parsed = Issue.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    });
}

/** The issue that a paper stands in, or stood in last; undefined where it was never issued. */
export function lastIssue(body: JsonObject): Issue | undefined {
  return issuesOf(body).at(-1);
}

/** Whether a paper says that it is issued. */
export function isIssued(body: JsonObject): boolean {
  return body.status === 'issued';
}

/** Whether a paper stands as the version that was issued: nothing of it may be changed until a new one is begun. */
export function isStanding(body: JsonObject): boolean {
  return isIssued(body) && issuesOf(body).some(({ version }) => version !== undefined);
}
