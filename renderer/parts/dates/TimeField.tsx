import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseTime } from './parseTime.ts';
import type { DateFieldProps, TypedDate } from './typedDate.ts';

/** A wall-clock time: `9:30`, `9h30`, `0930` all come to `09:30`. */
export function TimeField({ id, value, raw, readOnly, invalid, onType }: DateFieldProps) {
  const [typing, setTyping] = useState<string>();
  return (
    <TextInput
      id={id}
      value={typing ?? raw ?? value ?? ''}
      readOnly={readOnly ?? false}
      error={invalid ?? false}
      autoComplete="off"
      inputMode="numeric"
      placeholder={readOnly ? '' : '00:00'}
      onChange={({ currentTarget }) => {
        setTyping(currentTarget.value);
        onType(readTime(currentTarget.value));
      }}
      onBlur={() => setTyping(undefined)}
    />
  );
}

function readTime(text: string): TypedDate {
  if (text.trim() === '') return { value: undefined };
  const time = parseTime(text);
  return time === undefined ? { raw: text, wrong: { fault: 'time' } } : { value: time };
}
