/** What long work tells while it runs, and how it learns that it should stop. */
export interface Work {
  /** `done` of `total` units (bytes, records or pages); `what` is a key of the message catalogue. */
  progress(done: number, total: number, what: string): void;
  /** Throws `job.cancelled` once somebody cancelled. Called often; cheap. */
  check(): void;
}

/** For short work and tests: nobody watches, nobody cancels. */
export const unwatched: Work = { progress: () => {}, check: () => {} };
