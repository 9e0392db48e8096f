import type { Icon } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from '../exchange.module.css';

/** One line of a short list at the left. */
export interface OpenLine {
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly count?: ReactNode;
  readonly chosen: boolean;
  onChoose(): void;
}

interface OpenListProps {
  readonly title: string;
  readonly icon: Icon;
  readonly lines: readonly OpenLine[];
}

/** A short list of what is gone through besides records; not there when it is empty. */
export function OpenList({ title, icon: Sign, lines }: OpenListProps) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className={classes.small} id={id}>
        {title}
      </h2>
      <ul className={classes.inside} aria-labelledby={id}>
        {lines.map(({ key, title: name, says, count, chosen, onChoose }) => (
          <li key={key}>
            <button type="button" className={classes.insideLine} aria-pressed={chosen} onClick={onChoose}>
              <Sign size={16} stroke={1.6} aria-hidden />
              <span className={classes.openText}>
                {name}
                <span className={classes.openSays}>{says}</span>
              </span>
              {count !== undefined && <span>{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
