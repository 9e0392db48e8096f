import { create } from 'zustand';
import type { Event } from '../../contract/events.ts';

/** Long work that is under way. */
export interface RunningJob {
  readonly job: string;
  readonly work: string;
  readonly done: number;
  readonly total: number;
  /** What is being done: a key of the catalogue of works. */
  readonly what: string;
  /** Milliseconds, by the window's clock. */
  readonly started: number;
}

interface JobsState {
  readonly jobs: readonly RunningJob[];
  follow(event: Event): void;
  /** Those that were under way before this window opened. */
  take(jobs: readonly Omit<RunningJob, 'started'>[]): void;
}

export const useJobs = create<JobsState>((set) => ({
  jobs: [],
  follow: (event) =>
    set(({ jobs }) => {
      switch (event.event) {
        case 'jobStarted': {
          const { job, work } = event;
          return { jobs: [...jobs, { job, work, done: 0, total: 0, what: '', started: performance.now() }] };
        }
        case 'jobProgress': {
          const { job, done, total, what } = event;
          return { jobs: jobs.map((one) => (one.job === job ? { ...one, done, total, what } : one)) };
        }
        case 'jobEnded':
          return { jobs: jobs.filter((one) => one.job !== event.job) };
        case 'vaultLocked':
          return { jobs: [] };
        default:
          return {};
      }
    }),
  take: (known) =>
    set(({ jobs }) => ({
      jobs: [
        ...jobs,
        ...known
          .filter(({ job }) => jobs.every((one) => one.job !== job))
          .map((job) => ({ ...job, started: performance.now() })),
      ],
    })),
}));
