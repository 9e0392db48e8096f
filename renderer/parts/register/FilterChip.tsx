import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, CloseButton, Group, Popover, ScrollArea, SegmentedControl, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { cellWords } from '../../../domain/records/columns.ts';
import type { Language } from '../../../domain/records/fieldNames.ts';
import type { Filter } from '../../../domain/records/filter.ts';
import type { Json } from '../../../domain/records/json.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { asTitle, type RegisterColumn, ruleOf } from './columns.ts';
import classes from './register.module.css';
import type { RegisterQuestion } from './useRegisterRows.ts';

interface FilterChipProps {
  readonly kinds: readonly string[];
  readonly column: RegisterColumn;
  readonly title: string;
  readonly filter: Filter;
  readonly question: RegisterQuestion;
  readonly startOpen: boolean;
  onChange(filter: Filter): void;
  onRemove(): void;
}

type Way = 'oneOf' | 'contains' | 'date' | 'empty';
const DAY = z.iso.date();
const DATES = /^(\$updated|on|starts|ends|due|papersDue|.*(Date|On|At))$/;

/** One filter: its words, and behind a click what it can be. */
export function FilterChip({ kinds, column, title, filter, question, startOpen, onChange, onRemove }: FilterChipProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [open, setOpen] = useState(startOpen);
  const words = useRef<HTMLButtonElement>(null);
  const others = question.filters.filter((one) => one.column !== column.column);
  const { kinds: asked, search, deleted } = question;
  const facets = useRead(
    'records',
    'facets',
    {
      kinds: asked,
      column: column.column,
      filters: others,
      deleted,
      language,
      ...(search === undefined ? {} : { search }),
    },
    { keep: true },
  );
  const rule = ruleOf(kinds, column.column);
  const nameOf = (value: Json, known?: string) =>
    known ??
    (cellWords(value, { kind: kinds[0] ?? '', column: column.column, rule, language, titleOf: () => known }) ||
      String(value));
  const named = (value: Json) => nameOf(value, facets.data?.find((one) => one.value === value)?.title);
  const isDate = DATES.test(column.column);
  const ways: { value: Way; label: string }[] = [
    ...(isDate ? [{ value: 'date' as const, label: t`Date` }] : [{ value: 'oneOf' as const, label: t`One of` }]),
    { value: 'contains', label: t`Contains` },
    { value: 'empty', label: t`Empty` },
  ];
  const [way, setWay] = useState<Way>(wayOf(filter, isDate));
  return (
    // Opened from a menu that is gone by then: the focus goes back to the filter, not to where it was.
    <Popover opened={open} onChange={setOpen} onClose={() => words.current?.focus()} trapFocus width={280}>
      <span className={classes.chip}>
        <Popover.Target>
          <Button ref={words} variant="light" size="compact-sm" onClick={() => setOpen(!open)}>
            {wordsOfFilter(filter, title, named, language, {
              is: t`is`,
              isNot: t`is not`,
              contains: t`contains`,
              empty: t`is empty`,
              notEmpty: t`is there`,
              before: t`before`,
              after: t`after`,
            })}
          </Button>
        </Popover.Target>
        <CloseButton size="sm" aria-label={t`Take the filter away: ${title}`} onClick={onRemove} />
      </span>
      <Popover.Dropdown>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t`How to filter by ${title}`}
          data={ways}
          value={way}
          onChange={(value) => setWay(value)}
        />
        {way === 'oneOf' && (
          <ScrollArea.Autosize mah={260} mt="sm">
            {(facets.data ?? []).map(({ value, title: known, count }) => {
              const values = filter.is === 'oneOf' ? filter.value : [];
              const checked = values.includes(value);
              const next = checked ? values.filter((one) => one !== value) : [...values, value];
              return (
                <Checkbox
                  key={String(value)}
                  className={classes.facet}
                  label={`${asTitle(kinds, column.column, nameOf(value, known))} (${count})`}
                  checked={checked}
                  onChange={() =>
                    onChange(
                      next.length === 0
                        ? { column: column.column, is: 'notEmpty' }
                        : { column: column.column, is: 'oneOf', value: next },
                    )
                  }
                />
              );
            })}
          </ScrollArea.Autosize>
        )}
        {way === 'contains' && (
          <TextInput
            mt="sm"
            label={t`Contains`}
            value={filter.is === 'contains' ? filter.value : ''}
            onChange={(event) => onChange({ column: column.column, is: 'contains', value: event.currentTarget.value })}
          />
        )}
        {way === 'date' && <Days column={column.column} filter={filter} onChange={onChange} />}
        {way === 'empty' && (
          <Group mt="sm" gap="sm">
            <Button size="xs" variant="default" onClick={() => onChange({ column: column.column, is: 'empty' })}>
              {t`Is empty`}
            </Button>
            <Button size="xs" variant="default" onClick={() => onChange({ column: column.column, is: 'notEmpty' })}>
              {t`Is there`}
            </Button>
          </Group>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Days({ column, filter, onChange }: { column: string; filter: Filter; onChange(filter: Filter): void }) {
  const { t } = useLingui();
  const value = filter.is === 'before' || filter.is === 'after' ? String(filter.value) : '';
  const put = (is: 'before' | 'after', day: string) => {
    if (DAY.safeParse(day).success) onChange({ column, is, value: day });
  };
  return (
    <Group mt="sm" gap="sm" grow>
      <TextInput
        type="date"
        label={t`After`}
        value={filter.is === 'after' ? value : ''}
        onChange={(event) => put('after', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t`Before`}
        value={filter.is === 'before' ? value : ''}
        onChange={(event) => put('before', event.currentTarget.value)}
      />
    </Group>
  );
}

function wayOf(filter: Filter, isDate: boolean): Way {
  if (filter.is === 'contains') return 'contains';
  return isDate ? 'date' : 'oneOf';
}

type FilterWords = Readonly<Record<'is' | 'isNot' | 'contains' | 'empty' | 'notEmpty' | 'before' | 'after', string>>;

function wordsOfFilter(
  filter: Filter,
  title: string,
  named: (value: Json) => string,
  language: Language,
  words: FilterWords,
): string {
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  switch (filter.is) {
    case 'oneOf':
      return `${title} ${words.is} ${list.format(filter.value.map(named))}`;
    case 'equals':
      return `${title} ${words.is} ${named(filter.value)}`;
    case 'notEquals':
      return `${title} ${words.isNot} ${named(filter.value)}`;
    case 'contains':
      return `${title} ${words.contains} “${filter.value}”`;
    case 'empty':
    case 'notEmpty':
      return `${title} ${words[filter.is]}`;
    default:
      return `${title} ${words[filter.is]} ${filter.value}`;
  }
}
