import { Group } from '@mantine/core';
import { useSidePanel } from '../../application/sidePanel.ts';
import { PutUpButton } from '../adoption/PutUpButton.tsx';
import { AddOutcome } from './AddOutcome.tsx';
import { NumberOutcomes } from './NumberOutcomes.tsx';
import { PrintOutcomes } from './PrintOutcomes.tsx';

/** What can be done with the decisions, actions and recommendations of a meeting. */
export function OutcomeTools({ meeting }: { readonly meeting: string }) {
  const { show, openAt } = useSidePanel();
  return (
    <Group gap="sm" ml="auto" mt={6} mb={4}>
      <PutUpButton meeting={meeting} />
      <NumberOutcomes meeting={meeting} />
      <PrintOutcomes meeting={meeting} />
      <AddOutcome
        meeting={meeting}
        onAdded={(id) => {
          show(id);
          openAt('own');
        }}
      />
    </Group>
  );
}
