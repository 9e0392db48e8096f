import { useLingui } from '@lingui/react/macro';
import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './threshold.module.css';

interface ButtonsProps {
  readonly onBack?: (() => void) | undefined;
  /** Between back and the main button. */
  readonly children?: ReactNode;
  /** The main button's words; it submits the form around. */
  readonly next: string;
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

/** Back at the left, the way on at the right. */
export function Buttons({ onBack, children, next, busy = false, disabled = false }: ButtonsProps) {
  const { t } = useLingui();
  return (
    <div className={classes.buttons}>
      {onBack !== undefined && (
        <Button variant="default" onClick={onBack} disabled={busy}>
          {t`Back`}
        </Button>
      )}
      {children}
      <Button
        type="submit"
        disabled={disabled}
        aria-disabled={busy}
        data-disabled={busy}
        leftSection={busy && <Loader size={16} aria-hidden />}
      >
        {next}
      </Button>
    </div>
  );
}
