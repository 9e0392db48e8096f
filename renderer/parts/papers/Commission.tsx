import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { IconFileInvoice } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { PaperType } from '../../../domain/papers/kinds.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { DayInput } from '../dates/DayInput.tsx';
import type { TypedDate } from '../dates/typedDate.ts';
import { ActionButton } from '../page/ActionButton.tsx';
import { RecordPicker } from '../picker/RecordPicker.tsx';
import classes from './papers.module.css';

interface CommissionProps {
  readonly meeting?: string | undefined;
  /** The item that it is for; asked for where none is given. */
  readonly item?: string | undefined;
}

/** Asks for papers: what, from whom, until when, and what is asked. Several at once are one from each, or one a line. */
export function Commission({ meeting, item }: CommissionProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const action: Action = {
    id: 'papers.commission',
    title: t`Commission…`,
    words: t`Commission papers`,
    group: t`Papers`,
    icon: IconFileInvoice,
    run: () => setOpened(true),
  };
  useAction(action);
  const close = () => setOpened(false);
  return (
    <>
      {item === undefined ? (
        <ActionButton action={action} />
      ) : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileInvoice size={16} stroke={1.6} aria-hidden />}
          onClick={action.run}
        >
          {action.title}
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={close}
        size={640}
        title={t`Commission papers`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <CommissionForm meeting={meeting} item={item} close={close} />
      </Modal>
    </>
  );
}

function CommissionForm({ meeting, item: given, close }: CommissionProps & { close(): void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const commission = useCommission();
  const [titles, setTitles] = useState('');
  const [type, setType] = useState<z.infer<typeof PaperType>>('update');
  const [from, setFrom] = useState<readonly string[]>([]);
  const [isEach, setEach] = useState(false);
  const [item, setItem] = useState<string | null>(given ?? null);
  const [due, setDue] = useState<TypedDate>({ value: undefined });
  const [purpose, setPurpose] = useState('');
  const [request, setRequest] = useState('');
  const [written, setWritten] = useState<'en' | 'fr'>(language);
  const [error, setError] = useState<string>();
  const lines = titles.split('\n').flatMap((line) => line.trim() || []);
  const ids = from.map((id) => RecordId.parse(id));
  const asked = isEach && ids.length > 0 ? ids.map((id) => [id]) : [ids];
  const papers = lines.flatMap((title) => asked.map((who) => ({ title, type, from: who })));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (papers.length === 0) return setError(t`A title is needed.`);
    if ('wrong' in due) return;
    try {
      await commission({
        papers,
        language: written,
        ...(meeting === undefined ? {} : { meeting: RecordId.parse(meeting) }),
        ...(item === null ? {} : { item: RecordId.parse(item) }),
        ...(due.value === undefined ? {} : { due: due.value }),
        purpose,
        request,
      });
      close();
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t`Commission papers`}>
      <Stack gap="sm">
        <Textarea
          label={t`Titles`}
          description={t`One a line: each becomes a paper.`}
          data-autofocus
          autosize
          minRows={1}
          maxRows={6}
          value={titles}
          error={error}
          onChange={(event) => {
            setTitles(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <Group gap="sm" grow align="start">
          <Select
            label={t`Type`}
            value={type}
            data={PaperType.options.map((value) => ({
              value,
              label: capitalised(valueName('paper', 'type', value, language) ?? value),
            }))}
            onChange={(chosen) => setType(PaperType.catch(type).parse(chosen))}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <Select
            label={t`Language`}
            value={written}
            data={[
              { value: 'en', label: t`English` },
              { value: 'fr', label: t`French` },
            ]}
            onChange={(chosen) => setWritten(chosen === 'fr' ? 'fr' : 'en')}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          <DayInput label={t`Due date`} value={due} onChange={setDue} />
        </Group>
        <RecordPicker
          kinds={['organisation', 'person']}
          multiple
          value={from}
          onChange={setFrom}
          label={t`From whom`}
          description={t`Members, the Secretariat, the Research Council, guests, outside bodies.`}
        />
        {from.length > 1 && (
          <Switch
            checked={isEach}
            onChange={(event) => setEach(event.currentTarget.checked)}
            label={t`One paper from each`}
          />
        )}
        {given === undefined && (
          <RecordPicker kinds={['agendaItem']} value={item} onChange={setItem} label={t`For the item`} />
        )}
        <TextInput
          label={t`Purpose`}
          value={purpose}
          maxLength={2000}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <Textarea
          label={t`What is asked`}
          description={t`Whoever is asked reads this, also outside the board.`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={20_000}
          value={request}
          onChange={(event) => setRequest(event.currentTarget.value)}
        />
        <Text size="sm" className={classes.quiet}>
          <Trans>Papers to be made: {papers.length}</Trans>
        </Text>
        <Group gap="sm">
          <Button type="submit">{t`Commission`}</Button>
          <Button variant="default" onClick={close}>{t`Not now`}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Makes the papers, and can take all of them back at once. */
function useCommission() {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  return async (order: Parameters<typeof client.papers.commission>[0]) => {
    const { papers } = await client.papers.commission(order);
    const label = papers.length === 1 ? t`Commissioned a paper` : t`Commissioned ${papers.length} papers`;
    did({
      label,
      undo: () => client.records.removeMany({ ids: papers, reason: t`Commissioning it was undone` }),
      redo: () => client.records.restoreMany({ ids: papers }),
    });
    tell(label);
  };
}
