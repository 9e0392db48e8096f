import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { RECOVERY_LENGTH, readRecoveryKey, type TypedRecoveryKey } from '../../../domain/vault/recoveryKey.ts';
import classes from './recovery.module.css';

interface RecoveryKeyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
}

/** Where the groups of a recovery sheet are typed; says as they come which cannot be right. */
export function RecoveryKeyField({ value, onChange, error }: RecoveryKeyFieldProps) {
  const { t } = useLingui();
  return (
    <div>
      <Textarea
        label={t`Recovery key from the sheet`}
        description={t`Capital or small letters, with or without spaces.`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classes.key ?? ''}
        minRows={3}
        error={error}
        autoComplete="off"
        autoFocus
        autoCapitalize="characters"
        spellCheck={false}
      />
      <p className={classes.check} role="status">
        {value.trim() !== '' && <Check typed={readRecoveryKey(value)} />}
      </p>
    </div>
  );
}

function Check({ typed }: { readonly typed: TypedRecoveryKey }): ReactNode {
  const [impossible] = typed.impossible;
  if (impossible !== undefined) {
    const { group, characters } = impossible;
    return (
      <Trans>
        Group {group}: no key has {[...characters].join(' ')}. The digit 0 and the letter O, 8 and B, 1 and I look
        alike.
      </Trans>
    );
  }
  if (typed.isWhole) return <Trans>All groups are right.</Trans>;
  if (typed.suspect !== undefined) return <Trans>One character is wrong, probably in group {typed.suspect}.</Trans>;
  if (typed.typed === RECOVERY_LENGTH) return <Trans>Something is mistyped. Compare every group with the sheet.</Trans>;
  if (typed.typed > RECOVERY_LENGTH)
    return <Trans>That is more than a key has. Compare the groups with the sheet.</Trans>;
  const missing = RECOVERY_LENGTH - typed.typed;
  return <Plural value={missing} one="# character is still missing." other="# characters are still missing." />;
}
