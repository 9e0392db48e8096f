import type { ReactNode } from 'react';
import type { Filter } from '../../../domain/records/filter.ts';
import type { RegisterColumn, Row } from './columns.ts';
import type { Sort } from './registerState.ts';

export interface RegisterProps {
  /** Names what is kept of it: `people`. */
  readonly name: string;
  /** What the list is of, for screen readers: `People and organisations`. */
  readonly label: string;
  readonly kinds: readonly string[];
  /** The first is the title, which opens the record. */
  readonly columns: readonly RegisterColumn[];
  readonly sort: readonly Sort[];
  /** Hold always and are not shown. */
  readonly always?: readonly Filter[];
  open(row: Row): void;
  /** The row on which the keyboard stands. */
  onActive?(row: Row | undefined): void;
  /** Shown when there is nothing at all. */
  readonly empty: ReactNode;
  /** Fields that may be set on many rows at once. */
  readonly bulkFields?: readonly string[];
  /** What else is done with all that is chosen. */
  bulk?(ids: readonly string[]): ReactNode;
}
