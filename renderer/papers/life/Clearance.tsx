import { useLingui } from '@lingui/react/macro';
import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconGitCompare, IconRubberStamp, IconUserPlus, IconX } from '@tabler/icons-react';
import { generateKeyBetween } from 'fractional-indexing';
import { type FormEvent, useState } from 'react';
import { type Step, type StepStanding, standingOf, stepsOf, textDigest } from '../../../domain/papers/clearance.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { compareEntries } from '../../../domain/records/mergeFields.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { saveEverything } from '../../application/saving.ts';
import { useUndo } from '../../application/undo.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { DayInput } from '../../parts/dates/DayInput.tsx';
import type { TypedDate } from '../../parts/dates/typedDate.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import { useRecordName } from '../../parts/picker/recordName.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import { AskReason } from '../../parts/reason/AskReason.tsx';
import classes from './life.module.css';

interface ClearanceProps {
  readonly view: RecordView;
  readonly readOnly: boolean;
  compare(from: string, to: string): void;
}

/** Who clears it, one after the other: what they look at, until when, and what they said of which text. */
export function Clearance({ view, readOnly, compare }: ClearanceProps) {
  const { t } = useLingui();
  const steps = stepsOf(view.body);
  const digest = textDigest(view.body);
  const next = steps.find((step) => standingOf(step, digest) !== 'cleared');
  const { titles } = useTitles(steps.flatMap(({ person, by }) => [person, by ?? person]));
  return (
    <>
      {steps.length === 0 && <p className={classes.quiet}>{t`Nobody has to clear it before it is issued.`}</p>}
      <ol className={classes.steps}>
        {steps.map((step) => (
          <StepLine
            key={step.id}
            view={view}
            step={step}
            standing={standingOf(step, digest)}
            isNext={step === next}
            titles={titles}
            readOnly={readOnly}
            compare={compare}
          />
        ))}
      </ol>
      {!readOnly && <AddStep view={view} />}
    </>
  );
}

interface StepLineProps extends ClearanceProps {
  readonly step: Step;
  readonly standing: StepStanding;
  readonly isNext: boolean;
  readonly titles: ReturnType<typeof useTitles>['titles'];
}

function StepLine({ view, step, standing, isNext, titles, readOnly, compare }: StepLineProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const nameOf = useRecordName();
  const did = useUndo((state) => state.did);
  const { data: status } = useRead('vault', 'status', {});
  const [asks, setAsks] = useState(false);
  const [error, setError] = useState<unknown>();
  const name = nameOf(titles.get(step.person));
  const isMine = status?.installation?.seat === step.person;
  const maySay = !readOnly && (isMine || status?.installation?.role === 'secretariat');
  const say = async (says: 'cleared' | 'returned' | 'open', reason?: string) => {
    await saveEverything();
    const paper = RecordId.parse(view.id);
    const { changed } = await client.papers.sayClearance({
      paper,
      step: step.id,
      says,
      ...(reason === undefined ? {} : { reason }),
    });
    const label =
      says === 'cleared' ? t`Cleared by ${name}` : says === 'returned' ? t`Returned by ${name}` : t`Taken back`;
    did({ label, undo: () => client.records.undoMany({ ids: changed }) });
  };
  const giveBack = (reason: string) => {
    void say('returned', reason).then(() => setAsks(false), setError);
  };
  const remove = async () => {
    const before = objects(view.body.clearance);
    const edit = (clearance: typeof before) => client.records.edit({ id: view.id, changes: { clearance } });
    await edit(before.filter(({ id }) => id !== step.id));
    did({ label: t`Took ${name} off the clearance`, undo: () => edit(before) });
  };
  const words = useStandingWords(step, standing, isNext, nameOf(titles.get(step.by ?? step.person)));
  const version = step.version;
  return (
    <li data-standing={standing} className={classes.step}>
      <div className={classes.who}>
        <b>{name}</b>
        {step.looksAt !== '' && <span>{step.looksAt}</span>}
        {step.until !== undefined && (
          <span className={classes.quiet}>{t`until ${formatDate(step.until, language)}`}</span>
        )}
      </div>
      <p className={classes.standing}>
        {words}
        {step.reason !== '' && <span className={classes.reason}>{step.reason}</span>}
      </p>
      <Group gap="xs">
        {maySay && standing !== 'cleared' && (
          <Button
            size="compact-sm"
            variant={isMine ? 'filled' : 'default'}
            leftSection={<IconRubberStamp size={15} stroke={1.6} aria-hidden />}
            aria-label={isMine ? t`Clear` : t`Note as cleared by ${name}`}
            onClick={() => void say('cleared').catch(tellError)}
          >
            {isMine ? t`Clear` : t`Note as cleared`}
          </Button>
        )}
        {maySay && standing !== 'returned' && (
          <Popover opened={asks} onChange={setAsks} width={420} position="bottom-start" trapFocus returnFocus>
            <Popover.Target>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconArrowBackUp size={15} stroke={1.6} aria-hidden />}
                aria-label={isMine ? t`Return…` : t`Note as returned… ${name}`}
                onClick={() => setAsks(true)}
              >
                {isMine ? t`Return…` : t`Note as returned…`}
              </Button>
            </Popover.Target>
            <Popover.Dropdown aria-label={t`Return`}>
              <AskReason
                label={t`Why it is returned`}
                longest={2000}
                act={t`Return`}
                icon={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
                error={error}
                onAct={giveBack}
                onClose={() => setAsks(false)}
              />
            </Popover.Dropdown>
          </Popover>
        )}
        {version !== undefined && standing === 'changed' && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconGitCompare size={15} stroke={1.6} aria-hidden />}
            aria-label={t`What changed since ${name} cleared it`}
            onClick={() => compare(version, '')}
          >
            {t`What changed since`}
          </Button>
        )}
        {!readOnly && standing === 'open' && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconX size={15} stroke={1.6} aria-hidden />}
            aria-label={t`Take off: ${name}`}
            onClick={() => void remove().catch(tellError)}
          >
            {t`Take off`}
          </Button>
        )}
      </Group>
    </li>
  );
}

/** How a step stands, in words. */
function useStandingWords(step: Step, standing: StepStanding, isNext: boolean, by: string): string {
  const { t } = useLingui();
  const language = useLanguage();
  const day = step.on === undefined ? '' : formatDate(step.on, language);
  const isOnBehalf = step.by !== undefined && step.by !== step.person;
  switch (standing) {
    case 'cleared':
      return isOnBehalf ? t`Cleared on ${day}, noted by ${by}.` : t`Cleared on ${day}.`;
    case 'returned':
      return isOnBehalf ? t`Returned on ${day}, noted by ${by}.` : t`Returned on ${day}.`;
    case 'changed':
      return t`The text was changed since it was cleared on ${day}: to be cleared anew.`;
    case 'open':
      return isNext ? t`Not cleared yet: it is their turn.` : t`Not cleared yet.`;
  }
}

function AddStep({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [opened, setOpened] = useState(false);
  const [person, setPerson] = useState<string | null>(null);
  const [looksAt, setLooksAt] = useState('');
  const [until, setUntil] = useState<TypedDate>({ value: undefined });
  const [error, setError] = useState<string>();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (person === null) return setError(t`Choose who clears it.`);
    if ('wrong' in until) return;
    const before = objects(view.body.clearance).toSorted(compareEntries);
    const step = {
      id: crypto.randomUUID(),
      order: generateKeyBetween(text(before.at(-1)?.order) || null, null),
      person,
      ...(looksAt.trim() === '' ? {} : { looksAt: looksAt.trim() }),
      ...(until.value === undefined ? {} : { until: until.value }),
    };
    const edit = (clearance: typeof before) => client.records.edit({ id: view.id, changes: { clearance } });
    try {
      await edit([...before, step]);
      did({ label: t`Added a step to the clearance`, undo: () => edit(before) });
      setOpened(false);
      setPerson(null);
      setLooksAt('');
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={380}
      position="bottom-start"
      trapFocus
      returnFocus
      // The names to choose from lie outside of it.
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUserPlus size={15} stroke={1.6} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t`Add a step…`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form aria-label={t`Add a step`} onSubmit={(event) => void add(event)}>
          <Stack gap="sm">
            <RecordPicker
              kinds={['person']}
              value={person}
              error={error}
              onChange={(chosen) => {
                setPerson(chosen);
                setError(undefined);
              }}
              label={t`Who clears it`}
              autoFocus
            />
            <TextInput
              label={t`What they look at`}
              value={looksAt}
              onChange={(event) => setLooksAt(event.currentTarget.value)}
            />
            <DayInput label={t`Until`} value={until} onChange={setUntil} />
            <Button type="submit">{t`Add`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
