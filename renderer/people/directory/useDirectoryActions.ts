import { useLingui } from '@lingui/react/macro';
import { IconAddressBook, IconGitBranch, IconSend } from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import type { Directory } from '../../parts/directory/useDirectory.ts';
import type { AskedDialog } from './DirectoryDialog.tsx';

export interface DirectoryActions {
  readonly found: Action;
  readonly settle: Action;
  readonly send: Action;
}

/** What can be done with the directory as a whole. */
export function useDirectoryActions(
  directory: Directory | undefined,
  ask: (asked: AskedDialog) => void,
): DirectoryActions {
  const { t } = useLingui();
  const group = t`People`;
  const isForked = directory?.alarms.some(({ is, settled }) => is === 'fork' && !settled) ?? false;
  const found = {
    id: 'directory.found',
    title: t`Begin the directory…`,
    group,
    icon: IconAddressBook,
    disabled: directory?.mayFound !== true || directory.founded,
    run: () => ask({ of: 'found' }),
  };
  const settle = {
    id: 'directory.settle',
    title: t`Say which one holds…`,
    group,
    icon: IconGitBranch,
    disabled: directory?.maySign !== true || !isForked,
    run: () => ask({ of: 'settle' }),
  };
  const send = {
    id: 'directory.send',
    title: t`Send the directory to everybody…`,
    group,
    icon: IconSend,
    disabled: directory?.maySign !== true,
    run: () => ask({ of: 'send' }),
  };
  useAction(found);
  useAction(settle);
  useAction(send);
  return { found, settle, send };
}
