import { Plural, useLingui } from '@lingui/react/macro';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { PaperStatus } from '../../../domain/papers/kinds.ts';
import { type Status, statusOf } from '../../../domain/papers/status.ts';
import { text } from '../../../domain/records/text.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Row } from '../register/columns.ts';
import { DueCell } from './DueCell.tsx';
import classes from './papers.module.css';
import { useStatusChange } from './useStatusChange.tsx';

const COLUMNS: readonly Status[] = PaperStatus.options;
/** So many are on a board; more are found in the list. */
const MOST = 500;

/** Papers by status: a card is moved with Alt and the arrows, or dragged, into what may follow. */
export function PaperBoard({ meeting }: { readonly meeting?: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { change, dialog } = useStatusChange();
  const [active, setActive] = useState<string>();
  useSubject(active, meeting === undefined);
  const { data } = useRead(
    'records',
    'register',
    {
      kinds: ['paper'],
      columns: ['title', 'number', 'status', 'from', 'due'],
      filters: meeting === undefined ? [] : [{ column: 'meeting', is: 'equals', value: meeting }],
      sort: [
        { column: 'due', descending: false },
        { column: 'title', descending: false },
      ],
      offset: 0,
      limit: MOST,
    },
    { keep: true },
  );
  const board = useRef<HTMLDivElement>(null);
  const rows = data?.rows ?? [];
  const columns = COLUMNS.map((status) => rows.filter(({ cells }) => (statusOf(cells) ?? 'drafting') === status));
  const at = columns.findIndex((column) => column.some(({ id }) => id === active));
  const move = (by: number) => {
    const status = COLUMNS[at + by];
    if (active !== undefined && status !== undefined) change([active], status);
  };
  const group = t`Papers`;
  const isHere = at >= 0;
  useAction({
    id: 'papers.board.on',
    title: t`Set the next status`,
    group,
    icon: IconArrowRight,
    shortcut: 'alt+ArrowRight',
    inside: '[data-paper-board]',
    disabled: !isHere || at === COLUMNS.length - 1,
    run: () => move(1),
  });
  useAction({
    id: 'papers.board.back',
    title: t`Set the status before`,
    group,
    icon: IconArrowLeft,
    shortcut: 'alt+ArrowLeft',
    inside: '[data-paper-board]',
    disabled: !isHere || at === 0,
    run: () => move(-1),
  });
  const status = rows.find(({ id }) => id === active)?.cells.status;
  // A card that was moved by a key keeps the focus where it now stands.
  useEffect(() => {
    const isAway = document.activeElement === null || document.activeElement === document.body;
    if (status !== undefined && isAway) board.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [status]);
  const first = active ?? columns.flat()[0]?.id;
  const go = (event: KeyboardEvent, id: string) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = neighbour(columns, id, event.key);
    if (next === undefined) return;
    event.preventDefault();
    board.current?.querySelector<HTMLElement>(`[data-paper="${next}"]`)?.focus();
  };
  return (
    <div className={classes.board} ref={board} data-paper-board>
      {columns.map((column, index) => {
        const name = COLUMNS[index] ?? 'drafting';
        const title = capitalised(valueName('paper', 'status', name, language) ?? name);
        return (
          <section key={name} data-status={name} className={classes.column} aria-label={title}>
            <h3>
              {title} <span className={classes.quiet}>{column.length}</span>
            </h3>
            <ul>
              {column.map((row) => (
                <Card
                  key={row.id}
                  row={row}
                  from={cellTitles(row, data?.titles ?? {})}
                  isFirst={row.id === first}
                  focus={() => setActive(row.id)}
                  keys={(event) => go(event, row.id)}
                  drop={(target) => target !== name && change([row.id], target)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {data !== undefined && data.total > MOST && (
        <p className={classes.quiet}>
          <Plural value={data.total - MOST} one="# more is in the list." other="# more are in the list." />
        </p>
      )}
      {dialog}
    </div>
  );
}

interface CardProps {
  readonly row: Row;
  readonly from: string;
  readonly isFirst: boolean;
  focus(): void;
  keys(event: KeyboardEvent): void;
  drop(status: Status): void;
}

/** In pixels: less is a click. */
const DRAGGED = 6;

function Card({ row, from, isFirst, focus, keys, drop }: CardProps) {
  const { t } = useLingui();
  const begun = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const dragged = useRef(false);
  const [shift, setShift] = useState<{ readonly x: number; readonly y: number }>();
  const title = text(row.cells.title) || t`Without a title`;
  const number = text(row.cells.number);
  const end = (event: PointerEvent) => {
    const wasDragged = shift !== undefined;
    dragged.current = wasDragged;
    begun.current = undefined;
    setShift(undefined);
    if (!wasDragged) return;
    const under = document.elementsFromPoint(event.clientX, event.clientY);
    const column = under.map((one) => one.closest('[data-status]')).find((one) => one !== null);
    const status = PaperStatus.safeParse(column?.getAttribute('data-status'));
    if (status.success) drop(status.data);
  };
  return (
    <li>
      <Link
        to={addressOf('paper', row.id)}
        draggable={false}
        tabIndex={isFirst ? 0 : -1}
        data-paper={row.id}
        data-record={row.id}
        data-dragged={shift !== undefined || undefined}
        className={classes.card}
        style={shift && { transform: `translate(${shift.x}px, ${shift.y}px)` }}
        onFocus={focus}
        onKeyDown={keys}
        onClick={(event) => {
          // What was dragged is not opened.
          if (!dragged.current) return;
          event.preventDefault();
          dragged.current = false;
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          begun.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const from = begun.current;
          if (from === undefined) return;
          const next = { x: event.clientX - from.x, y: event.clientY - from.y };
          if (shift !== undefined || Math.hypot(next.x, next.y) > DRAGGED) setShift(next);
        }}
        onPointerUp={end}
        onPointerCancel={() => {
          begun.current = undefined;
          setShift(undefined);
        }}
      >
        <span className={classes.cardTitle}>
          {number !== '' && <b>{number}</b>} {title}
        </span>
        {from !== '' && <span className={classes.quiet}>{from}</span>}
        <DueCell cells={row.cells} />
      </Link>
    </li>
  );
}

function cellTitles({ cells }: Row, titles: Readonly<Record<string, string>>): string {
  const ids = Array.isArray(cells.from) ? cells.from : [];
  return ids
    .map((id) => titles[text(id)] ?? '')
    .filter((one) => one !== '')
    .join(', ');
}

/** The card that an arrow leads to. */
function neighbour(columns: readonly (readonly Row[])[], id: string, key: string): string | undefined {
  const column = columns.findIndex((rows) => rows.some((row) => row.id === id));
  const place = columns[column]?.findIndex((row) => row.id === id) ?? -1;
  if (key === 'ArrowDown') return columns[column]?.[place + 1]?.id;
  if (key === 'ArrowUp') return columns[column]?.[place - 1]?.id;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const others = key === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, column).reverse();
  const next = others.find((rows) => rows.length > 0);
  return next?.[Math.min(place, next.length - 1)]?.id;
}
