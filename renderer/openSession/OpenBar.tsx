import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import type { Action } from '../application/actions.ts';
import { shortcutWords } from '../parts/shortcuts/shortcutWords.ts';
import classes from './openSession.module.css';
import type { OpenActions } from './useOpenActions.ts';

interface OpenBarProps {
  readonly made: OpenActions;
  readonly back: (() => void) | undefined;
}

/** What can be done, quiet and small at the foot: the screen belongs to what is shown. */
export function OpenBar({ made: { actions, said, isWrong }, back }: OpenBarProps) {
  const { t } = useLingui();
  return (
    <section className={classes.bar} aria-label={t`Open session`}>
      <ActionIcon aria-label={t`One step back`} disabled={back === undefined} onClick={back}>
        <IconCornerUpLeft size={18} stroke={1.6} />
      </ActionIcon>
      <Sign action={actions.agenda} />
      <Sign action={actions.previousItem} />
      <Sign action={actions.nextItem} />
      <span className={classes.barLine} />
      <Sign action={actions.smaller} />
      <Sign action={actions.larger} />
      <Sign action={actions.large} />
      <span className={classes.barLine} />
      <Sign action={actions.print} />
      <Sign action={actions.save} />
      <Sign action={actions.copy} />
      <span role={isWrong ? 'alert' : 'status'} className={isWrong ? classes.wrong : classes.said}>
        {said}
      </span>
      <Sign action={actions.help} />
      <Sign action={actions.lock} />
      <Sign action={actions.leave} />
    </section>
  );
}

function Sign({ action }: { readonly action: Action }) {
  const { title, icon: Icon, shortcut, disabled = false, run } = action;
  const words = shortcut === undefined ? title : `${title} (${shortcutWords(shortcut)})`;
  return (
    <Tooltip label={words}>
      <ActionIcon aria-label={title} disabled={disabled} onClick={run}>
        {Icon && <Icon size={18} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  );
}
