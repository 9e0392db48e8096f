import { type Circle, circleOf } from '../../domain/handling/circle.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { listRecords } from './listRecords.ts';

/** The kinds of which the circle is made. */
export const CIRCLE_KINDS: readonly string[] = ['organisation', 'person', 'network'];

/** Who belongs to what, as the organisation, person and network records of this vault tell it. */
export function readCircle(vault: Vault): Circle {
  const known = held.get(vault);
  if (known !== undefined) return known;
  const { seat, organisation } = vault.installation;
  return circleOf(
    CIRCLE_KINDS.flatMap((kind) => listRecords(vault, { kind })),
    { person: seat, organisation },
  );
}

const held = new WeakMap<Vault, Circle>();

/**
 * The same session with a circle that was read once, for one change of many records none of which is of `CIRCLE_KINDS`.
 */
export function holdingCircle(session: Session): Session {
  const vault = { ...session.vault };
  held.set(vault, readCircle(session.vault));
  return { ...session, vault };
}
