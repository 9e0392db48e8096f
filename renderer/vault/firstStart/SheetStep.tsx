import { useLingui } from '@lingui/react/macro';
import type { FormEvent } from 'react';
import { RecoverySheet } from '../../parts/recovery/RecoverySheet.tsx';
import type { Recovery } from '../../parts/recovery/recovery.ts';
import { Buttons } from '../Buttons.tsx';

interface SheetStepProps {
  readonly recovery: Recovery;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The recovery sheet is saved and printed. */
export function SheetStep({ recovery, onBack, onNext }: SheetStepProps) {
  const { t } = useLingui();
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <form onSubmit={goOn}>
      <RecoverySheet recovery={recovery} />
      <Buttons onBack={onBack} next={t`I have the sheet`} />
    </form>
  );
}
