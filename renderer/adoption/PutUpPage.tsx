import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { AdoptionWay } from '../../domain/adoption/kinds.ts';
import { SUBJECT_KINDS } from '../../domain/adoption/subjects.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useUndo } from '../application/undo.ts';
import { KindIcon } from '../parts/kinds/KindIcon.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import classes from './adoption.module.css';
import { Until } from './Until.tsx';
import { momentIn, useMoment } from './useMoment.ts';

/** Puts texts of a meeting up for adoption: which, how, until when, and what members are told. */
export function PutUpPage() {
  const [search] = useSearchParams();
  const meeting = search.get('meeting') ?? '';
  const record = useRead('records', 'read', { id: meeting }, { enabled: meeting !== '' });
  const decisions = useRead('records', 'list', { kind: 'decision', deleted: false });
  const recommendations = useRead('records', 'list', { kind: 'recommendation', deleted: false });
  const minutes = useRead('records', 'list', { kind: 'minutes', deleted: false });
  const papers = useRead('records', 'list', { kind: 'paper', deleted: false });
  const bodies = useRead('records', 'list', { kind: 'organisation', deleted: false });
  const all = [decisions, recommendations, minutes, papers];
  if ((meeting !== '' && record.data === undefined) || [...all, bodies].some(({ data }) => data === undefined)) {
    return <Page>{null}</Page>;
  }
  const offered = all
    .flatMap(({ data = [] }) => data)
    .filter(({ body }) => body.meeting === meeting && body.type !== 'nationalPosition')
    .toSorted((one, other) => rank(one.kind) - rank(other.kind) || collator.compare(one.title, other.title));
  const others = (bodies.data ?? []).filter(({ body }) => body.membership !== 'member').map(({ id }) => id);
  const chosen = (search.get('records') ?? '').split(',').filter((id) => id !== '');
  return (
    <PutUp
      key={search.toString()}
      meeting={record.data && { id: record.data.id, title: record.data.title, body: record.data.body }}
      offered={offered}
      chosen={chosen}
      others={others}
    />
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });
const rank = (kind: string): number => SUBJECT_KINDS.indexOf(kind);

interface PutUpProps {
  readonly meeting:
    | { readonly id: string; readonly title: string; readonly body: Readonly<Record<string, unknown>> }
    | undefined;
  readonly offered: readonly { readonly id: string; readonly kind: string; readonly title: string }[];
  readonly chosen: readonly string[];
  /** Organisations that are no members: they are not asked. */
  readonly others: readonly string[];
}

function PutUp({ meeting, offered, chosen, others }: PutUpProps) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const client = useClient();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const [records, setRecords] = useState(chosen);
  const [way, setWay] = useState<AdoptionWay>('silence');
  const [title, setTitle] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const zone = typeof meeting?.body.zone === 'string' ? text(meeting.body.zone) : Temporal.Now.timeZoneId();
  const until = useMoment(zone);
  const [error, setError] = useState<string>();
  const deadline = momentIn(until, zone);
  const putUp = async () => {
    try {
      const { adoption } = await client.adoption.putUp({
        records: records.map((id) => RecordId.parse(id)),
        ...(meeting === undefined ? {} : { meeting: RecordId.parse(meeting.id) }),
        ...(title.trim() === '' ? {} : { title }),
        ...(words.trim() === '' ? {} : { text: words }),
        way,
        zone,
        ...(way === 'silence' && deadline !== undefined ? { deadline } : {}),
        ...(asked.length === 0 ? {} : { asked: asked.map((id) => RecordId.parse(id)) }),
      });
      did({
        label: t`put up for adoption`,
        undo: () => client.records.removeMany({ ids: [adoption], reason: t`Putting it up was undone` }),
        redo: () => client.records.restoreMany({ ids: [adoption] }),
      });
      navigate(addressOf('adoption', adoption));
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void putUp();
  };
  const crumbs = [
    { title: t`Meetings`, address: '/meetings' },
    ...(meeting === undefined ? [] : [{ title: meeting.title, address: addressOf('meeting', meeting.id) }]),
  ];
  return (
    <Page>
      <PageHead title={t`Put up for adoption`} crumbs={crumbs} />
      <form onSubmit={submit} aria-label={t`Put up for adoption`} className={classes.form}>
        <Checkbox.Group
          label={t`What is adopted`}
          description={t`As it stands now. A later change is shown beside it.`}
          value={[...records]}
          onChange={setRecords}
        >
          <Stack gap={6} mt={6} className={classes.offered ?? ''}>
            {offered.length === 0 && (
              <p className={classes.quiet}>{t`This meeting has no decision, recommendation, minutes or paper yet.`}</p>
            )}
            {offered.map((one) => (
              <Checkbox
                key={one.id}
                value={one.id}
                label={
                  <span className={classes.choice}>
                    <KindIcon kind={one.kind} size={16} />
                    {nameOf(one)}
                  </span>
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group label={t`How`} value={way} onChange={(next) => setWay(next === 'inRoom' ? 'inRoom' : 'silence')}>
          <Stack gap={6} mt={4}>
            <Radio
              value="silence"
              label={t`By silence procedure`}
              description={t`Members may object until a moment. When it has passed, the chair records the result; no clock does.`}
            />
            <Radio
              value="inRoom"
              label={t`In the room`}
              description={t`The chair asks, and the result is recorded there.`}
            />
          </Stack>
        </Radio.Group>
        {way === 'silence' && <Until until={until} zone={zone} />}
        <RecordPicker
          multiple
          kinds={['organisation']}
          value={asked}
          except={others}
          onChange={setAsked}
          label={t`Members who are asked`}
          description={t`All members who may have it, unless some are named.`}
        />
        <TextInput
          label={t`Title`}
          description={t`That of what is adopted, unless it needs another.`}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Textarea
          label={t`What members are told`}
          autosize
          minRows={2}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {error !== undefined && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <div>
          <Button
            type="submit"
            leftSection={<IconGavel size={16} stroke={1.6} aria-hidden />}
            disabled={records.length === 0 || (way === 'silence' && deadline === undefined)}
          >
            {t`Put up`}
          </Button>
        </div>
      </form>
    </Page>
  );
}
