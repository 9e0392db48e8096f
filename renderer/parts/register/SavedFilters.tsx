import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Popover, TextInput, UnstyledButton } from '@mantine/core';
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
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t`Saved filters`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.saved} aria-label={t`Saved filters`}>
        {saved.length === 0 && <p className={classes.quiet}>{t`None yet. Narrow the list, then give it a name.`}</p>}
        <ul className={classes.savedList}>
          {saved.map((one) => (
            <li key={one.id} className={classes.savedLine}>
              <UnstyledButton
                className={classes.savedName}
                onClick={() => {
                  onChoose(one.narrowing);
                  setOpen(false);
                }}
              >
                {one.name}
              </UnstyledButton>
              <ActionIcon
                size="sm"
                aria-label={t`Forget the filter ${one.name}`}
                onClick={() => onSaved(saved.filter((other) => other !== one))}
              >
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        {narrowed && (
          <div className={classes.saveLine}>
            <TextInput
              size="xs"
              aria-label={t`Name of the filter`}
              placeholder={t`Name of the filter`}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') keep();
              }}
              data-autofocus
            />
            <Button size="xs" onClick={keep} disabled={name.trim() === ''}>
              {t`Save`}
            </Button>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
