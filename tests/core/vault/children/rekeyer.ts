/** Gives a vault a new data key and passphrase; says so when it is done. */
import { rekeyVault } from '../../../../core/vault/rekey.ts';

const [folder = '', passphrase = '', newPassphrase = ''] = process.argv.slice(2);
const { left } = await rekeyVault(folder, passphrase, newPassphrase, { workFactor: 4 });
process.stdout.write(`${JSON.stringify({ left })}\n`);
