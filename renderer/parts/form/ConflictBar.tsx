import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconGitMerge } from '@tabler/icons-react';
import { useResolving } from '../conflict/resolvingPlace.ts';
import classes from './form.module.css';
import type { OpenConflicts } from './useConflicts.ts';

/** How many questions of a record in conflict are open; applies all answers when none is. */
export function ConflictBar({ conflicts }: { readonly conflicts: OpenConflicts }) {
  const { t } = useLingui();
  const { asked, left, applying, apply } = conflicts;
  const total = asked.length;
  const place = useResolving({
    title: t`Apply the answers to this record’s questions`,
    group: t`Record`,
    icon: IconGitMerge,
    disabled: left > 0 || applying,
    run: apply,
  });
  return (
    <div className={classes.bar} ref={place}>
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
      <div className={classes.noticeText}>
        <strong aria-live="polite">
          {left === 0 ? (
            t`All questions are answered.`
          ) : (
            <Plural value={left} one={`# of ${total} questions is open.`} other={`# of ${total} questions are open.`} />
          )}
        </strong>
        <span>{t`It is read, not changed, until they are answered. All versions stay in the history.`}</span>
      </div>
      <Button size="xs" disabled={left > 0} loading={applying} onClick={apply}>
        {t`Apply the answers`}
      </Button>
    </div>
  );
}
