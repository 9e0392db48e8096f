import type { HandlersOf } from '../../contract/api.ts';
import type { jobsCalls } from '../../contract/jobs/calls.ts';
import type { Application } from '../application.ts';

export const jobsHandlers: HandlersOf<typeof jobsCalls, Application> = {
  list: (_input, { jobs }) => jobs.list(),
  cancel({ job }, { jobs }) {
    jobs.cancel(job);
    return {};
  },
};
