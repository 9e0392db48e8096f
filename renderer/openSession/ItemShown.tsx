import { useLingui } from '@lingui/react/macro';
import { IconFileText } from '@tabler/icons-react';
import { capitalised } from '../language/capitalised.ts';
import { formatWeekday } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { OutsideMark } from '../parts/outside/OutsideMark.tsx';
import classes from './openSession.module.css';
import { itemsOf, type OpenItem, type Plan, type Shown } from './shown.ts';
import { TimeLeft } from './TimeLeft.tsx';

interface ShownProps {
  readonly plan: Plan;
  show(next: Shown): void;
}

/** The whole agenda, as it hangs on the wall. */
export function AgendaShown({ plan, show }: ShownProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <article className={classes.sheet}>
      <p className={classes.kicker}>{[plan.symbol, plan.place].filter((part) => part !== '').join(' · ')}</p>
      <h1>{plan.title === '' ? t`Open session` : plan.title}</h1>
      {plan.chair !== '' && <p className={classes.lead}>{t`In the chair: ${plan.chair}`}</p>}
      {plan.sessions.map((session) => (
        <section key={session.session} className={classes.session}>
          <h2>
            {capitalised(formatWeekday(session.date, language))}
            {session.starts !== '' && (
              <span className={classes.hours}>
                {session.starts}–{session.ends}
              </span>
            )}
          </h2>
          {session.attendance !== '' && <p className={classes.lead}>{session.attendance}</p>}
          <ol className={classes.agenda}>
            {session.items.map((item) => (
              <li key={item.item} data-break={item.type === 'break'}>
                <span className={classes.time}>{item.starts}</span>
                <span className={classes.number}>{item.number}</span>
                {item.type === 'break' ? (
                  <span>{item.title === '' ? t`Break` : item.title}</span>
                ) : (
                  <button
                    type="button"
                    className={classes.plainLink}
                    onClick={() => show({ of: 'item', id: item.item })}
                  >
                    {item.title}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

/** One item, large enough for the last row. */
export function ItemShown({ plan, id, show }: ShownProps & { readonly id: string }) {
  const { t } = useLingui();
  const item = itemsOf(plan).find((one) => one.item === id);
  const purpose = usePurpose(item);
  if (item === undefined) return null;
  const papers = item.papers.flatMap((paper) => plan.papers.find((one) => one.paper === paper) ?? []);
  const facts = [
    item.starts === '' ? '' : `${item.starts}–${item.ends}`,
    t`${item.minutes} minutes`,
    purpose,
    item.leads,
  ];
  return (
    <article className={classes.sheet}>
      <p className={classes.bigNumber}>{item.number}</p>
      <h1>{item.title}</h1>
      {plan.underWay?.item === id && <TimeLeft ends={plan.underWay.ends} />}
      <p className={classes.lead}>{facts.filter((part) => part !== '').join(' · ')}</p>
      {papers.length > 0 && (
        <section aria-label={t`Papers`}>
          <h2>{t`Papers`}</h2>
          <ul className={classes.papers}>
            {papers.map((paper) => (
              <li key={paper.paper}>
                <button
                  type="button"
                  className={classes.paperCard}
                  onClick={() => show({ of: 'paper', id: paper.paper, item: id })}
                >
                  <IconFileText size={24} stroke={1.6} aria-hidden />
                  <span className={classes.number}>{paper.number}</span>
                  <span className={classes.paperTitle}>
                    {paper.title}
                    {paper.from !== '' && <small>{paper.from}</small>}
                  </span>
                  <span className={classes.mark}>
                    <OutsideMark provenance={paper.provenance} /> <HandlingBadge label={paper.label} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function usePurpose(item: OpenItem | undefined): string {
  const { t } = useLingui();
  switch (item?.purpose) {
    case 'decision':
      return t`For decision`;
    case 'discussion':
      return t`For discussion`;
    case 'information':
      return t`For information`;
    default:
      return '';
  }
}
