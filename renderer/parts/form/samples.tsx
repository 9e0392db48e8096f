import { useLingui } from '@lingui/react/macro';
import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../application/queries.ts';
import type { Conflict, ConflictAnswer } from '../conflict/answers.ts';
import { ConflictPanel } from '../conflict/ConflictPanel.tsx';
import { TwoZones, TwoZonesField } from '../dates/TwoZones.tsx';
import type { TypedDate } from '../dates/typedDate.ts';
import { kindName } from '../kinds/kindNames.ts';
import { Divided } from './Divided.tsx';
import { RecordForm } from './RecordForm.tsx';

const KINDS = ['organisation', 'person', 'meeting', 'session', 'agendaItem', 'paper'] as const;

/** Every editor in every state, on the first record of each kind of the open vault. */
export function FormSamples() {
  const { t, i18n } = useLingui();
  return (
    <Stack gap="xl">
      {KINDS.map((kind) => (
        <section key={kind} data-sample={`form-${kind}`}>
          <Title order={3}>{i18n._(kindName(kind))}</Title>
          <FirstOfKind kind={kind} />
        </section>
      ))}
      <section data-sample="form-reading">
        <Title order={3}>{t`Only to be read`}</Title>
        <FirstOfKind kind="organisation" readOnly />
      </section>
      <section data-sample="conflict">
        <Title order={3}>{t`Questions`}</Title>
        <Questions />
      </section>
      <section data-sample="two-windows">
        <Title order={3}>{t`Two windows`}</Title>
        <Divided
          path={['organisation', 'name']}
          editor={{ editor: 'text' }}
          mine="Republic of Northmark"
          theirs="Northmark"
          decide={() => {}}
        />
      </section>
      <section data-sample="two-zones">
        <Title order={3}>{t`Two time zones`}</Title>
        <TwoZonesSample />
      </section>
    </Stack>
  );
}

function FirstOfKind({ kind, readOnly = false }: { readonly kind: string; readonly readOnly?: boolean }) {
  const { t } = useLingui();
  const { data } = useRead('records', 'register', {
    kinds: [kind],
    columns: [],
    filters: [],
    sort: [{ column: '$title', descending: false }],
    offset: 0,
    limit: 1,
  });
  const first = data?.rows[0];
  if (data === undefined) return null;
  return first === undefined ? (
    <p>{t`There is no such record in this vault.`}</p>
  ) : (
    <RecordForm record={first.id} readOnly={readOnly} />
  );
}

const block = (text: string) => ({
  type: 'paragraph',
  attrs: { id: 'sample' },
  content: [{ type: 'text', text }],
});

const side = (version: string, who: string, own: boolean) => ({ version, who, own, at: '2027-03-01T10:00Z' });

const QUESTIONS: readonly Conflict[] = [
  {
    path: 'due',
    field: 'due',
    type: 'scalar',
    base: '2027-06-30',
    sides: [
      { ...side('a', 'Secretariat', true), value: '2027-05-15' },
      { ...side('b', 'Northmark', false), value: '2027-09-30' },
    ],
    words: 'Due date: the Secretariat says 15 May 2027, Northmark says 30 September 2027.',
  },
  {
    path: 'body/sample',
    field: 'body',
    type: 'block',
    base: block('Governments should offer the radio regulator equipment and training before the first election.'),
    sides: [
      {
        ...side('a', 'Secretariat', true),
        value: block(
          'Governments should offer the radio regulator training and a roster of linguists before the first election.',
        ),
      },
      {
        ...side('b', 'Northmark', false),
        value: block(
          'Governments are invited to offer the radio regulator equipment and training before the first election.',
        ),
      },
    ],
    words: 'Text: the Secretariat and Northmark changed one paragraph.',
  },
];

function Questions() {
  const [answers, setAnswers] = useState<Readonly<Record<string, ConflictAnswer>>>({});
  return (
    <Stack>
      {QUESTIONS.map((conflict) => (
        <ConflictPanel
          key={conflict.path}
          kind="paper"
          conflict={conflict}
          answer={answers[conflict.path]}
          onAnswer={(answer) => setAnswers({ ...answers, [conflict.path]: answer })}
        />
      ))}
    </Stack>
  );
}

function TwoZonesSample() {
  const { t } = useLingui();
  const [date, setDate] = useState<TypedDate>({ value: '2027-03-11' });
  const [time, setTime] = useState<TypedDate>({ value: '09:30' });
  const zones = { zone: 'Asia/Tokyo', otherZone: 'America/Toronto' };
  const parts = (typed: TypedDate) => ('raw' in typed ? [undefined, typed.raw] : [typed.value, undefined]);
  const [day, rawDay] = parts(date);
  const [clock, rawClock] = parts(time);
  return (
    <Stack>
      <TwoZones at="2027-03-11T00:30Z" {...zones} withDay />
      <span id="two-zones-sample">{t`Start`}</span>
      <TwoZonesField
        id="two-zones"
        labelledBy="two-zones-sample"
        date={day}
        time={clock}
        {...(rawDay === undefined ? {} : { rawDate: rawDay })}
        {...(rawClock === undefined ? {} : { rawTime: rawClock })}
        onDate={setDate}
        onTime={setTime}
        {...zones}
      />
    </Stack>
  );
}
