import { useLingui } from '@lingui/react/macro';
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconUsers, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { useAction } from '../application/actions.ts';
import { usePreference } from '../application/preferences.ts';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { Choice } from '../parts/choice/Choice.tsx';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { AddSeat } from './people/AddSeat.tsx';
import { Attendance } from './people/Attendance.tsx';
import { PrintPeople } from './people/PrintPeople.tsx';
import classes from './people/people.module.css';
import { SeatActions } from './people/SeatActions.tsx';
import { SeatList } from './people/SeatList.tsx';
import { Speakers } from './people/Speakers.tsx';
import type { People } from './people/seatTypes.ts';
import { useSeats } from './people/useSeats.ts';

const View = z.enum(['seats', 'attendance']);

interface PeopleTabProps {
  readonly meeting: string;
  readonly chosen: string | undefined;
  choose(seat: string | undefined): void;
}

/** Who takes part in a meeting: delegations, who is asked in, who speaks at which item, and who was there. */
export function PeopleTab(props: PeopleTabProps) {
  const language = useLanguage();
  const { data } = useRead('meetings', 'people', { meeting: props.meeting, language }, { keep: true });
  return data === undefined ? null : <Shown {...props} people={data} />;
}

function Shown({ meeting, chosen, choose, people }: PeopleTabProps & { readonly people: People }) {
  const { t } = useLingui();
  const seats = useSeats(meeting, people);
  const [view, setView] = usePreference('meetings.people', View, 'seats');
  const [adding, setAdding] = useState(false);
  const group = t`People of the meeting`;
  const isEmpty = people.seats.length === 0;
  const isList = view === 'seats' || isEmpty;
  const add = {
    id: 'seat.add',
    title: t`Give a seat…`,
    group,
    icon: IconPlus,
    shortcut: 'N',
    inside: 'main',
    run: () => {
      seats.forgive();
      setAdding(true);
    },
  };
  const addBoard = {
    id: 'seat.addBoard',
    title: t`Add all members of the board`,
    group,
    icon: IconUsersPlus,
    disabled: people.missing.length === 0,
    run: () => void seats.addBoard(),
  };
  useAction(add);
  useAction(addBoard);
  return (
    <>
      <div className={classes.tools}>
        {!isEmpty && (
          <Choice
            compact
            label={t`Show`}
            value={view}
            onChange={(value) => setView(View.parse(value))}
            data={[
              { value: 'seats', label: t`Seats` },
              { value: 'attendance', label: t`Attendance` },
            ]}
          />
        )}
        {!isEmpty && <ActionButton action={add} />}
        {!isEmpty && people.missing.length > 0 && <ActionButton action={addBoard} />}
        {!isEmpty && <PrintPeople meeting={meeting} />}
      </div>
      {seats.refused !== undefined && (
        <p role="alert" className={classes.refused}>
          {seats.refused}
        </p>
      )}
      {adding && <AddSeat seats={seats} others={people.seats} close={() => setAdding(false)} />}
      <VisuallyHidden role="status">{seats.told}</VisuallyHidden>
      {isEmpty && !adding && (
        <EmptyState
          icon={IconUsers}
          title={t`Nobody has a seat yet`}
          actions={
            <>
              <Button leftSection={<IconUsersPlus size={16} stroke={1.6} aria-hidden />} onClick={addBoard.run}>
                {addBoard.title}
              </Button>
              <ActionButton action={add} />
            </>
          }
        >
          {t`Delegations with their alternates, invited bodies, guests and interpreters stand here: for name plates, lists and calendars, and to note who was there.`}
        </EmptyState>
      )}
      {isList ? (
        <>
          <SeatActions people={people} seats={seats} chosen={chosen} choose={choose} />
          <SeatList people={people} seats={seats} chosen={chosen} choose={choose} />
          <Speakers />
        </>
      ) : (
        <Attendance people={people} seats={seats} />
      )}
    </>
  );
}
