import { useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useHost } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useGivenReply } from '../../parts/outside/givenReply.ts';
import { REPLY_ENDINGS } from '../../parts/outside/useTakeReplies.ts';
import classes from './reply.module.css';
import type { ReplyDraft } from './useReplyDraft.ts';

const LONGEST = 1_000_000;

/** Where an answer comes in: a file that is chosen or dropped, or the words of a message. */
export function GiveReply({ draft }: { readonly draft: ReplyDraft }) {
  const { t } = useLingui();
  const host = useHost();
  const give = useGivenReply((state) => state.give);
  const [words, setWords] = useState('');
  const { source } = draft;
  const choose = async () => {
    const [file] = await host.chooseFiles({ endings: REPLY_ENDINGS, multiple: false });
    if (file !== undefined) give(file);
  };
  if (source !== undefined) {
    return (
      <div className={classes.given}>
        <span className={classes.name}>{'file' in source ? source.name : t`The words of a message`}</span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size={14} stroke={1.6} aria-hidden />}
          onClick={draft.startAgain}
        >
          {t`Another one`}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.part}>
      <p className={classes.quiet}>
        {t`Drop the filled-in form or a letter here, choose it, or paste the words of a message. Nothing is taken in before you have looked at it.`}
      </p>
      <div>
        <Button
          leftSection={<IconFileText size={16} stroke={1.6} aria-hidden />}
          onClick={() => void choose().catch(tellError)}
        >
          {t`Choose a file…`}
        </Button>
      </div>
      <Textarea
        label={t`Words of a message`}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={LONGEST}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div>
        <Button variant="default" disabled={words.trim() === ''} onClick={() => give({ words })}>
          {t`Look at these words`}
        </Button>
      </div>
    </div>
  );
}
