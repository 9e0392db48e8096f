import type { Answer } from './call.ts';
import type { Event } from './events.ts';

/**
 * How calls reach the application: in process, over loopback HTTP, over Electron's IPC. Every transport passes the
 * acceptance suite in `tests/contract`.
 */
export interface Transport {
  /** `name` is `feature.call`, such as `records.read`. Never rejects: what goes wrong is an answer. */
  call(name: string, input: unknown): Promise<Answer>;
  /** Events from now on; the function that is given back ends it. */
  subscribe(listener: (event: Event) => void): () => void;
}
