import type { Place } from './application/places.ts';
import { desk } from './desk/place.ts';
import { people } from './people/place.ts';

/** The rail, from above. A place is here once there is something in it. */
export const PLACES: readonly Place[] = [desk, people];
