import type { HandlersOf } from '../../contract/api.ts';
import { type documentsCalls, PrintOptions } from '../../contract/documents/calls.ts';
import type { Application } from '../application.ts';

export const documentsHandlers: HandlersOf<typeof documentsCalls, Application> = {
  print: ({ job, options, ...order }, application) =>
    application.jobs.run('print', { ...order, options: options ?? PrintOptions.parse({}) }, job),
};
