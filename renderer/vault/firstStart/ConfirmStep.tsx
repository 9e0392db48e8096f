import { useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { ConfirmGroups } from '../../parts/recovery/ConfirmGroups.tsx';
import type { Recovery } from '../../parts/recovery/recovery.ts';
import { Buttons } from '../Buttons.tsx';

interface ConfirmStepProps {
  readonly recovery: Recovery;
  readonly onBack: () => void;
  readonly onLater: () => void;
  readonly onConfirmed: () => void;
}

/** Two groups are typed back from the paper. Who goes on without is reminded later. */
export function ConfirmStep({ recovery, onBack, onLater, onConfirmed }: ConfirmStepProps) {
  const { t } = useLingui();
  return (
    <ConfirmGroups recovery={recovery} onConfirmed={onConfirmed}>
      <Text size="sm" c="var(--third)">
        {t`If you go on without it, the key is not shown again: settings make a new sheet.`}
      </Text>
      <Buttons onBack={onBack} next={t`Confirm`}>
        <Button variant="subtle" onClick={onLater}>
          {t`Later`}
        </Button>
      </Buttons>
    </ConfirmGroups>
  );
}
