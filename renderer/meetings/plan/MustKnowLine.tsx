import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarExclamation } from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import { useRead } from '../../application/queries.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { focusPanel } from './PlanActions.tsx';
import { usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';

/** Over the plan, once it is another than it was sent: how many must know, and the way to who they are. */
export function MustKnowLine() {
  const { t } = useLingui();
  const language = useLanguage();
  const { meeting, choose } = usePlan();
  const openAt = useSidePanel((state) => state.openAt);
  const { data } = useRead('meetings', 'mustKnow', { meeting, language }, { keep: true });
  const count = data?.parties.length ?? 0;
  const show: Action = {
    id: 'plan.mustKnow',
    title: t`Who must know of changes`,
    icon: IconCalendarExclamation,
    shortcut: 'W',
    inside: 'main',
    group: t`Timetable`,
    run: () => {
      // Whatever entry keeps the focus would be chosen again.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      choose(undefined);
      openAt('own');
      focusPanel();
    },
  };
  useAction(show);
  if (count === 0) return null;
  return (
    <p className={classes.mustKnow} role="status">
      <IconCalendarExclamation size={16} stroke={1.6} aria-hidden />
      <span>{t`The plan has changed since it was sent: ${count} must know.`}</span>
      <Button size="compact-sm" variant="subtle" onClick={show.run}>
        {t`Who must know`}
      </Button>
    </p>
  );
}
