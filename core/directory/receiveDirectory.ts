import { type Directory, directoryOf, extend, type Link } from '../../domain/directory/chain.ts';
import { type DirectoryEntry, entryDigest, MOST_ENTRIES } from '../../domain/directory/entry.ts';
import { isInForce, roleIn } from '../../domain/directory/state.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Manifest } from '../../domain/exchange/manifest.ts';
import { minuteOf } from '../context.ts';
import type { KnownInstallation } from '../exchange/cards.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { fingerprints, keepLink, readDirectory, readLinks } from './chainRows.ts';
import { carryOut } from './effects.ts';
import { isSignedBySigner } from './signEntry.ts';

/**
 * Holds the entries that a bundle brings against the directory that is here. Gives those to be added, and changes
 * nothing. The first directory is taken from an installation of the Secretariat alone that is trusted here and that it
 * names itself; from others it is left where it is. Throws `directory.refused` (details: the entry and what is wrong).
 */
export function checkDirectory(vault: Vault, manifest: Manifest, sender: KnownInstallation): readonly Link[] {
  const { directory: entries = [], network } = manifest;
  if (entries.length === 0) return [];
  const known = readLinks(vault);
  if (known.length === 0 && sender.role !== 'secretariat') return [];
  const here = new Set(known.map(({ digest }) => digest));
  const incoming = entries.map(linkOf);
  for (const { entry, digest } of incoming) {
    if (here.has(digest) || isSignedBySigner(entry)) continue;
    throw new AmberdeskError('directory.refused', { number: entry.number, fault: 'signature' });
  }
  const extension = extend(known, incoming, network, fingerprints);
  if ('fault' in extension) {
    throw new AmberdeskError('directory.refused', { number: extension.number, fault: extension.fault });
  }
  if (known.length === 0) requireNames(extension.added, sender);
  return extension.added;
}

const linkOf = (entry: DirectoryEntry): Link => ({ entry, digest: entryDigest(entry) });

/** A first directory names the one who brings it as the Secretariat's, in force. */
function requireNames(links: readonly Link[], sender: KnownInstallation): void {
  const state = directoryOf(links, fingerprints)?.state;
  const { installation } = sender;
  if (state !== undefined && roleIn(state, installation) === 'secretariat' && isInForce(state, installation)) return;
  throw new AmberdeskError('directory.refused', { number: links.at(-1)?.entry.number ?? 0, fault: 'signer' });
}

/** Keeps entries of a bundle and carries them out. Part of the caller's transaction. */
export function keepDirectory(session: Session, links: readonly Link[], bundle: string): void {
  if (links.length === 0) return;
  const { vault, surroundings } = session;
  const now = surroundings.now();
  for (const link of links) keepLink(vault, link, { received: minuteOf(now), bundle });
  appendJournal(vault, now, 'directory.received', { bundle, entries: links.length });
  carryOut(session);
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite
    .prepare<[string], string | null>(
      `SELECT json_extract(manifest, '$.directoryHead') FROM bundle
       WHERE direction = 'in' AND sender = ? ORDER BY rowid DESC LIMIT 1`,
    )
    .pluck(),
);

/**
 * What a manifest carries of the directory: every entry that one of the addressees may lack, by the last entry that
 * each said to have; all of them under a passphrase. Nothing where there is no directory, or for an outside body.
 */
export function directoryFor(
  vault: Vault,
  addressees: readonly Pick<KnownInstallation, 'installation' | 'role'>[],
): Pick<Manifest, 'directory' | 'directoryHead'> {
  const directory = readDirectory(vault);
  if (directory === undefined || addressees.some(({ role }) => role === 'guest')) return {};
  const { trunk, beside, state } = directory;
  const heads = addressees.map(({ installation }) => statementsOf(vault.sqlite).get(installation) ?? '');
  const from = heads.length === 0 ? 0 : Math.min(...heads.map((head) => numberOf(directory, head)));
  const links = [...trunk.filter(({ entry }) => entry.number > from), ...beside];
  const sorted = links.sort((one, other) => one.entry.number - other.entry.number).slice(0, MOST_ENTRIES);
  return { directory: sorted.map(({ entry }) => entry), directoryHead: state.digest };
}

function numberOf({ trunk }: Directory, digest: string): number {
  return trunk.find((link) => link.digest === digest)?.entry.number ?? 0;
}
