import { naturalId, type RecordId } from '../records/ids.ts';

/** The id of the minutes of an item, begun or not. */
export function minutesOf(item: string): RecordId {
  return naturalId('minutes', item);
}
