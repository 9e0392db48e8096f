import { realSurroundings } from '../../../core/context.ts';
import { loadExercise } from '../../../core/exercise/loadExercise.ts';
import { exerciseSeats } from '../../../core/exercise/seats.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { Session } from '../../../core/session.ts';
import type { Holder } from '../../../core/vault/installation.ts';
import { aVault } from '../../helpers/aVault.ts';

/** The holder of a seat of the exercise. Throws when there is no such seat. */
export function seatOf(name: string): Holder {
  const holder = exerciseSeats()[name];
  if (holder === undefined) throw new Error(`There is no seat ${name}.`);
  return holder;
}

/** An empty vault of one of the exercise's seats. */
export async function aSeat(name: string): Promise<Session> {
  const { vault } = await aVault({ holder: seatOf(name), surroundings: realSurroundings });
  return { vault, surroundings: realSurroundings, announce: () => {} };
}

/** The Secretariat's vault with the exercise in it. */
export async function anExercise(): Promise<Session> {
  const session = await aSeat('secretariat');
  await loadExercise(unwatched, session);
  return session;
}
