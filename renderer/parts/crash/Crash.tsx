import { useLingui } from '@lingui/react/macro';
import { Button, Code, Group, Spoiler, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './crash.module.css';

interface CrashProps {
  readonly error: unknown;
  /** Shows the page again, where that may help. */
  readonly onAgain?: () => void;
}

/** What stands where a part of the window stopped working. */
export function Crash({ error, onAgain }: CrashProps) {
  const { t } = useLingui();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={classes.crash} role="alert">
      <Title order={1} ref={title} tabIndex={-1}>{t`This page stopped working`}</Title>
      <Text>
        {t`Something went wrong in the window, not in the vault. Everything that was saved is safe. Open the page again; if that does not help, reload the window.`}
      </Text>
      <Group gap="sm">
        {onAgain !== undefined && <Button onClick={onAgain}>{t`Open the page again`}</Button>}
        <Button variant={onAgain === undefined ? 'filled' : 'default'} onClick={() => window.location.reload()}>
          {t`Reload the window`}
        </Button>
      </Group>
      <Spoiler maxHeight={0} showLabel={t`Technical details`} hideLabel={t`Hide technical details`}>
        <Code block>{wordsOf(error)}</Code>
      </Spoiler>
    </section>
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
