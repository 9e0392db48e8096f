import { useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { hasCode } from '../../../domain/errors.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';
import type { TypedFromPaper } from '../recovery/KeyFromPaper.tsx';
import { RootField } from './RootField.tsx';

interface SignedFormProps<T> {
  /** What the form is called. */
  readonly label: string;
  /** The button's words. */
  readonly submit: string;
  readonly disabled?: boolean;
  /** It cannot be taken back. */
  readonly grave?: boolean;
  /** Only the root may sign it; asked for in any case once the directory says so. */
  readonly needsRoot?: boolean;
  sign(root: string[] | undefined): Promise<T>;
  onDone(answer: T): void;
  onCancel(): void;
  readonly cancel?: string;
  readonly children?: ReactNode;
}

/** What becomes an entry of the directory: fields, and the root where it has to sign. */
export function SignedForm<T>(props: SignedFormProps<T>) {
  const { t } = useLingui();
  const readAgain = useReadAgain();
  const [asksRoot, setAsksRoot] = useState(props.needsRoot ?? false);
  const [root, setRoot] = useState<TypedFromPaper>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { label, submit, disabled = false, grave = false, cancel = t`Cancel`, children } = props;
  const sign = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy || disabled) return;
    if (asksRoot && root === undefined) return setError(t`Type all groups as they stand on the paper.`);
    setBusy(true);
    setError(undefined);
    try {
      const answer = await props.sign(root);
      await readAgain('directory');
      await readAgain('exchange');
      props.onDone(answer);
    } catch (failure) {
      if (hasCode(failure, 'directory.rootNeeded')) setAsksRoot(true);
      setError(sentenceFor(failure));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void sign(event)} aria-label={label} noValidate>
      <Stack gap="md">
        {children}
        {asksRoot && (
          <RootField
            onChange={(next) => {
              setRoot(next);
              setError(undefined);
            }}
          />
        )}
        {error !== undefined && (
          <Text role="alert" c="var(--refusal-ink)">
            {error}
          </Text>
        )}
        <Group gap="sm">
          <Button
            type="submit"
            loading={busy}
            disabled={disabled}
            {...(grave ? { color: 'red', variant: 'outline' } : {})}
          >
            {submit}
          </Button>
          <Button variant="default" onClick={props.onCancel} disabled={busy}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
