import { useState } from 'react';
import type { TypedDate } from '../parts/dates/typedDate.ts';

/** A moment as it is typed: five days ahead at 17:00 until somebody says otherwise. */
export function useMoment(zone: string) {
  const ahead = Temporal.Now.plainDateISO(zone).add({ days: 5 }).toString();
  const [date, setDate] = useState<TypedDate>({ value: ahead });
  const [time, setTime] = useState<TypedDate>({ value: '17:00' });
  return {
    field: {
      date: 'value' in date ? date.value : undefined,
      time: 'value' in time ? time.value : undefined,
      ...('raw' in date ? { rawDate: date.raw } : {}),
      ...('raw' in time ? { rawTime: time.raw } : {}),
      onDate: setDate,
      onTime: setTime,
    },
  };
}
export type TypedMoment = ReturnType<typeof useMoment>;

/** The moment in minutes, UTC (`2027-03-05T17:00Z`); undefined while it is none. */
export function momentIn({ field: { date, time } }: TypedMoment, zone: string): string | undefined {
  if (date === undefined || time === undefined) return undefined;
  try {
    const at = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
    return at.toInstant().toString({ smallestUnit: 'minute' });
  } catch {
    return undefined;
  }
}
