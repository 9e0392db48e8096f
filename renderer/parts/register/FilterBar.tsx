import { Plural, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Menu, TextInput } from '@mantine/core';
import { IconFileSpreadsheet, IconFilterPlus, IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import type { Filter } from '../../../domain/records/filter.ts';
import type { Action } from '../../application/actions.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import type { RegisterColumn } from './columns.ts';
import { FilterChip } from './FilterChip.tsx';
import classes from './register.module.css';
import { type Columns, type Narrowing, type SavedFilter, withFilter } from './registerState.ts';
import { SavedFilters } from './SavedFilters.tsx';
import type { RegisterQuestion } from './useRegisterRows.ts';

interface FilterBarProps {
  readonly kinds: readonly string[];
  readonly columns: readonly RegisterColumn[];
  titleOf(column: RegisterColumn): string;
  readonly narrowing: Narrowing;
  onChange(change: Partial<Narrowing>): void;
  onClear(): void;
  readonly narrowed: boolean;
  /** How many records fit; undefined before that is known. */
  readonly count: number | undefined;
  readonly saved: readonly SavedFilter[];
  onSaved(saved: SavedFilter[]): void;
  readonly arrangement: Columns;
  onArrange(columns: Columns): void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly question: RegisterQuestion;
  /** Saves the list as a file. */
  readonly csv: Action;
}

/** What narrows the list, each filter as a chip with its words; saved filters; columns. */
export function FilterBar(props: FilterBarProps) {
  const { kinds, columns, titleOf, narrowing, onChange, narrowed, count, searchField, question } = props;
  const { t } = useLingui();
  const [opened, setOpened] = useState<string>();
  const free = columns.filter(({ column }) => narrowing.filters.every((filter) => filter.column !== column));
  const put = (filter: Filter) => onChange({ filters: withFilter(narrowing.filters, filter) });
  const drop = (column: string) =>
    onChange({ filters: narrowing.filters.filter((filter) => filter.column !== column) });
  return (
    <search className={classes.bar}>
      <TextInput
        ref={searchField}
        className={classes.search}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        placeholder={t`Filter by words`}
        aria-label={t`Filter by words`}
        value={narrowing.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && narrowing.search !== '') onChange({ search: '' });
        }}
        rightSection={
          narrowing.search !== '' && (
            <CloseButton size="sm" aria-label={t`Take the words away`} onClick={() => onChange({ search: '' })} />
          )
        }
      />
      {narrowing.filters.map((filter) => {
        const column = columns.find((one) => one.column === filter.column);
        return (
          column !== undefined && (
            <FilterChip
              key={filter.column}
              kinds={kinds}
              column={column}
              title={titleOf(column)}
              filter={filter}
              question={question}
              startOpen={opened === filter.column}
              onChange={put}
              onRemove={() => drop(filter.column)}
            />
          )
        );
      })}
      <Menu>
        <Menu.Target>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconFilterPlus size={16} stroke={1.6} aria-hidden />}
            disabled={free.length === 0}
          >
            {t`Filter`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {free.map((column) => (
            <Menu.Item
              key={column.column}
              onClick={() => {
                setOpened(column.column);
                put({ column: column.column, is: 'notEmpty' });
              }}
            >
              {titleOf(column)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => onChange({ deleted: narrowing.deleted === 'with' ? 'without' : 'with' })}>
            {narrowing.deleted === 'with' ? t`Leave out what was deleted` : t`Show also what was deleted`}
          </Menu.Item>
          <Menu.Item onClick={() => onChange({ deleted: narrowing.deleted === 'only' ? 'without' : 'only' })}>
            {narrowing.deleted === 'only' ? t`Show what is there` : t`Show only what was deleted`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {narrowed && (
        <Button variant="subtle" size="xs" onClick={props.onClear}>
          {t`Show everything`}
        </Button>
      )}
      <div className={classes.barEnd}>
        <output className={classes.count}>
          {count !== undefined && <Plural value={count} one="# record" other="# records" />}
        </output>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />}
          disabled={props.csv.disabled === true}
          onClick={props.csv.run}
        >
          {t`CSV…`}
        </Button>
        <SavedFilters
          saved={props.saved}
          narrowing={narrowing}
          narrowed={narrowed}
          onChoose={(chosen) => onChange(chosen)}
          onSaved={props.onSaved}
        />
        <ColumnMenu columns={columns} titleOf={titleOf} arrangement={props.arrangement} onArrange={props.onArrange} />
      </div>
    </search>
  );
}
