import { z } from 'zod';
import type { CouldOpen } from '../../contract/directory/directory.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { type InstallationId, RecordId } from '../../domain/records/ids.ts';
import { isOwn } from '../exchange/cards.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { writtenBy } from './beyond.ts';
import { readDirectory } from './chainRows.ts';
import { nameOf } from './directoryView.ts';

/** Item 2 before item 10. */
const byTitle = new Intl.Collator('en', { numeric: true });

interface Row {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly sender: string;
  readonly senderName: string;
  readonly purpose: string;
  readonly meeting: string | null;
  readonly created: string;
  readonly records: string;
}

/** Bundles that name an installation among their addressees, or that it sealed itself. */
const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string, string], Row>(
    `SELECT id, direction, sender, json_extract(manifest, '$.sender.name') AS senderName, purpose, meeting, created,
       (SELECT json_group_array(key) FROM json_each(manifest, '$.heads')) AS records
     FROM bundle
     WHERE sender = ? OR EXISTS (
       SELECT 1 FROM json_each(manifest, '$.addressees') AS one WHERE json_extract(one.value, '$.installation') = ?)
     ORDER BY created DESC`,
  ),
);

/**
 * What an installation could open, as far as it can be told from here: bundles that were sealed to it or that it
 * sealed, and the records in them and that it wrote. Throws `directory.seat` when nothing of it is known here.
 */
export function couldOpen({ vault }: Session, installation: InstallationId): z.input<typeof CouldOpen> {
  const directory = readDirectory(vault);
  const rows = statementsOf(vault.sqlite).all(installation, installation);
  const wrote = new Set<string>(writtenBy(vault, installation).map(({ revision }) => revision.record));
  const name = nameOf(vault, directory, installation);
  if (rows.length === 0 && wrote.size === 0 && name === installation.slice(0, 8)) {
    throw new AmberdeskError('directory.seat', { installation });
  }
  const counts = new Map<string, number>();
  const bundles = rows.map((row) => {
    const records = z.array(RecordId).parse(JSON.parse(row.records));
    for (const record of records) counts.set(record, (counts.get(record) ?? 0) + 1);
    return {
      bundle: row.id,
      direction: row.direction,
      purpose: row.purpose,
      created: row.created,
      senderName: isOwn(vault, row.sender) ? vault.installation.name : row.senderName,
      ...(row.meeting === null ? {} : { meeting: RecordId.parse(row.meeting) }),
      records: records.length,
    };
  });
  const records = [...new Set([...counts.keys(), ...wrote])].map((id) => {
    const record = findRecord(vault, id);
    return {
      record: RecordId.parse(id),
      kind: record?.kind ?? '',
      title: record?.title ?? '',
      ...(record === undefined ? {} : { label: record.handling.label }),
      bundles: counts.get(id) ?? 0,
      wrote: wrote.has(id),
    };
  });
  return {
    installation,
    name,
    bundles,
    records: records.sort((one, other) => byTitle.compare(one.title, other.title)),
  };
}
