import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import exchange from '../exchange.module.css';
import type { ReadReplyOut } from './ReplyFields.tsx';
import classes from './reply.module.css';
import { takenAsNew, takenInto } from './taken.ts';
import type { ReplyDraft } from './useReplyDraft.ts';

/** What will be made, and the deliberate act that makes it. */
export function TakeIn({ draft, read }: { readonly draft: ReplyDraft; readonly read: ReadReplyOut }) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const did = useUndo((state) => state.did);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { source, body, item, into, over, named, stays } = draft;
  const title = into?.title ?? draft.title.trim();
  const take = async () => {
    if (source === undefined || body === null) return;
    setBusy(true);
    setError(undefined);
    try {
      const of = { source, digest: read.digest, body: RecordId.parse(body), title, named, stays, language };
      const taken =
        into === undefined
          ? await takenAsNew(client, { ...of, item: RecordId.parse(item) })
          : await takenInto(client, { ...of, into: { paper: into.paper, over } });
      did({ label: t`Taken in: ${title}`, ...taken.back(t`Taking it in was undone`) });
      navigate(addressOf('paper', taken.paper));
      draft.startAgain();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const isPlaced = into === undefined ? item !== null : over || !draft.asksOver;
  const action: Action = {
    id: 'exchange.takeIn',
    title: t`Take it in, unverified`,
    group: t`Exchange`,
    shortcut: 'mod+Enter',
    whileTyping: true,
    icon: IconCheck,
    disabled: busy || body === null || !isPlaced || title === '',
    run: () => void take(),
  };
  useAction(action);
  return (
    <div className={classes.foot}>
      {error !== undefined && (
        <p role="alert" className={exchange.wrong}>
          {sentenceFor(error)}
        </p>
      )}
      <div>
        <Button
          leftSection={<IconCheck size={16} stroke={1.6} aria-hidden />}
          disabled={action.disabled === true}
          onClick={action.run}
        >
          {action.title}
        </Button>
      </div>
      <p className={classes.quiet}>
        {into !== undefined
          ? t`Puts it into that paper, from outside and unverified. What came is kept as it came, with the contact, for our own organisation alone.`
          : read.hasWords
            ? t`Makes a paper of these words on that item. What came is kept as it came in an annex that stays with our own organisation, with the contact.`
            : t`Makes a paper on that item, with the letter beside it. If the body may not be named, it stays with our own organisation.`}
      </p>
    </div>
  );
}
