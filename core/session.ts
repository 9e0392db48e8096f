import type { Event } from '../contract/events.ts';
import type { Surroundings } from './context.ts';
import type { Vault } from './vault/vault.ts';

/** One unlocked vault in use: what everything that changes records is given. */
export interface Session {
  readonly vault: Vault;
  readonly surroundings: Surroundings;
  /** Tells every window. Called after the change is committed, so that a view that reads again sees it. */
  announce(event: Event): void;
}
