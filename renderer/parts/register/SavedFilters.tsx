import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './register.module.css';

/** What was looked for, under a name. */
interface Saved<N> {
  readonly id: string;
  readonly name: string;
  readonly narrowing: N;
}

interface SavedFiltersProps<N> {
  readonly saved: readonly Saved<N>[];
  readonly narrowing: N;
  readonly narrowed: boolean;
  /** What they are called here; filters unless told. */
  readonly title?: string;
  readonly nameLabel?: string;
  readonly none?: string;
  forget?(name: string): string;
  onChoose(narrowing: N): void;
  onSaved(saved: Saved<N>[]): void;
}

/** What a list was narrowed to, kept under a name. */
export function SavedFilters<N>(props: SavedFiltersProps<N>) {
  const { t } = useLingui();
  const { saved, narrowing, narrowed, onChoose, onSaved } = props;
  const title = props.title ?? t`Saved filters`;
  const nameLabel = props.nameLabel ?? t`Name of the filter`;
  const none = props.none ?? t`None yet. Narrow the list, then give it a name.`;
  const forget = props.forget ?? ((filter: string) => t`Forget the filter ${filter}`);
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
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.saved} aria-label={title}>
        {saved.length === 0 && <p className={classes.quiet}>{none}</p>}
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
                aria-label={forget(one.name)}
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
              aria-label={nameLabel}
              placeholder={nameLabel}
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
