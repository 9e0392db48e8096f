import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type OwnTab, useSidePanel } from '../application/sidePanel.ts';
import { Inspector } from '../parts/inspector/Inspector.tsx';
import { InspectorActions } from '../parts/inspector/InspectorActions.tsx';
import classes from './frame.module.css';
import { PrintAction } from './PrintAction.tsx';

/** Handling, history, links and comments of what is open or chosen; one key away. */
export function SidePanel({ own }: { readonly own: readonly OwnTab[] }) {
  const { t } = useLingui();
  const { open, subject, setOpen } = useSidePanel();
  if (subject === undefined) return null;
  const actions = (
    <>
      <InspectorActions own={own} record={subject} />
      <PrintAction record={subject} key={subject} />
    </>
  );
  if (!open) return actions;
  return (
    <aside className={classes.sidePanel} aria-label={t`About this record`}>
      <ActionIcon className={classes.closePanel} aria-label={t`Close the side panel`} onClick={() => setOpen(false)}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
      {actions}
      <Inspector record={subject} own={own} key={subject} />
    </aside>
  );
}
