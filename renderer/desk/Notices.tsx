import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { receivedAddress } from '../application/addresses.ts';
import { NoticeWords } from '../parts/notice/NoticeWords.tsx';
import classes from './desk.module.css';
import type { DeskData } from './useDesk.ts';

/** Notices that are not over: they stand before everything else. */
export function Notices({ notices }: { readonly notices: DeskData['notices'] }) {
  const { t } = useLingui();
  if (notices.length === 0) return null;
  return (
    <section aria-label={t`Notices`} className={classes.section}>
      {notices.map(({ bundle, notice, organisationName, senderName, waiting }) => {
        const from = organisationName || senderName;
        return (
          <NoticeWords key={bundle} notice={notice} from={from}>
            <Button
              component={Link}
              to={receivedAddress(bundle)}
              variant={waiting ? 'filled' : 'default'}
              size="compact-md"
              aria-label={waiting ? t`Receive: notice from ${from}` : t`Open: notice from ${from}`}
            >
              {waiting ? t`Receive` : t`Open`}
            </Button>
          </NoticeWords>
        );
      })}
    </section>
  );
}
