import { statSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Surroundings } from '../context.ts';
import { errorOf } from '../jobs/systemFault.ts';
import {
  addKeys,
  type BackupReason,
  backupVault,
  databaseIn,
  dropUnfinished,
  freeBackupName,
  keepRotating,
} from './backups.ts';
import { COPY_ATTEMPTS, logIsEmpty, writeLogBack } from './copyDatabase.ts';
import { COPY_STATE, type Copied, type CopyOrder } from './copyMessages.ts';
import { openDatabase } from './database.ts';
import { onDisk } from './diskErrors.ts';
import { vaultPaths } from './folder.ts';
import type { Vault } from './vault.ts';

interface Options {
  readonly surroundings: Surroundings;
  readonly reason: BackupReason;
  /** Databases of fewer bytes are copied before anything else: that takes less time than a thread to start. */
  readonly atLeast?: number;
}

const LARGE = 32 * 1024 * 1024;
/** The worker beside this file: `.ts` when run from source, `.js` when built. */
const WORKER = new URL(`./copyWorker${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * Changes the vault in one transaction before which it is backed up, as `backupVault` does. A large database is copied by a
 * thread of its own while the change is worked out: nobody else writes meanwhile, and a reader that needs nothing of the
 * write-ahead log keeps everybody from copying the log into the database's file, so that the file stays what it was. The
 * change is committed when the backup is whole, on the disk and under its name; what the change throws leaves none. Must not be
 * called inside a transaction. Throws `vault.full`, `vault.readOnly`.
 */
export function changeAfterBackup<T>(vault: Vault, options: Options, change: () => T): T {
  const { database } = vaultPaths(vault.folder);
  const { surroundings, reason, atLeast = LARGE } = options;
  const isLarge = vault.copySource !== undefined && statSync(database).size >= atLeast;
  for (let attempt = 0; isLarge && attempt < COPY_ATTEMPTS && writeLogBack(vault.sqlite); attempt += 1) {
    const changed = beside(vault, options, change);
    if (changed !== undefined) return changed.result;
  }
  backupVault(vault, { surroundings, reason });
  return vault.sqlite.transaction(change).immediate();
}

/** Undefined when somebody wrote before the transaction began, so that the file alone is not the whole truth. */
function beside<T>(vault: Vault, { surroundings, reason }: Options, change: () => T): { result: T } | undefined {
  const paths = vaultPaths(vault.folder);
  const reader = openDatabase(paths.database, vault.key, { readonly: true, mustExist: true });
  try {
    return vault.sqlite
      .transaction(() => {
        reader.sqlite.exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
        if (!logIsEmpty(`${paths.database}-wal`)) return undefined;
        const now = surroundings.now();
        const path = join(paths.backups, freeBackupName(paths.backups, now, reason));
        const copy = onDisk('backups', () => startCopy(vault.copySource ?? -1, databaseIn(path)));
        try {
          const result = change();
          onDisk('backups', () => {
            addKeys(paths, path, copy.wait());
            keepRotating(paths, path, now);
          });
          return { result };
        } catch (error) {
          copy.stop();
          dropUnfinished(path);
          throw error;
        }
      })
      .immediate();
  } finally {
    reader.sqlite.close();
  }
}

interface Copy {
  /** Waits for its end. Gives the SHA-256; throws what the system said. */
  wait(): string;
  /** Ends it, unless it has ended, and waits until it has. */
  stop(): void;
}

/** A thread that does not go on for so long, in milliseconds, has died. */
const PATIENCE = 60_000;

function startCopy(source: number, to: string): Copy {
  const state = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const { port1: ours, port2: port } = new MessageChannel();
  const order: CopyOrder = { source, to, state, port };
  const worker = new Worker(WORKER, {
    workerData: order,
    transferList: [port],
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  // What goes wrong is told by its silence: nobody hears an event while a transaction is under way.
  worker.on('error', () => {});
  ours.unref();
  worker.unref();

  /** Waits until the thread has said its last word; undefined when it has died. */
  function lastWord(): Copied | undefined {
    while (Atomics.load(state, COPY_STATE.ended) === 0) {
      const pieces = Atomics.load(state, COPY_STATE.pieces);
      if (Atomics.load(state, COPY_STATE.ended) === 1) break;
      if (Atomics.wait(state, COPY_STATE.pieces, pieces, PATIENCE) === 'timed-out') return undefined;
    }
    const received = receiveMessageOnPort(ours);
    ours.close();
    const said: Copied | undefined = received?.message;
    return said;
  }

  return {
    wait() {
      const said = lastWord();
      if (said === undefined) throw new AmberdeskError('internal', ['copy worker']);
      if ('digest' in said) return said.digest;
      throw errorOf(said.fault);
    },
    stop() {
      Atomics.store(state, COPY_STATE.stop, 1);
      lastWord();
    },
  };
}
