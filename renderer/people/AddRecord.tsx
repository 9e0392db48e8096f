import { useLingui } from '@lingui/react/macro';
import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconBuildingPlus, IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { JsonObject } from '../../domain/records/json.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';

/** Adds a person: a name is enough; the rest is in the form that opens. */
export function AddPerson({ organisation }: { readonly organisation?: string | undefined }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(organisation ?? null);
  return (
    <AddRecord
      kind="person"
      title={t`Add person`}
      icon={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
      primary
      rest={chosen === null ? {} : { organisation: chosen }}
    >
      <RecordPicker
        kinds={['organisation']}
        value={chosen}
        onChange={setChosen}
        label={t`Organisation`}
        create="organisation"
      />
    </AddRecord>
  );
}

export function AddOrganisation() {
  const { t } = useLingui();
  return (
    <AddRecord
      kind="organisation"
      title={t`Add organisation`}
      icon={<IconBuildingPlus size={16} stroke={1.6} aria-hidden />}
      rest={{}}
    />
  );
}

interface AddRecordProps {
  readonly kind: string;
  readonly title: string;
  readonly icon: ReactNode;
  readonly primary?: boolean;
  /** What the new record says besides its name. */
  readonly rest: JsonObject;
  readonly children?: ReactNode;
}

function AddRecord({ kind, title, icon, primary = false, rest, children }: AddRecordProps) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  useAction({ id: `people.add.${kind}`, title, group: t`People`, run: () => setOpen(true) });

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const words = name.trim();
    if (words === '') return setError(t`A name is needed.`);
    try {
      const { id } = await client.records.create({ kind, body: { name: words, ...rest } });
      did({
        label: `${title}: ${words}`,
        undo: () => client.records.remove({ id, reason: t`Adding it was undone` }),
        redo: () => client.records.restore({ id }),
      });
      setOpen(false);
      setName('');
      navigate(addressOf(kind, id));
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={320} position="bottom-end">
      <Popover.Target>
        <Button variant={primary ? 'filled' : 'default'} leftSection={icon} onClick={() => setOpen(!open)}>
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void add(event)} aria-label={title}>
          <Stack gap="sm">
            <TextInput
              data-autofocus
              label={t`Name`}
              value={name}
              error={error}
              onChange={(event) => {
                setName(event.currentTarget.value);
                setError(undefined);
              }}
            />
            {children}
            <Button type="submit">{t`Add and open`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
