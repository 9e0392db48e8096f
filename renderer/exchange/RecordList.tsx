import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './exchange.module.css';

/** A record in a list that is gone through one by one. */
export interface ListedRecord {
  readonly id: string;
  readonly title: string;
  /** Under the title. */
  readonly says: string;
  /** What became of it, beside the title. */
  readonly mark?: ReactNode;
}

interface RecordListProps {
  readonly label: string;
  readonly records: readonly ListedRecord[];
  /** The one that is being read. */
  readonly chosen: string | undefined;
  onChoose(id: string): void;
  /** Those with a tick, where some are being picked out. */
  readonly picked?: ReadonlySet<string>;
  onPick?(id: string): void;
}

const ROW = 62;

/** Records as a list box: arrows go through it, Space ticks where ticks are asked for. Only those in view are there. */
export function RecordList({ label, records, chosen, onChoose, picked, onPick }: RecordListProps) {
  const { t } = useLingui();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => records[index]?.id ?? index,
    gap: 8,
    overscan: 6,
  });
  const at = records.findIndex((record) => record.id === chosen);
  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (at >= 0) scrollToIndex(at);
  }, [at, scrollToIndex]);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: records.length - 1,
      PageDown: at + 5,
      PageUp: at - 5,
    };
    const to = steps[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (to !== undefined) {
      event.preventDefault();
      const record = records[Math.max(0, Math.min(records.length - 1, to))];
      if (record !== undefined) onChoose(record.id);
    } else if (event.key === ' ' && onPick !== undefined && chosen !== undefined) {
      event.preventDefault();
      onPick(chosen);
    }
  };
  return (
    <div
      ref={scroller}
      className={classes.records}
      role="listbox"
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : `${id}-${chosen}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const record = records[index];
          if (record === undefined) return null;
          const ticked = picked?.has(record.id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              id={`${id}-${record.id}`}
              role="option"
              aria-selected={record.id === chosen}
              aria-checked={ticked}
              aria-setsize={records.length}
              aria-posinset={index + 1}
              className={classes.record}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                onChoose(record.id);
                if (picked !== undefined) onPick?.(record.id);
              }}
            >
              {ticked !== undefined && (
                <span className={classes.tick} data-ticked={ticked || undefined} aria-hidden>
                  {ticked && <IconCheck size={14} stroke={2.4} />}
                </span>
              )}
              <span className={classes.recordText}>
                <span className={classes.recordTitle}>
                  <strong>{record.title === '' ? t`Without a title` : record.title}</strong>
                  {record.mark}
                </span>
                {record.says !== '' && <span className={classes.recordSays}>{record.says}</span>}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
