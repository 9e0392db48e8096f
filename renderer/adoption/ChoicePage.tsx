import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconWorldSearch } from '@tabler/icons-react';
import { generateKeyBetween } from 'fractional-indexing';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { labelRank } from '../../domain/handling/order.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { objects, text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor, tell, tellError } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useSubject } from '../application/sidePanel.ts';
import { useUndo } from '../application/undo.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { HandlingOf } from '../parts/handling/HandlingOf.tsx';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import classes from './adoption.module.css';
import { isDeepDive, type LaterMeeting, useLaterMeetings } from './laterMeetings.ts';

/** The candidates of a decision side by side: one is chosen, and goes into the plan of a later meeting (¶5). */
export function ChoicePage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data, error } = useRead('records', 'read', { id });
  const later = useLaterMeetings(text(data?.body.meeting));
  if (error !== null || (data !== undefined && data.kind !== 'decision')) {
    return (
      <NotHere
        crumbs={[{ title: t`Meetings`, address: '/meetings' }]}
        why={error === null ? t`This is no decision.` : sentenceFor(error)}
      />
    );
  }
  if (data === undefined || later === undefined) return <Page>{null}</Page>;
  return <Choice decision={data} later={later} key={id} />;
}

function Choice({ decision, later }: { readonly decision: RecordView; readonly later: readonly LaterMeeting[] }) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  useSubject(decision.id);
  const candidates = objects(decision.body.candidates).toSorted((one, other) =>
    text(one.order) < text(other.order) ? -1 : 1,
  );
  const chosen = candidates.find((one) => one.chosen === true);
  const [picked, setPicked] = useState<string>();
  const candidate = candidates.find((one) => one.id === (picked ?? chosen?.id));
  const subject = text(candidate?.subject);
  const edit = async (entry: string, changes: { subject?: string; grounds?: string }) => {
    const next = candidates.map((one) => (one.id === entry ? { ...one, ...changes } : one));
    try {
      await client.records.editMany({ ids: [decision.id], changes: { candidates: next } });
      did({ label: t`candidate changed`, undo: () => client.records.undoMany({ ids: [decision.id] }) });
    } catch (failure) {
      tellError(failure);
    }
  };
  const add = async (name: string) => {
    const order = generateKeyBetween(text(candidates.at(-1)?.order) || null, null);
    const entry = { id: crypto.randomUUID(), order, subject: name, grounds: '', chosen: false };
    try {
      await client.records.editMany({ ids: [decision.id], changes: { candidates: [...candidates, entry] } });
      did({ label: t`candidate added`, undo: () => client.records.undoMany({ ids: [decision.id] }) });
    } catch (failure) {
      tellError(failure);
    }
  };
  return (
    <Page>
      <PageHead
        title={decision.title}
        crumbs={[
          { title: t`Meetings`, address: '/meetings' },
          { title: t`The decision`, address: addressOf('decision', decision.id) },
        ]}
        marks={<HandlingOf record={decision.id} />}
        line={t`Candidates side by side, with the grounds for each.`}
      />
      {candidates.length === 0 && (
        <EmptyState icon={IconWorldSearch} title={t`No candidates yet`}>
          {t`Each candidate is a country or a subject in words, with the grounds for choosing it.`}
        </EmptyState>
      )}
      <Radio.Group aria-label={t`Which one`} value={text(candidate?.id)} onChange={setPicked}>
        <div className={classes.candidates}>
          {candidates.map((one) => {
            const name = text(one.subject);
            return (
              <section
                key={text(one.id)}
                aria-label={name}
                className={classes.candidate}
                data-chosen={one.chosen === true}
              >
                <Radio
                  value={text(one.id)}
                  label={
                    <>
                      <strong>{name === '' ? t`Without a name` : name}</strong>
                      {one.chosen === true && ` · ${t`chosen`}`}
                    </>
                  }
                />
                <Textarea
                  key={text(one.grounds)}
                  label={t`Grounds`}
                  autosize
                  minRows={4}
                  defaultValue={text(one.grounds)}
                  onBlur={({ currentTarget }) => {
                    const grounds = currentTarget.value.trim();
                    if (grounds !== text(one.grounds)) void edit(text(one.id), { grounds });
                  }}
                />
              </section>
            );
          })}
        </div>
      </Radio.Group>
      <AddCandidate onAdd={(name) => void add(name)} />
      {candidate !== undefined && (
        <Choose
          key={text(candidate.id)}
          decision={decision}
          candidate={text(candidate.id)}
          subject={subject}
          later={later}
        />
      )}
    </Page>
  );
}

function AddCandidate({ onAdd }: { onAdd(name: string): void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <form onSubmit={submit} className={classes.add} aria-label={t`Another candidate`}>
      <TextInput
        label={t`Another candidate`}
        placeholder={t`A country or a subject`}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        disabled={name.trim() === ''}
      >
        {t`Add`}
      </Button>
    </form>
  );
}

interface ChooseProps {
  readonly decision: RecordView;
  readonly candidate: string;
  readonly subject: string;
  readonly later: readonly LaterMeeting[];
}

/** The words of the decision, and where in the plan of a later meeting the choice goes. */
function Choose({ decision, candidate, subject, later }: ChooseProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [meeting, setMeeting] = useState(later[0]?.id ?? '');
  const plan = later.find(({ id }) => id === meeting);
  const [item, setItem] = useState<string>();
  const usual = plan?.items.find(isDeepDive)?.id ?? NEW;
  const place = item ?? usual;
  const [title, setTitle] = useState(t`Deep-dive: ${subject}`);
  const [words, setWords] = useState(text(decision.body.text));
  const [error, setError] = useState<string>();
  const own = effectiveHandling(decision.handling, decision.body).label;
  const target = plan?.items.find(({ id }) => id === place);
  const isWider = target !== undefined && labelRank(target.label) > labelRank(own);
  const choose = async () => {
    const order = {
      decision: RecordId.parse(decision.id),
      candidate,
      text: words,
      ...(plan === undefined
        ? {}
        : {
            into: {
              meeting: RecordId.parse(plan.id),
              title,
              ...(place === NEW ? {} : { item: RecordId.parse(place) }),
            },
          }),
    };
    try {
      const { changed, created } = await client.adoption.choose(order);
      did({
        label: t`chosen: ${subject}`,
        undo: async () => {
          await client.records.undoMany({ ids: changed });
          if (created.length > 0) await client.records.removeMany({ ids: created, reason: t`Choosing it was undone` });
        },
      });
      setError(undefined);
      tell(t`${subject} is chosen.`);
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void choose();
  };
  return (
    <form onSubmit={submit} aria-label={t`Choose ${subject}`} className={classes.form}>
      <h2>{t`Choose ${subject}`}</h2>
      <Textarea
        label={t`The decision in words`}
        autosize
        minRows={2}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {later.length === 0 ? (
        <p className={classes.quiet}>{t`No later meeting is planned yet. The choice is kept with the decision.`}</p>
      ) : (
        <>
          <Select
            label={t`Into the plan of`}
            allowDeselect={false}
            data={later.map(({ id, title: name }) => ({ value: id, label: name }))}
            value={meeting}
            onChange={(next) => {
              setMeeting(next ?? meeting);
              setItem(undefined);
            }}
          />
          <Select
            label={t`As`}
            allowDeselect={false}
            data={[
              { value: NEW, label: t`A new item in the tray` },
              ...(plan?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={place}
            onChange={(next) => setItem(next ?? undefined)}
          />
          <TextInput
            label={t`Title of the item`}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          {isWider && target !== undefined && (
            <p className={classes.warning} role="note">
              {t`The item is ${target.label}, the decision ${own}: whoever may have the item reads there what was chosen.`}
            </p>
          )}
        </>
      )}
      {error !== undefined && (
        <Alert color="red" role="alert">
          {error}
        </Alert>
      )}
      <div>
        <Button type="submit" disabled={plan !== undefined && title.trim() === ''}>
          {t`Choose it`}
        </Button>
      </div>
    </form>
  );
}

const NEW = '';
