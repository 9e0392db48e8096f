import { eq } from 'drizzle-orm';
import type { Directory } from '../../domain/directory/chain.ts';
import type { Seat } from '../../domain/directory/state.ts';
import type { Card } from '../../domain/exchange/card.ts';
import { directoryEntry } from '../../drizzle/schema.ts';
import {
  alarmOfNewKey,
  findInstallation,
  isOwn,
  type KnownInstallation,
  replaceable,
  rowOf,
} from '../exchange/cards.ts';
import { cardText } from '../exchange/signedCard.ts';
import type { Session } from '../session.ts';
import { raiseAlarm } from './alarms.ts';
import { readDirectory } from './chainRows.ts';

/**
 * Brings what is known of installations to what the directory says: admitted ones are vouched for, ended and revoked
 * ones marked. A card that was verified in person is never replaced by other words; a new key of somebody who is known
 * raises an alarm. Part of the caller's transaction.
 */
export function carryOut(session: Session): void {
  const directory = readDirectory(session.vault);
  if (directory === undefined) return;
  const { state } = directory;
  for (const seat of state.seats.values()) {
    if (!isOwn(session.vault, seat.installation)) carryOutSeat(session, directory, seat);
  }
  for (const installation of state.revoked.keys()) {
    session.vault.orm
      .update(directoryEntry)
      .set({ trust: 'revoked' })
      .where(eq(directoryEntry.installation, installation))
      .run();
  }
  raiseForks(session, directory);
}

function carryOutSeat(session: Session, directory: Directory, seat: Seat): void {
  const { vault } = session;
  const { installation, admission, ended } = seat;
  const { card } = admission;
  const present = findInstallation(vault, installation);
  if (present === undefined) alarmOfNewKey(session, card, installation);
  const kept = present === undefined || present.trust === 'unverified' ? card : cardToKeep(session, present, card);
  const revoked = directory.state.revoked.has(installation);
  const trust =
    revoked || present?.trust === 'revoked' ? 'revoked' : present?.trust === 'verified' ? 'verified' : 'vouched';
  const verified = {
    verifiedBy: present?.verifiedBy ?? null,
    verifiedAt: present?.verifiedAt ?? null,
    verifiedHow: present?.verifiedHow ?? null,
  };
  const row = {
    ...rowOf(kept, trust),
    ...verified,
    ended: ended === undefined ? null : ended.at,
    ends: admission.ends ?? null,
  };
  if (present !== undefined && isTheSame(present, row)) return;
  vault.orm
    .insert(directoryEntry)
    .values(row)
    .onConflictDoUpdate({ target: directoryEntry.installation, set: row })
    .run();
}

function isTheSame(present: KnownInstallation, row: typeof directoryEntry.$inferSelect): boolean {
  return (
    present.trust === row.trust &&
    (present.ended ?? null) === row.ended &&
    (present.ends ?? null) === row.ends &&
    cardText(present.card) === row.card
  );
}

/** Of two cards of one installation, the one that stands; another than the one here raises an alarm. */
function cardToKeep(session: Session, present: KnownInstallation, card: Card): Card {
  const { vault, surroundings } = session;
  const which = replaceable(present.card, card);
  const { installation } = present;
  if (which === 'same') return present.card;
  if (which === 'newKeys') {
    if (present.card.created >= card.created) return present.card;
    raiseAlarm(vault, surroundings.now(), {
      id: `newKey:${installation}:${card.ageRecipient.slice(0, 32)}`,
      alarm: 'newKey',
      detail: { installation, of: 'same' },
    });
    return card;
  }
  raiseAlarm(vault, surroundings.now(), {
    id: `otherCard:${installation}:${card.created}`,
    alarm: 'otherCard',
    detail: { installation, name: card.name, organisationName: card.organisationName },
  });
  return present.trust === 'verified' ? present.card : card;
}

function raiseForks({ vault, surroundings }: Session, { forks }: Directory): void {
  for (const { number, branches } of forks) {
    const id = `fork:${number}:${[...branches]
      .sort()
      .map((digest) => digest.slice(0, 16))
      .join('-')}`;
    raiseAlarm(vault, surroundings.now(), { id, alarm: 'fork', detail: { number, branches: [...branches] } });
  }
}
