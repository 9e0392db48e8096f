import { useLingui } from '@lingui/react/macro';
import { Group, Input, Radio, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { DayInput } from '../../parts/dates/DayInput.tsx';
import { TimeField } from '../../parts/dates/TimeField.tsx';
import type { TypedDate } from '../../parts/dates/typedDate.ts';

interface SinceProps {
  /** The moment until which it was certainly in its holder's hands (minutes, UTC); undefined: until now. */
  onChange(since: { readonly moment: string | undefined; readonly wrong: boolean }): void;
}

/** Until when an installation was in its holder's hands. */
export function Since({ onChange }: SinceProps) {
  const { t } = useLingui();
  const timeId = useId();
  const [when, setWhen] = useState<'now' | 'earlier'>('now');
  const [date, setDate] = useState<TypedDate>({ value: undefined });
  const [time, setTime] = useState<TypedDate>({ value: '00:00' });
  const tell = (next: typeof when, day: TypedDate, clock: TypedDate) => {
    setWhen(next);
    setDate(day);
    setTime(clock);
    if (next === 'now') return onChange({ moment: undefined, wrong: false });
    const moment = momentOf(day, clock);
    onChange({ moment, wrong: moment === undefined });
  };
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t`It was in the holder’s hands until`}
        value={when}
        onChange={(next) => tell(next === 'earlier' ? 'earlier' : 'now', date, time)}
      >
        <Group gap="md" mt={4}>
          <Radio value="now" label={t`now`} />
          <Radio value="earlier" label={t`an earlier moment`} />
        </Group>
      </Radio.Group>
      {when === 'earlier' && (
        <Group gap="md" align="flex-start">
          <DayInput label={t`Day`} value={date} onChange={(next) => tell(when, next, time)} />
          <Input.Wrapper
            id={timeId}
            label={t`Hour, on this computer’s clock`}
            error={'wrong' in time && t`Type an hour, such as 09:30.`}
          >
            <TimeField
              id={timeId}
              value={'value' in time ? time.value : undefined}
              raw={'raw' in time ? time.raw : undefined}
              invalid={'wrong' in time}
              onType={(next) => tell(when, date, next)}
            />
          </Input.Wrapper>
        </Group>
      )}
    </Stack>
  );
}

/** `2027-03-11T09:30Z` of a day and an hour of this computer; undefined while they are not whole. */
function momentOf(day: TypedDate, clock: TypedDate): string | undefined {
  if (!('value' in day) || !('value' in clock) || day.value === undefined) return undefined;
  const at = Temporal.PlainDate.from(day.value).toZonedDateTime({
    timeZone: Temporal.Now.timeZoneId(),
    plainTime: Temporal.PlainTime.from(clock.value ?? '00:00'),
  });
  return at.toInstant().toString({ smallestUnit: 'minute' });
}
