import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CapacityName } from '../../../domain/meetings/participantKind.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { inTurn, useUndo } from '../../application/undo.ts';
import { type How, moved, type People, type Seat } from './seatTypes.ts';
import { useSeatWords } from './seatWords.ts';

/** Who is to be given a seat. */
export interface NewSeat {
  readonly organisation?: string;
  readonly person?: string;
  readonly capacity: CapacityName;
  readonly alternateFor?: string;
  readonly items?: readonly string[];
  readonly reason?: string;
}

/** Everything that is done to the seats of a meeting; each of it can be taken back. */
export function useSeats(meeting: string, people: People) {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useSeatWords();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<string>();
  /** What was done last, for those who do not see it. */
  const [told, setTold] = useState('');

  const attempt = (work: () => Promise<string | undefined>) =>
    inTurn(async () => {
      try {
        const words = await work();
        setRefused(undefined);
        if (words !== undefined) setTold(words);
        return true;
      } catch (error) {
        setRefused(sentenceFor(error));
        return false;
      }
    });
  const remove = async (seats: readonly string[]) => {
    for (const id of seats) await client.records.remove({ id, reason: t`Taken off the list of people` });
  };
  const restore = async (seats: readonly string[]) => {
    for (const id of seats) await client.records.restore({ id });
  };
  const seated = (seats: readonly string[], label: string): string | undefined => {
    if (seats.length === 0) return undefined;
    did({ label, undo: () => remove(seats), redo: () => restore(seats) });
    return label;
  };
  const place = async (seats: readonly string[], before: string | null) => {
    const was: { participant: string; before: string | null }[] = [];
    for (const participant of seats) {
      was.unshift({ participant, ...(await client.meetings.moveSeat({ participant, before })) });
    }
    return was;
  };

  return {
    refused,
    told,
    forgive: () => setRefused(undefined),
    add: (seat: NewSeat) =>
      attempt(async () => {
        const { items, ...rest } = seat;
        const made = await client.meetings.seat({
          meeting,
          seats: [{ ...rest, ...(items === undefined ? {} : { items: [...items] }) }],
        });
        return seated(made.seated, t`gave somebody a seat`);
      }),
    addBoard: () =>
      attempt(async () => {
        const { seated: made } = await client.meetings.seatBoard({ meeting });
        const count = made.length;
        return seated(made, t`gave ${count} bodies of the board a seat`);
      }),
    remove: (seat: Seat) =>
      attempt(async () => {
        const name = nameOf(seat);
        const label = t`took ${name} off the list`;
        await remove([seat.participant]);
        did({ label, undo: () => restore([seat.participant]), redo: () => remove([seat.participant]) });
        return label;
      }),
    move: (seat: Seat, by: -1 | 1) =>
      attempt(async () => {
        const wish = moved(people.seats, seat.participant, by);
        if (wish === undefined) return t`There is no place there.`;
        const name = nameOf(seat);
        const label = t`moved ${name}`;
        const was = await place(wish.seats, wish.before);
        did({
          label,
          undo: async () => {
            for (const one of was) await client.meetings.moveSeat(one);
          },
          redo: () => place(wish.seats, wish.before),
        });
        return label;
      }),
    mark: (
      session: string,
      marks: readonly { readonly participant: string; readonly how: How | null }[],
      label: string,
    ) =>
      attempt(async () => {
        if (marks.length === 0) return undefined;
        const { before } = await client.meetings.attend({ session, marks: [...marks] });
        did({
          label,
          undo: () => client.meetings.attend({ session, marks: before }),
          redo: () => client.meetings.attend({ session, marks: [...marks] }),
        });
        return label;
      }),
  };
}

export type Seats = ReturnType<typeof useSeats>;
