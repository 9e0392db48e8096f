import { useLingui } from '@lingui/react/macro';
import { ItemBlock } from './ItemBlock.tsx';
import { usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';
import type { useDragging } from './useDragging.ts';

interface TrayProps {
  readonly dragging: ReturnType<typeof useDragging>;
  readonly tabbable: string | undefined;
}

/** Items that lie in no session, so that nothing is lost; shown while something is dragged, too, to be put into it. */
export function Tray({ dragging, tabbable }: TrayProps) {
  const { t } = useLingui();
  const { plan, chosen, choose } = usePlan();
  const { drag } = dragging;
  if (plan.tray.length === 0 && drag?.of !== 'item') return null;
  return (
    <section
      className={classes.tray}
      aria-label={t`Tray`}
      data-tray
      data-target={(drag?.of === 'item' && drag.target?.to === null) || undefined}
    >
      <h2 className={classes.trayName}>
        {t`Tray`} <span>{t`in no session yet`}</span>
      </h2>
      <div className={classes.trayItems}>
        {plan.tray.map((item) => (
          <ItemBlock
            key={item.item}
            item={item}
            tabbable={tabbable === item.item}
            rows={2}
            style={
              drag?.of === 'item' && drag.id === item.item
                ? { transform: `translate(${drag.dx}px, ${drag.dy}px)`, zIndex: 20, pointerEvents: 'none' }
                : undefined
            }
            isChosen={chosen?.id === item.item}
            choose={choose}
            onGrab={dragging.grabItem}
          />
        ))}
      </div>
    </section>
  );
}
