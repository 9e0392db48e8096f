import { Alert, Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tellError } from '../../application/errors.tsx';
import { usePreference } from '../../application/preferences.ts';
import { registerSaving } from '../../application/saving.ts';

interface CommentFieldProps {
  /** The preference that keeps what was typed and not sent. */
  readonly keep: string;
  readonly label: string;
  readonly button: string;
  readonly autoFocus?: boolean;
  /** What stands there before anything is typed. */
  readonly initial?: string;
  send(text: string): Promise<void>;
  /** The field is no longer wanted. */
  leave?(): void;
}

/** A text that is sent by its button or Ctrl Enter. What was not sent is there again the next time. */
export function CommentField({ keep, label, button, autoFocus = false, initial = '', send, leave }: CommentFieldProps) {
  const client = useClient();
  const [kept] = usePreference(keep, z.string(), '');
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState<unknown>();
  const text = typed ?? (kept || initial);
  const latest = useRef({ typed, kept });
  latest.current = { typed, kept };
  /** What was handed over is not kept once more, whatever becomes of the field meanwhile. */
  const sent = useRef(false);
  useEffect(() => {
    const isUnsaved = () =>
      !sent.current && latest.current.typed !== undefined && latest.current.typed !== latest.current.kept;
    const save = async () => {
      if (isUnsaved()) await client.preferences.write({ name: keep, value: latest.current.typed || null });
    };
    const end = registerSaving(save, isUnsaved);
    return () => {
      end();
      save().catch(tellError);
    };
  }, [client, keep]);
  const submit = async () => {
    const words = text.trim();
    if (words === '') return;
    setRefused(undefined);
    sent.current = true;
    try {
      await send(words);
    } catch (error) {
      sent.current = false;
      setRefused(error);
      return;
    }
    setTyped('');
    latest.current = { typed: '', kept: '' };
    sent.current = false;
    if (kept !== '') client.preferences.write({ name: keep, value: null }).catch(tellError);
    leave?.();
  };
  return (
    <div>
      <Textarea
        label={label}
        value={text}
        autoFocus={autoFocus}
        dir="auto"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          if (event.key === 'Escape' && leave !== undefined) {
            event.stopPropagation();
            leave();
          }
        }}
      />
      {refused !== undefined && (
        <Alert color="red" role="alert" mt="xs">
          {sentenceFor(refused)}
        </Alert>
      )}
      <Button size="xs" mt="xs" disabled={text.trim() === ''} onClick={() => void submit()}>
        {button}
      </Button>
    </div>
  );
}
