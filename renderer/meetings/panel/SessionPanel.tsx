import { useLingui } from '@lingui/react/macro';
import { Alert, Button, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { HoursFields } from '../plan/AddToPlan.tsx';
import type { Session } from '../plan/planTypes.ts';
import { useArrange } from '../plan/useArrange.ts';
import { CueEditor } from '../room/CueEditor.tsx';

interface SessionPanelProps {
  readonly meeting: string;
  readonly session: Session;
}

/** Hours of a session, who may be there, and what follows. Its hours are changed together. */
export function SessionPanel({ meeting, session }: SessionPanelProps) {
  const { session: id, starts, ends, buffer } = session;
  return (
    <>
      <Hours meeting={meeting} session={session} key={`${id} ${starts} ${ends}`} />
      <Buffer meeting={meeting} session={session} key={`${id} ${buffer}`} />
      <RecordForm record={id} fields={['access', 'room', 'attendance', 'afterwards']} />
      <CueEditor meeting={meeting} about={id} moment="before" key={`${id} before`} />
      <CueEditor meeting={meeting} about={id} moment="after" key={`${id} after`} />
    </>
  );
}

/** Minutes between the items; set when the field is left, or with Enter. */
function Buffer({ meeting, session }: SessionPanelProps) {
  const { t } = useLingui();
  const { arrange, refused } = useArrange(meeting);
  const { session: id, buffer } = session;
  const [minutes, setMinutes] = useState<string | number>(buffer);
  const set = () => {
    if (Number(minutes) !== buffer) void arrange(() => ({ does: 'buffer', session: id, minutes: Number(minutes) }));
  };
  return (
    <NumberInput
      mb="md"
      label={t`Minutes between items`}
      description={t`None around a break.`}
      value={minutes}
      min={0}
      step={5}
      allowDecimal={false}
      error={refused}
      onChange={setMinutes}
      onBlur={set}
      onKeyDown={(event) => {
        if (event.key === 'Enter') set();
      }}
    />
  );
}

function Hours({ meeting, session }: SessionPanelProps) {
  const { t } = useLingui();
  const { arrange, refused, forgive } = useArrange(meeting);
  const { session: id, day, starts, ends } = session;
  const [hours, setHours] = useState({ starts, ends });
  const isChanged = hours.starts !== starts || hours.ends !== ends;
  return (
    <Stack gap="sm" mb="md">
      <HoursFields
        hours={hours}
        onChange={(next) => {
          forgive();
          setHours(next);
        }}
      />
      {isChanged && (
        <Button size="xs" onClick={() => void arrange(() => ({ does: 'moveSession', session: id, day, ...hours }))}>
          {t`Change the hours`}
        </Button>
      )}
      {refused !== undefined && (
        <Alert color="red" role="alert">
          {refused}
        </Alert>
      )}
    </Stack>
  );
}
