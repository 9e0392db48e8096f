import type { HandlersOf } from '../../contract/api.ts';
import type { inquiriesCalls } from '../../contract/inquiries/calls.ts';
import { standingOf } from '../../domain/inquiries/standing.ts';
import type { Application } from '../application.ts';
import { answerOf } from './answerOf.ts';
import { beginInquiry } from './beginInquiry.ts';
import { answersTo, requireInquiry } from './inquiryOf.ts';
import { makePaper, settle } from './settle.ts';
import { readForm, takeForm } from './takeForm.ts';

export const inquiriesHandlers: HandlersOf<typeof inquiriesCalls, Application> = {
  begin: (order, application) => beginInquiry(application.session(), order),
  standing({ inquiry }, application) {
    const session = application.session();
    const { ministries, lines } = standingOf(requireInquiry(session, inquiry).body, answersTo(session, inquiry));
    return { ministries: [...ministries], lines: lines.map((line) => ({ ...line, cells: [...line.cells] })) };
  },
  async saveForm(order, application) {
    const { saveForm } = await import('./saveForm.ts');
    return saveForm(application.session(), order);
  },
  readForm: (order, application) => readForm(application.session(), order),
  takeForm: (order, application) => takeForm(application.session(), order),
  settle(order, application) {
    settle(application.session(), order);
    return {};
  },
  answerTo: ({ inquiry }, application) => answerOf(application.session(), inquiry),
  makePaper: (order, application) => makePaper(application.session(), order),
};
