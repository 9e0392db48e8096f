import { useLingui } from '@lingui/react/macro';
import classes from './people.module.css';
import { SeatRow } from './SeatRow.tsx';
import { inGroups, type People, type Seat, type SeatGroup } from './seatTypes.ts';
import type { Seats } from './useSeats.ts';

interface SeatListProps {
  readonly people: People;
  readonly seats: Seats;
  readonly chosen: string | undefined;
  choose(seat: string): void;
}

/** Delegations with their seats, then who was asked in. */
export function SeatList(props: SeatListProps) {
  const { t } = useLingui();
  const { board, guests } = inGroups(props.people.seats);
  return (
    <>
      {board.length > 0 && <Groups {...props} title={t`Delegations`} groups={board} />}
      {guests.length > 0 && <Groups {...props} title={t`Invited bodies and guests`} groups={guests} />}
    </>
  );
}

function Groups({
  title,
  groups,
  people,
  ...rest
}: SeatListProps & { readonly title: string; readonly groups: SeatGroup[] }) {
  const { t } = useLingui();
  const tabbable = people.seats.some(({ participant }) => participant === rest.chosen)
    ? rest.chosen
    : groups[0]?.seats[0]?.participant;
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {groups.map(({ organisation, seats }) => (
        <section key={organisation} className={classes.group} aria-label={nameOf(seats[0])}>
          <p className={classes.delegation}>
            {nameOf(seats[0])}
            {seats.length > 1 && <span className={classes.count}>{t`${seats.length} seats`}</span>}
          </p>
          <ul className={classes.seats}>
            {seats.map((seat) => (
              <SeatRow key={seat.participant} seat={seat} isTabbable={tabbable === seat.participant} {...rest} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );

  function nameOf(seat: Seat | undefined): string {
    const of = seat?.organisation;
    if (of === undefined) return t`Without an organisation`;
    if (of.name === '') return t`An organisation not known here`;
    const name = of.name;
    return of.deleted ? t`${name} (deleted)` : name;
  }
}
