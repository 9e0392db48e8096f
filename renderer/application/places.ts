import type { MessageDescriptor } from '@lingui/core';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OwnTab } from './sidePanel.ts';

/** One entry of the rail, with the pages behind it. */
export interface Place {
  /** `people` */
  readonly id: string;
  /** `/people` */
  readonly path: string;
  readonly title: MessageDescriptor;
  readonly icon: Icon;
  /** Entries of one group stand together in the rail, with a line before the next. */
  readonly group: number;
  /** False where its pages are reached from other places only: the rail does not show it. */
  readonly inRail?: boolean;
  /** A tab of the side panel for records of this place. */
  readonly panel?: OwnTab;
  /** Pages by their path under the place: `''`, `:id`. */
  readonly pages: readonly PlacePage[];
}

export interface PlacePage {
  readonly path: string;
  readonly page: ComponentType;
  /** The page is all of its window: without the rail and the side panel. */
  readonly bare?: boolean;
}
