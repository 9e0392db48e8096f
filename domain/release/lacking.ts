import { contentsOf } from './contents.ts';
import { type Explanation, explanationOf } from './explain.ts';
import type { ReleasedAttachment, ReleasedRevision } from './material.ts';

/** What somebody lacks of everything that is shared here. */
export interface Lack {
  /** The records of which something is lacking. */
  readonly records: ReadonlySet<string>;
  lacks(revision: string): boolean;
  lacksAttachment(sha256: string): boolean;
}

const NO_IDS: ReadonlySet<string> = new Set();

/** The revisions that are lacking, and the files that these name, as far as those are lacking too. */
export function lackingOf(
  revisions: readonly ReleasedRevision[],
  lack: Lack,
): { revisions: ReleasedRevision[]; attachments: ReleasedAttachment[] } {
  const going = revisions.filter(({ revision }) => lack.lacks(revision.id));
  const files = new Map<string, ReleasedAttachment>();
  for (const { revision } of going) {
    for (const file of contentsOf(revision.body, revision.handling.label, NO_IDS).attachments) {
      if (lack.lacksAttachment(file.sha256)) files.set(file.sha256, file);
    }
  }
  return { revisions: going, attachments: [...files.values()] };
}

/**
 * The explanation of what is lacking: what of it goes, and the records that are withheld whole. A record of which they
 * have all that they may is left out.
 */
export function explanationOfLack(
  explanation: Explanation,
  going: readonly ReleasedRevision[],
  { records, lacks }: Lack,
): Explanation {
  const counts = new Map<string, number>();
  for (const { revision } of going) counts.set(revision.record, (counts.get(revision.record) ?? 0) + 1);
  const left = explanation.records.flatMap((one) => {
    const go = counts.get(one.record) ?? 0;
    if (go === 0 && (one.goes || !records.has(one.record))) return [];
    const withheld = one.revisions.withheld.filter(({ revision }) => lacks(revision));
    return [{ ...one, goes: go > 0, revisions: { go, withheld } }];
  });
  return explanationOf(explanation.audience, left);
}
