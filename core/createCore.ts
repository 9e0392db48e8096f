import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Handlers } from '../contract/api.ts';
import type { Transport } from '../contract/transport.ts';
import { adoptionHandlers } from './adoption/handlers.ts';
import { type Application, createApplication } from './application.ts';
import { openCallLog } from './callLog.ts';
import { realSurroundings, type Surroundings } from './context.ts';
import { deskHandlers } from './desk/handlers.ts';
import { directoryHandlers } from './directory/handlers.ts';
import { createDispatch } from './dispatch.ts';
import { documentsHandlers } from './documents/handlers.ts';
import { dossiersHandlers } from './dossiers/handlers.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import { sweepWorkshops } from './exercise/workshops.ts';
import { folderHandlers } from './folder/handlers.ts';
import { watchFolder } from './folder/watchFolder.ts';
import { inquiriesHandlers } from './inquiries/handlers.ts';
import { jobsHandlers } from './jobs/handlers.ts';
import { journalHandlers } from './journal/handlers.ts';
import { libraryHandlers } from './library/handlers.ts';
import { meetingsHandlers } from './meetings/handlers.ts';
import { minutesHandlers } from './minutes/handlers.ts';
import { openSessionHandlers } from './openSession/handlers.ts';
import { outcomesHandlers } from './outcomes/handlers.ts';
import { papersHandlers } from './papers/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { preferencesHandlers } from './preferences/handlers.ts';
import { recordsHandlers } from './records/handlers.ts';
import { releaseHandlers } from './release/handlers.ts';
import { repliesHandlers } from './replies/handlers.ts';
import { vaultHandlers } from './vault/handlers.ts';
import { watchVault } from './vault/watch.ts';

/** The application without windows: what every host starts, and the in-process transport at the same time. */
export interface Core extends Transport {
  /** Locks the vault and waits until every worker has ended. */
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly surroundings?: Surroundings;
  /** A file to which the name, duration and outcome of every call are added, and never what was in it. */
  readonly logFile?: string | undefined;
  /** Where vaults are kept; `~/Amberdesk` unless told. */
  readonly vaultsFolder?: string | undefined;
  /** For hosts with windows: locks when nobody is there or the machine slept, makes timed backups, watches the exchange folder. */
  readonly watch?: boolean | undefined;
}

const handlers: Handlers<Application> = {
  vault: vaultHandlers,
  desk: deskHandlers,
  records: recordsHandlers,
  meetings: meetingsHandlers,
  minutes: minutesHandlers,
  adoption: adoptionHandlers,
  openSession: openSessionHandlers,
  release: releaseHandlers,
  outcomes: outcomesHandlers,
  papers: papersHandlers,
  replies: repliesHandlers,
  inquiries: inquiriesHandlers,
  people: peopleHandlers,
  exchange: exchangeHandlers,
  folder: folderHandlers,
  directory: directoryHandlers,
  documents: documentsHandlers,
  dossiers: dossiersHandlers,
  library: libraryHandlers,
  journal: journalHandlers,
  jobs: jobsHandlers,
  preferences: preferencesHandlers,
};

/** Starts the application. Nothing is open yet. */
export function createCore(options: CoreOptions = {}): Core {
  const { surroundings = realSurroundings, logFile, vaultsFolder = join(homedir(), 'Amberdesk') } = options;
  const application = createApplication(surroundings, resolve(vaultsFolder));
  const watches = options.watch === true ? [watchVault(application), watchFolder(application)] : [];
  if (options.watch === true) sweepWorkshops(application.vaultsFolder, surroundings.now());
  const log = logFile === undefined ? undefined : openCallLog(logFile);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const end of watches) end();
    await application.lock('stopped');
    log?.close();
  };
  return {
    call: createDispatch(handlers, application, log?.log ?? (() => {}), application.explain),
    subscribe: application.subscribe,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
