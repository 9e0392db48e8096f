import { useRead } from '../../application/queries.ts';
import { HandlingBadge } from './HandlingBadge.tsx';

/** The handling of a record, as soon as it is read. */
export function HandlingOf({ record }: { readonly record: string }) {
  const { data } = useRead('records', 'read', { id: record });
  return data === undefined ? null : <HandlingBadge label={data.handling.label} />;
}
