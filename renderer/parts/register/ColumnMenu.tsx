import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import type { RegisterColumn } from './columns.ts';
import classes from './register.module.css';
import { type Columns, moved } from './registerState.ts';

interface ColumnMenuProps {
  readonly columns: readonly RegisterColumn[];
  titleOf(column: RegisterColumn): string;
  readonly arrangement: Columns;
  onArrange(columns: Columns): void;
}

/** Which columns are shown, and in which order. */
export function ColumnMenu({ columns, titleOf, arrangement, onArrange }: ColumnMenuProps) {
  const { t } = useLingui();
  const { shown } = arrangement;
  const [first, ...rest] = columns;
  const place = ({ column }: RegisterColumn) => shown.indexOf(column) + 1 || columns.length + 1;
  const ordered = rest.toSorted((one, other) => place(one) - place(other));
  const put = (next: string[]) => onArrange({ ...arrangement, shown: next });
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t`Columns`}>
          <ActionIcon aria-label={t`Columns`}>
            <IconColumns3 size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={classes.columns}>
          <legend>{t`Columns`}</legend>
          {first !== undefined && <Checkbox label={titleOf(first)} checked disabled />}
          {ordered.map((column) => {
            const isShown = shown.includes(column.column);
            const title = titleOf(column);
            return (
              <div key={column.column} className={classes.columnLine}>
                <Checkbox
                  label={title}
                  checked={isShown}
                  onChange={() =>
                    put(isShown ? shown.filter((name) => name !== column.column) : [...shown, column.column])
                  }
                />
                <ActionIcon
                  size="sm"
                  aria-label={t`Further left: ${title}`}
                  disabled={!isShown}
                  onClick={() => put(moved(shown, column.column, -1))}
                >
                  <IconArrowUp size={14} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t`Further right: ${title}`}
                  disabled={!isShown}
                  onClick={() => put(moved(shown, column.column, 1))}
                >
                  <IconArrowDown size={14} stroke={1.6} />
                </ActionIcon>
              </div>
            );
          })}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
