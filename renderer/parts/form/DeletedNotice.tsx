import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { isJsonObject } from '../../../domain/records/json.ts';
import { own } from '../../../domain/records/own.ts';
import { text } from '../../../domain/records/text.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import classes from './form.module.css';
import type { RecordView } from './formKeeper.ts';

/** Who deleted the record and why, and the way back. */
export function DeletedNotice({ view, by }: { readonly view: RecordView; readonly by: string | undefined }) {
  const { t } = useLingui();
  const client = useClient();
  const deletion = own(view.body, '$deleted');
  const reason = isJsonObject(deletion) ? text(own(deletion, 'reason')) : '';
  const restore = async () => {
    await client.records.restore({ id: view.id });
    useUndo.getState().did({
      label: t`Restored “${view.title}”`,
      undo: () => client.records.remove({ id: view.id, reason: reason === '' ? t`Made by mistake` : reason }),
      redo: () => client.records.restore({ id: view.id }),
    });
  };
  return (
    <div className={classes.notice} role="status">
      <IconTrash size={18} stroke={1.6} aria-hidden />
      <div className={classes.noticeText}>
        <strong>{by === undefined ? t`This record was deleted.` : t`This record was deleted: ${by}.`}</strong>
        {reason !== '' && <span>{t`Reason: ${reason}`}</span>}
      </div>
      <Button size="xs" variant="default" onClick={() => void restore().catch(tellError)}>
        {t`Restore`}
      </Button>
    </div>
  );
}
