import type { z } from 'zod';
import type { HandlersOf } from '../../contract/api.ts';
import type { recordsCalls, RecordView as ViewSchema } from '../../contract/records/calls.ts';
import { hasCode } from '../../domain/errors.ts';
import type { Application } from '../application.ts';
import { copyHandlers } from '../purge/copyHandlers.ts';
import { createRecord } from './createRecord.ts';
import { duplicateHandlers } from './duplicates/handlers.ts';
import { deleteRecord, editRecord, restoreRecord } from './editRecord.ts';
import { historyOf } from './historyOf.ts';
import { linksFrom, linksTo } from './links.ts';
import { listRecords } from './listRecords.ts';
import { cutDrafts } from './localCuts.ts';
import { manyHandlers } from './manyHandlers.ts';
import { openQuestions } from './openQuestions.ts';
import { pastHandlers } from './past/handlers.ts';
import { questionHandlers } from './questionHandlers.ts';
import { type RecordView, readRecord, requireRecord } from './recordView.ts';
import { registerHandlers } from './register/handlers.ts';
import { reopenConflicts } from './reopenConflicts.ts';
import { resolveConflicts } from './resolveConflicts.ts';
import { redo, undo } from './undo.ts';

export const recordsHandlers: HandlersOf<typeof recordsCalls, Application> = {
  create({ kind, body, mark, id }, application) {
    const options = { ...(mark ? { mark } : {}), ...(id ? { id } : {}) };
    return outside(createRecord(application.session(), kind, body, options));
  },

  edit({ id, changes, base, mark, caveats, chathamHouse, expires }, application) {
    const session = application.session();
    const options = {
      ...(base ? { base } : {}),
      ...(mark ? { mark } : {}),
      ...(caveats ? { caveats } : {}),
      ...(chathamHouse === undefined ? {} : { chathamHouse }),
      ...(expires === undefined ? {} : { expires }),
    };
    try {
      return outside(editRecord(session, id, changes ?? {}, options));
    } catch (error) {
      // What the other window wrote keeps a place in the history, whatever this one decides.
      if (hasCode(error, 'record.changedMeanwhile')) cutDrafts(session, id);
      throw error;
    }
  },

  read: ({ id }, application) => outside(readRecord(application.session().vault, id)),

  list({ kind, deleted, conflicted }, application) {
    const request = {
      ...(kind === undefined ? {} : { kind }),
      ...(deleted === undefined ? {} : { deleted }),
      ...(conflicted === undefined ? {} : { conflicted }),
    };
    return listRecords(application.session().vault, request).map(outside);
  },

  remove: ({ id, reason }, application) => outside(deleteRecord(application.session(), id, reason)),
  restore: ({ id }, application) => outside(restoreRecord(application.session(), id)),
  undo: ({ id }, application) => outside(undo(application.session(), id)),
  redo: ({ id }, application) => outside(redo(application.session(), id)),

  cut({ id }, application) {
    cutDrafts(application.session(), id);
    return {};
  },

  history: ({ id }, application) =>
    historyOf(application.session().vault, id).map(({ version, shared, at, author, seat, body, handling }) => ({
      version,
      shared,
      at,
      body,
      handling,
      ...(author ? { author } : {}),
      ...(seat ? { seat } : {}),
    })),

  links({ id }, application) {
    const { vault } = application.session();
    return { to: linksFrom(vault, id), from: linksTo(vault, id) };
  },

  conflicts: ({ id, language }, application) =>
    openQuestions(application.session().vault, requireRecord(application.session().vault, id), language ?? 'en'),

  resolve: ({ id, answers }, application) => outside(resolveConflicts(application.session(), id, answers)),

  reopen: ({ id }, application) => outside(reopenConflicts(application.session(), id)),

  async attach({ job, ...order }, application) {
    await application.jobs.run('attach', order, job);
    return outside(readRecord(application.session().vault, order.id));
  },

  load: ({ job, ...order }, application) => application.jobs.run('load', order, job),
  dump: ({ job, ...order }, application) => application.jobs.run('dump', order, job),
  ...registerHandlers,
  ...manyHandlers,
  ...questionHandlers,
  ...duplicateHandlers,
  ...pastHandlers,
  ...copyHandlers,
};

/** A record view as it crosses the contract. */
function outside(view: RecordView): z.input<typeof ViewSchema> {
  const { conflicts: _conflicts, heads, ...rest } = view;
  return { ...rest, heads: [...heads] };
}
