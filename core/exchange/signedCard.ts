import { readFile, stat } from 'node:fs/promises';
import { AmberdeskError } from '../../domain/errors.ts';
import { Card, type CardContent, type Role } from '../../domain/exchange/card.ts';
import type { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { fingerprintOf } from '../vault/installation.ts';
import { LIMITS } from './limits.ts';
import { parseSshPublicKey, verifySsh } from './sshsig.ts';

/** The installation that a card is of, as the card says. */
export interface CardHolder {
  readonly installation: InstallationId;
  readonly name: string;
  readonly organisation: RecordId;
  readonly organisationName: string;
  readonly seat: RecordId;
  readonly role: Role;
  /** The raw 32 bytes of its Ed25519 key. */
  readonly key: Buffer;
  readonly ageRecipient: string;
  readonly card: Card;
}

/** The text of a card file: canonical JSON and a line end. */
export function cardText(card: Card): string {
  return `${canonicalJson(asJson(card))}\n`;
}

/** What a card's signature covers. */
export function signedBytes(content: CardContent): Buffer {
  return Buffer.from(canonicalJson(asJson(content)), 'utf8');
}

/** Cards whose signature was found right, by their text: the same ones are read again and again. */
const right = new Set<string>();
const MOST_KEPT = 2_000;

/** The raw signing key of a card whose signature is right; undefined when it is not. */
function keyOf(card: Card): Buffer | undefined {
  const { signature, ...content } = card;
  const key = parseSshPublicKey(card.signingKey);
  if (key === undefined) return undefined;
  const bytes = signedBytes(content);
  const text = `${signature}\n${bytes.toString('utf8')}`;
  if (right.has(text)) return key;
  if (verifySsh(signature, 'amberdesk-card', bytes)?.equals(key) !== true) return undefined;
  if (right.size >= MOST_KEPT) right.clear();
  right.add(text);
  return key;
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
export function installationOf(card: Card): CardHolder {
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
