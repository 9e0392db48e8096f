import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { BundleEntry as EntrySchema, Standing } from '../../contract/exchange/bundles.ts';
import type { BundleAddressee } from '../../contract/exchange/received.ts';
import { Manifest } from '../../domain/exchange/manifest.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { bundle as bundleTable } from '../../drizzle/schema.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { allMoments, type Moments } from './bundleMoments.ts';
import { findInstallation, isOwn } from './cards.ts';

export type BundleEntry = z.infer<typeof EntrySchema>;
export type BundleRow = typeof bundleTable.$inferSelect;

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[], { bundle: string; state: string; count: number }>(
    'SELECT bundle, state, COUNT(*) AS count FROM staged_revision GROUP BY bundle, state',
  ),
);

/** All bundles that were sealed or received here, the latest first. */
export function listBundles(vault: Vault): BundleEntry[] {
  const moments = allMoments(vault);
  const left = new Set<string>();
  for (const { bundle, state } of statementsOf(vault.sqlite).all()) {
    if (state === 'staged' || state === 'declined') left.add(bundle);
  }
  const rows = vault.orm.select().from(bundleTable).all();
  const entries = rows.map((row) => entryOf(vault, row, moments.get(row.id) ?? {}, left.has(row.id)));
  const when = ({ received, created }: BundleEntry) => received ?? created;
  return entries.sort((one, other) => (when(one) < when(other) ? 1 : when(one) > when(other) ? -1 : 0));
}

/** One bundle sealed here; undefined when there is none of this id. */
export function findSealed(vault: Vault, id: string): BundleRow | undefined {
  const row = vault.orm.select().from(bundleTable).where(eq(bundleTable.id, id)).get();
  return row?.direction === 'out' ? row : undefined;
}

/** @param left something of it can still be taken */
export function entryOf(vault: Vault, row: BundleRow, moments: Moments, left: boolean): BundleEntry {
  const { id, direction, sender, purpose, created, state } = row;
  const manifest = Manifest.parse(row.manifest);
  const known = findInstallation(vault, sender);
  const meetingTitle = row.meeting === null ? '' : (findRecord(vault, row.meeting)?.title ?? '');
  const received = moments.opened;
  return {
    bundle: id,
    direction,
    sender: InstallationId.parse(sender),
    senderName: known?.name ?? manifest.sender.name,
    organisationName: known?.organisationName ?? manifest.sender.organisationName,
    addressees: addresseesOf(vault, manifest),
    purpose,
    ...(row.meeting === null ? {} : { meeting: RecordId.parse(row.meeting) }),
    ...(meetingTitle === '' ? {} : { meetingTitle }),
    created,
    ...(received === undefined ? {} : { received }),
    state,
    standing: standingOf(state, left),
    records: manifest.totals.records,
    attachments: manifest.totals.attachments,
  };
}

function standingOf(state: BundleRow['state'], left: boolean): z.infer<typeof Standing> {
  if (state === 'staged') return 'waiting';
  return state === 'accepted' && left ? 'partly' : state;
}

/** To whom a manifest is addressed, as far as they are known here. */
export function addresseesOf(vault: Vault, { addressees }: Manifest): z.infer<typeof BundleAddressee>[] {
  return addressees.map(({ installation, name, organisation }) => {
    const own = isOwn(vault, installation);
    const card = findInstallation(vault, installation);
    const organisationName = own
      ? vault.installation.organisationName
      : (card?.organisationName ?? findRecord(vault, organisation)?.title ?? '');
    return { installation, name: card?.name ?? name, organisationName, own };
  });
}
