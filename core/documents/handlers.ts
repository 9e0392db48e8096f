import type { HandlersOf } from '../../contract/api.ts';
import { type documentsCalls, PrintOptions } from '../../contract/documents/calls.ts';
import type { Application } from '../application.ts';
import { recordsAsText } from '../release/copyText.ts';
import { explanationLines } from '../release/explanationLines.ts';
import { explainAnnotations, explainPrint } from './explainPrint.ts';
import { explainReport } from './explanationReport.ts';
import { listFor } from './listFor.ts';
import { ownList } from './ownList.ts';

export const documentsHandlers: HandlersOf<typeof documentsCalls, Application> = {
  print: ({ job, options, ...order }, application) =>
    application.jobs.run('print', { ...order, options: options ?? PrintOptions.parse({}) }, job),
  preview: ({ job, options, ...order }, application) =>
    application.jobs.run('preview', { ...order, options: options ?? PrintOptions.parse({}) }, job),
  calendar: ({ job, ...order }, application) => application.jobs.run('saveCalendar', order, job),
  word: ({ job, options, ...order }, application) =>
    application.jobs.run('word', { ...order, options: options ?? PrintOptions.parse({}) }, job),
  asList: (order, application) => listFor(application.session(), order),
  saveList: ({ job, ...order }, application) => application.jobs.run('saveList', order, job),
  asOwnList: (order, application) => ownList(application.session(), order),
  saveOwnList: ({ job, ...order }, application) => application.jobs.run('saveOwnList', order, job),
  asText: ({ toClipboard = false, ...order }, application) => recordsAsText(application.session(), order, toClipboard),
  explain({ document, audience, language }, application) {
    const session = application.session();
    const { records, mentions } =
      document.what === 'explanation'
        ? explainReport(session, document.of, audience)
        : document.what === 'annotations'
          ? { ...explainAnnotations(session, document.meeting, audience), mentions: [] }
          : explainPrint(session, document, audience);
    return explanationLines(session.vault, records, language ?? 'en', { mentions });
  },
};
