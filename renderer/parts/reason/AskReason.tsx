import { useLingui } from '@lingui/react/macro';
import { Button, type ButtonProps, Group, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sentenceFor } from '../../application/errors.tsx';
import classes from './reason.module.css';

interface AskReasonProps {
  /** What the reason is for: "Why it is recalled". */
  readonly label: string;
  /** Who will read it. */
  readonly description?: string;
  /** In characters. */
  readonly longest: number;
  /** What is done with it, in the words of its button. */
  readonly act: string;
  readonly icon: ReactNode;
  readonly color?: ButtonProps['color'];
  /** Whether all else is said that the act needs. */
  readonly ready?: boolean;
  readonly error: unknown;
  /** The work under way, in place of the buttons. */
  readonly working?: ReactNode | false;
  /** What else is asked, below the reason. */
  readonly further?: ReactNode;
  /** What will happen, a sentence each. */
  readonly happens?: readonly string[];
  /** What is said before all that. */
  readonly children?: ReactNode;
  onAct(reason: string): void;
  onClose(): void;
}

/** Asks why before a deliberate act: says what will happen, takes the reason, and does it or not now. */
export function AskReason(props: AskReasonProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const {
    label,
    description,
    longest,
    act,
    icon,
    color,
    ready = true,
    error,
    working,
    further,
    happens = [],
    children,
  } = props;
  return (
    <Stack gap="md">
      {children}
      {happens.length > 0 && (
        <ul className={classes.happens}>
          {happens.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Textarea
        label={label}
        description={description}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={longest}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {further}
      {error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(error)}
        </p>
      )}
      {working || (
        <Group gap="sm">
          <Button
            {...(color !== undefined && { color })}
            disabled={!ready || reason.trim() === ''}
            leftSection={icon}
            onClick={() => props.onAct(reason.trim())}
          >
            {act}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t`Not now`}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
