import { and, eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { type Card, isTrusted } from '../../domain/exchange/card.ts';
import {
  type Addressee,
  BUNDLE_FORMAT,
  Manifest,
  ManifestVersion,
  type Place,
} from '../../domain/exchange/manifest.ts';
import { canonicalJson, isJson } from '../../domain/records/json.ts';
import { bundle as bundleTable, record, setting } from '../../drizzle/schema.ts';
import type { Session } from '../session.ts';
import type { VaultDatabase } from '../vault/database.ts';
import { fingerprintOf, readAgeIdentities } from '../vault/installation.ts';
import { findInstallation, isOwn, type KnownInstallation, ownInstallation } from './cards.ts';
import { excessIn } from './excessIn.ts';
import { LIMITS } from './limits.ts';
import { openPlace } from './places.ts';
import { sha256Hex } from './recordLines.ts';
import { installationOf } from './signedCard.ts';
import { verifySsh } from './sshsig.ts';
import type { StagedBundle } from './stageBundle.ts';

/** A manifest that is signed by somebody trusted here, meant for this installation, and of this network. */
export interface CheckedManifest {
  readonly manifest: Manifest;
  /** SHA-256 of `manifest.json`: the bundle's digest. */
  readonly digest: string;
  readonly sender: KnownInstallation;
  /** Absent for a bundle under a passphrase. */
  readonly place?: Place;
}

/** Where the network's id is kept by those who received it. */
const NETWORK = 'network';

/**
 * The id of the network that this vault belongs to; undefined while it belongs to none. What was noted comes first: an
 * outside body holds the network's record under a fresh id.
 */
export function networkOf(database: VaultDatabase): string | undefined {
  const kept = database.orm.select().from(setting).where(eq(setting.name, NETWORK)).get()?.value;
  if (typeof kept === 'string') return kept;
  return database.orm.select({ id: record.id }).from(record).where(eq(record.kind, 'network')).get()?.id;
}

/** Notes which network the vault belongs to, once. Part of the caller's transaction. */
export function joinNetwork(database: VaultDatabase, network: string): void {
  if (networkOf(database) === undefined) database.orm.insert(setting).values({ name: NETWORK, value: network }).run();
}

/** Forgets the network again when neither a record nor an accepted bundle says so any more. The caller's transaction. */
export function leaveNetwork(database: VaultDatabase): void {
  const accepted = and(eq(bundleTable.direction, 'in'), eq(bundleTable.state, 'accepted'));
  if (database.orm.select({ id: bundleTable.id }).from(bundleTable).where(accepted).get() !== undefined) return;
  database.orm.delete(setting).where(eq(setting.name, NETWORK)).run();
}

/**
 * Reading rule 4: the signature over the raw bytes of the manifest, before they are parsed, and how far its signer is
 * trusted. Throws `bundle.signature`, `bundle.unknownSender` (details: the signer's fingerprint and trust).
 */
function checkSignature(session: Session, bundle: StagedBundle): KnownInstallation {
  const key = verifySsh(bundle.signature.toString('latin1'), 'amberdesk-bundle', bundle.manifest);
  if (key === undefined) throw new AmberdeskError('bundle.signature');
  const installation = fingerprintOf(key);
  if (installation === session.vault.installation.id) return ownInstallation(session);
  const sender = findInstallation(session.vault, installation);
  const trust = sender?.trust ?? 'unknown';
  if (sender === undefined || sender.trust === 'own' || !isTrusted(sender.trust)) {
    throw new AmberdeskError('bundle.unknownSender', { installation, trust });
  }
  return sender;
}

function parseManifest(bytes: Buffer): Manifest {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (excessIn(text, LIMITS.manifestValues) === 'values') throw new AmberdeskError('bundle.tooLarge', ['manifest']);
    value = JSON.parse(text);
    if (!isJson(value) || canonicalJson(value) !== text) throw new SyntaxError('not canonical JSON');
  } catch (error) {
    if (error instanceof AmberdeskError) throw error;
    throw new AmberdeskError('bundle.malformed', ['manifest'], { cause: error });
  }
  const version = ManifestVersion.safeParse(value);
  if (version.success && version.data.reader > BUNDLE_FORMAT) {
    throw new AmberdeskError('bundle.newer', { reader: version.data.reader, format: version.data.format });
  }
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw new AmberdeskError('bundle.malformed', ['manifest'], { cause: manifest.error });
  requireCards(manifest.data.cards);
  return manifest.data;
}

/** Every card inside is one by its own signature. */
function requireCards(cards: readonly Card[]): void {
  try {
    for (const card of cards) installationOf(card);
  } catch (error) {
    throw new AmberdeskError('bundle.malformed', ['cards'], { cause: error });
  }
}

/**
 * Reading rules 4 and 5: signature, then the manifest itself: of a format that is known, by the one who signed it, of
 * this network, addressed to this installation; under a passphrase, to nobody. Throws `bundle.signature`,
 * `bundle.unknownSender`, `bundle.malformed`, `bundle.tooLarge`, `bundle.newer`, `bundle.foreign`, `bundle.notForUs`.
 */
export async function checkManifest(
  session: Session,
  bundle: StagedBundle,
  identity: string | undefined,
): Promise<CheckedManifest> {
  const { vault } = session;
  const sender = checkSignature(session, bundle);
  const manifest = parseManifest(bundle.manifest);
  if (manifest.sender.installation !== sender.installation) throw new AmberdeskError('bundle.signature', ['sender']);
  const network = networkOf(vault);
  if (network !== undefined && network !== manifest.network) throw new AmberdeskError('bundle.foreign');
  const checked = { manifest, digest: sha256Hex(bundle.manifest), sender };
  if (bundle.underPassphrase) {
    // Whoever reads a bundle could encrypt it anew under a passphrase and pass it on: one that names somebody is theirs.
    if (manifest.addressees.length > 0) throw new AmberdeskError('bundle.notForUs', ['passphrase']);
    return checked;
  }
  const identities = [...readAgeIdentities(vault), ...(identity === undefined ? [] : [identity])];
  const place = await placeOf(manifest, identities, (addressee) => isOwn(vault, addressee.installation));
  return { ...checked, place };
}

/** Our place among the addressees. An identity given by hand stands for whichever addressee it opens. */
async function placeOf(
  manifest: Manifest,
  identities: readonly string[],
  isOurs: (addressee: Addressee) => boolean,
): Promise<Place> {
  const ours = manifest.addressees.filter(isOurs);
  for (const addressee of ours.length > 0 ? ours : manifest.addressees) {
    const place = await openPlace(addressee, identities);
    if (place !== undefined && place.bundle === manifest.bundle) return place;
  }
  throw new AmberdeskError(ours.length > 0 ? 'bundle.malformed' : 'bundle.notForUs', ['place']);
}
