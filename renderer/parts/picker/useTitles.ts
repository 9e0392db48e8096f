import { useRead } from '../../application/queries.ts';

/** What a record is called, with what is said beside a name. */
export interface Titled {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly deleted: boolean;
  readonly conflicted: boolean;
  readonly label: string;
}

/** What these records are called, by id; those that are not here are not in it. `ready`: they have been read. */
export function useTitles(
  ids: readonly string[],
  { enabled = true }: { readonly enabled?: boolean } = {},
): { readonly titles: ReadonlyMap<string, Titled>; readonly ready: boolean } {
  const wanted = [...new Set(ids)].sort();
  const asked = enabled && wanted.length > 0;
  const { data, isSuccess } = useRead('records', 'titles', { ids: wanted }, { enabled: asked, keep: true });
  return {
    titles: new Map((asked ? data : undefined)?.map((record) => [record.id, record])),
    ready: !asked || isSuccess,
  };
}
