import { useLingui } from '@lingui/react/macro';
import { IconDoor, IconFileText } from '@tabler/icons-react';
import { capitalised } from '../language/capitalised.ts';
import { formatWeekday } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import classes from './openSession.module.css';
import { AGENDA, type Plan, type Shown } from './shown.ts';

interface AgendaListProps {
  readonly plan: Plan;
  readonly shown: Shown;
  show(next: Shown): void;
}

/** The sessions with their items and papers, to go from one to the other. */
export function AgendaList({ plan, shown, show }: AgendaListProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const papers = new Map(plan.papers.map((paper) => [String(paper.paper), paper]));
  const onItems = new Set(plan.sessions.flatMap(({ items }) => items.flatMap((item) => item.papers)));
  const others = plan.papers.filter(({ paper }) => !onItems.has(paper));
  const current = (is: boolean) => (is ? ({ 'aria-current': 'page' } as const) : {});
  const paperLine = (id: string, item: string | undefined) => {
    const paper = papers.get(id);
    if (paper === undefined) return null;
    return (
      <li key={`${item ?? ''} ${id}`}>
        <button
          type="button"
          className={classes.paperEntry}
          {...current(shown.of === 'paper' && shown.id === id && shown.item === item)}
          onClick={() => show({ of: 'paper', id, item })}
        >
          <IconFileText size={15} stroke={1.6} aria-hidden />
          <span className={classes.entryNumber}>{paper.number}</span>
          <span>{paper.title}</span>
        </button>
      </li>
    );
  };
  return (
    <nav className={classes.list} aria-label={t`Agenda of the open session`}>
      <button type="button" className={classes.entry} {...current(shown.of === 'agenda')} onClick={() => show(AGENDA)}>
        {t`Agenda`}
      </button>
      {plan.sessions.map((session) => (
        <section key={session.session} aria-label={formatWeekday(session.date, language)}>
          <h2 className={classes.listHead}>
            <IconDoor size={15} stroke={1.6} aria-hidden />
            {[
              capitalised(formatWeekday(session.date, language)),
              session.starts === '' ? '' : `${session.starts}–${session.ends}`,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </h2>
          <ol className={classes.entries}>
            {session.items.map((item) =>
              item.type === 'break' ? (
                <li key={item.item} className={classes.pause}>
                  {item.starts} {item.title === '' ? t`Break` : item.title}
                </li>
              ) : (
                <li key={item.item}>
                  <button
                    type="button"
                    className={classes.entry}
                    {...current(shown.of === 'item' && shown.id === item.item)}
                    onClick={() => show({ of: 'item', id: item.item })}
                  >
                    <span className={classes.entryNumber}>{item.number}</span>
                    <span>{item.title}</span>
                  </button>
                  {item.papers.length > 0 && (
                    <ul className={classes.entries}>{item.papers.map((id) => paperLine(id, item.item))}</ul>
                  )}
                </li>
              ),
            )}
          </ol>
        </section>
      ))}
      {others.length > 0 && (
        <section aria-label={t`Other papers`}>
          <h2 className={classes.listHead}>{t`Other papers`}</h2>
          <ul className={classes.entries}>{others.map(({ paper }) => paperLine(paper, undefined))}</ul>
        </section>
      )}
    </nav>
  );
}
