import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useLanguage } from '../../language/useLanguage.ts';
import { columnTitle, type RegisterColumn, type Row } from './columns.ts';
import { GridRow, type RowActions } from './GridRow.tsx';
import { HeaderCell } from './HeaderCell.tsx';
import classes from './register.module.css';
import type { RegisterProps } from './registerProps.ts';
import { type Narrowing, type Sort, sortedBy } from './registerState.ts';
import type { Choice } from './useChoice.ts';
import { type RegisterQuestion, useRegisterRows } from './useRegisterRows.ts';

const ROW = 32;
const AHEAD = 6;

interface GridProps extends Pick<RegisterProps, 'label' | 'kinds' | 'open' | 'onActive'> {
  readonly question: RegisterQuestion;
  readonly shown: readonly RegisterColumn[];
  readonly narrowing: Narrowing;
  readonly choice: Choice;
  onSort?(sort: Sort[]): void;
  onWidth?(column: string, width: number): void;
  onCount(total: number): void;
  onError?(error: unknown): void;
}

/** The rows, of which only those in view are there: an ARIA grid that is moved through by rows. */
export function Grid(props: GridProps) {
  const { label, kinds, open, onActive, question, shown, narrowing, choice, onSort, onWidth, onCount, onError } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useId();
  const [count, setCount] = useState(0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
  });
  const inView = virtual.getVirtualItems();
  const rows = useRegisterRows(question, inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0);

  const active = Math.min(choice.active, Math.max(0, rows.total - 1));
  const activeRow = rows.row(active);
  const { waiting, total, error } = rows;
  useEffect(() => {
    setCount(total);
    if (!waiting) onCount(total);
  }, [waiting, total, onCount]);
  useEffect(() => onError?.(error), [error, onError]);
  useEffect(() => onActive?.(activeRow), [activeRow, onActive]);

  const moveTo = (index: number, extend: boolean) => {
    const to = Math.max(0, Math.min(total - 1, index));
    choice.moveTo(to);
    virtual.scrollToIndex(to);
    if (extend) chooseRun(choice.anchor, to);
    else choice.setAnchor(to);
  };
  const chooseRun = (one: number, other: number) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    const ids = Array.from({ length: to - from + 1 }, (_, index) => rows.row(from + index)?.id);
    if (ids.every((id) => id !== undefined)) choice.choose(ids);
    else void allIds().then((all) => choice.choose(all.slice(from, to + 1)), tellError);
  };
  const allIds = async () => {
    const { columns: _columns, ...selection } = question;
    return (await client.records.registerIds(selection)).ids;
  };

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    if (step !== undefined && !event.altKey && !event.metaKey) moveTo(step, event.shiftKey);
    else if (event.key === 'Enter' && activeRow !== undefined) open(activeRow);
    else if (event.key === ' ' && activeRow !== undefined) choice.toggle(activeRow.id);
    else if (event.key === 'Escape' && choice.chosen.size > 0) choice.clear();
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      void allIds().then(choice.choose, tellError);
    } else return;
    event.preventDefault();
  };

  const onRowClick = (event: MouseEvent, index: number, row: Row) => {
    scroller.current?.focus({ preventScroll: true });
    if (event.shiftKey) return moveTo(index, true);
    moveTo(index, false);
    if (event.ctrlKey || event.metaKey) choice.toggle(row.id);
  };

  const latest = useRef({ onRowClick, toggle: choice.toggle, open });
  latest.current = { onRowClick, toggle: choice.toggle, open };
  const onRow = useMemo<RowActions>(
    () => ({
      click: (event, index, row) => latest.current.onRowClick(event, index, row),
      toggle: (id) => latest.current.toggle(id),
      open: (row) => latest.current.open(row),
    }),
    [],
  );
  const template = `36px ${shown.map(({ width }, at) => (at === 0 ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ')}`;
  const allChosen = total > 0 && choice.chosen.size >= total;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable
      aria-activedescendant={activeRow === undefined ? undefined : `${grid}-${active}`}
      aria-busy={waiting}
      className={classes.grid}
      onKeyDown={onKey}
    >
      <div role="rowgroup" className={classes.headGroup}>
        <div
          role="row"
          aria-rowindex={1}
          tabIndex={-1}
          className={classes.head}
          style={{ gridTemplateColumns: template }}
        >
          <div role="columnheader" className={classes.check} tabIndex={-1}>
            <Checkbox
              size="xs"
              aria-label={t`Choose all`}
              checked={allChosen}
              indeterminate={choice.chosen.size > 0 && !allChosen}
              onChange={() => (allChosen ? choice.clear() : void allIds().then(choice.choose, tellError))}
            />
          </div>
          {shown.map((column) => (
            <HeaderCell
              key={column.column}
              title={columnTitle(kinds, column, language)}
              column={column}
              sort={narrowing.sort}
              onSort={(more) => onSort?.(sortedBy(narrowing.sort, column.column, more))}
              onWidth={(width) => onWidth?.(column.column, width)}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {inView.map(({ index, start }) => {
          const row = rows.row(index);
          return (
            <GridRow
              key={row?.id ?? index}
              id={`${grid}-${index}`}
              index={index}
              row={row}
              titles={rows.titles}
              columns={shown}
              template={template}
              offset={start}
              active={index === active}
              chosen={row !== undefined && choice.chosen.has(row.id)}
              language={language}
              on={onRow}
            />
          );
        })}
      </div>
      {total === 0 && !waiting && <p className={classes.none}>{t`Nothing fits. Take a filter away to see more.`}</p>}
    </div>
  );
}
