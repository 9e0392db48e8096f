import { Plural } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRead } from '../../application/queries.ts';

interface AllInvitedProps {
  readonly value: readonly string[];
  onChange(value: readonly string[]): void;
}

/** Chooses every body that is invited, where some are not chosen yet. */
export function AllInvited({ value, onChange }: AllInvitedProps) {
  const { data } = useRead('records', 'register', {
    kinds: ['organisation'],
    columns: [],
    filters: [{ column: 'membership', is: 'equals', value: 'invited' }],
    sort: [{ column: '$title', descending: false }],
    offset: 0,
    limit: 200,
  });
  const invited = (data?.rows ?? []).map(({ id }) => String(id));
  const missing = invited.filter((id) => !value.includes(id));
  if (missing.length === 0) return null;
  return (
    <div>
      <Button size="compact-sm" variant="default" onClick={() => onChange([...value, ...missing])}>
        <Plural value={missing.length} one="Add the invited body" other="Add all # invited bodies" />
      </Button>
    </div>
  );
}
