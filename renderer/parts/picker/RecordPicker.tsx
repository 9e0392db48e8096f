import { Plural, useLingui } from '@lingui/react/macro';
import { Combobox, Loader, Pill, PillsInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { KINDS } from '../../../domain/records/kinds.ts';
import { tellError } from '../../application/errors.tsx';
import { ChosenRecord } from './ChosenRecord.tsx';
import { choiceId, PickerList } from './PickerList.tsx';
import classes from './picker.module.css';
import { useRecent } from './recent.ts';
import { useRecordName } from './recordName.ts';
import { useChoices } from './useChoices.ts';
import { type MakeRecord, useMakeRecord } from './useMakeRecord.ts';
import { useTitles } from './useTitles.ts';

interface CommonProps {
  /** `['person']`; an empty list means every kind. */
  readonly kinds: readonly string[];
  readonly label: string;
  /** The label is only read out, for a field in a table. */
  readonly hidesLabel?: boolean;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Offers to make what is typed: a record of this kind, or what the function makes (its id, or undefined). */
  readonly create?: MakeRecord;
  /** Records that are not offered, beside those that are chosen. */
  readonly except?: readonly string[];
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

interface OneProps {
  readonly multiple?: false;
  readonly value: string | null;
  onChange(value: string | null): void;
}

interface SeveralProps {
  readonly multiple: true;
  readonly value: readonly string[];
  onChange(value: readonly string[]): void;
}

export type RecordPickerProps = CommonProps & (OneProps | SeveralProps);

/**
 * Chooses one or several records by their names: a combobox over the search, with those used lately before anything is
 * typed. What is chosen and deleted or not here stays, and is shown as such.
 */
export function RecordPicker(props: RecordPickerProps) {
  const { label, hidesLabel = false, description, error, placeholder, disabled = false, required = false } = props;
  const { t } = useLingui();
  const nameOf = useRecordName();
  const kinds = props.kinds.length > 0 ? props.kinds : KINDS.map(({ name }) => name);
  const chosen = props.multiple === true ? props.value : props.value === null ? [] : [props.value];
  /** Undefined while the person is not typing. */
  const [typed, setTyped] = useState<string>();
  const [moved, setMoved] = useState<number>();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => setMoved(undefined) });
  const { titles, ready } = useTitles(chosen);
  const { recent, remember } = useRecent(kinds);
  const except = new Set([...chosen, ...(props.except ?? [])]);
  const choices = useChoices(kinds, typed ?? '', recent, except, combobox.dropdownOpened);
  const make = useMakeRecord(props.create);
  const words = (typed ?? '').trim();
  const offered = [...choices.recent, ...choices.found];
  const isKnown = offered.some(({ title }) => title.toLowerCase() === words.toLowerCase());
  const making = make !== undefined && words !== '' && choices.settled && !isKnown ? words : undefined;
  const count = offered.length + (making === undefined ? 0 : 1);
  const active = Math.min(moved ?? (words === '' ? -1 : 0), count - 1);
  const only = props.multiple === true ? undefined : chosen[0];
  const onlyRecord = only === undefined ? undefined : titles.get(only);
  const shown =
    only === undefined || !ready ? '' : onlyRecord?.deleted ? t`${nameOf(onlyRecord)} (deleted)` : nameOf(onlyRecord);

  const change = (ids: readonly string[]) => {
    if (props.multiple === true) props.onChange(ids);
    else props.onChange(ids.at(-1) ?? null);
  };
  const add = (id: string) => {
    change(props.multiple === true ? [...chosen, id] : [id]);
    setTyped(undefined);
    setMoved(undefined);
    if (props.multiple !== true) combobox.closeDropdown();
  };
  const remove = (id: string) => {
    change(chosen.filter((one) => one !== id));
    field.current?.focus();
  };
  const take = (index: number) => {
    const choice = offered[index];
    if (choice !== undefined) {
      remember(choice.kind, choice.id);
      add(choice.id);
    } else if (making !== undefined && index === offered.length) {
      make?.(making).then((id) => id !== undefined && add(id), tellError);
    }
  };
  const leave = () => {
    combobox.closeDropdown();
    if (props.multiple !== true && typed === '' && chosen.length > 0) change([]);
    setTyped(undefined);
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { dropdownOpened } = combobox;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!dropdownOpened) combobox.openDropdown();
        else if (count > 0) setMoved(next(active, event.key === 'ArrowDown' ? 1 : -1, count));
        break;
      case 'Enter':
        if (!dropdownOpened) return;
        event.preventDefault();
        if (typed === '' && active < 0) leave();
        else if (choices.settled) take(active);
        break;
      case 'Escape':
        if (!dropdownOpened && typed === undefined) return;
        event.stopPropagation();
        combobox.closeDropdown();
        setTyped(undefined);
        break;
      case 'Backspace':
        if (props.multiple === true && words === '' && chosen.length > 0) change(chosen.slice(0, -1));
        break;
      default:
    }
  };

  return (
    <Combobox
      store={combobox}
      keepMounted={false}
      onOptionSubmit={(id) => take(id === '' ? offered.length : offered.findIndex((one) => one.id === id))}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          {...(hidesLabel ? {} : { label })}
          description={description}
          error={error}
          required={required}
          disabled={disabled}
          rightSection={
            combobox.dropdownOpened && !choices.settled ? <Loader size="xs" /> : <Combobox.Chevron error={error} />
          }
          rightSectionPointerEvents="none"
          onClick={() => !disabled && combobox.openDropdown()}
        >
          <Pill.Group gap={4}>
            {props.multiple === true &&
              ready &&
              chosen.map((id) => (
                <ChosenRecord key={id} record={titles.get(id)} remove={disabled ? undefined : () => remove(id)} />
              ))}
            <Combobox.EventsTarget withAriaAttributes={false} withKeyboardNavigation={false}>
              <PillsInput.Field
                ref={field}
                className={classes.field ?? ''}
                role="combobox"
                aria-label={hidesLabel ? label : undefined}
                aria-haspopup="listbox"
                aria-autocomplete="list"
                aria-expanded={combobox.dropdownOpened}
                aria-controls={combobox.dropdownOpened ? listId : undefined}
                aria-activedescendant={combobox.dropdownOpened && active >= 0 ? choiceId(listId, active) : undefined}
                data-mantine-stop-propagation={combobox.dropdownOpened || undefined}
                autoComplete="off"
                autoFocus={props.autoFocus}
                placeholder={chosen.length === 0 ? (placeholder ?? t`Type a name`) : undefined}
                disabled={disabled}
                value={typed ?? shown}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setMoved(undefined);
                  combobox.openDropdown();
                }}
                onFocus={(event) => event.currentTarget.select()}
                onBlur={leave}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <PickerList
          id={listId}
          label={label}
          choices={choices}
          making={making}
          active={active}
          showsKind={kinds.length > 1}
          typed={words !== ''}
        />
      </Combobox.Dropdown>
      <VisuallyHidden aria-live="polite">
        {combobox.dropdownOpened && choices.settled && words !== '' && (
          <Plural value={offered.length} _0="nothing found" one="# found" other="# found" />
        )}
      </VisuallyHidden>
    </Combobox>
  );
}

/** The next choice, around the end; from none, the first or the last. */
function next(active: number, by: 1 | -1, count: number): number {
  if (active < 0) return by > 0 ? 0 : count - 1;
  return (active + by + count) % count;
}
