import { objects, text } from '../records/text.ts';
import { attachmentOf } from '../release/contents.ts';
import type { Material } from '../release/material.ts';
import type { Release } from '../release/release.ts';

/** Fields by which records are parts or versions of one paper. */
const OF_ONE = ['paper', 'version'];

/**
 * Of every file that goes, the records that it came with, now or before: the paper that names it, what was set apart from
 * that, what it is a redacted version of. What was taken out of these may have been forgotten in the file.
 */
export function familiesOf(
  { records, histories }: Material,
  { attachments }: Pick<Release, 'attachments'>,
): Map<string, ReadonlySet<string>> {
  const families = new Map(attachments.map(({ sha256 }) => [sha256, new Set<string>()]));
  if (families.size === 0) return families;
  const tied = new Map<string, Set<string>>();
  const tie = (one: string, other: string): void => {
    tied.set(one, (tied.get(one) ?? new Set()).add(other));
  };
  for (const { id, body } of records) {
    for (const field of OF_ONE) {
      const other = text(body[field]);
      if (other === '') continue;
      tie(id, other);
      tie(other, id);
    }
    const versions = [body, ...(histories?.get(id) ?? []).map((revision) => revision.body)];
    for (const file of versions.flatMap((one) => objects(one.attachments))) {
      families.get(attachmentOf(file)?.sha256 ?? '')?.add(id);
    }
  }
  for (const family of families.values()) {
    // A set gives what is added to it while it is walked.
    for (const id of family) for (const other of tied.get(id) ?? []) family.add(other);
  }
  return families;
}
