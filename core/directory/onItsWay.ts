import type { z } from 'zod';
import type { OnItsWay } from '../../contract/directory/directory.ts';
import type { InstallationId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string], z.input<typeof OnItsWay>>(
    `SELECT bundle.id AS bundle, bundle.purpose, bundle.created,
       json_extract(bundle.manifest, '$.sender.name') AS senderName, COUNT(DISTINCT staged_revision.record) AS records
     FROM staged_revision JOIN staged_line USING (bundle, revision) JOIN bundle ON bundle.id = staged_revision.bundle
     WHERE staged_revision.state = 'quarantined' AND json_extract(staged_line.line, '$.author') = ?
     GROUP BY bundle.id
     ORDER BY bundle.created DESC`,
  ),
);

/** Received bundles of which something was put aside here under this installation's key, the latest first. */
export function onItsWay({ vault }: Session, installation: InstallationId): z.input<typeof OnItsWay>[] {
  return statementsOf(vault.sqlite).all(installation);
}
