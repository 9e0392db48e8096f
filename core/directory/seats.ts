import type { z } from 'zod';
import type { DirectorySeat } from '../../contract/directory/directory.ts';
import { keyModeOf } from '../../domain/directory/keyMode.ts';
import { type DirectoryState, isOver, type Seat } from '../../domain/directory/state.ts';
import { isTrusted } from '../../domain/exchange/card.ts';
import { fingerprintDigits } from '../../domain/exchange/fingerprintDigits.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { receivesFor } from '../exchange/addressees.ts';
import { isOwn, type KnownInstallation, listInstallations, ownInstallation } from '../exchange/cards.ts';
import { readCircle } from '../records/circle.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { dayOf } from './bounds.ts';
import { readDirectory } from './chainRows.ts';

export type SeatView = z.input<typeof DirectorySeat>;

/** Every installation known here or named by the directory, by organisation and name; this one among them. */
export function allSeats(session: Session): SeatView[] {
  const { vault, surroundings } = session;
  const state = readDirectory(vault)?.state;
  const day = dayOf(surroundings.now());
  const known = [ownInstallation(session), ...listInstallations(vault)];
  const seats = known.map((one) => seatView(vault, state, one, day));
  return seats.sort(
    (one, other) => one.organisationName.localeCompare(other.organisationName) || one.name.localeCompare(other.name),
  );
}

function seatView(vault: Vault, state: DirectoryState | undefined, known: KnownInstallation, day: string): SeatView {
  const { installation, name, organisation, organisationName, seat: person, role, trust, ageRecipient } = known;
  const seat = state?.seats.get(installation);
  const revoked = state?.revoked.get(installation);
  const home = seat?.admission.homeState;
  const homeName = home === undefined ? '' : (findRecord(vault, home)?.title ?? '');
  const ended = revoked ?? seat?.ended;
  const successor = seat?.ended?.successor;
  const replaces = seat?.admission.replaces?.installation;
  return {
    installation,
    name,
    person,
    organisation,
    organisationName,
    role,
    ...(home === undefined ? {} : { homeState: home }),
    ...(homeName === '' ? {} : { homeStateName: homeName }),
    ...(seat?.admission.ends === undefined ? {} : { ends: seat.admission.ends }),
    standing: standingOf(seat, revoked !== undefined || trust === 'revoked', day),
    ...(seat === undefined ? {} : { admittedAt: seat.admitted.at }),
    ...(ended === undefined ? {} : { endedAt: ended.at }),
    ...(revoked === undefined ? {} : { reason: revoked.reason }),
    ...(seat?.ended === undefined ? {} : { endedWhy: seat.ended.why }),
    ...(successor === undefined ? {} : { successor }),
    ...(replaces === undefined ? {} : { replaces }),
    digits: fingerprintDigits(installation),
    trust,
    ...(known.verifiedBy === undefined ? {} : { verifiedBy: known.verifiedBy }),
    ...(known.verifiedHow === undefined ? {} : { verifiedHow: known.verifiedHow }),
    ...(known.verifiedAt === undefined ? {} : { verifiedAt: known.verifiedAt }),
    keys: keyModeOf(ageRecipient),
    own: isOwn(vault, installation),
  };
}

function standingOf(seat: Seat | undefined, revoked: boolean, day: string): SeatView['standing'] {
  if (revoked) return 'revoked';
  if (seat === undefined) return 'notIn';
  if (seat.ended !== undefined) return 'ended';
  return isOver(seat.admission.ends, day) ? 'over' : 'inForce';
}

/** The installations that an audience's bundle is sealed to, and those of its members that are left out. */
export function coveredBy(session: Session, audience: Audience): { installations: SeatView[]; leftOut: SeatView[] } {
  const { vault } = session;
  const circle = readCircle(vault);
  const keys = readDirectory(vault)?.state.keys;
  const receives = new Set<string>(
    listInstallations(vault)
      .filter((known) => receivesFor(known, audience, circle))
      .map(({ installation }) => installation),
  );
  const theirs = allSeats(session).filter(({ installation, own }) => !own && receives.has(installation));
  const fits = (seat: SeatView) =>
    (seat.standing === 'inForce' || seat.standing === 'notIn') &&
    seat.trust !== 'own' &&
    isTrusted(seat.trust) &&
    (keys === undefined || keys === seat.keys);
  return { installations: theirs.filter(fits), leftOut: theirs.filter((seat) => !fits(seat)) };
}
