import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { Addressee, ManifestAudience } from '../../domain/exchange/manifest.ts';
import type { InstallationId } from '../../domain/records/ids.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

interface Stored {
  readonly digest: string;
  readonly audience: string;
  readonly addressees: string;
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string, string], Stored>(
    `SELECT digest, json_extract(manifest, '$.audience') AS audience, json_extract(manifest, '$.addressees') AS addressees
     FROM bundle WHERE id = ? AND direction = 'out' AND sender = ?`,
  ),
);

/** A bundle that this installation sealed: its digest, for whom, and to whom. Throws `bundle.missing`. */
export function findSent(
  { sqlite, installation }: Vault,
  bundle: string,
): { digest: string; audience: z.infer<typeof ManifestAudience>['kind']; addressees: InstallationId[] } {
  const row = statementsOf(sqlite).get(bundle, installation.id);
  if (row === undefined) throw new AmberdeskError('bundle.missing', { bundle });
  const addressees = z.array(Addressee).parse(JSON.parse(row.addressees));
  return {
    digest: row.digest,
    audience: ManifestAudience.parse(JSON.parse(row.audience)).kind,
    addressees: addressees.map(({ installation: id }) => id),
  };
}
