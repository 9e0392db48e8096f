import type { Application } from '../application.ts';
import { pendingWords } from './searchIndex.ts';

/** Lets the words of records that wait for it be put into the index, while other work goes on. */
export function indexWaiting({ jobs, session }: Pick<Application, 'jobs' | 'session'>): void {
  // What is left of it when this ends early is done at the next unlocking.
  if (pendingWords(session().vault) > 0) jobs.run('indexWords', {}).catch(() => {});
}
