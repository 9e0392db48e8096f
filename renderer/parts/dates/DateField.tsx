import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/fr';
import { formatDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { parseDate } from './parseDate.ts';
import type { DateFieldProps, TypedDate } from './typedDate.ts';

const LOCALES = { en: 'en-gb', fr: 'fr' } as const;

/** A calendar date, typed in any of the usual ways or picked from a calendar whose week starts on Monday. */
export function DateField({ id, value, raw, readOnly, invalid, onType }: DateFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [typing, setTyping] = useState<string>();
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const shown = typing ?? raw ?? (value === undefined ? '' : formatDay(value, language));
  const close = () => {
    setOpen(false);
    input.current?.focus();
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus withRoles={false} position="bottom-end" returnFocus={false}>
      <Popover.Target>
        <TextInput
          ref={input}
          id={id}
          value={shown}
          readOnly={readOnly ?? false}
          error={invalid ?? false}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setTyping(currentTarget.value);
            onType(readDate(currentTarget.value, value));
          }}
          onBlur={() => setTyping(undefined)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || !event.altKey || readOnly) return;
            event.preventDefault();
            setOpen(true);
          }}
          rightSection={
            readOnly ? null : (
              <ActionIcon
                size="md"
                aria-label={t`Open the calendar`}
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                <IconCalendar size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            )
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={value ?? null}
          defaultDate={value ?? today()}
          locale={LOCALES[language]}
          firstDayOfWeek={1}
          weekendDays={[]}
          highlightToday
          allowDeselect={false}
          getDayAriaLabel={(day) => formatDay(day, language)}
          ariaLabels={{
            nextMonth: t`Next month`,
            previousMonth: t`Previous month`,
            nextYear: t`Next year`,
            previousYear: t`Previous year`,
            nextDecade: t`Next ten years`,
            previousDecade: t`Previous ten years`,
          }}
          onChange={(day) => {
            if (day !== null) onType({ value: day });
            setTyping(undefined);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function readDate(text: string, near: string | undefined): TypedDate {
  if (text.trim() === '') return { value: undefined };
  const parsed = parseDate(text, near ?? today());
  if (!('fault' in parsed)) return { value: parsed.date };
  if (parsed.fault === 'weekday') return { raw: text, wrong: { fault: 'weekday', date: parsed.date } };
  return { raw: text, wrong: { fault: parsed.fault === 'unreadable' ? 'date' : 'noSuchDay' } };
}

const today = () => Temporal.Now.plainDateISO().toString();
