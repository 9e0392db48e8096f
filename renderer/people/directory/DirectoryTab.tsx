import { useLingui } from '@lingui/react/macro';
import { IconAddressBook } from '@tabler/icons-react';
import { useState } from 'react';
import { AlarmNotice } from '../../parts/directory/AlarmNotice.tsx';
import { useDirectory } from '../../parts/directory/useDirectory.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import classes from '../people.module.css';
import { type AskedDialog, DirectoryDialog } from './DirectoryDialog.tsx';
import { DirectoryHead } from './DirectoryHead.tsx';
import { EntryStory } from './EntryStory.tsx';
import { SeatList } from './SeatList.tsx';
import { useDirectoryActions } from './useDirectoryActions.ts';

/** Who has which installations, since when and until when, who signed that, and what must not pass unseen. */
export function DirectoryTab() {
  const { t } = useLingui();
  const directory = useDirectory();
  const [asked, ask] = useState<AskedDialog>();
  const actions = useDirectoryActions(directory, ask);
  if (directory === undefined) return null;
  const { founded, mayFound, alarms, seats, entries } = directory;
  const open = alarms.filter(({ seen, settled, is }) => !seen || (is === 'fork' && !settled));
  return (
    <div className={classes.directory}>
      {open.length > 0 && (
        <div className={classes.alarms}>
          {open.map((alarm) => (
            <AlarmNotice key={alarm.id} alarm={alarm}>
              {alarm.is === 'fork' && directory.maySign && !alarm.settled && <ActionButton action={actions.settle} />}
            </AlarmNotice>
          ))}
        </div>
      )}
      {founded ? (
        <>
          <DirectoryHead directory={directory} actions={actions} />
          <SeatList seats={seats} maySign={directory.maySign} onAsk={ask} />
          <EntryStory entries={entries} alarms={alarms} />
        </>
      ) : (
        <EmptyState
          icon={IconAddressBook}
          title={t`No directory yet`}
          {...(mayFound ? { actions: <ActionButton action={actions.found} primary /> } : {})}
        >
          {mayFound
            ? t`The directory says which installations belong to whom, entry by entry, each signed by the Secretariat. What touches the Secretariat’s own keys is signed by a root that is kept on paper.`
            : t`The directory says which installations belong to whom. It comes with the invitation of the Secretariat and with every bundle after it.`}
        </EmptyState>
      )}
      {asked !== undefined && <DirectoryDialog asked={asked} directory={directory} onClose={() => ask(undefined)} />}
    </div>
  );
}
