import type { z } from 'zod';
import type { receiptCalls } from '../../contract/exchange/receipts.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Purpose } from '../../domain/exchange/manifest.ts';
import type { Requests } from '../../domain/exchange/receipts.ts';
import { type InstallationId, RecordId, RevisionId } from '../../domain/records/ids.ts';
import { type BundleAudience, isOutside } from '../../domain/release/material.ts';
import { release } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import { dayOf } from '../directory/bounds.ts';
import { canBeSentTo } from '../exchange/addressees.ts';
import { findInstallation } from '../exchange/cards.ts';
import { type SealedBundle, type SealedWords, sealBundle } from '../exchange/sealBundle.ts';
import type { Work } from '../jobs/work.ts';
import { purgesFor } from '../purge/passOn.ts';
import { readCircle } from '../records/circle.ts';
import { mintedIds } from '../release/mintedIds.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { receiptsFor } from './owed.ts';
import { readToAsk } from './requests.ts';
import { findSent } from './sentBundles.ts';

type Input<K extends keyof typeof receiptCalls> = Omit<z.infer<(typeof receiptCalls)[K]['input']>, 'job'>;

export type Acknowledging = Input<'acknowledge'>;
export type Asking = Input<'ask'>;
export type Recalling = Input<'recall'>;
export type SendingPurges = Input<'sendPurges'>;

/** Sends the receipts that are due to an installation, alone. Throws what `sealBundle` throws. */
export async function acknowledge(
  work: Work,
  session: Session,
  { to, file }: Acknowledging,
): Promise<SealedBundle & { receipts: number }> {
  const { receipts } = receiptsFor(session.vault, to);
  const sealed = await sealWords(work, session, 'receipt', [to], organisationsOf(session, [to]), file, {});
  return { ...sealed, receipts: receipts.length };
}

/**
 * Asks an installation for what there is reason to ask of it, or for everything. Throws `bundle.nothingToAsk`, and what
 * `sealBundle` throws.
 */
export async function ask(work: Work, session: Session, { to, everything, file }: Asking): Promise<SealedBundle> {
  const proposed = readToAsk(session.vault).find(({ installation }) => installation === to);
  const all = everything === true || proposed?.restored === true;
  if (proposed === undefined && !all) throw new AmberdeskError('bundle.nothingToAsk');
  const numbers = proposed?.numbers ?? [];
  const parents = proposed?.parents ?? [];
  const requests: Requests = {
    ...(all ? { everything: true } : {}),
    ...(numbers.length === 0 ? {} : { numbers: [...numbers] }),
    ...(parents.length === 0 ? {} : { parents: parents.map((id) => RevisionId.parse(id)) }),
  };
  return sealWords(work, session, 'request', [to], organisationsOf(session, [to]), file, { requests });
}

/**
 * Asks all addressees of a bundle sealed here to withdraw it, in one bundle. Throws `bundle.missing`, and
 * `bundle.recipients` for one under a passphrase: whoever has that must be told in another way.
 */
export async function recallBundle(
  work: Work,
  session: Session,
  { bundle, reason, file }: Recalling,
): Promise<SealedBundle & { addressees: number }> {
  const { digest, audience, addressees } = findSent(session.vault, bundle);
  const day = dayOf(session.surroundings.now());
  const own = addressees.filter((id) => {
    const known = findInstallation(session.vault, id);
    return known !== undefined && canBeSentTo(known, day);
  });
  const organisations = organisationsOf(session, own);
  const to: BundleAudience =
    isOutside(audience) && organisations.kind === 'group'
      ? { kind: 'community', bodies: organisations.organisations }
      : organisations;
  const recalls = [{ bundle, digest, reason }];
  const sealed = await sealWords(work, session, 'recall', own, to, file, { recalls });
  return { ...sealed, addressees: own.length };
}

/** Sends the purges that these installations may have to carry out, alone. Throws `purge.nothing`, and what `sealBundle` throws. */
export async function sendPurges(
  work: Work,
  session: Session,
  { to, file }: SendingPurges,
): Promise<SealedBundle & { purges: number }> {
  const { vault } = session;
  const known = to.flatMap((id) => findInstallation(vault, id) ?? []);
  const purges = purgesFor(vault, known, readCircle(vault));
  if (purges.length === 0) throw new AmberdeskError('purge.nothing');
  const sealed = await sealWords(work, session, 'purge', to, organisationsOf(session, to), file, {});
  return { ...sealed, purges: purges.length };
}

/** The organisations of these installations, as an audience. */
function organisationsOf({ vault }: Session, installations: readonly InstallationId[]): BundleAudience {
  const found = installations.map((installation) => {
    const known = findInstallation(vault, installation);
    if (known === undefined) throw new AmberdeskError('bundle.recipients', { why: 'unknown', installation });
    return RecordId.parse(known.organisation);
  });
  return { kind: 'group', organisations: [...new Set(found)] };
}

/** Seals a bundle without records, through the gate as every other. */
async function sealWords(
  work: Work,
  session: Session,
  purpose: Purpose,
  addressees: readonly InstallationId[],
  audience: BundleAudience,
  file: string,
  words: SealedWords,
): Promise<SealedBundle> {
  const { vault, surroundings } = session;
  if (addressees.length === 0) throw new AmberdeskError('bundle.recipients', { why: 'none' });
  const { release: nothing } = release({ records: [] }, audience, {
    at: minuteOf(surroundings.now()),
    circle: readCircle(vault),
    mint: mintedIds(vault, audience),
    product: 'revisions',
  });
  const network = networkFrom(vault, addressees);
  const said = network === undefined ? words : { ...words, network };
  return sealBundle(work, session, { release: nothing, addressees, purpose, file, words: said });
}

/** The network of what one of these installations sent. */
function networkFrom({ sqlite }: Vault, installations: readonly string[]): string | undefined {
  const find = sqlite
    .prepare<[string], string>(
      "SELECT json_extract(manifest, '$.network') FROM bundle WHERE direction = 'in' AND sender = ? LIMIT 1",
    )
    .pluck();
  return installations.map((one) => find.get(one)).find((one) => one !== undefined);
}
