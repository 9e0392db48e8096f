import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import type { EditorProps } from './EditorProps.ts';

/** Checked or not; the word beside it says the same. */
export function YesNoEditor({ id, labelId, value, readOnly, onType }: EditorProps) {
  const { t } = useLingui();
  const checked = value === true;
  return (
    <Checkbox
      id={id}
      checked={checked}
      disabled={readOnly}
      label={checked ? t`Yes` : t`No`}
      aria-labelledby={labelId}
      onChange={({ currentTarget }) => onType({ value: currentTarget.checked }, 'now')}
    />
  );
}
