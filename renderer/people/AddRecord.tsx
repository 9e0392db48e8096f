import { useLingui } from '@lingui/react/macro';
import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconBuildingPlus, IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { organisationIdOf, personIdOf } from '../../domain/people/holderOf.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';

/**
 * Adds a person: a name is enough; the rest is in the form that opens. With an organisation the id is the one that the
 * person's own card has, so that both meet by themselves.
 */
export function AddPerson({ organisation }: { readonly organisation?: string | undefined }) {
  const { t } = useLingui();
  const client = useClient();
  const [chosen, setChosen] = useState<string | null>(organisation ?? null);
  const idOf = async (name: string) => {
    if (chosen === null) return undefined;
    const { body } = await client.records.read({ id: RecordId.parse(chosen) });
    return personIdOf({ name: text(body.name), code: text(body.code) }, name);
  };
  return (
    <AddRecord
      kind="person"
      title={t`Add person`}
      icon={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
      primary
      idOf={idOf}
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

/** Adds an organisation; a State by its ISO code too, by which it is the same everywhere. */
export function AddOrganisation() {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  return (
    <AddRecord
      kind="organisation"
      title={t`Add organisation`}
      icon={<IconBuildingPlus size={16} stroke={1.6} aria-hidden />}
      idOf={async (name) => organisationIdOf({ name, code })}
      rest={code === '' ? {} : { type: 'state', code }}
      added={() => setCode('')}
    >
      <TextInput
        label={t`ISO code`}
        description={t`If it is a State: two letters, such as CA.`}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.trim().toUpperCase())}
        maxLength={2}
        autoComplete="off"
      />
    </AddRecord>
  );
}

interface AddRecordProps {
  readonly kind: string;
  readonly title: string;
  readonly icon: ReactNode;
  readonly primary?: boolean;
  /** What the new record says besides its name. */
  readonly rest: JsonObject;
  /** The id that follows from what it is, if one does. */
  idOf(name: string): Promise<RecordId | undefined>;
  added?(): void;
  readonly children?: ReactNode;
}

function AddRecord({ kind, title, icon, primary = false, rest, idOf, added, children }: AddRecordProps) {
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
      const known = await idOf(words);
      const { id } = await client.records.create({ kind, body: { name: words, ...rest }, ...(known && { id: known }) });
      did({
        label: `${title}: ${words}`,
        undo: () => client.records.remove({ id, reason: t`Adding it was undone` }),
        redo: () => client.records.restore({ id }),
      });
      setOpen(false);
      setName('');
      added?.();
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
