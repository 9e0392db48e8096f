import { useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import classes from './marks.module.css';

interface UnmarkProps {
  /** The decision, action or recommendation whose mark is removed. */
  readonly record: string;
  onClose(): void;
}

/** Asks what becomes of a decision, an action or a recommendation whose mark in the minutes is removed. */
export function Unmark({ record, onClose }: UnmarkProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const id = RecordId.parse(record);
  const { data } = useRead('records', 'read', { id });
  const [error, setError] = useState<unknown>();
  if (data === undefined) return null;
  const { minutes = null, anchor = null } = data.body;
  const title = data.title === '' ? t`Without a name` : data.title;
  const act = (label: string, does: () => Promise<unknown>, undoes: () => Promise<unknown>) => {
    does().then(
      () => {
        did({ label, undo: undoes, redo: does });
        onClose();
      },
      (failure) => setError(failure),
    );
  };
  const keep = () =>
    act(
      t`Removed the mark of ${title}`,
      () => client.records.edit({ id, changes: { minutes: null, anchor: null } }),
      () => client.records.edit({ id, changes: { minutes, anchor } }),
    );
  const remove = () =>
    act(
      t`Deleted ${title}`,
      () => client.records.remove({ id, reason: t`Its mark in the minutes was removed` }),
      () => client.records.restore({ id }),
    );
  return (
    <Modal opened onClose={onClose} title={t`Remove the mark in the minutes`}>
      <p className={classes.ask}>{title}</p>
      <p className={classes.ask}>{t`The words of the minutes stay as they are. What becomes of what was marked?`}</p>
      {error !== undefined && <p role="alert">{sentenceFor(error)}</p>}
      <Group gap="sm">
        <Button onClick={keep} data-autofocus>
          {t`Keep it without its place`}
        </Button>
        <Button variant="default" onClick={remove}>
          {t`Delete it`}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t`Not now`}
        </Button>
      </Group>
    </Modal>
  );
}
