import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Circle } from '../handling/circle.ts';
import { audienceParties, markCoversAll, type Party } from '../handling/covers.ts';
import type { Mark } from '../handling/handling.ts';
import { RecordId } from '../records/ids.ts';
import type { Anonymity } from '../records/kind.ts';
import { kindOf } from '../records/kinds.ts';
import { text, texts } from '../records/text.ts';
import type { Audience } from './audience.ts';
import type { ReleasableRecord } from './material.ts';

/** Somebody or something that an audience knows under another name, or under none. */
export interface Veil {
  /** The record that is not shown, whichever of its stand-ins was named. */
  readonly subject: RecordId;
  readonly kind: string;
  /** The code that it has for this audience, always the same; undefined where no secret is here to make it of. */
  readonly code: string | undefined;
}

/**
 * Who appears to an audience under another name, by id: records under a pseudonym, for whom no mark of the mapping covers;
 * outside the board also their stand-ins, which are the board's way to name them.
 *
 * The mapping is the `pseudonym` record. Where it is not here, in conflict or doubled, no name can be made, and the record
 * is not named at all.
 */
export function veilsFor(
  records: Iterable<ReleasableRecord>,
  audience: Audience,
  circle: Circle,
): ReadonlyMap<string, Veil> {
  const veils = new Map<string, Veil>();
  if (audience.kind === 'self') return veils;
  const parties = audienceParties(audience, circle);
  const under: ReleasableRecord[] = [];
  const mappings = new Map<string, ReleasableRecord[]>();
  for (const record of records) {
    if (kindOf(record.kind)?.anonymity !== undefined) under.push(record);
    if (record.kind !== 'pseudonym' || record.deleted) continue;
    const subject = text(record.body.subject);
    mappings.set(subject, [...(mappings.get(subject) ?? []), record]);
  }
  for (const record of under) {
    const [mapping, ...others] = mappings.get(record.id) ?? [];
    if (!isUnderPseudonym(record, mapping !== undefined)) continue;
    const usable = mapping === undefined || mapping.conflicted || others.length > 0 ? [] : secretsOf(mapping);
    const [secret] = usable;
    const code = secret === undefined ? undefined : codeOf(secret, audienceName(audience));
    const veil: Veil = { subject: record.id, kind: record.kind, code };
    const knows = secret !== undefined && mapping !== undefined && markCoversAll(lasting(mapping), parties, circle);
    if (knows || isAlone(record.id, parties)) continue;
    veils.set(record.id, veil);
    if (audience.kind === 'guest' || audience.kind === 'community' || audience.kind === 'public') {
      for (const one of usable) veils.set(standInId(one), veil);
    }
  }
  return veils;
}

/** Whether a record appears under another name. In conflict, with a mapping, it does: one side may have said so. */
function isUnderPseudonym({ body, conflicted }: ReleasableRecord, hasMapping: boolean): boolean {
  return body.anonymity === 'pseudonym' || (conflicted && (hasMapping || body.anonymity !== undefined));
}

/** The secrets of a mapping, the one that counts first: two desks that made one each agree without asking. */
export function secretsOf({ body }: Pick<ReleasableRecord, 'body'>): string[] {
  return texts(body.secrets)
    .filter((secret) => SECRET.test(secret))
    .toSorted();
}

/** 256 random bits, in hexadecimal. */
export const SECRET = /^[0-9a-f]{64}$/;

/** The id of the record that stands for somebody in what the board signs. */
export function standInId(secret: string): RecordId {
  const hex = derived(secret, 'stand-in');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(12, 15)}`,
    `8${hex.slice(15, 18)}`,
    hex.slice(18, 30),
  ];
  return RecordId.parse(parts.join('-'));
}

/**
 * Who an audience is, as far as names go: a guest is the same at every item, the community whichever bodies are in it, and
 * the board whoever is on it, so that a name in June is the name in December.
 */
export function audienceName(audience: Audience): string {
  switch (audience.kind) {
    case 'persons':
      return `persons ${audience.persons.toSorted().join(' ')}`;
    case 'organisation':
      return `organisation ${audience.organisation}`;
    case 'group':
      return `group ${audience.organisations.toSorted().join(' ')}`;
    case 'guest':
      return `guest ${audience.party}`;
    default:
      return audience.kind;
  }
}

/** Letters that make no words and are not taken for one another. */
const LETTERS = 'BCDFGHJKLMNPRSTVWXZ';
const DIGITS = '23456789';

/** `KVT-47`: says nothing of whom it stands for, nor how many there are. The same secret and audience, the same code. */
export function codeOf(secret: string, audience: string): string {
  const hex = derived(secret, audience);
  const pick = (at: number, among: string): string =>
    among[Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16) % among.length] ?? '';
  return `${pick(0, LETTERS)}${pick(1, LETTERS)}${pick(2, LETTERS)}-${pick(3, DIGITS)}${pick(4, DIGITS)}`;
}

/** A code with what it is the code of: `Person KVT-47`, `Personne KVT-47`. */
export function namedAs(kind: string, code: string, language: 'en' | 'fr'): string {
  const anonymity: Anonymity | undefined = kindOf(kind)?.anonymity;
  return `${anonymity?.called[language] ?? ''} ${code}`.trim();
}

function derived(secret: string, purpose: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`amberdesk pseudonym: ${purpose}`)));
}

/** As for names, a mark that was loosened does not count. */
function lasting({ handling }: ReleasableRecord): Mark {
  return handling.cleared?.otherwise ?? handling;
}

/** Whoever it is about may read it. */
function isAlone(id: string, parties: readonly Party[]): boolean {
  return parties.every((party) => party.kind !== 'anyone' && party.id === id);
}
