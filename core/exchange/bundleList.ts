import { z } from 'zod';
import type { BundleEntry as EntrySchema, Standing } from '../../contract/exchange/bundles.ts';
import type { BundleAddressee } from '../../contract/exchange/received.ts';
import { Addressee, Notice } from '../../domain/exchange/manifest.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { AudienceKind } from '../../domain/release/audience.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { allMoments, type Moments } from './bundleMoments.ts';
import { findInstallation, isOwn } from './cards.ts';

export type BundleEntry = z.infer<typeof EntrySchema>;

/** What a list needs of a bundle: manifests name every record inside, and are not read whole for it. */
export interface BundleRow {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly sender: string;
  readonly purpose: string;
  readonly meeting: string | null;
  readonly created: string;
  readonly state: 'sealed' | 'staged' | 'accepted' | 'declined' | 'undone' | 'recalled';
  readonly name: string;
  readonly organisationName: string;
  readonly addressees: string;
  readonly records: number;
  readonly attachments: number;
  /** JSON: what a notice warns of. */
  readonly notice: string | null;
  /** JSON: whom it was meant for, of one sealed here. */
  readonly parties: string | null;
}

const COLUMNS = `id, direction, sender, purpose, meeting, created, state,
  json_extract(manifest, '$.sender.name') AS name,
  json_extract(manifest, '$.sender.organisationName') AS organisationName,
  json_extract(manifest, '$.addressees') AS addressees,
  json_extract(manifest, '$.totals.records') AS records,
  json_extract(manifest, '$.totals.attachments') AS attachments,
  json_extract(manifest, '$.notice') AS notice,
  CASE direction WHEN 'out' THEN json_extract(applied, '$.parties') END AS parties`;

const statementsOf = preparedOnce((sqlite) => ({
  all: sqlite.prepare<[], BundleRow>(`SELECT ${COLUMNS} FROM bundle`),
  sealed: sqlite.prepare<[string], SealedRow>(
    `SELECT ${COLUMNS}, applied, json_extract(manifest, '$.audience.kind') AS audience FROM bundle WHERE id = ? AND direction = 'out'`,
  ),
  waiting: sqlite
    .prepare<[], number>("SELECT COUNT(*) FROM bundle WHERE direction = 'in' AND state = 'staged'")
    .pluck(),
  takeable: sqlite
    .prepare<[], string>("SELECT DISTINCT bundle FROM staged_revision WHERE state IN ('staged', 'declined')")
    .pluck(),
}));

/** All bundles that were sealed or received here, the latest first. */
export function listBundles(vault: Vault): BundleEntry[] {
  const moments = allMoments(vault);
  const { all, takeable } = statementsOf(vault.sqlite);
  const left = new Set(takeable.all());
  const entries = all.all().map((row) => entryOf(vault, row, moments.get(row.id) ?? {}, left.has(row.id)));
  const when = ({ received, created }: BundleEntry) => received ?? created;
  return entries.sort((one, other) => (when(one) < when(other) ? 1 : when(one) > when(other) ? -1 : 0));
}

/** How many bundles nobody has decided on. */
export function countWaiting(vault: Vault): number {
  return statementsOf(vault.sqlite).waiting.get() ?? 0;
}

/** A bundle sealed here. */
export interface SealedRow extends BundleRow {
  /** JSON: what was kept of its sealing. */
  readonly applied: string | null;
  readonly audience: AudienceKind;
}

/** One bundle sealed here, with what was kept of its sealing (JSON); undefined when there is none of this id. */
export function findSealed(vault: Vault, id: string): SealedRow | undefined {
  return statementsOf(vault.sqlite).sealed.get(id);
}

/** @param left something of it can still be taken */
export function entryOf(vault: Vault, row: BundleRow, moments: Moments, left: boolean): BundleEntry {
  const { id, direction, sender, purpose, created, state, records, attachments } = row;
  const known = findInstallation(vault, sender);
  const addressees = addresseesOf(vault, z.array(Addressee).parse(JSON.parse(row.addressees)));
  const parties = z.array(z.string()).parse(JSON.parse(row.parties ?? '[]'));
  const meant = parties.flatMap((party) => findRecord(vault, party)?.title ?? []);
  const meetingTitle = row.meeting === null ? '' : (findRecord(vault, row.meeting)?.title ?? '');
  return {
    bundle: id,
    direction,
    sender: InstallationId.parse(sender),
    senderName: known?.name ?? row.name,
    organisationName: known?.organisationName ?? row.organisationName,
    addressees,
    ...(addressees.length > 0 || meant.length === 0 ? {} : { meant }),
    purpose,
    ...(row.meeting === null ? {} : { meeting: RecordId.parse(row.meeting) }),
    ...(meetingTitle === '' ? {} : { meetingTitle }),
    created,
    ...(moments.opened === undefined ? {} : { received: moments.opened }),
    state,
    standing: standingOf(state, left),
    records,
    attachments,
    ...noticeIn(row.notice),
  };
}

function noticeIn(stored: string | null): Pick<BundleEntry, 'notice'> {
  const notice = stored === null ? undefined : Notice.safeParse(JSON.parse(stored)).data;
  return notice === undefined ? {} : { notice };
}

function standingOf(state: BundleRow['state'], left: boolean): z.infer<typeof Standing> {
  if (state === 'staged') return 'waiting';
  return state === 'accepted' && left ? 'partly' : state;
}

/** To whom a bundle is addressed, as far as they are known here. */
export function addresseesOf(vault: Vault, addressees: readonly Addressee[]): z.infer<typeof BundleAddressee>[] {
  return addressees.map(({ installation, name, organisation }) => {
    const own = isOwn(vault, installation);
    const card = findInstallation(vault, installation);
    const organisationName = own
      ? vault.installation.organisationName
      : (card?.organisationName ?? findRecord(vault, organisation)?.title ?? '');
    return { installation, name: card?.name ?? name, organisationName, own };
  });
}
