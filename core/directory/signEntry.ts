import type { KeyObject } from 'node:crypto';
import { extend, type Link } from '../../domain/directory/chain.ts';
import { type DirectoryAct, DirectoryEntry, EntryContent, entryDigest } from '../../domain/directory/entry.ts';
import { type DirectoryState, type EntryFault, isInForce, needsRoot, roleIn } from '../../domain/directory/state.ts';
import { AmberdeskError, type ErrorCode } from '../../domain/errors.ts';
import type { InstallationId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import { signSsh, verifySsh } from '../exchange/sshsig.ts';
import type { Session } from '../session.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { fingerprintOf, readSigningKey } from '../vault/installation.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { fingerprints, keepLink, readDirectory, readLinks } from './chainRows.ts';
import { carryOut } from './effects.ts';
import { type Root, rootToSign } from './root.ts';

/** What an entry's signature covers. */
export function entryBytes(content: EntryContent): Buffer {
  return Buffer.from(canonicalJson(asJson(content)), 'utf8');
}

/** Whether the signature of an entry is that of the signer whom it names. */
export function isSignedBySigner({ signature, ...content }: DirectoryEntry): boolean {
  const key = verifySsh(signature, 'amberdesk-directory', entryBytes(content));
  return key !== undefined && fingerprintOf(key) === content.signer;
}

/** Signs an entry. */
export function signEntry(content: EntryContent, key: KeyObject): Link {
  const checked = EntryContent.parse(content);
  const signature = signSsh(key, 'amberdesk-directory', entryBytes(checked));
  return { entry: DirectoryEntry.parse({ ...checked, signature }), digest: entryDigest(checked) };
}

/** Whether this installation signs for the Secretariat in this directory. */
export function maySign({ installation }: Vault, state: DirectoryState): boolean {
  return roleIn(state, installation.id) === 'secretariat' && isInForce(state, installation.id);
}

/** The directory's state, where there is one. Throws `directory.notFounded`. */
export function requireState(vault: Vault): DirectoryState {
  const state = readDirectory(vault)?.state;
  if (state === undefined) throw new AmberdeskError('directory.notFounded');
  return state;
}

/**
 * Who signs this act: the root, where only it may or where this installation may not and the root was given; else this
 * installation. Throws `directory.rootNeeded`, `directory.notRoot`, `key.shares`, `directory.notSecretariat`.
 */
export async function signerFor(
  vault: Vault,
  act: DirectoryAct,
  typed: readonly string[] | undefined,
): Promise<{ readonly id: InstallationId; readonly key: KeyObject }> {
  const state = requireState(vault);
  if (needsRoot(state, { act }) || (typed !== undefined && !maySign(vault, state))) return rootToSign(vault, typed);
  if (!maySign(vault, state)) throw new AmberdeskError('directory.notSecretariat');
  return { id: vault.installation.id, key: readSigningKey(vault) };
}

const CODES: Partial<Record<EntryFault, ErrorCode>> = {
  seat: 'directory.seat',
  card: 'card.keyMode',
  rootNeeded: 'directory.rootNeeded',
  signer: 'directory.notSecretariat',
};

/**
 * Adds an entry to the end of the directory and carries it out, in one transaction. Throws the code that the rule has
 * which it would break; nothing is changed then.
 */
export function appendEntry(
  session: Session,
  act: DirectoryAct,
  signer: { readonly id: InstallationId; readonly key: KeyObject },
  also: () => void = () => {},
): Link {
  const { vault, surroundings } = session;
  const at = minuteOf(surroundings.now());
  const link = onDisk('vault.db', () =>
    vault.sqlite
      .transaction(() => {
        const { network, number, digest: previous } = requireState(vault);
        const next = signEntry({ network, number: number + 1, previous, at, act, signer: signer.id }, signer.key);
        keepNew(session, [next], network);
        also();
        return next;
      })
      .immediate(),
  );
  session.announce({ event: 'directoryChanged' });
  return link;
}

/** Keeps entries signed here and carries them out. Part of the caller's transaction. */
export function keepNew(session: Session, links: readonly Link[], network: string): void {
  const { vault, surroundings } = session;
  const extension = extend(readLinks(vault), links, network, fingerprints);
  if ('fault' in extension) {
    throw new AmberdeskError(CODES[extension.fault] ?? 'directory.refused', { fault: extension.fault });
  }
  for (const link of extension.added) {
    keepLink(vault, link, { received: minuteOf(surroundings.now()), bundle: null });
  }
  carryOut(session);
  for (const { entry, digest } of extension.added) {
    const about = subjectOf(entry.act);
    const detail = { number: entry.number, act: entry.act.is, digest };
    const subject = about === undefined ? {} : { installation: about };
    appendJournal(vault, surroundings.now(), 'directory.signed', { ...detail, ...subject });
  }
}

/** The installation that an act is about. */
export function subjectOf(act: DirectoryAct): InstallationId | undefined {
  if (act.is === 'admit') return fingerprints.ofKey(act.card.signingKey);
  return act.is === 'end' || act.is === 'revoke' ? act.installation : undefined;
}

/** The first entries of a network: its root begins it and admits the Secretariat's installation. */
export function foundingLinks(
  session: Session,
  root: Root,
  { network, keys, card }: { network: EntryContent['network']; keys: 'classic' | 'hybrid'; card: unknown },
): Link[] {
  const at = minuteOf(session.surroundings.now());
  const first = signEntry(
    { network, number: 1, previous: null, at, act: { is: 'found', root: root.line, keys }, signer: root.id },
    root.key,
  );
  const admit = DirectoryEntry.shape.act.parse({ is: 'admit', card, ...seatOf(session.vault) });
  const second = signEntry({ network, number: 2, previous: first.digest, at, act: admit, signer: root.id }, root.key);
  return [first, second];
}

function seatOf({ installation }: Vault) {
  return { person: installation.seat, organisation: installation.organisation, role: installation.role };
}
