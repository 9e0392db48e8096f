import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { Dates } from '../Dates.tsx';
import { useAdding } from './adding.ts';
import { MustKnowLine } from './MustKnowLine.tsx';
import { elementOf, usePlan } from './PlanContext.tsx';
import { PlanList } from './PlanList.tsx';
import classes from './plan.module.css';
import { dayOf, type Entry, entriesOf, type Plan, startOf } from './planTypes.ts';
import { Timetable } from './Timetable.tsx';
import { useDragging } from './useDragging.ts';

/** The plan of a meeting as a timetable or as a list. Arrows go from entry to entry; what has the focus is chosen. */
export function PlanTab({ isList }: { readonly isList: boolean }) {
  const { t } = useLingui();
  const { plan, meeting, chosen, choose, refused, told } = usePlan();
  const adding = useAdding((state) => state.adding);
  const dragging = useDragging();
  const tabbable = chosen?.id ?? entriesOf(plan)[0]?.id;
  if (plan.days.length === 0) {
    return (
      <EmptyState icon={IconCalendarTime} title={t`No first day yet`} actions={<Dates meeting={meeting} />}>
        {t`The timetable shows once the meeting has its first and its last day. Sessions and items that are here already wait.`}
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the entries inside have the focus.
    <div
      data-plan
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.dataset.entry)
          choose(undefined);
        else onArrow(event, plan);
      }}
    >
      {refused !== undefined && adding === undefined && (
        <p role="alert" className={classes.refused}>
          {refused}
        </p>
      )}
      <MustKnowLine />
      {isList ? (
        <PlanList dragging={dragging} tabbable={tabbable} />
      ) : (
        <Timetable dragging={dragging} tabbable={tabbable} />
      )}
      <VisuallyHidden aria-live="polite">{told}</VisuallyHidden>
      <p className={classes.hint}>
        {t`Drag items and edges, or use the keyboard: arrows choose, Alt with arrows moves, Alt and Shift with arrows changes the length. All keys: ?`}
      </p>
    </div>
  );
}

function onArrow(event: KeyboardEvent, plan: Plan): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const id = event.target instanceof HTMLElement ? event.target.dataset.entry : undefined;
  if (id === undefined) return;
  const next = nextEntry(plan, id, event.key);
  if (next === undefined) return;
  event.preventDefault();
  elementOf(next.id)?.focus();
}

/** Up and down by order, left and right to the other day at about the same time. */
function nextEntry(plan: Plan, id: string, key: string): Entry | undefined {
  const entries = entriesOf(plan);
  const at = entries.findIndex((entry) => entry.id === id);
  const current = entries[at];
  if (current === undefined) return undefined;
  switch (key) {
    case 'ArrowDown':
      return entries[at + 1];
    case 'ArrowUp':
      return entries[at - 1];
    case 'Home':
      return entries[0];
    case 'End':
      return entries.at(-1);
    case 'ArrowLeft':
      return beside(entries, current, -1);
    case 'ArrowRight':
      return beside(entries, current, 1);
    default:
      return undefined;
  }
}

function beside(entries: readonly Entry[], current: Entry, by: -1 | 1): Entry | undefined {
  const from = dayOf(current);
  const days = [...new Set(entries.map(dayOf))].filter((day) => day > 0);
  const day = by > 0 ? days.find((one) => one > from) : days.findLast((one) => one < from);
  const there = entries.filter((entry) => dayOf(entry) === day && entry.of === current.of);
  return there.findLast((entry) => startOf(entry) <= startOf(current)) ?? there[0];
}
