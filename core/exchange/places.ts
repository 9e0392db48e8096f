import { and, desc, eq } from 'drizzle-orm';
import { type Addressee, Place } from '../../domain/exchange/manifest.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { bundle, bundlePlace } from '../../drizzle/schema.ts';
import type { VaultDatabase } from '../vault/database.ts';
import type { Vault } from '../vault/vault.ts';
import { openSmall, sealSmall } from './ageHeader.ts';

/** What the sequence from one sender says: bundles that did not arrive, or two bundles in the same place. */
export type SequenceFinding =
  | { readonly is: 'gap'; readonly missing: number }
  | { readonly is: 'fork'; readonly number: number };

type Direction = 'in' | 'out';

interface KnownPlace {
  readonly bundle: string;
  readonly number: number;
  readonly previous: string | null;
  readonly digest: string;
}

function knownPlaces(
  database: VaultDatabase,
  direction: Direction,
  counterpart: string,
  sender = counterpart,
): KnownPlace[] {
  return database.orm
    .select({
      bundle: bundlePlace.bundle,
      number: bundlePlace.number,
      previous: bundlePlace.previous,
      digest: bundle.digest,
    })
    .from(bundlePlace)
    .innerJoin(bundle, eq(bundle.id, bundlePlace.bundle))
    .where(and(eq(bundlePlace.counterpart, counterpart), eq(bundle.direction, direction), eq(bundle.sender, sender)))
    .orderBy(desc(bundlePlace.number))
    .all();
}

/** The place of a bundle in the sequence with this installation; undefined for one under a passphrase. */
export function placeIn({ orm }: VaultDatabase, id: string, counterpart: string): { number: number } | undefined {
  const here = and(eq(bundlePlace.bundle, id), eq(bundlePlace.counterpart, counterpart));
  return orm.select({ number: bundlePlace.number }).from(bundlePlace).where(here).get();
}

/**
 * The place that the next bundle from here to this addressee has. After a restore the sequence begins anew, as that of
 * another installation.
 */
export function nextPlace(vault: Vault, id: string, addressee: string): Place {
  const [last] = knownPlaces(vault, 'out', addressee, vault.installation.id);
  return { bundle: id, number: (last?.number ?? 0) + 1, previous: last?.digest ?? null };
}

/** Notes the place of a bundle that was sealed or received. Part of the caller's transaction. */
export function keepPlace(database: VaultDatabase, counterpart: string, place: Place): void {
  const { bundle: id, number, previous } = place;
  database.orm.insert(bundlePlace).values({ bundle: id, counterpart, number, previous }).run();
}

/** The place, encrypted so that only the addressee can read it, in base64. */
export async function sealPlace(recipient: string, place: Place): Promise<string> {
  return (await sealSmall(recipient, Buffer.from(canonicalJson(asJson(place)), 'utf8'))).toString('base64');
}

/** The place that a manifest gives this addressee; undefined when it cannot be read with these identities. */
export async function openPlace(addressee: Addressee, identities: readonly string[]): Promise<Place | undefined> {
  const plain = await openSmall(Buffer.from(addressee.place, 'base64'), { identities });
  if (plain === undefined) return undefined;
  try {
    const place = Place.safeParse(JSON.parse(plain.toString('utf8')));
    return place.success ? place.data : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers in the sequence from this sender that did not arrive, lowest first; at most so many. */
export function missingNumbers(database: VaultDatabase, sender: string, most: number): number[] {
  const here = new Set(knownPlaces(database, 'in', sender).map(({ number }) => number));
  const missing: number[] = [];
  for (let number = 1; here.size > 0 && number < Math.max(...here) && missing.length < most; number += 1) {
    if (!here.has(number)) missing.push(number);
  }
  return missing;
}

/**
 * What the sequence of received bundles says about one of them, as far as it is known now: a gap closes when the
 * missing bundles arrive.
 */
export function judgeSequence(database: VaultDatabase, sender: string, id: string): SequenceFinding[] {
  const known = knownPlaces(database, 'in', sender);
  const own = known.find((place) => place.bundle === id);
  if (own === undefined) return [];
  const findings: SequenceFinding[] = [];
  const before = new Set(known.filter((place) => place.number < own.number).map((place) => place.number));
  const missing = own.number - 1 - before.size;
  if (missing > 0) findings.push({ is: 'gap', missing });
  const twin = known.some((place) => place.number === own.number && place.digest !== own.digest);
  const predecessors = known.filter((place) => place.number === own.number - 1);
  const unrelated = predecessors.length > 0 && predecessors.every((place) => place.digest !== own.previous);
  if (twin || unrelated) findings.push({ is: 'fork', number: own.number });
  return findings;
}
