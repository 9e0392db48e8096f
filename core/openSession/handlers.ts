import type { z } from 'zod';
import type { HandlersOf } from '../../contract/api.ts';
import { PrintOptions } from '../../contract/documents/calls.ts';
import type { openSessionCalls } from '../../contract/openSession/calls.ts';
import { paperSheet } from '../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../domain/documents/printRequest.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Application } from '../application.ts';
import { codedError } from '../codedError.ts';
import { readPreferences, writePreference } from '../preferences/preferences.ts';
import { readRecord } from '../records/recordView.ts';
import { documentAsText } from '../release/copyText.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import { type OpenRelease, openReleaseOf } from './openRelease.ts';
import { underWayIn } from './underWay.ts';

/** Which meeting it is, and whether new windows come up in its open session: kept in the vault, for every window. */
const MEETING = 'openSession.meeting';
const SHOWN = 'openSession.shown';
/** What a window in the open session may know of how its holder likes to work. */
const LOOK = ['look.', 'openSession.size', 'openSession.large'];

export const openSessionHandlers: HandlersOf<typeof openSessionCalls, Application> = {
  enter({ meeting }, application) {
    const session = application.session();
    readRecord(session.vault, meeting);
    openReleaseOf(session, meeting, 'en').requireShowable({ what: 'agenda', meeting });
    writePreference(session, MEETING, meeting);
    writePreference(session, SHOWN, true);
    appendJournal(session.vault, session.surroundings.now(), 'openSession.entered', { record: meeting });
    return {};
  },
  leave(_input, application) {
    const session = application.session();
    writePreference(session, SHOWN, null);
    appendJournal(session.vault, session.surroundings.now(), 'openSession.left', {});
    return {};
  },
  state(_input, application) {
    const preferences = readPreferences(application.session().vault);
    const meeting = RecordId.safeParse(preferences[MEETING]);
    const shown = preferences[SHOWN] === true && meeting.success;
    return { shown, ...(meeting.success ? { meeting: meeting.data } : {}) };
  },
  read: ({ language }, application) =>
    untold(() => {
      const session = application.session();
      const open = shown(session, language);
      open.requireShowable({ what: 'agenda', meeting: open.recordOf(open.meeting) });
      const underWay = underWayIn(session.vault, open);
      return { ...open.plan, ...(underWay === undefined ? {} : { underWay }) };
    }),
  paper: ({ paper, language }, application) =>
    untold(() => {
      const open = shown(application.session(), language);
      open.requireShowable({ what: 'paper', paper: open.recordOf(paper) });
      const sheet = paperSheet(open.release, paper, { ...USUAL_PRINT, language });
      const { title, label, facts, asks, blocks, symbols, bodyLanguage } = sheet;
      return { number: symbols[0] ?? '', title, label, facts, asks, blocks, language: bodyLanguage };
    }),
  print: ({ job, file, ...order }, application) =>
    untold(async () => application.jobs.run('print', { ...printed(application.session(), order), file }, job)),
  toPrinter: ({ job, ...order }, application) =>
    untold(async () => {
      const given = printed(application.session(), order);
      const { pdf, pages } = await application.jobs.run('preview', { ...given, toPrinter: true }, job);
      return { pdf, pages };
    }),
  copyText: ({ document, language }, application) =>
    untold(() => {
      const session = application.session();
      const open = shown(session, language);
      const id = document.what === 'agenda' ? open.meeting : document.paper;
      return documentAsText(session, open.release, {
        what: document.what,
        id,
        record: open.recordOf(id),
        language,
      });
    }),
  look(_input, application) {
    const all = Object.entries(readPreferences(application.session().vault));
    return Object.fromEntries(all.filter(([name]) => LOOK.some((begins) => name.startsWith(begins))));
  },
};

/** The open session that was chosen. */
function shown(session: Session, language: 'en' | 'fr'): OpenRelease {
  const meeting = RecordId.safeParse(readPreferences(session.vault)[MEETING]);
  if (!meeting.success) throw new AmberdeskError('open.notChosen');
  return openReleaseOf(session, meeting.data, language);
}

type Order = Omit<z.output<typeof openSessionCalls.toPrinter.input>, 'job'>;

/** An order to print for the bodies in the room, whoever asks. */
function printed(session: Session, { document, language, paper }: Order) {
  const open = shown(session, language);
  const options = PrintOptions.parse({ language, paper });
  return document.what === 'agenda'
    ? { document: { what: 'agenda' as const, meeting: open.recordOf(open.meeting) }, audience: open.audience, options }
    : { document: { what: 'paper' as const, paper: open.recordOf(document.paper) }, audience: open.audience, options };
}

/** What an error tells besides its code may name records: that stays here. */
async function untold<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AmberdeskError(codedError(error).code, null, { cause: error });
  }
}
