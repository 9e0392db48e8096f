import { useLingui } from '@lingui/react/macro';
import { Button, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { BookAccess } from '../../../domain/dossiers/kinds.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Choice } from '../choice/Choice.tsx';
import { RecordPicker } from '../picker/RecordPicker.tsx';

interface NewBookProps {
  readonly meeting: string;
  /** Those that are there: the first one offered is the one that is missing. */
  readonly books: readonly { readonly book: BookAccess }[];
}

type Tabs = 'items' | 'sessions' | 'none';

/** Makes a book of a meeting: with its papers in the order of the agenda, or as another one is. It opens. */
export function NewBook({ meeting, books }: NewBookProps) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const [opened, setOpened] = useState(false);
  const usual: BookAccess = books.some(({ book }) => book === 'closed') ? 'open' : 'closed';
  const [chosen, setChosen] = useState<BookAccess>();
  const book = chosen ?? usual;
  const [title, setTitle] = useState<string>();
  const [tabs, setTabs] = useState<Tabs>('items');
  const [like, setLike] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const proposed = book === 'closed' ? t`Dossier of the closed sessions` : t`Dossier of the open session`;
  const begin = {
    id: 'book.new',
    title: t`New book`,
    group: t`Dossier`,
    icon: IconBook,
    run: () => setOpened(true),
  };
  useAction(begin);
  const make = async () => {
    try {
      const { dossier } = await client.dossiers.make({
        meeting: RecordId.parse(meeting),
        book,
        title: title?.trim() || proposed,
        language,
        tabs,
        ...(like === null ? {} : { like: RecordId.parse(like) }),
      });
      did({
        label: t`made a book`,
        undo: () => client.records.remove({ id: dossier, reason: t`Making it was undone` }),
        redo: () => client.records.restore({ id: dossier }),
      });
      navigate(addressOf('dossier', dossier));
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={360} position="bottom-end">
      <Popover.Target>
        <Button
          leftSection={<IconBook size={16} stroke={1.6} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >{t`New book`}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} aria-label={t`New book`}>
          <Stack gap="sm">
            <Choice
              compact
              label={t`For`}
              value={book}
              onChange={(next) => setChosen(next === 'open' ? 'open' : 'closed')}
              data={[
                { value: 'closed', label: t`Closed sessions` },
                { value: 'open', label: t`Open session` },
              ]}
            />
            <TextInput
              data-autofocus
              label={t`Title`}
              value={title ?? proposed}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            />
            <Select
              label={t`Tabs`}
              value={tabs}
              data={[
                { value: 'items', label: t`One for each agenda item` },
                { value: 'sessions', label: t`One for each session` },
                { value: 'none', label: t`No tabs` },
              ]}
              onChange={(next) => setTabs(next === 'sessions' || next === 'none' ? next : 'items')}
              disabled={like !== null}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <RecordPicker
              kinds={['dossier']}
              value={like}
              onChange={setLike}
              label={t`As another book is`}
              description={t`Its tabs and its distribution list; of this meeting, its papers as well.`}
            />
            {error !== undefined && <p role="alert">{error}</p>}
            <Button type="submit">{t`Make and open`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
