import { useMemo } from 'react';
import { compareBodies, compareHandlings } from '../../../domain/records/compareBodies.ts';
import { isDeleted } from '../../../domain/records/deletion.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { useRead } from '../../application/queries.ts';
import { tellingVersions, type Version } from '../inspector/tellingVersions.ts';
import { useAuthors } from '../inspector/useAuthors.ts';

/** What can happen to a record. */
export const HAPPENINGS = [
  'made',
  'changed',
  'shared',
  'received',
  'deleted',
  'restored',
  'linked',
  'commented',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** One thing that happened to a record. */
export interface StoryEntry {
  /** Minutes, UTC. */
  readonly at: string;
  readonly what: Happening;
  /** Of a change: the fields. */
  readonly fields?: readonly string[];
  readonly version?: string;
  readonly who?: string;
  /** The other record, where one was linked or commented, with the field that links it. */
  readonly record?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly field?: string;
}

/** What happened to a record, the newest first, at most `limit`. Undefined until it is read. */
export function useStory(
  record: string,
  limit: number,
): { readonly kind: string; readonly entries: readonly StoryEntry[]; readonly more: boolean } | undefined {
  const { data: view } = useRead('records', 'read', { id: record });
  const { data } = useRead('records', 'history', { id: record });
  const versions = useMemo(() => data && tellingVersions(data), [data]);
  const { data: status } = useRead('vault', 'status', {});
  const authors = useAuthors(versions);
  if (view === undefined || versions === undefined) return undefined;
  const own = status?.installation?.id;
  const entries = versions.slice(0, limit).map((version, index): StoryEntry => {
    const { fields, what } = changeBetween(view.kind, versions[index + 1], version, own);
    return { at: version.at, what, fields, version: version.version, who: authors(version) };
  });
  return { kind: view.kind, entries, more: versions.length > limit };
}

function changeBetween(kind: string, before: Version | undefined, after: Version, own: string | undefined) {
  if (before === undefined) return { what: 'made' as const, fields: [] };
  const fields = [
    ...compareBodies(kindOf(kind), before.body, after.body),
    ...compareHandlings(before.handling, after.handling),
  ].flatMap(({ field, same }) => (same ? [] : [field]));
  return { what: whatHappened(before, after, own), fields };
}

function whatHappened(before: Version, after: Version, own: string | undefined): Happening {
  const [was, is] = [before, after].map(({ body }) => isDeleted(body));
  if (was !== is) return is ? 'deleted' : 'restored';
  if (!after.shared) return 'changed';
  return after.author === own ? 'shared' : 'received';
}
