/** Opens a vault with its raw key, says so, and holds it until its input ends or it is killed. */
import { openVaultWithKey } from '../../../../core/vault/openVault.ts';

const [folder = '', key = ''] = process.argv.slice(2);
try {
  const vault = await openVaultWithKey(folder, Buffer.from(key, 'hex'));
  process.stdout.write('open\n');
  process.stdin.resume().on('end', () => vault.close());
} catch (error) {
  const { code, details } = Object(error);
  process.stdout.write(`${JSON.stringify({ code, details })}\n`);
}
