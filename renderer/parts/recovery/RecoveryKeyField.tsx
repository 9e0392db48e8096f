import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { RECOVERY_FORM } from '../../../domain/vault/recoveryKey.ts';
import { TypedKeyField } from './TypedKeyField.tsx';

interface RecoveryKeyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
}

/** Where the groups of a recovery sheet are typed. */
export function RecoveryKeyField(props: RecoveryKeyFieldProps) {
  const { t } = useLingui();
  return <TypedKeyField label={t`Recovery key from the sheet`} form={RECOVERY_FORM} autoFocus {...props} />;
}
