import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { type MouseEvent, memo, type ReactNode } from 'react';
import type { Language } from '../../../domain/records/fieldNames.ts';
import { formatShortMoment } from '../../language/dates.ts';
import { InConflict } from '../conflict/InConflict.tsx';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { OutsideMark } from '../outside/OutsideMark.tsx';
import { asTitle, type RegisterColumn, type Row, type Titles, wordsOfCell } from './columns.ts';
import classes from './register.module.css';

interface GridRowProps {
  readonly id: string;
  readonly index: number;
  readonly row: Row | undefined;
  readonly titles: Titles;
  readonly columns: readonly RegisterColumn[];
  readonly template: string;
  readonly offset: number;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly language: Language;
  /** Always the same object, so that a row is drawn anew only when something of it changed. */
  readonly on: RowActions;
}

export interface RowActions {
  click(event: MouseEvent, index: number, row: Row): void;
  toggle(id: string): void;
  open(row: Row): void;
}

/** One record. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, index, row, titles, columns, template, offset, active, chosen, language, on } = props;
  const { t } = useLingui();
  const style = { gridTemplateColumns: template, transform: `translateY(${offset}px)` };
  if (row === undefined) {
    return <div role="row" tabIndex={-1} aria-rowindex={index + 2} aria-busy className={classes.row} style={style} />;
  }
  const marks = [
    classes.row,
    active ? classes.active : '',
    chosen ? classes.chosen : '',
    row.deleted ? classes.deleted : '',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard.
    <div
      role="row"
      tabIndex={-1}
      id={id}
      data-record={row.id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={marks.join(' ')}
      style={style}
      onClick={(event) => on.click(event, index, row)}
    >
      <div role="gridcell" tabIndex={-1} className={classes.check}>
        {/* The browser's own: there are many, and they come and go while somebody scrolls. */}
        <input
          type="checkbox"
          tabIndex={-1}
          className={classes.tick}
          aria-label={t`Choose ${row.title}`}
          checked={chosen}
          onChange={() => on.toggle(row.id)}
          onClick={(event) => event.stopPropagation()}
        />
      </div>
      {columns.map((column, at) => (
        <div role="gridcell" tabIndex={-1} key={column.column} className={classes.cell}>
          {at === 0 ? (
            <Opening row={row} onOpen={on.open}>
              {contentOf(column, row, titles, language)}
            </Opening>
          ) : (
            contentOf(column, row, titles, language)
          )}
        </div>
      ))}
    </div>
  );
});

/** The title opens the record; what is not as usual stands beside it in words. */
function Opening({ row, onOpen, children }: { row: Row; onOpen(row: Row): void; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <>
      <UnstyledButton
        tabIndex={-1}
        className={classes.title}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(row);
        }}
      >
        <OutsideMark provenance={row.provenance} brief />
        {children}
      </UnstyledButton>
      {row.conflicted && <InConflict record={row.id} tabIndex={-1} />}
      {row.deleted && <span className={classes.mark}>{t`deleted`}</span>}
    </>
  );
}

function contentOf(column: RegisterColumn, row: Row, titles: Titles, language: Language): ReactNode {
  if (column.render !== undefined) return column.render(row, titles);
  switch (column.column) {
    case '$label':
      return <HandlingBadge label={row.label} />;
    case '$title':
      return row.title;
    case '$updated':
      return formatShortMoment(row.updated, language);
    default:
      return asTitle([row.kind], column.column, wordsOfCell(row, column.column, titles, language));
  }
}
