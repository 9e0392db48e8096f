import { useLingui } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { addressOf, planAddress } from '../../application/addresses.ts';
import { type Check, entriesOf, type Plan } from '../plan/planTypes.ts';
import { useArrange } from '../plan/useArrange.ts';
import { CheckActs } from './CheckActs.tsx';
import { useCheckNames } from './checkNames.ts';
import classes from './panel.module.css';

interface ChecksProps {
  readonly meeting: string;
  readonly plan: Plan;
  /** What the panel tells of: what is about it comes first. */
  readonly about: string;
}

/** What is to be seen to in the plan. Each leads to what it is about. */
export function Checks({ meeting, plan, about }: ChecksProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const names = useCheckNames();
  const { arrange, refused } = useArrange(meeting);
  const isAbout = ({ records }: Check) => records.some((record) => record === about);
  const checks = plan.checks.toSorted(
    (one, other) => rank(one) - rank(other) || Number(isAbout(other)) - Number(isAbout(one)),
  );
  const go = ({ records }: Check) => {
    const entries = new Set(entriesOf(plan).map(({ id }) => id));
    const entry = records.find((record) => entries.has(record));
    const paper = records.find((record) => record !== meeting);
    const holder = plan.sessions
      .flatMap(({ items }) => items)
      .find(({ papers }) => papers.some((one) => one.paper === paper));
    const target = entry ?? holder?.item;
    if (target !== undefined) navigate(planAddress(meeting, target));
    else if (paper !== undefined) navigate(addressOf('paper', paper));
    else navigate(addressOf('meeting', meeting));
  };
  return (
    <section aria-label={t`Beside the plan`}>
      <h3 className={classes.heading}>{t`Beside the plan`}</h3>
      {refused !== undefined && (
        <Alert color="red" role="alert">
          {refused}
        </Alert>
      )}
      {checks.length === 0 && (
        <p className={classes.well}>
          <IconCircleCheck size={16} stroke={1.6} aria-hidden />
          {t`Nothing to see to.`}
        </p>
      )}
      {checks.map((check) => {
        const { code, severity, sentence, records } = check;
        const Sign = severity === 'refusal' ? IconAlertOctagon : IconAlertTriangle;
        return (
          <div key={`${code} ${records.join(' ')} ${sentence}`} className={classes.check} data-severity={severity}>
            <button type="button" className={classes.checkSaid} onClick={() => go(check)}>
              <b>
                <Sign size={15} stroke={1.6} aria-hidden /> {names(code)}
              </b>
              <span>{sentence}</span>
            </button>
            <CheckActs check={check} plan={plan} arrange={arrange} />
          </div>
        );
      })}
    </section>
  );
}

const rank = ({ severity }: Check): number => (severity === 'refusal' ? 0 : 1);
