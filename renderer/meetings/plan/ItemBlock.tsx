import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, memo, type PointerEvent } from 'react';
import { EntryFacts } from './EntryFacts.tsx';
import classes from './plan.module.css';
import type { Item, TimedItem } from './planTypes.ts';

interface ItemBlockProps {
  readonly item: Item | TimedItem;
  readonly isChosen: boolean;
  choose(id: string): void;
  /** The one entry of the plan that Tab comes to. */
  readonly tabbable: boolean;
  /** For so many lines below its title there is room. */
  readonly rows: number;
  readonly style?: Pick<CSSProperties, (typeof PLACE)[number]> | undefined;
  /** Something is being put before it. */
  readonly isTarget?: boolean;
  onGrab?(event: PointerEvent<HTMLElement>, item: Item): void;
  onStretch?(event: PointerEvent<HTMLElement>, item: Item): void;
}

/**
 * An item or break of the plan: chosen by a click or the focus, moved by dragging or keys. Of two hundred, only those are
 * drawn anew of which something is another.
 */
export const ItemBlock = memo(Block, isSame);

const PROPS = ['item', 'isChosen', 'choose', 'tabbable', 'rows', 'isTarget', 'onGrab', 'onStretch'] as const;
const PLACE = ['top', 'height', 'transform', 'zIndex', 'pointerEvents'] as const;

function isSame(one: ItemBlockProps, other: ItemBlockProps): boolean {
  return (
    PROPS.every((name) => one[name] === other[name]) && PLACE.every((name) => one.style?.[name] === other.style?.[name])
  );
}

function Block({ item, isChosen, choose, tabbable, rows, style, isTarget = false, onGrab, onStretch }: ItemBlockProps) {
  const { t } = useLingui();
  const isBreak = item.type === 'break';
  const starts = 'starts' in item ? item.starts : '';
  const { minutes } = item;
  return (
    <button
      type="button"
      className={isBreak ? classes.rest : classes.block}
      style={style}
      data-entry={item.item}
      data-item={item.item}
      data-rows={rows}
      data-target={isTarget || undefined}
      aria-current={isChosen || undefined}
      tabIndex={tabbable ? 0 : -1}
      onFocus={() => choose(item.item)}
      onPointerDown={onGrab && ((event) => onGrab(event, item))}
    >
      {isBreak ? (
        <span className={classes.restWords}>
          <Trans>
            {item.title}, {minutes} min
          </Trans>
          {item.conflicted && `, ${t`in conflict`}`}
        </span>
      ) : (
        <>
          <span className={classes.time}>{starts}</span>
          <span className={classes.number}>{item.number ?? ''}</span>
          <span className={classes.title}>{item.title || t`Without a name`}</span>
          <span className={classes.minutes}>
            <Trans>{minutes} min</Trans>
          </span>
          {rows > 0 ? <EntryFacts item={item} rows={rows} /> : <span className={classes.unseen}>{item.label}</span>}
        </>
      )}
      {onStretch !== undefined && (
        <span
          className={classes.edge}
          data-edge={item.item}
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            onStretch(event, item);
          }}
        />
      )}
    </button>
  );
}
