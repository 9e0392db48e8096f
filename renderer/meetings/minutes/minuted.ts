import type { z } from 'zod';
import type { minutesCalls } from '../../../contract/minutes/calls.ts';

/** The items of a meeting with their minutes. */
export type Minuted = z.output<(typeof minutesCalls)['ofMeeting']['output']>;
export type MinutedItem = Minuted['items'][number];

export interface ItemMinutesProps {
  readonly item: MinutedItem;
  readonly minuted: Minuted;
  /** The item or meeting that somebody came from to approve them. */
  readonly at: string | undefined;
}
