import { sql } from 'drizzle-orm';
import { type Directory, directoryOf, type Link } from '../../domain/directory/chain.ts';
import { DirectoryEntry } from '../../domain/directory/entry.ts';
import { keyModeOf } from '../../domain/directory/keyMode.ts';
import type { Fingerprints } from '../../domain/directory/state.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import { directoryChain } from '../../drizzle/schema.ts';
import { installationOf } from '../exchange/signedCard.ts';
import { parseSshPublicKey } from '../exchange/sshsig.ts';
import type { Sqlite, VaultDatabase } from '../vault/database.ts';
import { fingerprintOf } from '../vault/installation.ts';

/** Whose a key and a card are; a card only by its own signature. */
export const fingerprints: Fingerprints = {
  ofKey(line) {
    const raw = parseSshPublicKey(line);
    return raw === undefined ? undefined : fingerprintOf(raw);
  },
  ofCard(card) {
    try {
      const { installation, ageRecipient } = installationOf(card);
      return { installation, keys: keyModeOf(ageRecipient) };
    } catch {
      return undefined;
    }
  },
};

/** The same for cards whose signatures were checked before their entries were kept. */
const keptFingerprints: Fingerprints = {
  ofKey: fingerprints.ofKey,
  ofCard({ signingKey, ageRecipient }) {
    const installation = fingerprints.ofKey(signingKey);
    return installation === undefined ? undefined : { installation, keys: keyModeOf(ageRecipient) };
  },
};

/** Every entry that is here, in the order in which they came. */
export function readLinks({ orm }: VaultDatabase): Link[] {
  const rows = orm
    .select({ digest: directoryChain.digest, line: directoryChain.line })
    .from(directoryChain)
    .orderBy(sql`rowid`)
    .all();
  return rows.map(({ digest, line }) => ({ digest, entry: DirectoryEntry.parse(JSON.parse(line)) }));
}

/** Keeps an entry. Part of the caller's transaction. */
export function keepLink(
  { orm }: VaultDatabase,
  { entry, digest }: Link,
  came: { readonly received: string; readonly bundle: string | null },
): void {
  const { number, previous } = entry;
  orm
    .insert(directoryChain)
    .values({ digest, number, previous, line: canonicalJson(asJson(entry)), ...came })
    .run();
}

interface Kept {
  readonly last: string;
  readonly directory: Directory | undefined;
}
const known = new WeakMap<Sqlite, Kept>();

/** The network's directory as it is here; undefined where there is none. Read again only when an entry came. */
export function readDirectory(database: VaultDatabase): Directory | undefined {
  const newest = database.orm
    .select({ digest: directoryChain.digest })
    .from(directoryChain)
    .orderBy(sql`rowid DESC`)
    .limit(1)
    .get();
  if (newest === undefined) return undefined;
  const before = known.get(database.sqlite);
  if (before?.last === newest.digest) return before.directory;
  const directory = directoryOf(readLinks(database), keptFingerprints);
  known.set(database.sqlite, { last: newest.digest, directory });
  return directory;
}
