import type { HandlersOf } from '../../contract/api.ts';
import type { receiptCalls } from '../../contract/exchange/receipts.ts';
import type { Application } from '../application.ts';
import { readPurges } from '../purge/passOn.ts';
import { partyOf, readMatrix } from './matrix.ts';
import { receiptsDue } from './owed.ts';
import { dismissRequest, readAsked, readToAsk } from './requests.ts';

export const receiptHandlers: HandlersOf<typeof receiptCalls, Application> = {
  matrix: ({ meeting }, application) => readMatrix(application.session(), meeting),

  lacking: ({ job, ...order }, application) => application.jobs.run('lacking', order, job),

  due(_input, application) {
    const { vault } = application.session();
    return receiptsDue(vault).map(({ installation, bundles, since }) => ({
      ...partyOf(vault, installation),
      bundles,
      since,
    }));
  },

  acknowledge: ({ job, ...order }, application) => application.jobs.run('acknowledge', order, job),

  asked(_input, application) {
    const { vault } = application.session();
    return readAsked(vault).map(({ carrier, counterpart, at, asks, state, answer }) => ({
      ...partyOf(vault, counterpart),
      carrier,
      at,
      everything: asks.everything === true,
      numbers: asks.numbers ?? [],
      parents: asks.parents?.length ?? 0,
      state,
      ...(answer === null ? {} : { answer }),
    }));
  },

  dismiss({ carrier, installation }, application) {
    dismissRequest(application.session(), carrier, installation);
    return {};
  },

  toAsk(_input, application) {
    const { vault } = application.session();
    return readToAsk(vault).map(({ installation, restored, numbers, parents, asked }) => ({
      ...partyOf(vault, installation),
      restored,
      numbers: [...numbers],
      parents: parents.length,
      ...(asked === undefined ? {} : { asked }),
    }));
  },

  ask: ({ job, ...order }, application) => application.jobs.run('ask', order, job),

  recall: ({ job, ...order }, application) => application.jobs.run('recall', order, job),

  purge: ({ job, ...order }, application) => application.jobs.run('purge', order, job),

  purges: (_input, application) => readPurges(application.session()),

  sendPurges: ({ job, ...order }, application) => application.jobs.run('sendPurges', order, job),
};
