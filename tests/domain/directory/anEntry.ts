import type { Link } from '../../../domain/directory/chain.ts';
import { type DirectoryAct, type DirectoryEntry, entryDigest } from '../../../domain/directory/entry.ts';
import type { Fingerprints } from '../../../domain/directory/state.ts';
import type { Card } from '../../../domain/exchange/card.ts';
import { digestOf } from '../../../domain/records/digest.ts';
import { InstallationId, naturalId, RevisionId } from '../../../domain/records/ids.ts';

/** Rules need no cryptography: a key is its holder's name, and its fingerprint the digest of that. */
export const keyOf = (name: string) => `ssh-ed25519 ${Buffer.from(name.padEnd(51, '.')).toString('base64')}`;
export const idOf = (name: string) => InstallationId.parse(digestOf(keyOf(name)));
export const revisionOf = (name: string) => RevisionId.parse(digestOf(`revision ${name}`));
export const NETWORK = naturalId('network', 'Invented');

export const FINGERPRINTS: Fingerprints = {
  ofKey: (line) => InstallationId.parse(digestOf(line)),
  ofCard: (card) =>
    card.signature === 'wrong'
      ? undefined
      : {
          installation: InstallationId.parse(digestOf(card.signingKey)),
          keys: card.ageRecipient.startsWith('age1pq1') ? 'hybrid' : 'classic',
        },
};

export function aCard(name: string, role: Card['role'], changes: Partial<Card> = {}): Card {
  return {
    amberdesk: 'card',
    format: 1,
    name,
    organisation: naturalId('organisation', role),
    organisationName: role,
    seat: naturalId('person', name),
    role,
    signingKey: keyOf(name),
    ageRecipient: 'age1x',
    created: '2026-03-03T18:12Z',
    signature: 'right',
    ...changes,
  };
}

export const found = (root = 'root', keys: 'classic' | 'hybrid' = 'classic'): DirectoryAct => ({
  is: 'found',
  root: keyOf(root),
  keys,
});
export function admit(
  name: string,
  role: Card['role'] = 'member',
  changes: Partial<Extract<DirectoryAct, { is: 'admit' }>> = {},
): DirectoryAct {
  const card = aCard(name, role);
  return { is: 'admit', card, person: card.seat, organisation: card.organisation, role, ...changes };
}
export const revoke = (name: string, accepted: string[] = []): DirectoryAct => ({
  is: 'revoke',
  installation: idOf(name),
  reason: 'lost',
  accepted: accepted.map(revisionOf),
});

/** An entry after another one, signed by whoever. */
export function entryAfter(before: Link | undefined, act: DirectoryAct, signer: string, changes = {}): Link {
  const entry: DirectoryEntry = {
    network: NETWORK,
    number: (before?.entry.number ?? 0) + 1,
    previous: before?.digest ?? null,
    at: '2026-03-03T18:12Z',
    act,
    signer: idOf(signer),
    signature: '',
    ...changes,
  };
  return { entry, digest: entryDigest(entry) };
}

/** Entries after one another, each an act and who signs it. */
export function chain(start: Link | undefined, ...acts: [DirectoryAct, string][]): Link[] {
  const links: Link[] = [];
  for (const [act, signer] of acts) links.push(entryAfter(links.at(-1) ?? start, act, signer));
  return links;
}
