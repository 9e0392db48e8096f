import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { RegisterColumn } from './columns.ts';
import classes from './register.module.css';
import type { Sort } from './registerState.ts';

const NARROWEST = 60;
const WIDEST = 900;
const STEP = 16;

interface HeaderCellProps {
  readonly title: string;
  readonly column: RegisterColumn;
  readonly sort: readonly Sort[];
  /** With `more`, beside the present order. */
  onSort(more: boolean): void;
  onWidth(width: number): void;
}

/** Sorts by a click, is made wider at its edge. */
export function HeaderCell({ title, column, sort, onSort, onWidth }: HeaderCellProps) {
  const { t } = useLingui();
  const cell = useRef<HTMLDivElement>(null);
  const place = sort.findIndex((one) => one.column === column.column);
  const sorted = sort[place];
  const Arrow = sorted?.descending === true ? IconArrowDown : IconArrowUp;
  const limited = (width: number) => Math.min(WIDEST, Math.max(NARROWEST, width));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget;
    const from = event.clientX;
    const before = cell.current?.offsetWidth ?? column.width;
    edge.setPointerCapture(event.pointerId);
    const end = (last: globalThis.PointerEvent) => {
      edge.removeEventListener('pointerup', end);
      onWidth(limited(before + last.clientX - from));
    };
    edge.addEventListener('pointerup', end);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(limited((cell.current?.offsetWidth ?? column.width) + by));
  };
  return (
    <div
      ref={cell}
      role="columnheader"
      tabIndex={-1}
      className={classes.headCell}
      aria-sort={place === 0 ? (sorted?.descending === true ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton className={classes.headButton} onClick={(event) => onSort(event.shiftKey)}>
        <span className={classes.headTitle}>{title}</span>
        {sorted !== undefined && <Arrow size={14} stroke={1.6} aria-hidden />}
        {sort.length > 1 && place >= 0 && <span className={classes.headPlace}>{place + 1}</span>}
      </UnstyledButton>
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t`Width of ${title}`}
        aria-valuenow={Math.round(column.width)}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        className={classes.edge}
        onPointerDown={onPointerDown}
        onKeyDown={onKey}
      />
    </div>
  );
}
