import type { Event } from '../contract/events.ts';
import { AmberdeskError } from '../domain/errors.ts';
import type { Surroundings } from './context.ts';
import { createJobRunner, type JobRunner } from './jobs/jobRunner.ts';
import type { Session } from './session.ts';
import type { Vault } from './vault/vault.ts';

/** The running application: at most one open vault, its jobs, and everybody who listens. Handlers are given one. */
export interface Application {
  readonly surroundings: Surroundings;
  readonly jobs: JobRunner;
  /** The open vault in use. Throws `vault.locked` when there is none. */
  session(): Session;
  /** The open vault, or undefined. */
  vault(): Vault | undefined;
  /** Takes the place of the open vault, which is locked first. */
  use(vault: Vault): void;
  /** Ends all jobs, then closes the vault. */
  lock(): Promise<void>;
  announce(event: Event): void;
  subscribe(listener: (event: Event) => void): () => void;
}

export function createApplication(surroundings: Surroundings): Application {
  const listeners = new Set<(event: Event) => void>();
  let session: Session | undefined;

  const announce = (event: Event): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const current = (): Session => {
    if (session === undefined) throw new AmberdeskError('vault.locked');
    return session;
  };
  const jobs = createJobRunner(() => current().vault, announce);

  return {
    surroundings,
    jobs,
    session: current,
    vault: () => session?.vault,
    use(vault) {
      session = { vault, surroundings, announce };
      announce({ event: 'vaultUnlocked' });
    },
    async lock() {
      if (session === undefined) return;
      const { vault } = session;
      await jobs.close();
      session = undefined;
      vault.close();
      announce({ event: 'vaultLocked' });
    },
    announce,
    subscribe(listener) {
      const own = (event: Event) => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
