import { eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import {
  type Addressee,
  BUNDLE_FORMAT,
  type Manifest,
  manifestAudience,
  Notice,
  type Place,
  type PlanNews,
  type Purpose,
} from '../../domain/exchange/manifest.ts';
import type { Recall, Requests } from '../../domain/exchange/receipts.ts';
import { VOLUMES } from '../../domain/exchange/volumes.ts';
import type { ToldPlan } from '../../domain/meetings/told.ts';
import { headsOf } from '../../domain/records/history.ts';
import { type InstallationId, RecordId, RevisionId } from '../../domain/records/ids.ts';
import { canonicalJson, type JsonObject } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Explanation } from '../../domain/release/explain.ts';
import { type BundleAudience, isOutside, type ReleasedRevision } from '../../domain/release/material.ts';
import { assertRelease, audienceOf, isReleasedOutside, type Release } from '../../domain/release/release.ts';
import { bundlePlace, bundle as bundleTable, recall as recallTable } from '../../drizzle/schema.ts';
import { auditBundle } from '../audit/auditBundle.ts';
import { minuteOf } from '../context.ts';
import { dayOf } from '../directory/bounds.ts';
import { directoryFor } from '../directory/receiveDirectory.ts';
import { noteKnown } from '../folder/knownFiles.ts';
import type { Work } from '../jobs/work.ts';
import { purgesFor } from '../purge/passOn.ts';
import { dropSent, keepSent } from '../purge/purgeRows.ts';
import { keepSaid, unsay } from '../receipts/keepWords.ts';
import { receiptsFor } from '../receipts/owed.ts';
import { keepRecall } from '../receipts/recalls.ts';
import { answer } from '../receipts/requests.ts';
import { keepContent } from '../receipts/sealedContent.ts';
import { readCircle } from '../records/circle.ts';
import { requireDecided } from '../release/mentions.ts';
import type { Session } from '../session.ts';
import { readSigningKey } from '../vault/installation.ts';
import { appendJournal } from '../vault/journal.ts';
import { requirePassphrase } from '../vault/keys.ts';
import type { Vault } from '../vault/vault.ts';
import { findAddressees } from './addressees.ts';
import { sealHeader } from './ageHeader.ts';
import {
  blobName,
  copyName,
  fileKind,
  MANIFEST,
  README,
  RECORDS,
  replyName,
  SIGNATURE,
  SUMS,
  writeSums,
} from './bundleFiles.ts';
import type { KnownInstallation } from './cards.ts';
import { carriedCards } from './carriedCards.ts';
import { networkOf } from './checkManifest.ts';
import { issueRevisions } from './issueRevisions.ts';
import { keepPlace, nextPlace, sealPlace } from './places.ts';
import type { ReadableFile } from './readableCopies.ts';
import { README_TEXT } from './readme.ts';
import { keptManifest } from './receivedBundle.ts';
import { packRecords, sha256Hex } from './recordLines.ts';
import { keptDetails } from './sealedDetails.ts';
import { signSsh } from './sshsig.ts';
import { type ArchiveFile, archivePieces } from './writeArchive.ts';
import { writeBundle } from './writeBundle.ts';

/** What is sealed, for whom, and where to. */
export interface SealRequest {
  /** The only source of content. */
  readonly release: Release<BundleAudience>;
  /** Installations whose cards are verified here; empty with a passphrase. */
  readonly addressees: readonly InstallationId[];
  /** Seals under a passphrase instead, for a body without an installation. */
  readonly passphrase?: string;
  readonly purpose: Purpose;
  readonly meeting?: RecordId;
  /** What the gate said, to be kept with the bundle. */
  readonly explanation?: Explanation;
  /** Where the bundle is written; nothing may be there yet. */
  readonly file: string;
  /** Cuts the bundle into volumes of so many bytes where it is larger; at least `VOLUMES.least`. */
  readonly volumeBytes?: number;
  /** Readable copies for `print/` and forms for `reply/`, made from the same release: `name` like `agenda.pdf`. */
  readonly copies?: readonly ReadableFile[];
  readonly replies?: readonly ReadableFile[];
  /** The bundle's id, where what is in it tells it; else it is drawn. */
  readonly bundle?: string;
  /** log2 of scrypt's N for a passphrase; 18 unless told, and never more. */
  readonly workFactor?: number;
  /** What changed in plans, and the plans as this bundle tells of them. */
  readonly told?: { readonly news: readonly PlanNews[]; readonly plans: readonly ToldPlan[] };
  /** What a notice warns of. It may then hold no records. */
  readonly notice?: Notice | undefined;
  /** What is said besides records. */
  readonly words?: SealedWords;
}

/** What a bundle says besides records: it may then hold none. */
export interface SealedWords {
  /** The network, for who was sent something of it and took nothing yet. */
  readonly network?: string;
  /** What is asked of the addressees. */
  readonly requests?: Requests;
  /** Bundles that these addressees are asked to withdraw. */
  readonly recalls?: readonly Recall[];
  /** It holds all that the addressees may have of what they lack, and so answers what they asked for. */
  readonly answers?: boolean;
}

export interface SealedBundle {
  readonly bundle: string;
  /** SHA-256 of the manifest. */
  readonly digest: string;
  readonly revisions: number;
  readonly attachments: number;
  /** Size of the sealed file, or of its volumes together. */
  readonly bytes: number;
  /** What was written, in order: the file, or its volumes. */
  readonly files: readonly string[];
}

/**
 * Seals a release into a bundle file (docs/bundle-format.md), in one pass and constant memory, and notes it in the
 * vault. Where the release is for a body outside the board, its records are issued anew under this installation's
 * signature. Before anything is written, the archive is read as its recipients will read it (`auditBundle`).
 *
 * Throws `notice.wordless`, `notice.membersOnly`, `release.unreleased`, `release.undecided`, `release.audit`, `release.unread`, `release.withheld` (nothing to seal), `bundle.recipients`, `card.unverified`,
 * `vault.weakPassphrase`, `file.exists`, `file.unwritable`, `vault.full`, `bundle.tooLarge`, `bundle.volumesTooMany`, `job.cancelled`. On any
 * failure nothing is left, neither at the destination nor in the vault.
 */
export async function sealBundle(work: Work, session: Session, request: SealRequest): Promise<SealedBundle> {
  assertRelease(request.release);
  const { vault, surroundings } = session;
  requireDecided(session, request.release, 'bundle');
  const audience = audienceOf(request.release);
  const notice = noticeIn(request, audience);
  const circle = readCircle(vault);
  const { passphrase } = request;
  const addressees =
    passphrase !== undefined && request.addressees.length === 0
      ? []
      : findAddressees(vault, request.addressees, audience, circle, dayOf(surroundings.now()), {
          recordless: isRecordless(request),
        });
  if (passphrase !== undefined && addressees.length > 0) {
    throw new AmberdeskError('bundle.recipients', { why: 'passphraseAndAddressees' });
  }
  const network = networkOf(vault) ?? request.words?.network;
  if (network === undefined) throw new AmberdeskError('bundle.recipients', { why: 'noNetwork' });
  const revisions = isReleasedOutside(request.release)
    ? issueRevisions(session, request.release, circle)
    : request.release.revisions;
  const copies = request.copies ?? [];
  if (revisions.length === 0 && copies.length === 0 && notice === undefined && !isRecordless(request)) {
    throw new AmberdeskError('release.withheld');
  }

  const id = request.bundle ?? surroundings.randomId();
  const created = minuteOf(surroundings.now());
  const { words = {}, told: { news, plans } = { news: [], plans: [] } } = request;
  const purges = isOutside(audience.kind) ? [] : purgesFor(vault, addressees, circle);
  const places = addressees.map((addressee) => ({ addressee, place: placeFor(vault, id, addressee, words) }));
  const packed = await packRecords(revisions.map(({ line }) => line));
  const attachments = attachmentsOf(vault, request.release);
  const content: ArchiveFile[] = [
    fileOf(README, Buffer.from(README_TEXT, 'utf8')),
    fileOf(RECORDS, packed.bytes),
    ...attachments,
    ...copies.map((copy) => readableFile('copy', copyName(copy.name), copy)),
    ...(request.replies ?? []).map((form) => readableFile('reply', replyName(form.name), form)),
  ];
  const digests = new Map<string, string>();
  for (const file of content) {
    const kind = fileKind(file.name);
    if (kind?.is === 'blob') digests.set(file.name, kind.sha256);
    else if ('bytes' in file) digests.set(file.name, sha256Hex(file.bytes));
  }
  const sums = writeSums(digests);
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    reader: BUNDLE_FORMAT,
    bundle: id,
    network: RecordId.parse(network),
    sender: senderOf(vault),
    addressees: await Promise.all(places.map(({ addressee, place }) => addresseeOf(addressee, place))),
    audience: manifestAudience(audience),
    purpose: request.purpose,
    meeting: meetingOf(request, audience, revisions),
    created,
    heads: headsByRecord(revisions),
    totals: {
      files: content.length,
      bytes: content.reduce((sum, { size }) => sum + size, 0),
      records: new Set(revisions.map(({ revision }) => revision.record)).size,
      revisions: revisions.length,
      recordBytes: packed.recordBytes,
      attachments: content.filter(({ name }) => fileKind(name)?.is === 'blob').length,
    },
    sums: sha256Hex(sums),
    cards: isOutside(audience.kind) ? [] : carriedCards(session, authorsOf(revisions, request.purpose)),
    ...(isOutside(audience.kind) ? {} : directoryFor(vault, addressees)),
    ...(words.recalls === undefined ? {} : { recalls: [...words.recalls] }),
    ...(purges.length === 0 ? {} : { purges: purges.map(({ act }) => act) }),
    ...(notice === undefined ? {} : { notice }),
    ...(news.length === 0 ? {} : { news: [...news] }),
  };
  const manifestBytes = Buffer.from(canonicalJson(asJson(manifest)), 'utf8');
  const signature = signSsh(readSigningKey(vault), 'amberdesk-bundle', manifestBytes);
  const digest = sha256Hex(manifestBytes);
  const files = [
    fileOf(MANIFEST, manifestBytes),
    fileOf(SIGNATURE, Buffer.from(signature, 'latin1')),
    fileOf(SUMS, Buffer.from(sums, 'latin1')),
    ...content,
  ];
  const modified = new Date(created);
  const archive = archivePieces(files, modified.getTime() / 1000);
  const { audited } = await auditBundle(session, request.release, archive, manifest);
  work.check();
  const header =
    passphrase === undefined
      ? await sealHeader({ recipients: addressees.map(({ ageRecipient }) => ageRecipient) })
      : await sealHeader({
          passphrase: requirePassphrase(passphrase),
          ...(request.workFactor === undefined ? {} : { workFactor: request.workFactor }),
        });
  const stored = keptManifest(manifestBytes);
  const destination = {
    file: request.file,
    ...(request.volumeBytes === undefined ? {} : { volumeBytes: Math.max(VOLUMES.least, request.volumeBytes) }),
  };
  const isMembers = !isOutside(audience.kind) && addressees.length > 0;
  const written = await writeBundle(work, destination, header, files, modified, {
    note: ({ bytes, mark }) =>
      noteSealed(
        session,
        { stored, kept: keptDetails(request.explanation, bytes, audience, plans), mark, audited },
        manifest,
        digest,
        places,
        () => {
          if (isMembers) keepSealed(vault, manifest, revisions, attachments, request.release);
          if (words.answers === true) for (const { addressee } of places) answer(vault, addressee.installation, id);
          for (const purge of purges) keepSent(vault, purge.id, id);
          for (const recall of words.recalls ?? []) keepRecall(vault, vault.installation.id, recall, manifest);
        },
      ),
    takeBack: () => takeBack(session, id),
  });
  session.announce({ event: 'bundlesChanged' });
  return { bundle: id, digest, revisions: revisions.length, attachments: manifest.totals.attachments, ...written };
}

/** The words of a notice. Throws `notice.wordless`, and `notice.membersOnly` where somebody outside the board would read them. */
function noticeIn({ notice, purpose }: SealRequest, audience: Audience): Notice | undefined {
  if (notice === undefined) return undefined;
  const read = Notice.safeParse(notice);
  if (!read.success || purpose !== 'notice' || notice.says.trim() === '') throw new AmberdeskError('notice.wordless');
  if (isOutside(audience.kind)) throw new AmberdeskError('notice.membersOnly');
  return read.data;
}

function senderOf({ installation }: Vault): Manifest['sender'] {
  const { id, name, organisation, organisationName, seat, role } = installation;
  return { installation: id, name, organisation, organisationName, seat, role };
}

async function addresseeOf(known: KnownInstallation, place: Place): Promise<Addressee> {
  const { installation, name, organisation, ageRecipient } = known;
  return { installation, name, organisation, place: await sealPlace(ageRecipient, place) };
}

/** Purposes of bundles that need no records, because they say something. */
const WITHOUT_RECORDS: readonly Purpose[] = ['receipt', 'request', 'recall', 'purge', 'directory', 'invitation'];

function isRecordless({ purpose, release, copies = [] }: SealRequest): boolean {
  const { revisions, fresh } = release;
  return WITHOUT_RECORDS.includes(purpose) && revisions.length === 0 && fresh.length === 0 && copies.length === 0;
}

/** The addressee's place, with the receipts that are due to it and what is asked of it. */
function placeFor(vault: Vault, id: string, { installation }: KnownInstallation, { requests }: SealedWords): Place {
  const { receipts } = receiptsFor(vault, installation);
  return {
    ...nextPlace(vault, id, installation),
    ...(receipts.length === 0 ? {} : { receipts: [...receipts] }),
    ...(requests === undefined ? {} : { requests }),
  };
}

/** Notes what the addressees get, so that it can be left out once they say that they have it. */
function keepSealed(
  vault: Vault,
  { sums }: Manifest,
  revisions: readonly ReleasedRevision[],
  attachments: readonly ArchiveFile[],
  release: Release,
): void {
  const inside = new Set(attachments.map(({ name }) => name));
  const named = release.attachments.map(({ sha256 }) => sha256);
  const absent = named.filter((sha256) => !inside.has(blobName(sha256)));
  const present = named.filter((sha256) => inside.has(blobName(sha256)));
  keepContent(vault, sums, revisions, present, absent);
}

function fileOf(name: string, bytes: Uint8Array): ArchiveFile {
  return { name, size: bytes.length, bytes };
}

function attachmentsOf(vault: Vault, release: Release): ArchiveFile[] {
  const seen = new Set<string>();
  return release.attachments.flatMap(({ sha256 }) => {
    if (seen.has(sha256)) return [];
    seen.add(sha256);
    const stored = vault.blobs.locate(sha256);
    // An attachment that never arrived here cannot be passed on; the record that names it can.
    if (stored === undefined) return [];
    return [{ name: blobName(sha256), size: stored.size, sealed: stored.path, key: stored.key }];
  });
}

function readableFile(is: 'copy' | 'reply', name: string, { bytes }: ReadableFile): ArchiveFile {
  if (fileKind(name)?.is !== is) throw new AmberdeskError('input.invalid', { [is]: name });
  return fileOf(name, bytes);
}

/** For those outside, the meeting goes under the id that it was issued with, and only if it goes at all. */
function meetingOf(request: SealRequest, audience: Audience, revisions: readonly ReleasedRevision[]): RecordId | null {
  if (!isOutside(audience.kind)) return request.meeting ?? null;
  const meetings = revisions.filter(({ revision }) => revision.kind === 'meeting');
  const [only] = meetings;
  return request.meeting !== undefined && meetings.length === 1 && only !== undefined ? only.revision.record : null;
}

function headsByRecord(revisions: readonly ReleasedRevision[]): Manifest['heads'] {
  const byRecord = new Map<RecordId, { id: string; parents: readonly string[] }[]>();
  for (const { revision } of revisions) {
    const known = byRecord.get(revision.record) ?? [];
    known.push(revision);
    byRecord.set(revision.record, known);
  }
  return Object.fromEntries(
    [...byRecord].map(([record, versions]) => [record, headsOf(versions).map((id) => RevisionId.parse(id))]),
  );
}

/** Whose cards go with what is inside; everybody's for who joins. */
function authorsOf(revisions: readonly ReleasedRevision[], purpose: Purpose): ReadonlySet<string> | 'everybody' {
  if (purpose === 'invitation' || purpose === 'directory') return 'everybody';
  return new Set(revisions.map(({ revision }) => revision.author));
}

/** Notes what was sealed, in one transaction. */
function noteSealed(
  { vault, surroundings }: Session,
  {
    stored,
    kept,
    mark,
    audited,
  }: { readonly stored: JsonObject; readonly kept: JsonObject; readonly mark: string; readonly audited: number },
  manifest: Manifest,
  digest: string,
  places: readonly { readonly addressee: KnownInstallation; readonly place: Place }[],
  more: () => void,
): void {
  const { bundle: id, purpose, meeting, created, audience, totals } = manifest;
  vault.sqlite
    .transaction(() => {
      vault.orm
        .insert(bundleTable)
        .values({
          id,
          direction: 'out',
          digest,
          sender: vault.installation.id,
          purpose,
          meeting,
          created,
          state: 'sealed',
          manifest: stored,
          applied: kept,
        })
        .run();
      noteKnown(vault, surroundings.now(), mark, 'sealed');
      for (const { addressee, place } of places) {
        keepPlace(vault, addressee.installation, place);
        keepSaid(vault, addressee.installation, place, created);
      }
      more();
      appendJournal(vault, surroundings.now(), 'bundle.sealed', {
        bundle: id,
        digest,
        purpose,
        audience: audience.kind,
        addressees: places.map(({ addressee }) => addressee.installation),
        revisions: totals.revisions,
        attachments: totals.attachments,
        audited,
      });
    })
    .immediate();
}

/** The file could not be put in its place after all: the number is free again, and the journal says so. */
function takeBack({ vault, surroundings }: Session, id: string): void {
  vault.sqlite
    .transaction(() => {
      vault.orm.delete(bundleTable).where(eq(bundleTable.id, id)).run();
      vault.orm.delete(bundlePlace).where(eq(bundlePlace.bundle, id)).run();
      vault.orm.delete(recallTable).where(eq(recallTable.carrier, id)).run();
      unsay(vault, id);
      dropSent(vault, id);
      appendJournal(vault, surroundings.now(), 'bundle.notWritten', { bundle: id });
    })
    .immediate();
}
