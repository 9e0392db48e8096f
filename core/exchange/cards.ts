import { asc, eq } from 'drizzle-orm';
import { keyModeOf } from '../../domain/directory/keyMode.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { type Card, CardContent, type Trust, type VerifiedHow } from '../../domain/exchange/card.ts';
import { InstallationId } from '../../domain/records/ids.ts';
import { canonicalJson, type Json } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { directoryEntry } from '../../drizzle/schema.ts';
import { minuteOf } from '../context.ts';
import { raiseAlarm } from '../directory/alarms.ts';
import { readDirectory } from '../directory/chainRows.ts';
import type { Session } from '../session.ts';
import type { VaultDatabase } from '../vault/database.ts';
import {
  readAgeRecipient,
  readPublicSigningKey,
  readRetiredInstallations,
  readSigningKey,
} from '../vault/installation.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { type CardHolder, cardText, installationOf, parseCard, signedBytes } from './signedCard.ts';
import { signSsh, sshPublicKey } from './sshsig.ts';

/** An installation as it is known here. `own` is this one. */
export interface KnownInstallation extends CardHolder {
  readonly trust: Trust | 'own';
  readonly verifiedBy?: string;
  readonly verifiedAt?: string;
  readonly verifiedHow?: VerifiedHow;
  /** The minute in which the directory ended it. */
  readonly ended?: string;
  /** The last day of a seat that is for a time. */
  readonly ends?: string;
}

/** The card of this installation, signed now. */
export function ownCard(session: Session): Card {
  const { vault, surroundings } = session;
  const { name, organisation, organisationName, seat, role } = vault.installation;
  const content = CardContent.parse({
    amberdesk: 'card',
    format: 1,
    name,
    organisation,
    organisationName,
    seat,
    role,
    signingKey: sshPublicKey(readPublicSigningKey(vault)),
    ageRecipient: readAgeRecipient(vault),
    created: minuteOf(surroundings.now()),
  });
  return { ...content, signature: signSsh(readSigningKey(vault), 'amberdesk-card', signedBytes(content)) };
}

type Row = typeof directoryEntry.$inferSelect;

function known(row: Row): KnownInstallation {
  return {
    ...installationOf(parseCard(row.card)),
    trust: row.trust,
    ...(row.verifiedBy === null ? {} : { verifiedBy: row.verifiedBy }),
    ...(row.verifiedAt === null ? {} : { verifiedAt: row.verifiedAt }),
    ...(row.verifiedHow === null ? {} : { verifiedHow: row.verifiedHow }),
    ...(row.ended === null ? {} : { ended: row.ended }),
    ...(row.ends === null ? {} : { ends: row.ends }),
  };
}

/** The row that a card makes, without what was said of it since. */
export function rowOf(card: Card, trust: Trust): Row {
  const { installation, name, organisation, seat, role, ageRecipient } = installationOf(card);
  return {
    installation,
    name,
    organisation,
    seat,
    role,
    signingKey: card.signingKey,
    ageRecipient,
    card: cardText(card),
    trust,
    verifiedBy: null,
    verifiedAt: null,
    verifiedHow: null,
    ended: null,
    ends: null,
  };
}

/** This installation as others know it, its former selves from before a restore included. */
export function ownInstallation(session: Session): KnownInstallation {
  return { ...installationOf(ownCard(session)), trust: 'own' };
}

/** Whether the id is this installation's, or was before it was restored from a backup. */
export function isOwn(vault: Vault, installation: string): boolean {
  return installation === vault.installation.id || readRetiredInstallations(vault).some((id) => id === installation);
}

/** The installation of this id; undefined when no card of it is here. */
export function findInstallation(database: VaultDatabase, installation: string): KnownInstallation | undefined {
  const row = database.orm.select().from(directoryEntry).where(eq(directoryEntry.installation, installation)).get();
  return row === undefined ? undefined : known(row);
}

/** All installations whose cards are here, by name. */
export function listInstallations(database: VaultDatabase): KnownInstallation[] {
  return database.orm.select().from(directoryEntry).orderBy(asc(directoryEntry.name)).all().map(known);
}

/**
 * Keeps a card, unverified. The same card again changes nothing; one of a verified holder that differs in its age key
 * alone, and is newer, takes the place of the former and raises an alarm. Throws `card.conflict` when another card of
 * the same installation was verified or vouched for, or the installation was revoked; `card.invalid` when it is our own;
 * `card.keyMode` when its keys are not of the network's sort.
 */
export function addCard(session: Session, card: Card): KnownInstallation {
  const { vault, surroundings } = session;
  const row = rowOf(card, 'unverified');
  const { installation } = row;
  if (installation === vault.installation.id) throw new AmberdeskError('card.invalid', ['own']);
  requireKeyMode(vault, card);
  const now = surroundings.now();
  const added = vault.orm.transaction(
    () => {
      const present = findInstallation(vault, installation);
      if (present !== undefined && cardText(present.card) === row.card) return undefined;
      if (present !== undefined && present.trust !== 'unverified') {
        return withNewKeys(session, present, card) ? row : undefined;
      }
      vault.orm
        .insert(directoryEntry)
        .values(row)
        .onConflictDoUpdate({ target: directoryEntry.installation, set: row })
        .run();
      appendJournal(vault, now, 'card.added', { installation, name: row.name });
      if (present === undefined) alarmOfNewKey(session, card, installation);
      return row;
    },
    { behavior: 'immediate' },
  );
  if (added !== undefined) session.announce({ event: 'directoryChanged' });
  return findInstallation(vault, installation) ?? known(row);
}

/**
 * A newer card of a trusted installation, signed by the same key, with another age key and else the same words: taken.
 * False when it says nothing new. Throws `card.conflict` for any other.
 */
function withNewKeys({ vault, surroundings }: Session, present: KnownInstallation, card: Card): boolean {
  const { installation } = present;
  const which = replaceable(present.card, card);
  if (which === 'same') return false;
  if (which === 'other' || present.trust === 'revoked' || present.card.created > card.created) {
    throw new AmberdeskError('card.conflict', { installation });
  }
  const { ageRecipient } = card;
  vault.orm
    .update(directoryEntry)
    .set({ ageRecipient, card: cardText(card) })
    .where(eq(directoryEntry.installation, installation))
    .run();
  appendJournal(vault, surroundings.now(), 'card.newKeys', { installation });
  raiseAlarm(vault, surroundings.now(), {
    id: `newKey:${installation}:${ageRecipient.slice(0, 32)}`,
    alarm: 'newKey',
    detail: { installation, of: 'same' },
  });
  return true;
}

/** Throws `card.keyMode` when the card's keys are not of the sort that the network's directory says. */
export function requireKeyMode(vault: VaultDatabase, { ageRecipient }: Pick<Card, 'ageRecipient'>): void {
  const keys = readDirectory(vault)?.state.keys;
  if (keys === undefined || keys === keyModeOf(ageRecipient)) return;
  throw new AmberdeskError('card.keyMode', { network: keys, card: keyModeOf(ageRecipient) });
}

/** A key that is new here, of a person of whom another is known, is never silent. Part of the caller's transaction. */
export function alarmOfNewKey({ vault, surroundings }: Session, card: Card, installation: string): void {
  const others = listInstallations(vault)
    .filter((one) => one.seat === card.seat && one.installation !== installation)
    .map((one) => one.installation);
  if (others.length === 0) return;
  raiseAlarm(vault, surroundings.now(), {
    id: `newKey:${installation}`,
    alarm: 'newKey',
    detail: { installation, of: 'person', others },
  });
}

/**
 * How another card of the same installation compares: it says the same, but for when it was made; it has another age
 * key and else says the same; or it says something else.
 */
export function replaceable(present: Card, card: Card): 'same' | 'newKeys' | 'other' {
  const said = ({ created: _created, signature: _signature, ageRecipient: _age, ...rest }: Card): Json => asJson(rest);
  if (canonicalJson(said(present)) !== canonicalJson(said(card))) return 'other';
  return present.ageRecipient === card.ageRecipient ? 'same' : 'newKeys';
}

/**
 * Notes that somebody compared the digits with the holder in person. Throws `card.invalid` when no card of the
 * installation is here, `card.conflict` when it was revoked. A first verification stays as it is.
 */
export function verifyCard(
  session: Session,
  installation: InstallationId,
  verifiedBy: string,
  verifiedHow?: VerifiedHow,
): KnownInstallation {
  const { vault, surroundings } = session;
  const verified = vault.orm.transaction(
    () => {
      const present = findInstallation(vault, installation);
      if (present === undefined) throw new AmberdeskError('card.invalid', { installation });
      if (present.trust === 'revoked') throw new AmberdeskError('card.conflict', { installation });
      if (present.trust === 'verified') return present;
      const verifiedAt = minuteOf(surroundings.now());
      vault.orm
        .update(directoryEntry)
        .set({ trust: 'verified', verifiedBy, verifiedAt, verifiedHow: verifiedHow ?? null })
        .where(eq(directoryEntry.installation, installation))
        .run();
      appendJournal(vault, surroundings.now(), 'card.verified', {
        installation,
        verifiedBy,
        ...(verifiedHow === undefined ? {} : { verifiedHow }),
      });
      return findInstallation(vault, installation) ?? present;
    },
    { behavior: 'immediate' },
  );
  session.announce({ event: 'directoryChanged' });
  return verified;
}

/**
 * Keeps cards that a verified Secretariat vouches for. What was verified in person, or revoked, stays as it is. Part of
 * the caller's transaction. Gives the installations that are trusted now and were not before.
 */
export function vouchForCards(session: Session, cards: readonly Card[]): InstallationId[] {
  const { vault, surroundings } = session;
  const added: InstallationId[] = [];
  for (const card of cards) {
    const row = rowOf(card, 'vouched');
    if (isOwn(vault, row.installation)) continue;
    const present = findInstallation(vault, row.installation);
    if (present !== undefined && present.trust !== 'unverified') continue;
    if (present === undefined) alarmOfNewKey(session, card, row.installation);
    vault.orm
      .insert(directoryEntry)
      .values(row)
      .onConflictDoUpdate({ target: directoryEntry.installation, set: row })
      .run();
    added.push(InstallationId.parse(row.installation));
  }
  if (added.length > 0) appendJournal(vault, surroundings.now(), 'card.vouched', { installations: added });
  return added;
}
