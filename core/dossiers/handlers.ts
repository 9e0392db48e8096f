import type { HandlersOf } from '../../contract/api.ts';
import { PrintOptions } from '../../contract/documents/calls.ts';
import type { dossiersCalls } from '../../contract/dossiers/calls.ts';
import type { Application } from '../application.ts';
import { arrangeBook, giveCopies } from './arrangeBook.ts';
import { makeBook } from './makeBook.ts';
import { listBooks, readBook } from './readBook.ts';

export const dossiersHandlers: HandlersOf<typeof dossiersCalls, Application> = {
  list: ({ meeting }, application) => listBooks(application.session(), meeting),
  read: ({ dossier, since }, application) => readBook(application.session(), dossier, since),
  make: (order, application) => ({ dossier: makeBook(application.session(), order) }),
  arrange(order, application) {
    arrangeBook(application.session(), order);
    return {};
  },
  giveCopies(order, application) {
    giveCopies(application.session(), order);
    return {};
  },
  measure: ({ job, ...order }, application) => application.jobs.run('measureBook', order, job),
  issue: ({ job, ...order }, application) => application.jobs.run('issueBook', order, job),
  printCopies: ({ job, options, ...order }, application) =>
    application.jobs.run('printCopies', { ...order, options: options ?? PrintOptions.parse({}) }, job),
};
