import { randomBytes } from 'node:crypto';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect } from 'vitest';
import { admit, foundDirectory, revoke } from '../../core/directory/acts.ts';
import { dayOf } from '../../core/directory/bounds.ts';
import { readDirectory, readLinks } from '../../core/directory/chainRows.ts';
import { checkDirectory, keepDirectory } from '../../core/directory/receiveDirectory.ts';
import { addCard, findInstallation, ownCard, verifyCard, vouchForCards } from '../../core/exchange/cards.ts';
import { carriedCards } from '../../core/exchange/carriedCards.ts';
import { joinNetwork, networkOf } from '../../core/exchange/checkManifest.ts';
import { checkRevisions } from '../../core/exchange/checkRevisions.ts';
import { authorsKnownTo, vouchesForCards } from '../../core/exchange/knownAuthors.ts';
import { type Staged, weigh } from '../../core/exchange/stagedRecords.ts';
import { unwatched } from '../../core/jobs/work.ts';
import { addRevisions } from '../../core/records/addRevisions.ts';
import { holdingCircle } from '../../core/records/circle.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { computeView } from '../../core/records/refresh.ts';
import { findDraft, findRevision } from '../../core/records/rows.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import type { Session } from '../../core/session.ts';
import { createBlobStore } from '../../core/vault/blobs.ts';
import Database from '../../core/vault/driver.ts';
import {
  generateInstallationKeys,
  type InstallationKeys,
  keepInstallation,
  readInstallation,
  renewInstallation,
} from '../../core/vault/installation.ts';
import { migrate } from '../../core/vault/migrate.ts';
import type { Vault } from '../../core/vault/vault.ts';
import type { Link } from '../../domain/directory/chain.ts';
import type { Manifest } from '../../domain/exchange/manifest.ts';
import { naturalId } from '../../domain/records/ids.ts';
import type { MergedView } from '../../domain/records/merge.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import * as schema from '../../drizzle/schema.ts';
import { aClock } from '../helpers/aVault.ts';

/** How often a seat can be restored in one history: each time it is another installation, whose card is known. */
const SPARE_KEYS = 2;
const START = Date.parse('2027-03-03T18:12:07Z');

/** An installation with its real tables, in memory. Its database is one for all histories, each of which is undone. */
export interface Seat {
  readonly name: string;
  session: Session;
  readonly clock: ReturnType<typeof aClock>;
  readonly spare: readonly InstallationKeys[];
  restored: number;
}

async function aSeat(folder: string, name: string, role: 'secretariat' | 'member'): Promise<Seat> {
  const sqlite = new Database(':memory:');
  sqlite.pragma('foreign_keys=ON');
  const database = { sqlite, orm: drizzle({ client: sqlite, schema, casing: 'snake_case' }) };
  migrate(database);
  const clock = aClock(START);
  const organisation = naturalId('organisation', name);
  const holder = { seat: naturalId('person', name), name, organisation, organisationName: name, role };
  const installation = keepInstallation(database, await generateInstallationKeys(), holder);
  const blobs = createBlobStore(folder, database, clock);
  const vault = {
    ...database,
    folder,
    key: randomBytes(32),
    installation,
    blobs,
    close: () => sqlite.close(),
  };
  const spare = await Promise.all(Array.from({ length: SPARE_KEYS }, () => generateInstallationKeys()));
  return { name, session: { vault, surroundings: clock, announce: () => {} }, clock, spare, restored: 0 };
}

/** The cards of all that this seat is and may become after a restore. */
function cardsOf({ session, spare }: Seat): ReturnType<typeof ownCard>[] {
  const { sqlite } = session.vault;
  const first = ownCard(session);
  const later = spare.map((keys) => {
    sqlite.exec('SAVEPOINT later');
    const installation = renewInstallation(session.vault, keys);
    const card = ownCard({ ...session, vault: { ...session.vault, installation } });
    sqlite.exec('ROLLBACK TO later; RELEASE later');
    return card;
  });
  return [first, ...later];
}

/** The seats of a network that has a directory: a Secretariat, four capitals, and two more that have nothing yet. `folder` is for what no table holds. */
export async function theSeats(folder: string): Promise<{ seats: Seat[]; late: Seat[] }> {
  const secretariat = await aSeat(folder, 'Secretariat', 'secretariat');
  const names = ['Karsenia', 'Northmark', 'Avaria', 'Lowmere', 'Tessaly', 'Corvane'];
  const capitals = await Promise.all(names.map((name) => aSeat(folder, name, 'member')));
  const all = [secretariat, ...capitals];
  const { organisation } = secretariat.session.vault.installation;
  createRecord(secretariat.session, 'network', { name: 'Exercise Meridian', secretariat: organisation });
  createRecord(
    secretariat.session,
    'organisation',
    { name: 'Secretariat', membership: 'secretariat' },
    { id: organisation },
  );
  for (const { name, session } of capitals) {
    const { organisation: id } = session.vault.installation;
    createRecord(secretariat.session, 'organisation', { name, membership: 'member' }, { id });
  }
  shareDrafts(secretariat.session, 'all');
  for (const seat of all) {
    for (const other of all) {
      if (other === seat) continue;
      for (const card of cardsOf(other)) {
        const { installation } = addCard(seat.session, card);
        verifyCard(seat.session, installation, 'Ada Morn');
      }
    }
  }
  const network = networkOf(secretariat.session.vault) ?? '';
  await foundDirectory(secretariat.session, 'classic');
  for (const { session } of capitals) await admit(secretariat.session, { installation: session.vault.installation.id });
  for (const { session } of capitals) joinNetwork(session.vault, network);
  const [, ...others] = all;
  for (const seat of others) await send(secretariat, seat, () => true, 'the beginning');
  return { seats: all.slice(0, 5), late: all.slice(5) };
}

/** The beginning of a history at a seat; `undo` takes everything back to it. */
export function begin(seat: Seat): { undo(): void } {
  const { sqlite } = seat.session.vault;
  const { session } = seat;
  sqlite.exec('BEGIN; SAVEPOINT backup');
  seat.restored = 0;
  seat.clock.move(START - seat.clock.now());
  return {
    undo() {
      sqlite.exec('ROLLBACK');
      seat.session = session;
    },
  };
}

/** A backup is a point to which the tables can go back. */
export function backUp({ session }: Seat): void {
  session.vault.sqlite.exec('SAVEPOINT backup');
}

/** The seat is what it was when it was backed up, as another installation. Gives whether it could be done. */
export function restore(seat: Seat): boolean {
  const keys = seat.spare[seat.restored];
  if (keys === undefined) return false;
  const { vault } = seat.session;
  vault.sqlite.exec('ROLLBACK TO backup');
  // An earlier backup may have been made after a restore, and already be an installation of its own.
  renewInstallation(vault, keys);
  seat.restored += 1;
  seat.session = { ...seat.session, vault: { ...vault, installation: readInstallation(vault) } };
  return true;
}

/** The Secretariat revokes what a seat is now. */
export async function revokeSeat(secretariat: Seat, seat: Seat): Promise<void> {
  const { id } = seat.session.vault.installation;
  const state = readDirectory(secretariat.session.vault)?.state;
  if (state?.seats.has(id) !== true || state.revoked.has(id)) return;
  await revoke(secretariat.session, { installation: id, reason: 'Lost in a train' });
}

interface Row {
  readonly id: string;
  readonly line: string;
}

/** The shared revisions of a seat, in the order in which they came. */
export function revisionsOf({ session }: Seat): Row[] {
  return session.vault.sqlite.prepare<[], Row>('SELECT id, line FROM revision ORDER BY rowid').all();
}

async function* linesOf(rows: readonly Row[]): AsyncGenerator<string> {
  for (const { line } of rows) yield line;
}

/**
 * Brings revisions from one seat to another as a bundle that was accepted does, by the product's own rules: the sender's
 * standing, the directory's entries, the cards of the authors, form, id, signature and authority of each revision. What
 * is put aside is not added, and is tried again when it comes again. Gives how many were added.
 */
export async function send(from: Seat, to: Seat, picked: (row: Row, at: number) => boolean, bundle: string) {
  const { session } = to;
  const { vault, surroundings } = session;
  const rows = revisionsOf(from).filter(picked);
  const links = missingLinks(from, to);
  if (rows.length === 0 && links.length === 0) return { added: 0, changed: [] };
  const sender = findInstallation(vault, from.session.vault.installation.id);
  if (sender === undefined || sender.trust === 'revoked') return { added: 0, changed: [] };
  if (links.length > 0) {
    const network = networkOf(from.session.vault);
    const manifest = { directory: links.map(({ entry }) => entry), network } as Manifest;
    keepDirectory(session, checkDirectory(vault, manifest, sender), bundle);
  }
  const { vault: read } = holdingCircle(session);
  const vouched = vouchesForCards(read, sender);
  const cards = carriedCards(from.session, new Set(rows.map(({ line }) => String(JSON.parse(line).author))));
  const findAuthor = authorsKnownTo(read, cards, vouched, dayOf(surroundings.now()));
  const { lines, quarantined, lineOf } = await checkRevisions(unwatched, vault, linesOf(rows), rows.length, {
    findAuthor,
    vouched,
  });
  const brought = lines
    .filter(({ id }) => !quarantined.has(id))
    .map((outline) => {
      const line = lineOf(outline);
      const revision: SignedRevision = JSON.parse(line);
      return { revision, line };
    });
  const promised = previewed(vault, brought);
  const added = addRevisions(session, brought, bundle);
  for (const [id, view] of promised) expect(viewNow(vault, id), 'what the preview said of it').toEqual(view);
  if (vouched) vouchForCards(session, cards);
  return added;
}

/** What a preview says that these revisions will make of records, but for those with edits that nobody shared. */
function previewed(vault: Vault, brought: readonly { readonly revision: SignedRevision }[]): Map<string, unknown> {
  const byRecord = new Map<string, Staged[]>();
  for (const { revision: version } of brought) {
    const { id: revision, record, kind } = version;
    if (findRevision(vault, revision) !== undefined || findDraft(vault, record) !== undefined) continue;
    const row = { revision, record, kind, state: 'staged' as const };
    byRecord.set(record, [...(byRecord.get(record) ?? []), { row, version }]);
  }
  return new Map([...byRecord].map(([id, staged]) => [id, shown(weigh(vault, id, staged).after)]));
}

const viewNow = (vault: Vault, id: string): unknown => shown(computeView(vault, id));

function shown(view: MergedView | undefined): unknown {
  return view && { body: view.body, handling: view.handling, deleted: view.deleted, conflicts: view.conflicts };
}

/** The entries of the directory that one seat has and the other lacks. */
function missingLinks(from: Seat, to: Seat): Link[] {
  const heads = [from, to].map(({ session }) => readDirectory(session.vault));
  if (heads[0] === undefined || heads[0].state.digest === heads[1]?.state.digest) return [];
  const here = new Set(readLinks(to.session.vault).map(({ digest }) => digest));
  return readLinks(from.session.vault).filter(({ digest }) => !here.has(digest));
}
