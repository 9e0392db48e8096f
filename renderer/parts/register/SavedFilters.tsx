import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './register.module.css';
import type { Narrowing, SavedFilter } from './registerState.ts';

interface SavedFiltersProps {
  readonly saved: readonly SavedFilter[];
  readonly narrowing: Narrowing;
  readonly narrowed: boolean;
  onChoose(narrowing: Narrowing): void;
  onSaved(saved: SavedFilter[]): void;
}

/** What a list was narrowed to, kept under a name. */
export function SavedFilters({ saved, narrowing, narrowed, onChoose, onSaved }: SavedFiltersProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = () => {
    const words = name.trim();
    if (words === '') return;
    const others = saved.filter((one) => one.name !== words);
    onSaved([...others, { id: crypto.randomUUID(), name: words, narrowing }]);
    setName('');
    setOpen(false);
  };
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="subtle" size="xs" leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden />}>
          {t`Saved filters`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {saved.length === 0 && <Menu.Label>{t`None yet. Narrow the list, then give it a name.`}</Menu.Label>}
        {saved.map((one) => (
          <div key={one.id} className={classes.savedLine}>
            <Menu.Item
              onClick={() => {
                onChoose(one.narrowing);
                setOpen(false);
              }}
            >
              {one.name}
            </Menu.Item>
            <ActionIcon
              size="sm"
              aria-label={t`Forget the filter ${one.name}`}
              onClick={() => onSaved(saved.filter((other) => other !== one))}
            >
              <IconX size={14} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        {narrowed && (
          <div className={classes.saveLine}>
            <TextInput
              size="xs"
              aria-label={t`Name of the filter`}
              placeholder={t`Name of the filter`}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                event.stopPropagation();
                if (event.key === 'Enter') keep();
                if (event.key === 'Escape') setOpen(false);
              }}
            />
            <Button size="xs" onClick={keep} disabled={name.trim() === ''}>
              {t`Save`}
            </Button>
          </div>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
