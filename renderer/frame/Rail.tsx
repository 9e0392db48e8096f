import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { NavLink } from 'react-router';
import type { Place } from '../application/places.ts';
import classes from './frame.module.css';
import { OpenElsewhere } from './OpenElsewhere.tsx';

interface RailProps {
  readonly places: readonly Place[];
  /** Numbers beside the names, by place: what waits there. */
  readonly waiting: Readonly<Record<string, number>>;
}

/** The places, always in the same order. */
export function Rail({ places, waiting }: RailProps) {
  const { t, i18n } = useLingui();
  return (
    <nav className={classes.rail} aria-label={t`Places`}>
      {places.map((place, index) => {
        const before = places[index - 1];
        const number = waiting[place.id] ?? 0;
        return (
          <Fragment key={place.id}>
            {before !== undefined && before.group !== place.group && <hr className={classes.railLine} />}
            <NavLink to={place.path} className={classes.railEntry ?? ''}>
              <place.icon size={18} stroke={1.6} aria-hidden />
              <span className={classes.railName}>{i18n._(place.title)}</span>
              {number > 0 && (
                <span className={classes.railNumber}>
                  <span aria-hidden>{number}</span>
                  <span className={classes.unseen}>{t`${number} waiting`}</span>
                </span>
              )}
            </NavLink>
          </Fragment>
        );
      })}
      <OpenElsewhere />
    </nav>
  );
}
