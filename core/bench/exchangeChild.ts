/**
 * Seals or opens a bundle in a process of its own, so that its memory can be told. Arguments: `seal`, the vault's
 * folder, its data key, the file to write, the addressees' ids; or `open`, folder, key, the bundle, which is accepted
 * too. Writes one line of JSON: milliseconds, the records that changed, and the highest resident memory in MiB.
 */
import { InstallationId } from '../../domain/records/ids.ts';
import { realSurroundings } from '../context.ts';
import { acceptBundle } from '../exchange/acceptBundle.ts';
import { openBundle } from '../exchange/openBundle.ts';
import { sealBundle } from '../exchange/sealBundle.ts';
import { unwatched } from '../jobs/work.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { openVaultWithKey } from '../vault/openVault.ts';

const [what, folder = '', key = '', file = '', ...addressees] = process.argv.slice(2);
const vault = await openVaultWithKey(folder, Buffer.from(key, 'hex'));
const session: Session = { vault, surroundings: realSurroundings, announce: () => {} };

const started = performance.now();
let records = 0;
if (what === 'seal') {
  const { release } = releaseFor(session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  await sealBundle(unwatched, session, {
    release,
    addressees: addressees.map((id) => InstallationId.parse(id)),
    purpose: 'dossier',
    file,
  });
} else {
  const { bundle } = await openBundle(unwatched, session, file);
  records = (await acceptBundle(session, bundle)).changed.length;
}
const milliseconds = performance.now() - started;
process.stdout.write(`${JSON.stringify({ milliseconds, records, rss: process.resourceUsage().maxRSS / 1024 })}\n`);
vault.close();
