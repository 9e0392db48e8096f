import { Plural, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from '../../../application/ApplicationContext.ts';
import { addressOf } from '../../../application/addresses.ts';
import { tellError } from '../../../application/errors.tsx';
import classes from '../editor.module.css';
import { paperFrom } from './paperFrom.ts';
import { MOST_WORDS, type Paste } from './usePaste.ts';

interface PasteNoticeProps {
  readonly paste: Paste;
  readonly editor: Editor;
}

/** In a quiet line, what could not be kept of what was pasted; or that it is too long, with what can be done. */
export function PasteNotice({ paste, editor }: PasteNoticeProps) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const { news, dismiss } = paste;
  if (news === undefined) return null;
  const make = async () => {
    if (news.said !== 'tooLong') return;
    setMaking(true);
    // The button shows that it works before the text is read.
    await new Promise((resolve) => setTimeout(resolve, 30));
    try {
      const body = paperFrom(news.html, news.text, editor.schema);
      if (body === undefined) return;
      const { id } = await client.records.create({ kind: 'paper', body });
      dismiss();
      navigate(addressOf('paper', id));
    } catch (error) {
      tellError(error);
    } finally {
      setMaking(false);
    }
  };
  const most = i18n.number(MOST_WORDS);
  return (
    <div className={classes.news} role="status">
      <span>
        {news.said === 'kept' && news.pictures > 0 && (
          <Plural
            value={news.pictures}
            one="# picture was left out; add it as an attachment. "
            other="# pictures were left out; add them as attachments. "
          />
        )}
        {news.said === 'kept' &&
          news.columns > 0 &&
          t`A table has ${news.columns} columns: it scrolls here, and does not fit a printed page.`}
        {news.said === 'tooLong' &&
          t`This is too long to be pasted into a text: more than ${most} words at once. Nothing was pasted. Make it a paper of its own, or paste it in parts.`}
      </span>
      {news.said === 'tooLong' && (
        <Button size="xs" loading={isMaking} onClick={() => void make()}>
          {t`Make it a paper`}
        </Button>
      )}
      <ActionIcon aria-label={t`Close`} onClick={dismiss}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
}
