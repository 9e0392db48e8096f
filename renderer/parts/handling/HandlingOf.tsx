import { effectiveHandling } from '../../../domain/handling/change.ts';
import { useRead } from '../../application/queries.ts';
import { HandlingBadge } from './HandlingBadge.tsx';

/** The label that holds for a record, as soon as it is read. */
export function HandlingOf({ record }: { readonly record: string }) {
  const { data } = useRead('records', 'read', { id: record });
  return data === undefined ? null : <HandlingBadge label={effectiveHandling(data.handling, data.body).label} />;
}
