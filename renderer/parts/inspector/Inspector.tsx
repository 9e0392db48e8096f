import { Title } from '@mantine/core';
import { useRead } from '../../application/queries.ts';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';

/** What is known of a record besides what it says. */
export function Inspector({ record }: { readonly record: string }) {
  const { data } = useRead('records', 'read', { id: record });
  if (data === undefined) return null;
  return (
    <>
      <Title order={2}>{data.title}</Title>
      <HandlingBadge label={data.handling.label} />
    </>
  );
}
