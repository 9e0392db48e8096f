import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { MinutedItem } from './minuted.ts';
import classes from './minutes.module.css';
import { StatusMark } from './StatusMark.tsx';

interface ItemListProps {
  readonly items: readonly MinutedItem[];
  readonly chosen: string;
  onChoose(item: MinutedItem): void;
}

/** The items of a meeting in the order of its plan, each with the state of its minutes. */
export function ItemList({ items, chosen, onChoose }: ItemListProps) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Minutes, item by item`}>
      <ol className={classes.items}>
        {items.map((item, at) => {
          const day = item.day === 0 ? t`In no session` : t`Day ${item.day}`;
          const isFirst = items[at - 1]?.day !== item.day;
          return (
            <li key={item.item}>
              {isFirst && <p className={classes.day}>{day}</p>}
              <UnstyledButton
                className={classes.item ?? ''}
                aria-current={item.item === chosen ? 'true' : undefined}
                onClick={() => onChoose(item)}
              >
                <span className={classes.number}>{item.number ?? item.openNumber ?? '–'}</span>
                <span className={classes.itemTitle}>{item.title || t`Without a title`}</span>
                <StatusMark minutes={item.minutes} />
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
