import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { useRead } from '../../application/queries.ts';

interface IntoFolderProps {
  readonly value: boolean;
  onChange(value: boolean): void;
}

/** Whether what is sealed goes into the exchange folder. Not there where no folder is chosen. */
export function IntoFolder({ value, onChange }: IntoFolderProps) {
  const { t } = useLingui();
  const { data } = useRead('folder', 'read', {});
  if (data === undefined || data.state === 'none') return null;
  const isGone = data.state === 'gone';
  return (
    <Switch
      label={t`Write it into the exchange folder`}
      description={
        isGone
          ? t`The folder cannot be reached at this moment.`
          : t`Under a name that is drawn and says nothing. What carries the folder carries it.`
      }
      checked={value && !isGone}
      disabled={isGone}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
