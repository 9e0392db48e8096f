import type { z } from 'zod';
import type { StoryEntry as StoryEntrySchema } from '../../../contract/records/past.ts';
import { useRead } from '../../application/queries.ts';

/** One thing that happened to a record. */
export type StoryEntry = z.output<typeof StoryEntrySchema>;
export type Happening = StoryEntry['what'];

/** What happened to a record, the newest first, at most `limit`. Undefined until it is read. */
export function useStory(
  record: string,
  limit: number,
): { readonly kind: string; readonly entries: readonly StoryEntry[]; readonly more: boolean } | undefined {
  const { data: view } = useRead('records', 'read', { id: record });
  const { data: story } = useRead('records', 'story', { id: record, limit }, { keep: true });
  return view && story && { kind: view.kind, ...story };
}
