/**
 * Seals onto, or opens a bundle in a vault that lies on, a disk that is too small. Writes one line of JSON: the code it
 * ended with, and whether everything was left as it was. Arguments: what, the disk, the vault's folder, its data key,
 * and the bundle to open.
 */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { realSurroundings } from '../../../../core/context.ts';
import { openBundle } from '../../../../core/exchange/openBundle.ts';
import { sealBundle } from '../../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../../core/jobs/work.ts';
import { releaseFor } from '../../../../core/release/releaseFor.ts';
import type { Session } from '../../../../core/session.ts';
import { openVaultWithKey } from '../../../../core/vault/openVault.ts';
import { vaultContent } from '../vaultContent.ts';

const [what = '', disk = '', folder = '', key = '', bundle = ''] = process.argv.slice(2);
const onDisk = join(disk, 'Vault.amberdesk');
if (what === 'open') cpSync(folder, onDisk, { recursive: true });
const vault = await openVaultWithKey(what === 'open' ? onDisk : folder, Buffer.from(key, 'hex'));
const session: Session = { vault, surroundings: realSurroundings, announce: () => {} };

async function attempt(): Promise<unknown> {
  if (what === 'open') return openBundle(unwatched, session, bundle);
  const { release } = releaseFor(session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const request = { release, addressees: [], passphrase: 'a quiet river at dawn', workFactor: 4 };
  return sealBundle(unwatched, session, { ...request, purpose: 'dossier', file: join(disk, 'Dossier.amber') });
}

const before = { content: vaultContent(vault), names: readdirSync(disk) };
let code = 'none';
try {
  await attempt();
} catch (error) {
  code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
const after = { content: vaultContent(vault), names: readdirSync(disk) };
process.stdout.write(`${JSON.stringify({ code, unchanged: isDeepStrictEqual(before, after) })}\n`);
vault.close();
