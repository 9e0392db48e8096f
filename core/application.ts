import type { Event, LockReason } from '../contract/events.ts';
import { AmberdeskError, type ErrorCode } from '../domain/errors.ts';
import type { Surroundings } from './context.ts';
import { createFolderKeeper, type FolderKeeper } from './folder/folderKeeper.ts';
import { createJobRunner, type JobRunner } from './jobs/jobRunner.ts';
import type { Session } from './session.ts';
import { isInPlace } from './vault/isInPlace.ts';
import type { Vault } from './vault/vault.ts';

/** The running application: at most one open vault, its jobs, and everybody who listens. Handlers are given one. */
export interface Application {
  readonly surroundings: Surroundings;
  /** Where vaults are kept unless a person says otherwise. */
  readonly vaultsFolder: string;
  readonly jobs: JobRunner;
  /** What lies in the open vault's exchange folder. */
  readonly folder: FolderKeeper;
  /** The open vault in use. Throws `vault.locked` when there is none, `vault.gone` when its folder has disappeared. */
  session(): Session;
  /** The open vault, or undefined. */
  vault(): Vault | undefined;
  /**
   * Runs what opens, closes, replaces or rewraps a vault: one at a time, because keys take a second to derive. Throws
   * `vault.busy` while another is under way.
   */
  exclusively<T>(work: (place: Place) => Promise<T>): Promise<T>;
  /** Ends all jobs, then closes the vault; waits for what runs exclusively. Does nothing when none is open. */
  lock(reason: LockReason): Promise<void>;
  /** Somebody is there. */
  stayAwake(): void;
  /** Milliseconds since somebody was there, or the vault was unlocked; by the steady clock. */
  idle(): number;
  /** The error of a call as it is told: `vault.gone` where that is why, and then the vault is locked. */
  explain(error: AmberdeskError): AmberdeskError;
  announce(event: Event): void;
  subscribe(listener: (event: Event) => void): () => void;
}

/** What may be done with the one open vault, by what runs exclusively. */
export interface Place {
  /** Takes the place of the open vault, which must have been locked. */
  use(vault: Vault): void;
  lock(reason: LockReason): Promise<void>;
}

/** What a vault whose folder has disappeared makes calls end with, according to where they noticed it. */
const OF_GONE: readonly ErrorCode[] = [
  'internal',
  'vault.missing',
  'vault.damaged',
  'vault.readOnly',
  'file.missing',
  'file.unwritable',
];

export function createApplication(surroundings: Surroundings, vaultsFolder: string): Application {
  const listeners = new Set<(event: Event) => void>();
  let session: Session | undefined;
  let exclusive: Promise<unknown> | undefined;
  let locking: Promise<unknown> | undefined;
  let lastInput = surroundings.steadyNow();

  const announce = (event: Event): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const current = (): Session => {
    if (session === undefined) throw new AmberdeskError('vault.locked');
    if (!isInPlace(session.vault)) throw gone(session.vault);
    return session;
  };
  const jobs = createJobRunner(() => current().vault, announce);

  const place: Place = {
    use(vault) {
      session = { vault, surroundings, announce };
      lastInput = surroundings.steadyNow();
      announce({ event: 'vaultUnlocked' });
    },
    async lock(reason) {
      if (session === undefined) return;
      const { vault } = session;
      await jobs.close();
      session = undefined;
      try {
        vault.close();
      } catch (error) {
        // What cannot be closed because its disk is gone is closed all the same.
        if (reason !== 'gone') throw error;
      } finally {
        vault.key.fill(0);
        announce({ event: 'vaultLocked', reason });
      }
    },
  };

  /** Locks soon, outside of the call that noticed. */
  function gone(vault: Vault): AmberdeskError {
    setImmediate(() => {
      if (session?.vault === vault) void lock('gone');
    });
    return new AmberdeskError('vault.gone', { folder: vault.folder });
  }

  async function exclusively<T>(work: (place: Place) => Promise<T>): Promise<T> {
    while (locking !== undefined) await locking;
    if (exclusive !== undefined) throw new AmberdeskError('vault.busy');
    const working = work(place);
    exclusive = working.catch(() => {});
    try {
      return await working;
    } finally {
      exclusive = undefined;
    }
  }

  async function lock(reason: LockReason): Promise<void> {
    // What runs exclusively may be waiting for a job.
    await jobs.close();
    while (exclusive !== undefined || locking !== undefined) await (exclusive ?? locking);
    const working = place.lock(reason);
    locking = working.catch(() => {});
    try {
      await working;
    } finally {
      locking = undefined;
    }
  }

  return {
    surroundings,
    vaultsFolder,
    jobs,
    folder: createFolderKeeper(() => session?.vault, announce),
    session: current,
    vault: () => session?.vault,
    exclusively,
    lock,
    stayAwake() {
      lastInput = surroundings.steadyNow();
    },
    idle: () => surroundings.steadyNow() - lastInput,
    explain(error) {
      if (session === undefined || !OF_GONE.includes(error.code) || isInPlace(session.vault)) return error;
      return gone(session.vault);
    },
    announce,
    subscribe(listener) {
      const own = (event: Event) => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
