import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readNumber } from '../readNumber.ts';
import type { EditorProps } from './EditorProps.ts';

export function NumberEditor({ id, value, raw, readOnly, invalid, onType }: EditorProps) {
  const [typing, setTyping] = useState<string>();
  const read = (words: string) => {
    setTyping(words);
    if (words.trim() === '') return onType({ value: undefined }, 'leave');
    const number = readNumber(words);
    onType(number === undefined ? { raw: words, wrong: { fault: 'number' } } : { value: number }, 'leave');
  };
  return (
    <TextInput
      id={id}
      value={typing ?? raw ?? (typeof value === 'number' ? String(value) : '')}
      inputMode="numeric"
      readOnly={readOnly}
      error={invalid}
      autoComplete="off"
      onChange={({ currentTarget }) => read(currentTarget.value)}
      onBlur={() => setTyping(undefined)}
    />
  );
}
