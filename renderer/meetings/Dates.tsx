import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Input } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { text } from '../../domain/records/text.ts';
import { useRead } from '../application/queries.ts';
import { DateField } from '../parts/dates/DateField.tsx';
import type { TypedDate } from '../parts/dates/typedDate.ts';
import { useArrange } from './plan/useArrange.ts';

/** First and last day of a meeting, changed together, so that the last never comes before the first. */
export function Dates({ meeting }: { readonly meeting: string }) {
  const { data } = useRead('records', 'read', { id: meeting });
  if (data === undefined) return null;
  const { starts, ends } = data.body;
  return (
    <Fields
      key={`${text(starts)} ${text(ends)}`}
      meeting={meeting}
      kept={{ starts: text(starts), ends: text(ends) || text(starts) }}
      readOnly={data.deleted || data.conflicted || data.unknown}
    />
  );
}

interface FieldsProps {
  readonly meeting: string;
  readonly kept: { readonly starts: string; readonly ends: string };
  readonly readOnly: boolean;
}

function Fields({ meeting, kept, readOnly }: FieldsProps) {
  const { t } = useLingui();
  const { arrange, refused, forgive } = useArrange(meeting);
  const [days, setDays] = useState(kept);
  const [raw, setRaw] = useState<{ starts?: string; ends?: string }>({});
  const isChanged = days.starts !== kept.starts || days.ends !== kept.ends;
  const isReadable = raw.starts === undefined && raw.ends === undefined && days.starts !== '' && days.ends !== '';
  const onType = (field: 'starts' | 'ends') => (typed: TypedDate) => {
    forgive();
    if ('raw' in typed) return setRaw({ ...raw, [field]: typed.raw });
    const { [field]: _typed, ...rest } = raw;
    setRaw(rest);
    const value = typed.value ?? '';
    setDays(field === 'starts' ? { starts: value, ends: movedWith(kept, days, value) } : { ...days, ends: value });
  };
  return (
    <section aria-label={t`Dates`}>
      <Group gap="md" align="end">
        <Labelled label={t`First day`}>
          {(id) => (
            <DateField
              id={id}
              value={days.starts || undefined}
              raw={raw.starts}
              invalid={raw.starts !== undefined}
              readOnly={readOnly}
              onType={onType('starts')}
            />
          )}
        </Labelled>
        <Labelled label={t`Last day`}>
          {(id) => (
            <DateField
              id={id}
              value={days.ends || undefined}
              raw={raw.ends}
              invalid={raw.ends !== undefined}
              readOnly={readOnly}
              onType={onType('ends')}
            />
          )}
        </Labelled>
        {isChanged && (
          <Button disabled={!isReadable} onClick={() => void arrange(() => ({ does: 'dates', ...days }))}>
            {t`Move the meeting`}
          </Button>
        )}
      </Group>
      {refused !== undefined && (
        <Alert color="red" role="alert" mt="sm">
          {refused}
        </Alert>
      )}
    </section>
  );
}

/** The last day, as far after the first as it was. */
function movedWith(kept: FieldsProps['kept'], days: FieldsProps['kept'], starts: string): string {
  if (days.ends !== kept.ends || kept.starts === '' || starts === '') return days.ends || starts;
  const length = Temporal.PlainDate.from(kept.starts).until(Temporal.PlainDate.from(kept.ends));
  return Temporal.PlainDate.from(starts).add(length).toString();
}

function Labelled({ label, children }: { readonly label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelProps={{ htmlFor: id }} w={230}>
      {children(id)}
    </Input.Wrapper>
  );
}
