import { Plural, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useLocation } from 'react-router';
import { OfferLines } from '../folder/OfferLines.tsx';
import { useClosedOffers, useOffers } from '../folder/useOffers.ts';
import { ArrivalLine } from './ArrivalLine.tsx';
import { useArrivals } from './arrivals.ts';
import classes from './dropping.module.css';

/** What was done with each file that came, and what lies in the exchange folder. Not there when nothing did. */
export function ArrivalPanel() {
  const { t } = useLingui();
  const arrivals = useArrivals((state) => state.arrivals);
  const forget = useArrivals((state) => state.clear);
  const closed = useClosedOffers((state) => state.closed);
  const { offers: all, marks } = useOffers();
  // The page of the exchange has them itself.
  const onPage = useLocation().pathname === '/exchange';
  const offers = onPage ? [] : all.filter(({ mark }) => !closed.has(mark));
  if (arrivals.length === 0 && offers.length === 0) return null;
  const clear = () => {
    useClosedOffers.getState().close(marks);
    forget();
  };
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
          {arrivals.length === 0 ? (
            <Plural value={offers.length} one="A bundle has arrived" other="# bundles have arrived" />
          ) : open > 0 ? (
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
        <OfferLines offers={offers} />
        {arrivals.map((arrival) => (
          <ArrivalLine key={arrival.id} arrival={arrival} />
        ))}
      </ul>
    </section>
  );
}
