import { useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface ReasonLineProps {
  /** What the reason is for: "Why it is kept". */
  readonly label: string;
  /** What is done with it, in the words of its button. */
  readonly act: string;
  onReason(reason: string): void;
  onClose(): void;
}

/** In characters. */
const LONGEST = 2000;

/** Asks why, in one line in its place; Escape steps back. */
export function ReasonLine({ label, act, onReason, onClose }: ReasonLineProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onReason(reason.trim());
  };
  return (
    <form onSubmit={done}>
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        label={label}
        maxLength={LONGEST}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Group gap="xs" mt={6}>
        <Button size="xs" type="submit" disabled={reason.trim() === ''}>
          {act}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t`Not now`}
        </Button>
      </Group>
    </form>
  );
}
