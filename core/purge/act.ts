import { type Purge, PurgeContent } from '../../domain/exchange/purge.ts';
import { digestOf } from '../../domain/records/digest.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { FindAuthor } from '../exchange/knownAuthors.ts';
import { signSsh, verifySsh } from '../exchange/sshsig.ts';
import { fingerprintOf, readSigningKey } from '../vault/installation.ts';
import type { Vault } from '../vault/vault.ts';

/** Signs a purge with this installation's key. */
export function signPurge(vault: Vault, content: PurgeContent): Purge {
  return { ...content, signature: signSsh(readSigningKey(vault), 'amberdesk-purge', signedBytes(content)) };
}

/** The id by which a purge is known: the digest of what it says. */
export function purgeId({ signature: _signature, ...content }: Purge): string {
  return digestOf(asJson(content));
}

/**
 * Whether a purge is what it says to be: signed by the installation that it names, which is trusted here, in good
 * standing, and of the seat and organisation named. Whether that organisation wrote what is to go is asked revision by
 * revision (`takesAway`).
 */
export function isGenuine({ signature, ...content }: Purge, network: string, findAuthor: FindAuthor): boolean {
  const key = verifySsh(signature, 'amberdesk-purge', signedBytes(content));
  if (key === undefined || fingerprintOf(key) !== content.installation || content.network !== network) return false;
  const author = findAuthor(content.installation);
  if (author?.seat === undefined || author.bounds !== undefined) return false;
  return author.seat.person === content.seat && author.seat.organisation === content.organisation;
}

function signedBytes(content: PurgeContent): Buffer {
  return Buffer.from(canonicalJson(asJson(PurgeContent.parse(content))), 'utf8');
}
