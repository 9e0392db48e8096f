import { isOrder, isWhole, PURGE_LIMITS } from '../../domain/exchange/purge.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import { InstallationId } from '../../domain/records/ids.ts';
import { mayKnowOfPurge } from '../../domain/release/purges.ts';
import { dayOf } from '../directory/bounds.ts';
import { canBeSentTo } from '../exchange/addressees.ts';
import { findInstallation, isOwn, type KnownInstallation, listInstallations } from '../exchange/cards.ts';
import { partyOf } from '../receipts/matrix.ts';
import { readCircle } from '../records/circle.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { allPurges, knowsOf, type PurgeRow } from './purgeRows.ts';

type Reader = Pick<KnownInstallation, 'installation' | 'seat' | 'organisation'>;

/**
 * The purges that a bundle to these addressees carries: of which one of them has not said that it knows, and of which all
 * of them may know, since all of them read it. As many as a manifest carries; the rest goes with the bundle after.
 */
export function purgesFor(vault: Vault, addressees: readonly Reader[], circle: Circle): PurgeRow[] {
  if (addressees.length === 0) return [];
  return allPurges(vault)
    .filter(({ act }) => isOrder(act))
    .filter(({ act }) => addressees.every((one) => mayKnowOfPurge(act.marks, one, circle)))
    .filter((purge) => addressees.some(({ installation }) => !knowsOf(vault, purge, installation)))
    .slice(0, PURGE_LIMITS.acts);
}

/** Purges that hold here, with those whom they concern and of whom nobody knows whether they carried them out. */
export function readPurges({ vault, surroundings }: Pick<Session, 'vault' | 'surroundings'>) {
  const day = dayOf(surroundings.now());
  const circle = readCircle(vault);
  const members = listInstallations(vault).filter((one) => canBeSentTo(one, day) && one.role !== 'guest');
  const orders = allPurges(vault).filter(({ act }) => isOrder(act));
  return orders.map((purge) => {
    const { id, act } = purge;
    const own = isOwn(vault, act.installation);
    const by = own ? vault.installation : findInstallation(vault, InstallationId.parse(act.installation));
    const concerned = members.filter((one) => mayKnowOfPurge(act.marks, one, circle));
    return {
      purge: id,
      record: act.record,
      whole: isWhole(act),
      at: act.at,
      reason: act.reason,
      by: by?.name ?? '',
      organisationName: by?.organisationName ?? '',
      own,
      waiting: concerned
        .filter(({ installation }) => !knowsOf(vault, purge, installation))
        .map(({ installation }) => partyOf(vault, installation)),
    };
  });
}
