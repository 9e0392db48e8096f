/** Restores a backup; says so when it is done. */
import { restoreVault } from '../../../../core/vault/restoreVault.ts';

const [folder = '', backup = '', passphrase = ''] = process.argv.slice(2);
const { vault, replaced } = await restoreVault(folder, backup, passphrase);
vault.close();
process.stdout.write(`${JSON.stringify({ replaced })}\n`);
