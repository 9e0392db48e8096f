import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Popover } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { lastIssue } from '../../../domain/papers/issues.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { useRead } from '../../application/queries.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { AskReason } from '../../parts/reason/AskReason.tsx';
import classes from './life.module.css';

/** That an issued paper stands, and how a new version of it is begun. */
export function IssuedNotice({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const { data: status } = useRead('vault', 'status', {});
  const [asks, setAsks] = useState(false);
  const [error, setError] = useState<unknown>();
  const issue = lastIssue(view.body);
  const isSecretariat = status?.installation?.role === 'secretariat';
  const begin = async (reason: string) => {
    try {
      await client.papers.beginVersion({ papers: [RecordId.parse(view.id)], reason });
      setAsks(false);
    } catch (failure) {
      setError(failure);
    }
  };
  useAction({
    id: 'paper.newVersion',
    title: t`Begin a new version…`,
    group: t`Paper`,
    icon: IconLockOpen,
    disabled: !isSecretariat || view.conflicted,
    run: () => setAsks(true),
  });
  if (issue === undefined) return null;
  const day = formatDate(issue.on, language);
  return (
    <Alert
      icon={<IconLock size={18} stroke={1.6} aria-hidden />}
      color="gray"
      className={classes.issued ?? ''}
      role="note"
    >
      <span
        className={classes.issuedWords}
      >{t`${issue.name}, of ${day}. It stands as it was issued: nobody changes it.`}</span>
      {isSecretariat && (
        <Popover opened={asks} onChange={setAsks} width={440} position="bottom-start" trapFocus returnFocus>
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="default"
              disabled={view.conflicted}
              leftSection={<IconLockOpen size={15} stroke={1.6} aria-hidden />}
              onClick={() => setAsks(true)}
            >
              {t`Begin a new version…`}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t`Begin a new version`}>
            <AskReason
              label={t`Why a new version is begun`}
              description={t`It stays with the paper, for all members who have it.`}
              longest={2000}
              act={t`Begin a new version`}
              icon={<IconLockOpen size={16} stroke={1.6} aria-hidden />}
              error={error}
              onAct={(reason) => void begin(reason)}
              onClose={() => setAsks(false)}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </Alert>
  );
}
