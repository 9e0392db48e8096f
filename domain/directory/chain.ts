import type { InstallationId } from '../records/ids.ts';
import type { DirectoryEntry } from './entry.ts';
import { type DirectoryState, type EntryFault, type Fingerprints, follow, type Revocation } from './state.ts';

/** An entry with its digest. */
export interface Link {
  readonly entry: DirectoryEntry;
  readonly digest: string;
}

/** Two entries that name the same one before them. */
export interface Fork {
  /** The number that was given twice. */
  readonly number: number;
  /** Digests of the entries with this number, the one that holds first. */
  readonly branches: readonly string[];
  /** The root has said since which branch holds. */
  readonly settled: boolean;
}

/** A whole directory, forks included: what holds, and what was done elsewhere. */
export interface Directory {
  readonly state: DirectoryState;
  /** The entries that hold, from the first. */
  readonly trunk: readonly Link[];
  /** Entries of branches that do not. */
  readonly beside: readonly Link[];
  readonly forks: readonly Fork[];
}

/**
 * The directory that these entries make, in the order in which they came here; each was found in order when it came.
 *
 * Where it forks, the branch holds that the root has signed on since, if it is the only such; else the one that came
 * first. What the other branches revoked is revoked all the same.
 */
export function directoryOf(links: readonly Link[], fingerprints: Fingerprints): Directory | undefined {
  const children = childrenOf(links);
  const [first] = children.get(null) ?? [];
  if (first === undefined) return undefined;
  const byRoot = rootSigned(links, children, fingerprints);
  const trunk: Link[] = [];
  const forks: Fork[] = [];
  for (let at: Link | undefined = first; at !== undefined; ) {
    trunk.push(at);
    const next: readonly Link[] = children.get(at.digest) ?? [];
    const holds: Link | undefined = choose(next, byRoot);
    if (next.length > 1 && holds !== undefined) forks.push(forkOf(next, holds, byRoot));
    at = holds;
  }
  const held = new Set(trunk.map(({ digest }) => digest));
  const beside = links.filter(({ digest }) => !held.has(digest));
  const state = stateAfter(trunk, fingerprints);
  if (state === undefined) return undefined;
  return { state: { ...state, revoked: unite(state.revoked, beside) }, trunk, beside, forks };
}

function childrenOf(links: readonly Link[]): Map<string | null, Link[]> {
  const children = new Map<string | null, Link[]>();
  for (const link of links) {
    const known = children.get(link.entry.previous) ?? [];
    known.push(link);
    children.set(link.entry.previous, known);
  }
  return children;
}

function choose(next: readonly Link[], byRoot: ReadonlySet<string>): Link | undefined {
  const [first] = next;
  if (next.length < 2) return first;
  const rooted = next.filter(({ digest }) => byRoot.has(digest));
  return rooted.length === 1 ? rooted[0] : first;
}

function forkOf(next: readonly Link[], holds: Link, byRoot: ReadonlySet<string>): Fork {
  const others = next.filter(({ digest }) => digest !== holds.digest);
  return {
    number: holds.entry.number,
    branches: [holds, ...others].map(({ digest }) => digest),
    settled: next.filter(({ digest }) => byRoot.has(digest)).length === 1,
  };
}

/** Digests of entries that the root signed, and of all that they come after. */
function rootSigned(
  links: readonly Link[],
  children: ReadonlyMap<string | null, readonly Link[]>,
  fingerprints: Fingerprints,
): Set<string> {
  const signed = new Set<string>();
  if ([...children.values()].every(({ length }) => length < 2)) return signed;
  const byDigest = new Map(links.map((link) => [link.digest, link]));
  const roots = new Map<string, InstallationId | undefined>();
  for (const { entry, digest } of links) {
    const before = entry.previous === null ? undefined : roots.get(entry.previous);
    if (entry.act.is === 'found') roots.set(digest, fingerprints.ofKey(entry.act.root));
    else if (entry.act.is === 'replaceRoot') roots.set(digest, fingerprints.ofKey(entry.act.root));
    else roots.set(digest, before);
    if (entry.act.is !== 'found' && entry.signer !== before) continue;
    let at = byDigest.get(digest);
    while (at !== undefined && !signed.has(at.digest)) {
      signed.add(at.digest);
      at = at.entry.previous === null ? undefined : byDigest.get(at.entry.previous);
    }
  }
  return signed;
}

/** The state after entries that follow one another; undefined when one does not fit. */
export function stateAfter(links: readonly Link[], fingerprints: Fingerprints): DirectoryState | undefined {
  let state: DirectoryState | undefined;
  for (const { entry, digest } of links) {
    const next = follow(state, entry, digest, fingerprints);
    if ('fault' in next) return undefined;
    state = next;
  }
  return state;
}

/** Revocations of all branches: none is lost, and what each accepted has to be accepted by all. */
function unite(revoked: ReadonlyMap<string, Revocation>, beside: readonly Link[]): ReadonlyMap<string, Revocation> {
  const united = new Map(revoked);
  for (const { entry } of beside) {
    const { act, number, at } = entry;
    if (act.is !== 'revoke') continue;
    const present = united.get(act.installation);
    const limits = [...(present?.limits ?? []), act.accepted];
    united.set(act.installation, { number, at, reason: act.reason, ...present, limits });
  }
  return united;
}

/** What entries would add to a directory, or the first fault among them. Those that are here already add nothing. */
export type Extension =
  | { readonly added: readonly Link[] }
  | { readonly fault: EntryFault; readonly number: number; readonly digest: string };

/**
 * Holds entries that came against a directory, one after the other. An entry that follows one that is here and is not
 * the last begins a fork and is taken; but not from a signer that is revoked by now, who could only have gone back for it.
 */
export function extend(
  known: readonly Link[],
  incoming: readonly Link[],
  network: string,
  fingerprints: Fingerprints,
): Extension {
  const links = [...known];
  const byDigest = new Map(links.map((link) => [link.digest, link]));
  const revoked = new Set(directoryOf(known, fingerprints)?.state.revoked.keys() ?? []);
  const begun = known.length > 0;
  let state: DirectoryState | undefined;
  const added: Link[] = [];
  for (const link of incoming) {
    const { entry, digest } = link;
    if (byDigest.has(digest)) continue;
    const refused = (fault: EntryFault) => ({ fault, number: entry.number, digest });
    if (entry.network !== network) return refused('network');
    if (entry.previous === null && byDigest.size > 0) return refused('found');
    if (begun && revoked.has(entry.signer)) return refused('signer');
    if (entry.previous !== null && state?.digest !== entry.previous) {
      const path = pathTo(byDigest, entry.previous);
      if (path === undefined) return refused('gap');
      state = stateAfter(path, fingerprints);
      if (state === undefined) return refused('gap');
    }
    const next = follow(entry.previous === null ? undefined : state, entry, digest, fingerprints);
    if ('fault' in next) return refused(next.fault);
    state = next;
    byDigest.set(digest, link);
    added.push(link);
  }
  return { added };
}

function pathTo(byDigest: ReadonlyMap<string, Link>, digest: string): Link[] | undefined {
  const path: Link[] = [];
  for (let at: string | null = digest; at !== null; ) {
    const link = byDigest.get(at);
    if (link === undefined) return undefined;
    path.push(link);
    at = link.entry.previous;
  }
  return path.reverse();
}
