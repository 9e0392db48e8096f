import { useLingui } from '@lingui/react/macro';
import { PasswordInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import classes from './passphrase.module.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  /** Fields that are shown and hidden together share it; else each has its own. */
  readonly visible?: boolean;
  readonly onVisibilityChange?: (visible: boolean) => void;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Where a passphrase is typed: can be shown, and says so when Caps Lock is on. */
export function PassphraseField({ onChange, visible, onVisibilityChange, ref, ...rest }: PassphraseFieldProps) {
  const { t } = useLingui();
  const [shownHere, setShownHere] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const shown = visible ?? shownHere;
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div data-secret>
      <PasswordInput
        {...rest}
        ref={ref ?? null}
        visible={shown}
        onVisibilityChange={onVisibilityChange ?? setShownHere}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onBlur={() => setCapsLock(false)}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': shown ? t`Hide what is typed` : t`Show what is typed` }}
        // A browser that took it for a password would offer to keep it, outside the vault.
        autoComplete="one-time-code"
        spellCheck={false}
      />
      <div role="status" className={classes.hint}>
        {capsLock && t`Caps Lock is on.`}
      </div>
    </div>
  );
}
