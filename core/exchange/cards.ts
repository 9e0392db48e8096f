import { readFile, stat } from 'node:fs/promises';
import { asc, eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { Card, CardContent, type Role, type Trust } from '../../domain/exchange/card.ts';
import { InstallationId, type RecordId } from '../../domain/records/ids.ts';
import { canonicalJson, type Json } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { directoryEntry } from '../../drizzle/schema.ts';
import { minuteOf } from '../context.ts';
import type { Session } from '../session.ts';
import type { VaultDatabase } from '../vault/database.ts';
import {
  fingerprintOf,
  readAgeRecipient,
  readPublicSigningKey,
  readRetiredInstallations,
  readSigningKey,
} from '../vault/installation.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { LIMITS } from './limits.ts';
import { parseSshPublicKey, signSsh, sshPublicKey, verifySsh } from './sshsig.ts';

/** An installation as it is known here. `own` is this one. */
export interface KnownInstallation {
  readonly installation: InstallationId;
  readonly name: string;
  readonly organisation: RecordId;
  readonly organisationName: string;
  readonly seat: RecordId;
  readonly role: Role;
  /** The raw 32 bytes of its Ed25519 key. */
  readonly key: Buffer;
  readonly ageRecipient: string;
  readonly trust: Trust | 'own';
  readonly verifiedBy?: string;
  readonly verifiedAt?: string;
  readonly card: Card;
}

/** The text of a card file: canonical JSON and a line end. */
export function cardText(card: Card): string {
  return `${canonicalJson(asJson(card))}\n`;
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

function signedBytes(content: CardContent): Buffer {
  return Buffer.from(canonicalJson(asJson(content)), 'utf8');
}

/** The raw signing key of a card whose signature is right; undefined when it is not. */
function keyOf(card: Card): Buffer | undefined {
  const { signature, ...content } = card;
  const key = parseSshPublicKey(card.signingKey);
  const signer = verifySsh(signature, 'amberdesk-card', signedBytes(content));
  return key !== undefined && signer?.equals(key) ? key : undefined;
}

/** Reads a card's text and checks its own signature. Throws `card.invalid`. */
export function parseCard(text: string): Card {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AmberdeskError('card.invalid', ['not JSON'], { cause: error });
  }
  const card = Card.safeParse(value);
  if (!card.success) throw new AmberdeskError('card.invalid', ['form'], { cause: card.error });
  if (keyOf(card.data) === undefined) throw new AmberdeskError('card.invalid', ['signature']);
  return card.data;
}

/** Reads a card file. Throws `file.missing`, `card.invalid`. */
export async function readCardFile(file: string): Promise<Card> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new AmberdeskError('file.missing', { file });
  if (found.size > LIMITS.card) throw new AmberdeskError('card.invalid', ['size']);
  return parseCard(await readFile(file, 'utf8'));
}

/** The installation that a checked card is of, without trust. Throws `card.invalid` when its signature is wrong. */
export function installationOf(card: Card): Omit<KnownInstallation, 'trust'> {
  const key = keyOf(card);
  if (key === undefined) throw new AmberdeskError('card.invalid', ['signature']);
  const { name, organisation, organisationName, seat, role, ageRecipient } = card;
  return {
    installation: fingerprintOf(key),
    name,
    organisation,
    organisationName,
    seat,
    role,
    key,
    ageRecipient,
    card,
  };
}

type Row = typeof directoryEntry.$inferSelect;

function known(row: Row): KnownInstallation {
  return {
    ...installationOf(parseCard(row.card)),
    trust: row.trust,
    ...(row.verifiedBy === null ? {} : { verifiedBy: row.verifiedBy }),
    ...(row.verifiedAt === null ? {} : { verifiedAt: row.verifiedAt }),
  };
}

function rowOf(card: Card, trust: Trust): Row {
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
 * Keeps a card, unverified. The same card again changes nothing. Throws `card.conflict` when another card of the same
 * installation was verified or vouched for, or the installation was revoked; `card.invalid` when it is our own.
 */
export function addCard(session: Session, card: Card): KnownInstallation {
  const { vault, surroundings } = session;
  const row = rowOf(card, 'unverified');
  if (row.installation === vault.installation.id) throw new AmberdeskError('card.invalid', ['own']);
  return vault.orm.transaction(
    () => {
      const present = findInstallation(vault, row.installation);
      if (present !== undefined && cardText(present.card) === row.card) return present;
      if (present !== undefined && present.trust !== 'unverified') {
        if (!saysTheSame(present.card, card))
          throw new AmberdeskError('card.conflict', { installation: row.installation });
        return present;
      }
      vault.orm
        .insert(directoryEntry)
        .values(row)
        .onConflictDoUpdate({ target: directoryEntry.installation, set: row })
        .run();
      appendJournal(vault, surroundings.now(), 'card.added', { installation: row.installation, name: row.name });
      return known(row);
    },
    { behavior: 'immediate' },
  );
}

/** Whether two cards differ in nothing but when they were made. */
function saysTheSame(one: Card, other: Card): boolean {
  const said = ({ created: _created, signature: _signature, ...rest }: Card): Json => asJson(rest);
  return canonicalJson(said(one)) === canonicalJson(said(other));
}

/**
 * Notes that somebody compared the digits with the holder in person. Throws `card.invalid` when no card of the
 * installation is here, `card.conflict` when it was revoked. A first verification stays as it is.
 */
export function verifyCard(session: Session, installation: InstallationId, verifiedBy: string): KnownInstallation {
  const { vault, surroundings } = session;
  return vault.orm.transaction(
    () => {
      const present = findInstallation(vault, installation);
      if (present === undefined) throw new AmberdeskError('card.invalid', { installation });
      if (present.trust === 'revoked') throw new AmberdeskError('card.conflict', { installation });
      if (present.trust === 'verified') return present;
      const verifiedAt = minuteOf(surroundings.now());
      vault.orm
        .update(directoryEntry)
        .set({ trust: 'verified', verifiedBy, verifiedAt })
        .where(eq(directoryEntry.installation, installation))
        .run();
      appendJournal(vault, surroundings.now(), 'card.verified', { installation, verifiedBy });
      return { ...present, trust: 'verified', verifiedBy, verifiedAt };
    },
    { behavior: 'immediate' },
  );
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
