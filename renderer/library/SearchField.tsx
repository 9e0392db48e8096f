import { useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import classes from './library.module.css';

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly words: string;
  onType(words: string): void;
  /** Goes on to the results. */
  onEnter(): void;
}

/** Where the words are typed; it has the focus when the library opens. */
export function SearchField({ field, words, onType, onEnter }: SearchFieldProps) {
  const { t } = useLingui();
  useEffect(() => field.current?.focus(), [field]);
  return (
    <TextInput
      ref={field}
      className={classes.words}
      size="md"
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      placeholder={t`Words, names, numbers of papers`}
      aria-label={t`Search the library`}
      value={words}
      autoComplete="off"
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && words !== '') onType('');
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        onEnter();
      }}
      rightSection={
        words !== '' && <CloseButton size="sm" aria-label={t`Take the words away`} onClick={() => onType('')} />
      }
    />
  );
}
