import { useLingui } from '@lingui/react/macro';
import { Button, Popover, Select, Stack, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { OUTCOME_KINDS, type OutcomeKind } from '../../../domain/outcomes/kinds.ts';
import { useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Choice } from '../choice/Choice.tsx';
import { RecordPicker } from '../picker/RecordPicker.tsx';
import { useAddOutcome } from './useAddOutcome.ts';
import { OUTCOME_ICONS, useOutcomeWords } from './useOutcomeWords.ts';

interface AddOutcomeProps {
  /** The meeting that it is of; asked for where none is given. */
  readonly meeting?: string;
  readonly kind?: OutcomeKind;
  /** It was added. */
  onAdded(id: string, kind: OutcomeKind): void;
}

/** Adds a decision, an action or a recommendation without minutes: its text is enough. */
export function AddOutcome({ meeting, kind: first = 'decision', onAdded }: AddOutcomeProps) {
  const { t } = useLingui();
  const { one, add } = useOutcomeWords();
  const [opened, setOpened] = useState(false);
  const [kind, setKind] = useState<OutcomeKind>(first);
  const begin = (wanted: OutcomeKind) => {
    setKind(wanted);
    setOpened(true);
  };
  useAction({
    id: 'outcomes.addDecision',
    title: add.decision,
    group: t`Decisions`,
    icon: OUTCOME_ICONS.decision,
    run: () => begin('decision'),
  });
  useAction({
    id: 'outcomes.addAction',
    title: add.action,
    group: t`Decisions`,
    icon: OUTCOME_ICONS.action,
    run: () => begin('action'),
  });
  useAction({
    id: 'outcomes.addRecommendation',
    title: add.recommendation,
    group: t`Decisions`,
    icon: OUTCOME_ICONS.recommendation,
    run: () => begin('recommendation'),
  });
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={380} position="bottom-end">
      <Popover.Target>
        <Button leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => begin(first)}>
          {t`Add…`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Choice
          label={t`What is added`}
          data={OUTCOME_KINDS.map((value) => ({ value, label: one[value] }))}
          value={kind}
          onChange={(value) => setKind(OUTCOME_KINDS.find((known) => known === value) ?? kind)}
        />
        <Fields
          key={`${opened}`}
          kind={kind}
          meeting={meeting}
          onAdded={(id) => {
            setOpened(false);
            onAdded(id, kind);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FieldsProps {
  readonly kind: OutcomeKind;
  readonly meeting: string | undefined;
  onAdded(id: string): void;
}

function Fields({ kind, meeting, onAdded }: FieldsProps) {
  const { t } = useLingui();
  const { add } = useOutcomeWords();
  const make = useAddOutcome();
  const [chosen, setChosen] = useState<string | null>(meeting ?? null);
  const [item, setItem] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const items = useItems(chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setError(t`Its text is needed.`);
    if (chosen === null) return setError(t`Its meeting is needed.`);
    try {
      onAdded(await make({ kind, meeting: chosen, item: item ?? undefined, text: text.trim() }));
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={add[kind]}>
      <Stack gap="sm" mt="sm">
        <Textarea
          data-autofocus
          label={t`Text`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          value={text}
          error={error}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setError(undefined);
          }}
        />
        {meeting === undefined && (
          <RecordPicker kinds={['meeting']} label={t`Meeting`} value={chosen} onChange={setChosen} />
        )}
        <Select
          label={t`Agenda item`}
          data={items}
          value={item}
          clearable
          disabled={items.length === 0}
          onChange={setItem}
          comboboxProps={{ withinPortal: false }}
        />
        <Button type="submit">{add[kind]}</Button>
      </Stack>
    </form>
  );
}

/** The items of a meeting's agenda, in its order. */
function useItems(meeting: string | null) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data } = useRead(
    'meetings',
    'timetable',
    { meeting: meeting ?? '', language },
    { enabled: meeting !== null },
  );
  const items = [...(data?.sessions ?? []).flatMap((session) => session.items), ...(data?.tray ?? [])];
  return items
    .filter(({ type }) => type === 'item')
    .map(({ item, number, title }) => ({
      value: item,
      label: [number ?? '', title || t`Without a name`].filter((part) => part !== '').join(' '),
    }));
}
