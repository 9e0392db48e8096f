import { useLingui } from '@lingui/react/macro';
import { Button, Group, Skeleton } from '@mantine/core';
import { IconArrowUpRight, IconColumns } from '@tabler/icons-react';
import { Link } from 'react-router';
import { isOutcome, type OutcomeKind } from '../../domain/outcomes/kinds.ts';
import { addressOf, choiceAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { RecordForm } from '../parts/form/RecordForm.tsx';
import { InMinutes } from '../parts/outcomes/InMinutes.tsx';

const FIELDS: Readonly<Record<OutcomeKind, readonly string[]>> = {
  decision: ['title', 'text', 'state', 'candidates', 'item'],
  action: ['text', 'lead', 'due', 'state', 'why', 'continues', 'item'],
  recommendation: ['text', 'type', 'addressees', 'lead', 'due', 'state', 'item'],
};

/** A decision, an action or a recommendation in the side panel: its fields to be changed, and where in the minutes it comes from. */
export function OutcomePanel({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const { data } = useRead('records', 'read', { id: record });
  if (data === undefined || !isOutcome(data.kind)) return <Skeleton height={160} />;
  return (
    <>
      <InMinutes view={data} />
      <RecordForm record={record} fields={FIELDS[data.kind]} />
      <Group gap="xs" my="sm">
        <Button
          component={Link}
          to={addressOf(data.kind, record)}
          variant="subtle"
          size="xs"
          leftSection={<IconArrowUpRight size={15} stroke={1.6} aria-hidden />}
        >
          {t`Open its page`}
        </Button>
        {data.kind === 'decision' && (
          <Button
            component={Link}
            to={choiceAddress(record)}
            variant="subtle"
            size="xs"
            leftSection={<IconColumns size={15} stroke={1.6} aria-hidden />}
          >
            {t`Compare candidates`}
          </Button>
        )}
      </Group>
    </>
  );
}
