import type { JsonObject } from '../records/json.ts';
import { only } from '../records/own.ts';
import { count } from '../records/text.ts';

const HOURS = ['day', 'starts', 'ends', 'buffer', 'access'];

/** What a session of an earlier meeting gives to one that is planned alike; of another organisation's, its hours. */
export function copyOfSession(body: JsonObject, isOwn: boolean): JsonObject {
  return only(body, isOwn ? [...HOURS, 'room', 'attendance', 'afterwards'] : HOURS);
}

/** What an item gives to one that is planned alike: nothing of what was done with it, nor of who spoke. */
export function copyOfItem(body: JsonObject): JsonObject {
  return only(body, ['order', 'type', 'title', 'purpose', 'minutes', 'leads', 'leadNote']);
}

/** What an item that is not concluded gives to the one that goes on with it. Its place is the tray. */
export function continuationOf(id: string, body: JsonObject): JsonObject {
  return { ...only(body, ['title', 'purpose', 'minutes', 'leads', 'leadNote', 'papers']), type: 'item', continues: id };
}

/** How many days sessions reach over; at least one. */
export function lastsDays(sessions: readonly JsonObject[]): number {
  return Math.max(1, ...sessions.map(({ day }) => count(day)));
}
