/** A worker thread that backs up the vault which the main thread has open; says the backup's name. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { backupVault } from '../../../../core/vault/backups.ts';
import { attachVault } from '../../../../core/vault/openVault.ts';

const Order = z.object({ folder: z.string(), key: z.instanceof(Uint8Array), copySource: z.number() });
const { folder, key, copySource } = Order.parse(workerData);
const vault = attachVault(folder, key, { copySource });
parentPort?.postMessage(backupVault(vault).name);
vault.close();
