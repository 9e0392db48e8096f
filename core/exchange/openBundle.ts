import { eq } from 'drizzle-orm';
import type { Link } from '../../domain/directory/chain.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Manifest, Purpose } from '../../domain/exchange/manifest.ts';
import { PLACE_LIMITS } from '../../domain/exchange/receipts.ts';
import { headsOf } from '../../domain/records/history.ts';
import { bundle as bundleTable, stagedBlob } from '../../drizzle/schema.ts';
import { minuteOf } from '../context.ts';
import { dayOf } from '../directory/bounds.ts';
import { checkDirectory, keepDirectory } from '../directory/receiveDirectory.ts';
import { noteKnown } from '../folder/knownFiles.ts';
import type { Work } from '../jobs/work.ts';
import { type Carried, carryOutPurges, dropFiles, isWaiting, purgedOnArrival } from '../purge/carryOut.ts';
import { settlePurges } from '../purge/settlePurges.ts';
import { backUpBeforeRecalls, carryOutRecalls, type Withdrawn } from '../receipts/carryOutRecalls.ts';
import { keepWords } from '../receipts/keepWords.ts';
import { findRecall } from '../receipts/recalls.ts';
import { digestsIn } from '../records/digestsIn.ts';
import type { Session } from '../session.ts';
import type { StagedFile } from '../vault/blobs.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { syncFolder } from '../vault/durable.ts';
import { vaultPaths } from '../vault/folder.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { blobName, MANIFEST, readSums, SIGNATURE, SUMS } from './bundleFiles.ts';
import { type KnownInstallation, vouchForCards } from './cards.ts';
import { type CheckedManifest, checkManifest, joinNetwork } from './checkManifest.ts';
import { type CheckedRevisions, checkRevisions } from './checkRevisions.ts';
import { authorsKnownTo, type FindAuthor, vouchesForCards } from './knownAuthors.ts';
import { keepPlace } from './places.ts';
import { type Preview, previewBundle } from './preview.ts';
import { keptManifest } from './receivedBundle.ts';
import { judgeAnew } from './reconsiderQuarantine.ts';
import { sha256Hex, unpackRecords } from './recordLines.ts';
import type { RevisionOutline } from './revisionOutline.ts';
import { type BundleKeys, type StagedBundle, stageBundle } from './stageBundle.ts';
import type { ReadLine } from './stagedRecords.ts';

/**
 * Opens a bundle as far as its preview, by the reading rules in their order (docs/bundle-format.md); the first failure
 * ends it, with nothing written. Records are applied by `acceptBundle` only. A bundle that is here already is
 * recognised and changes nothing.
 *
 * Throws what `stageBundle` and `checkManifest` throw, `bundle.malformed`, `bundle.authority`, `directory.refused`, `bundle.repeated` (one of
 * our own), `job.cancelled`.
 */
export async function openBundle(
  work: Work,
  session: Session,
  file: string | readonly string[],
  keys: BundleKeys = {},
): Promise<Preview> {
  const { vault } = session;
  const { bundle, clean } = await stageBundle(work, vault, file, keys);
  let read: CheckedBundle;
  let settled: Settled | undefined;
  try {
    read = await checkBundle(work, session, bundle, keys);
    const { checked, known, revisions, links } = read;
    if (known === 'out') {
      throw new AmberdeskError('bundle.repeated', { bundle: checked.manifest.bundle, direction: 'out' });
    }
    if (revisions !== undefined) {
      backUpBeforeRecalls(session, checked);
      settled = keepReceived(session, bundle, checked, revisions, links);
    }
  } catch (error) {
    clean();
    throw error;
  }
  const { bundle: id } = read.checked.manifest;
  if (read.known === 'in' || read.revisions === undefined) {
    noteKnown(vault, session.surroundings.now(), bundle.mark, 'opened');
    clean();
    return { ...(await previewBundle(session, id)), repeated: true };
  }
  try {
    vault.blobs.discard(bundle.records);
    if (settled !== undefined) finish(session, bundle, id, settled);
    session.announce({ event: 'bundlesChanged' });
    if (read.links.length > 0) await judgeAnew(session);
    settlePurges(session, work);
    return await previewBundle(session, id, 'en', linesAtHand(read.revisions));
  } finally {
    bundle.lines.close();
  }
}

/** The lines of a bundle that was just read, which are read from its own file faster than from the database. */
function linesAtHand({ lines, lineOf }: CheckedRevisions): ReadLine {
  const byId = new Map<string, RevisionOutline>(lines.map((outline) => [outline.id, outline]));
  return (id) => {
    const outline = byId.get(id);
    return outline === undefined ? '' : lineOf(outline);
  };
}

/** A bundle that was read by all rules. What `known` says is here already is not looked into. */
export interface CheckedBundle {
  readonly checked: CheckedManifest;
  /** It was opened here (`in`) or sealed here (`out`) before. */
  readonly known?: 'in' | 'out';
  readonly revisions?: CheckedRevisions;
  readonly links: readonly Link[];
}

/** The reading rules from the fourth on. Changes nothing. */
export async function checkBundle(
  work: Work,
  session: Session,
  bundle: StagedBundle,
  keys: BundleKeys,
): Promise<CheckedBundle> {
  const { vault } = session;
  const checked = await checkManifest(session, bundle, keys.identity);
  const known = knownAs(vault, checked);
  if (known !== undefined) return { checked, known, links: [] };
  checkFiles(bundle, checked);
  const revisions = await readRecords(work, session, bundle, checked);
  checkTotals(bundle, checked, revisions);
  const links = checkDirectory(vault, checked.manifest, checked.sender);
  work.check();
  return { checked, revisions, links };
}

/**
 * Reading rule 6: the same bundle again is recognised by its digest. Throws `bundle.malformed` when another bundle used
 * the same id.
 */
function knownAs(vault: Vault, { manifest, digest }: CheckedManifest): 'in' | 'out' | undefined {
  const row = vault.orm.select().from(bundleTable).where(eq(bundleTable.id, manifest.bundle)).get();
  if (row === undefined) return undefined;
  if (row.digest !== digest) throw new AmberdeskError('bundle.malformed', ['bundle id used twice']);
  return row.direction;
}

const UNLISTED: readonly string[] = [MANIFEST, SIGNATURE, SUMS];

/** Reading rule 7, first part: SHA256SUMS is the signed one, and lists exactly the files that are here. */
function checkFiles({ sums, files, blobs }: StagedBundle, { manifest }: CheckedManifest): void {
  const tampered = (name: string) => new AmberdeskError('bundle.tampered', { file: name });
  if (sha256Hex(sums) !== manifest.sums) throw tampered(SUMS);
  const listed = readSums(sums.toString('latin1'));
  if (listed === undefined) throw new AmberdeskError('bundle.malformed', [SUMS]);
  const present = [...files].filter(([name]) => !UNLISTED.includes(name));
  for (const [name, { sha256 }] of present) if (listed.get(name) !== sha256) throw tampered(name);
  if (listed.size !== present.length) throw new AmberdeskError('bundle.layout', ['files missing']);
  for (const [sha256, file] of blobs) if (file.sha256 !== sha256) throw tampered(blobName(sha256));
}

/** Reading rule 7, second part. */
async function readRecords(
  work: Work,
  session: Session,
  bundle: StagedBundle,
  { manifest, sender }: CheckedManifest,
): Promise<CheckedRevisions> {
  const { vault } = session;
  const vouched = vouchesForCards(vault, sender);
  const findAuthor = authorsIn(session, manifest, sender);
  const lines = unpackRecords(vault.blobs.readStaged(bundle.records), bundle.records.size);
  return checkRevisions(work, vault, lines, manifest.totals.revisions, { findAuthor, vouched }, bundle.lines);
}

/** Authors as this vault and the sender, as far as it may vouch, know them today. */
function authorsIn({ vault, surroundings }: Session, { cards }: Manifest, sender: KnownInstallation): FindAuthor {
  return authorsKnownTo(vault, cards, vouchesForCards(vault, sender), dayOf(surroundings.now()));
}

/** The manifest's totals and heads are those of what is inside. */
function checkTotals({ files }: StagedBundle, { manifest }: CheckedManifest, { lines, bytes }: CheckedRevisions): void {
  const listed = [...files].filter(([name]) => !UNLISTED.includes(name));
  const records = new Set(lines.map(({ record }) => record));
  const actual = {
    files: listed.length,
    bytes: listed.reduce((sum, [, { size }]) => sum + size, 0),
    records: records.size,
    revisions: lines.length,
    recordBytes: bytes,
    attachments: listed.filter(([name]) => name.startsWith('blobs/')).length,
  };
  for (const [name, total] of Object.entries(actual)) {
    if (manifest.totals[name] !== total) throw new AmberdeskError('bundle.malformed', { total: name });
  }
  checkHeads(manifest.heads, lines);
}

/** The heads named are those that the revisions inside have. So no record has more than the form of a manifest allows. */
function checkHeads(named: Manifest['heads'], lines: CheckedRevisions['lines']): void {
  const byRecord = new Map<string, RevisionOutline[]>();
  for (const outline of lines) {
    const versions = byRecord.get(outline.record) ?? [];
    versions.push(outline);
    byRecord.set(outline.record, versions);
  }
  const said = new Map<string, readonly string[]>(Object.entries(named));
  const right = [...byRecord].every(([record, versions]) => {
    const heads = said.get(record) ?? [];
    const inside = headsOf(versions);
    return heads.length === inside.length && inside.every((id, at) => heads[at] === id);
  });
  if (!right || said.size !== byRecord.size) throw new AmberdeskError('bundle.malformed', ['heads']);
}

/**
 * Keeps what was read as a proposal, in one transaction. Where nothing of it is new, there is nothing to decide: then it
 * counts as accepted.
 */
function keepReceived(
  session: Session,
  bundle: StagedBundle,
  { manifest, digest, sender, place }: CheckedManifest,
  { lines, quarantined, lineOf }: CheckedRevisions,
  links: readonly Link[],
): Settled {
  const { vault, surroundings } = session;
  const id = manifest.bundle;
  const recalled = findRecall(vault, id, sender.installation)?.digest === digest;
  const addRevision = vault.sqlite.prepare<[string, string, string, string, string]>(
    'INSERT INTO staged_revision (bundle, revision, record, kind, state) VALUES (?, ?, ?, ?, ?)',
  );
  const addLine = vault.sqlite.prepare<[string, string, string]>(
    'INSERT INTO staged_line (bundle, revision, line) VALUES (?, ?, ?)',
  );
  const here = vault.sqlite.prepare<[string], unknown>('SELECT 1 FROM revision WHERE id = ?').pluck();
  const stateOf = (revision: string): string => {
    if (here.get(revision) !== undefined) return 'accepted';
    return quarantined.has(revision) ? 'quarantined' : 'staged';
  };
  // What the rows name must be on the disk before they are.
  syncFolder(vaultPaths(vault.folder).staging);
  return onDisk('vault.db', () =>
    vault.sqlite
      .transaction(() => {
        const purged = carryOutPurges(session, manifest, id, authorsIn(session, manifest, sender));
        const isPurged = purgedOnArrival(vault, lines, (one) => JSON.parse(lineOf(one)));
        const kept = recalled ? [] : lines.filter((one) => !isPurged(one));
        const isKnown = kept.length > 0 && kept.every((one) => here.get(one.id) !== undefined);
        const isSettled = lines.length === 0 || isKnown;
        const unknownParents = unknownParentsOf(vault, kept);
        vault.orm
          .insert(bundleTable)
          .values({
            id,
            direction: 'in',
            digest,
            sender: sender.installation,
            purpose: manifest.purpose,
            meeting: manifest.meeting,
            created: manifest.created,
            state: recalled ? 'recalled' : isKnown || isOnlySaid(manifest, lines) ? 'accepted' : 'staged',
            manifest: keptManifest(bundle.manifest),
            applied: { unknownParents, ...(isWaiting(session, manifest) ? { waitingPurges: true } : {}) },
          })
          .run();
        for (const one of kept) {
          addRevision.run(id, one.id, one.record, one.kind, stateOf(one.id));
          addLine.run(id, one.id, lineOf(one));
        }
        const attachments = isKnown || kept.length < lines.length ? named(bundle, kept, lineOf) : bundle.blobs;
        for (const [sha256, { file, key, size }] of recalled ? [] : attachments) {
          // What is here already may still lack an attachment that it names.
          if (isKnown) vault.blobs.adopt({ sha256, file, key, size });
          else
            vault.orm
              .insert(stagedBlob)
              .values({ bundle: id, sha256, file, key: Buffer.from(key), size })
              .run();
        }
        noteKnown(vault, surroundings.now(), bundle.mark, 'opened');
        if (links.length > 0 || isSettled) joinNetwork(vault, manifest.network);
        keepDirectory(session, links, id);
        if (isSettled && vouchesForCards(vault, sender)) vouchForCards(session, manifest.cards);
        if (place !== undefined) {
          keepPlace(vault, sender.installation, place);
          keepWords(vault, sender.installation, place, minuteOf(surroundings.now()));
        }
        const gone = carryOutRecalls(session, sender.installation, manifest);
        appendJournal(vault, surroundings.now(), 'bundle.opened', {
          bundle: id,
          digest,
          sender: sender.installation,
          purpose: manifest.purpose,
          revisions: lines.length,
          putAside: quarantined.size,
        });
        return { ...gone, purged };
      })
      .immediate(),
  );
}

/** What a bundle brought about when it was opened, beside itself. */
type Settled = Withdrawn & { readonly purged: Carried };

/** Removes the files of what was withdrawn or purged, and tells the windows. */
function finish(session: Session, bundle: StagedBundle, id: string, { changed, files, purged }: Settled): void {
  const { vault } = session;
  const staged = vault.orm.select({ file: stagedBlob.file }).from(stagedBlob).where(eq(stagedBlob.bundle, id)).all();
  const named = new Set(staged.map(({ file }) => file));
  const unnamed = [...bundle.blobs.values()].filter(({ file }) => !named.has(file));
  for (const file of [...files, ...unnamed]) vault.blobs.discard(file);
  dropFiles(vault, purged);
  const records = [...changed, ...purged.records];
  if (records.length > 0) session.announce({ event: 'recordsChanged', records });
}

/** Attachments that these revisions name. */
function named(
  { blobs }: Pick<StagedBundle, 'blobs'>,
  kept: CheckedRevisions['lines'],
  lineOf: CheckedRevisions['lineOf'],
): [string, StagedFile][] {
  if (blobs.size === 0) return [];
  const digests = digestsIn(Iterator.from(kept).map(lineOf), blobs);
  return [...blobs].filter(([sha256]) => digests.has(sha256));
}

/** Whether a bundle holds no records because it only says something: nobody has to decide on it. */
function isOnlySaid({ purpose, notice }: Manifest, lines: CheckedRevisions['lines']): boolean {
  return lines.length === 0 && (notice !== undefined || ONLY_SAID.includes(purpose));
}

const ONLY_SAID: readonly Purpose[] = ['receipt', 'request', 'recall', 'purge', 'directory', 'invitation'];

/** Ancestors that are neither here nor in the bundle, as many as can be asked for at once. */
function unknownParentsOf({ sqlite }: Vault, lines: CheckedRevisions['lines']): string[] {
  const here = sqlite
    .prepare<[string, string], number>(
      'SELECT 1 FROM revision WHERE id = ? UNION ALL SELECT 1 FROM purged_revision WHERE id = ?',
    )
    .pluck();
  const inside = new Set<string>(lines.map(({ id }) => id));
  const unknown = new Set<string>();
  for (const { parents } of lines) {
    for (const parent of parents) {
      if (unknown.size === PLACE_LIMITS.parents) return [...unknown];
      if (!inside.has(parent) && here.get(parent, parent) === undefined) unknown.add(parent);
    }
  }
  return [...unknown];
}
