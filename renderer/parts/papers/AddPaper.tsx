import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { PaperType } from '../../../domain/papers/kinds.ts';
import { outlineOf } from '../../../domain/papers/outlines.ts';
import { outlineDocument } from '../../../domain/papers/readOutline.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { objectOf } from '../../../domain/records/own.ts';
import { texts } from '../../../domain/records/text.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Choice } from '../choice/Choice.tsx';
import { RecordPicker } from '../picker/RecordPicker.tsx';

interface AddPaperProps {
  /** The meeting that it is for. */
  readonly meeting?: string | undefined;
  /** The item of the agenda that it belongs to. */
  readonly item?: string | undefined;
}

/** Adds a paper: a title is enough. It opens, and is listed at its item when one is given. */
export function AddPaper({ meeting, item }: AddPaperProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const add = useAddPaper(meeting, item);
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [type, setType] = useState<string>('update');
  const [from, setFrom] = useState<readonly string[]>([]);
  const [written, setWritten] = useState<'en' | 'fr'>(language);
  const [begins, setBegins] = useState(true);
  const hasOutline = outlineOf(type).length > 0;
  const [error, setError] = useState<string>();
  useAction({ id: 'papers.add', title: t`Add paper`, group: t`Papers`, icon: IconFilePlus, run: () => setOpen(true) });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = title.trim();
    if (words === '') return setError(t`A title is needed.`);
    try {
      const id = await add({ title: words, type, from, language: written, outline: begins });
      setOpen(false);
      setTitle('');
      navigate(addressOf('paper', id), { state: { write: true } });
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={340} position="bottom-end">
      <Popover.Target>
        <Button
          // Beside an item it is one of several things to do.
          {...(item === undefined ? {} : { variant: 'default', size: 'xs' })}
          leftSection={<IconFilePlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t`Add paper`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void submit(event)} aria-label={t`Add paper`}>
          <Stack gap="sm">
            <TextInput
              data-autofocus
              label={t`Title`}
              value={title}
              error={error}
              onChange={(event) => {
                setTitle(event.currentTarget.value);
                setError(undefined);
              }}
            />
            <Select
              label={t`Type`}
              value={type}
              data={PaperType.options.map((value) => ({
                value,
                label: capitalised(valueName('paper', 'type', value, language) ?? value),
              }))}
              onChange={(chosen) => setType(chosen ?? type)}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <Choice
              label={t`Language`}
              data={(['en', 'fr'] as const).map((value) => ({
                value,
                label: capitalised(valueName('paper', 'language', value, language) ?? value),
              }))}
              value={written}
              onChange={(value) => setWritten(value === 'fr' ? 'fr' : 'en')}
            />
            {hasOutline && (
              <Checkbox
                label={t`Begin with its outline`}
                checked={begins}
                onChange={(event) => setBegins(event.currentTarget.checked)}
              />
            )}
            <RecordPicker
              kinds={['organisation']}
              multiple
              value={from}
              onChange={setFrom}
              label={t`From`}
              create="organisation"
            />
            <Button type="submit">{t`Add and open`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

interface NewPaper {
  readonly title: string;
  readonly type: string;
  readonly from: readonly string[];
  readonly language: 'en' | 'fr';
  /** It begins with the headings that papers of its type have. */
  readonly outline: boolean;
}

/** Makes the paper, and lists it at its item; both are taken back in one step. Gives its id. */
function useAddPaper(meeting: string | undefined, item: string | undefined) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const list = async (paper: string, listed: boolean) => {
    if (item === undefined) return;
    const itemId = RecordId.parse(item);
    const others = texts((await client.records.read({ id: itemId })).body.papers).filter((one) => one !== paper);
    await client.records.edit({ id: itemId, changes: { papers: listed ? [...others, paper] : others } });
  };
  return async ({ title, type, from, language, outline }: NewPaper): Promise<string> => {
    const begun = outline ? outlineDocument(type, language, () => crypto.randomUUID()) : undefined;
    const body = objectOf([
      ['title', title],
      ['type', type],
      ['status', 'drafting'],
      ['meeting', meeting],
      ['language', language],
      ['body', begun],
      ['from', from.length === 0 ? undefined : [...from]],
    ]);
    const { id } = await client.records.create({ kind: 'paper', body });
    await list(id, true);
    did({
      label: t`Added the paper “${title}”`,
      undo: async () => {
        await list(id, false);
        await client.records.remove({ id, reason: t`Adding it was undone` });
      },
      redo: async () => {
        await client.records.restore({ id });
        await list(id, true);
      },
    });
    return id;
  };
}
