import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Overrulable } from '../../../domain/meetings/operations.ts';
import { ReasonLine } from '../../parts/reason/ReasonLine.tsx';
import type { Check, Plan } from '../plan/planTypes.ts';
import type { Arranging } from '../plan/useArrange.ts';
import classes from './panel.module.css';

interface CheckActsProps {
  readonly check: Check;
  readonly plan: Plan;
  arrange: Arranging['arrange'];
}

/** What can be done about a check beside it: a session ends later, a rule is overruled with a reason that is kept. */
export function CheckActs({ check, plan, arrange }: CheckActsProps) {
  const { t } = useLingui();
  const { code, records, overruled } = check;
  const rule = Overrulable.safeParse(code);
  if (rule.success && overruled !== undefined) {
    return (
      <p className={classes.overruled}>
        {t`Overruled: ${overruled}`}{' '}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void arrange(() => ({ does: 'overrule', check: rule.data, reason: null }))}
        >
          {t`Let the rule hold again`}
        </Button>
      </p>
    );
  }
  if (rule.success) {
    const overrule = (reason: string) => void arrange(() => ({ does: 'overrule', check: rule.data, reason }));
    return <Overrule onReason={overrule} />;
  }
  const session = plan.sessions.find((one) => records.some((record) => record === one.session));
  if (code !== 'overTime' || session === undefined) return null;
  const endLater = (shift: boolean) => void arrange(() => ({ does: 'endLater', session: session.session, shift }));
  const follows = plan.sessions.some(({ day, starts }) => day === session.day && starts >= session.ends);
  return (
    <Group gap={4} className={classes.acts ?? ''}>
      <Button size="compact-xs" variant="subtle" onClick={() => endLater(false)}>
        {t`Let it end later`}
      </Button>
      {follows && (
        <Button size="compact-xs" variant="subtle" onClick={() => endLater(true)}>
          {t`… and shift what follows`}
        </Button>
      )}
    </Group>
  );
}

function Overrule({ onReason }: { onReason(reason: string): void }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {t`Overrule…`}
      </Button>
    );
  }
  return (
    <ReasonLine
      label={t`Why this meeting is held otherwise`}
      act={t`Overrule`}
      onReason={onReason}
      onClose={() => setOpen(false)}
    />
  );
}
