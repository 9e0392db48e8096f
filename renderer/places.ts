import { adoptions } from './adoption/place.ts';
import type { Place } from './application/places.ts';
import { desk } from './desk/place.ts';
import { dossiers } from './dossiers/place.ts';
import { exchange } from './exchange/place.ts';
import { inquiries } from './inquiries/place.ts';
import { journal } from './journal/place.ts';
import { library } from './library/place.ts';
import { meetings } from './meetings/place.ts';
import { myNotes } from './myNotes/place.ts';
import { outcomes } from './outcomes/place.ts';
import { papers } from './papers/place.ts';
import { people } from './people/place.ts';
import { print } from './print/place.ts';
import { wording } from './wording/place.ts';

/** The rail, from above. A place is here once there is something in it. */
export const PLACES: readonly Place[] = [
  desk,
  meetings,
  outcomes,
  people,
  exchange,
  library,
  myNotes,
  papers,
  wording,
  dossiers,
  adoptions,
  inquiries,
  print,
  journal,
];
