import { useLingui } from '@lingui/react/macro';
import { Combobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { InConflict } from '../conflict/InConflict.tsx';
import { StricterBadge } from '../handling/StricterBadge.tsx';
import { kindName } from '../kinds/kindNames.ts';
import classes from './picker.module.css';
import { useRecordName } from './recordName.ts';
import type { Choice, Choices } from './useChoices.ts';

interface PickerListProps {
  readonly id: string;
  readonly label: string;
  readonly choices: Choices;
  /** What is typed, if it can be made: offered as the last choice. */
  readonly making: string | undefined;
  /** The choice that Enter takes; -1 for none. */
  readonly active: number;
  /** Records of several kinds are told apart by their kind. */
  readonly showsKind: boolean;
  readonly typed: boolean;
}

/** The id of a choice, for `aria-activedescendant`. */
export const choiceId = (list: string, index: number): string => `${list}-${index}`;

/** The records to choose from, below the field. */
export function PickerList({ id, label, choices, making, active, showsKind, typed }: PickerListProps) {
  const { t } = useLingui();
  const { recent, found, settled, many } = choices;
  useEffect(() => {
    document.getElementById(choiceId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const row = (choice: Choice, index: number) => (
    <ChoiceRow
      key={choice.id}
      id={choiceId(id, index)}
      choice={choice}
      active={index === active}
      showsKind={showsKind}
    />
  );
  const makingAt = recent.length + found.length;
  const nothing = settled && makingAt === 0 && making === undefined;
  return (
    <>
      <Combobox.Options id={id} aria-label={label} className={classes.list}>
        {recent.length > 0 && <Combobox.Group label={t`Used lately`}>{recent.map(row)}</Combobox.Group>}
        {found.length > 0 && recent.length > 0 ? (
          <Combobox.Group label={t`Others`}>
            {found.map((choice, index) => row(choice, index + recent.length))}
          </Combobox.Group>
        ) : (
          found.map(row)
        )}
        {making !== undefined && (
          <Combobox.Option
            value=""
            id={choiceId(id, makingAt)}
            className={classes.option ?? ''}
            aria-selected={makingAt === active}
            mod={{ active: makingAt === active }}
          >
            <IconPlus size={16} stroke={1.6} aria-hidden />
            <span className={classes.name}>{t`Make “${making}”`}</span>
          </Combobox.Option>
        )}
      </Combobox.Options>
      {nothing && (
        <Combobox.Empty>{typed ? t`Nothing found` : many ? t`Type a name` : t`Nothing here yet`}</Combobox.Empty>
      )}
    </>
  );
}

interface ChoiceRowProps {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly showsKind: boolean;
}

function ChoiceRow({ id, choice, active, showsKind }: ChoiceRowProps) {
  const { i18n } = useLingui();
  const nameOf = useRecordName();
  return (
    <Combobox.Option value={choice.id} id={id} className={classes.option ?? ''} aria-selected={active} mod={{ active }}>
      <span className={classes.name}>{nameOf(choice)}</span>
      {choice.conflicted && <InConflict record={choice.id} plain />}
      <StricterBadge label={choice.label} />
      {showsKind && <span className={classes.kind}>{i18n._(kindName(choice.kind))}</span>}
    </Combobox.Option>
  );
}
