import { Plural, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { ArrivalLine } from './ArrivalLine.tsx';
import { useArrivals } from './arrivals.ts';
import classes from './dropping.module.css';

/** What was done with each file that came. Not there when none did. */
export function ArrivalPanel() {
  const { t } = useLingui();
  const arrivals = useArrivals((state) => state.arrivals);
  const clear = useArrivals((state) => state.clear);
  if (arrivals.length === 0) return null;
  const open = arrivals.filter(({ state }) => state.is === 'waiting' || state.is === 'working').length;
  return (
    <section
      className={classes.panel}
      aria-label={t`Files that came`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        clear();
      }}
    >
      <div className={classes.head}>
        <strong role="status">
          {open > 0 ? (
            <Plural value={open} one="# file is still being looked at" other="# files are still being looked at" />
          ) : (
            <Plural value={arrivals.length} one="# file came" other="# files came" />
          )}
        </strong>
        <ActionIcon onClick={clear} aria-label={t`Close the list of files`}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <ul className={classes.list}>
        {arrivals.map((arrival) => (
          <ArrivalLine key={arrival.id} arrival={arrival} />
        ))}
      </ul>
    </section>
  );
}
