import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface KeptProps {
  readonly label: string;
  readonly value: string;
  readonly long?: boolean;
  readonly placeholder?: string;
  readonly hidden?: boolean;
  keep(value: string): void;
}

/** A field that is kept when it is left; what is typed stays typed meanwhile. */
export function Kept({ label, value, long = false, placeholder, hidden = false, keep }: KeptProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const props = {
    ...(hidden ? { 'aria-label': label } : { label }),
    ...(placeholder === undefined ? {} : { placeholder }),
    value: typed,
    size: 'sm' as const,
    onBlur: () => typed.trim() !== value && keep(typed.trim()),
  };
  return long ? (
    <Textarea {...props} autosize minRows={2} maxRows={10} onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput {...props} onChange={(event) => setTyped(event.currentTarget.value)} />
  );
}
