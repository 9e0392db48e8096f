import { useLingui } from '@lingui/react/macro';
import { formatWeekday } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ItemBlock } from './ItemBlock.tsx';
import { usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';
import { SessionHead } from './SessionHead.tsx';
import { Tray } from './Tray.tsx';
import type { useDragging } from './useDragging.ts';

interface PlanListProps {
  readonly dragging: ReturnType<typeof useDragging>;
  readonly tabbable: string | undefined;
}

/** The same plan as a plain list, with the same keys. */
export function PlanList({ dragging, tabbable }: PlanListProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { plan, chosen, choose } = usePlan();
  const { drag } = dragging;
  return (
    <>
      <div className={classes.list}>
        {plan.days.map(({ day, date }) => (
          <section key={day} data-day={day} aria-label={formatWeekday(date, language)}>
            <h2 className={classes.dayName}>{formatWeekday(date, language)}</h2>
            {plan.sessions
              .filter((session) => session.day === day)
              .map((session) => {
                const target = drag?.of === 'item' && drag.target?.to === session.session ? drag.target : undefined;
                return (
                  <div
                    key={session.session}
                    className={classes.listSession}
                    data-access={session.access}
                    data-session={session.session}
                    data-target={(target !== undefined && target.before === null) || undefined}
                  >
                    <SessionHead
                      session={session}
                      isChosen={chosen?.id === session.session}
                      choose={choose}
                      tabbable={tabbable === session.session}
                    />
                    <ol className={classes.listItems}>
                      {session.items.map((item) => (
                        <li key={item.item}>
                          <ItemBlock
                            item={item}
                            tabbable={tabbable === item.item}
                            rows={2}
                            isTarget={target?.before === item.item}
                            style={
                              drag?.of === 'item' && drag.id === item.item
                                ? { transform: `translate(${drag.dx}px, ${drag.dy}px)`, zIndex: 20 }
                                : undefined
                            }
                            isChosen={chosen?.id === item.item}
                            choose={choose}
                            onGrab={dragging.grabItem}
                          />
                        </li>
                      ))}
                    </ol>
                    {session.items.length === 0 && <p className={classes.noItem}>{t`Nothing planned yet`}</p>}
                    {session.afterwards !== '' && <p className={classes.listAfterwards}>{session.afterwards}</p>}
                  </div>
                );
              })}
          </section>
        ))}
      </div>
      <Tray dragging={dragging} tabbable={tabbable} />
    </>
  );
}
