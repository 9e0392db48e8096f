import type { HandlersOf } from '../../contract/api.ts';
import type { papersCalls } from '../../contract/papers/calls.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { textOf, wordCount } from '../../domain/papers/wordsOf.ts';
import type { Application } from '../application.ts';
import { readRecord } from '../records/recordView.ts';
import { lifeHandlers } from './lifeHandlers.ts';
import { myNotes } from './myNotes.ts';
import { notesOn } from './notesOn.ts';
import { placesOf, referencesTo, referred } from './places.ts';
import { portionsOf, setApart, takeBack } from './portions.ts';
import { readAttachment } from './readAttachment.ts';
import { redact, redactionsOf } from './redactions.ts';

export const papersHandlers: HandlersOf<typeof papersCalls, Application> = {
  ...lifeHandlers,
  load: ({ job, ...order }, application) => application.jobs.run('loadPaper', order, job),

  words({ paper }, application) {
    const body = RichText.safeParse(readRecord(application.session().vault, paper).body.body);
    return body.success ? { words: wordCount(body.data), text: textOf(body.data) } : { words: 0, text: '' };
  },

  addPicture: ({ job, ...order }, application) => application.jobs.run('addPicture', order, job),
  measure: ({ job, ...order }, application) => application.jobs.run('measure', order, job),
  saveAttachment: ({ job, ...order }, application) => application.jobs.run('saveAttachment', order, job),
  myNotes: ({ meeting }, application) => myNotes(application.session().vault, meeting),
  notes: ({ record }, application) => notesOn(application.session().vault, record),
  attachment: ({ record, attachment }, application) => readAttachment(application.session().vault, record, attachment),
  places: ({ paper }, application) => placesOf(application.session().vault, paper),
  referred: ({ targets }, application) => referred(application.session().vault, targets),
  references: ({ paper }, application) => referencesTo(application.session().vault, paper),
  portions: ({ paper }, application) => portionsOf(application.session(), paper),
  redact: (order, application) => redact(application.session(), order),
  redactions: ({ paper }, application) => redactionsOf(application.session(), paper),
  setApart: (order, application) => setApart(application.session(), order),
  takeBack: (order, application) => takeBack(application.session(), order),
};
