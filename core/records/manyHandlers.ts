import type { HandlersOf } from '../../contract/api.ts';
import type { manyCalls } from '../../contract/records/many.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Application } from '../application.ts';
import { changeMany, type ManyOrder } from './many.ts';

/** So many are changed while the windows wait, in less time than a worker thread takes to start; more are a job. */
const AT_ONCE = 50;

async function change(application: Application, order: ManyOrder, job?: string): Promise<{ changed: RecordId[] }> {
  const isJob = order.ids.length > AT_ONCE;
  return {
    changed: isJob ? await application.jobs.run('changeMany', order, job) : changeMany(application.session(), order),
  };
}

export const manyHandlers: HandlersOf<typeof manyCalls, Application> = {
  editMany: ({ job, ...order }, application) => change(application, { ...order, does: 'edit' }, job),
  removeMany: ({ job, ...order }, application) => change(application, { ...order, does: 'remove' }, job),
  restoreMany: ({ job, ...order }, application) => change(application, { ...order, does: 'restore' }, job),
  undoMany: ({ job, ...order }, application) => change(application, { ...order, does: 'undo' }, job),
};
