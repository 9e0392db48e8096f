import { useLingui } from '@lingui/react/macro';
import { Input } from '@mantine/core';
import { useId } from 'react';
import { DateField } from './DateField.tsx';
import type { TypedDate } from './typedDate.ts';

interface DayInputProps {
  readonly label: string;
  readonly description?: string;
  readonly value: TypedDate;
  onChange(typed: TypedDate): void;
}

/** A day outside a record's form, with its label, and what is wrong with what was typed. */
export function DayInput({ label, description, value, onChange }: DayInputProps) {
  const { t } = useLingui();
  const id = useId();
  const wrong = 'wrong' in value;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={wrong && t`Type a day, such as 3 March 2027.`}
    >
      <DateField
        id={id}
        value={'value' in value ? value.value : undefined}
        raw={'raw' in value ? value.raw : undefined}
        invalid={wrong}
        onType={onChange}
      />
    </Input.Wrapper>
  );
}
