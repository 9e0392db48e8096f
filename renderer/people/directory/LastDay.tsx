import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { tell } from '../../application/errors.tsx';
import { DayInput } from '../../parts/dates/DayInput.tsx';
import type { TypedDate } from '../../parts/dates/typedDate.ts';
import type { Directory, DirectorySeat } from '../../parts/directory/useDirectory.ts';
import { SignedForm } from '../../parts/root/SignedForm.tsx';

interface LastDayProps {
  readonly seat: DirectorySeat;
  readonly directory: Directory;
  onClose(): void;
}

/** A seat that is for a time is admitted again with another last day, or without one. */
export function LastDay({ seat, directory, onClose }: LastDayProps) {
  const { t } = useLingui();
  const client = useClient();
  const [ends, setEnds] = useState<TypedDate>({ value: seat.ends });
  const { name, installation, homeState } = seat;
  return (
    <SignedForm
      label={t`Admit again`}
      submit={t`Admit again`}
      disabled={'wrong' in ends}
      needsRoot={seat.role === 'secretariat' && directory.root?.waiting !== true}
      sign={(root) =>
        client.directory.admit({
          installation,
          ...(homeState === undefined ? {} : { homeState }),
          ...('value' in ends && ends.value !== undefined ? { ends: ends.value } : {}),
          ...(root === undefined ? {} : { root }),
        })
      }
      onDone={({ number }) => {
        tell(t`${name} was admitted, in entry ${number} of the directory.`);
        onClose();
      }}
      onCancel={onClose}
    >
      <DayInput label={t`Last day`} description={t`Empty: without an end.`} value={ends} onChange={setEnds} />
      <Text size="sm" c="var(--second)">
        {t`A new entry of the directory says so to everybody.`}
      </Text>
    </SignedForm>
  );
}
