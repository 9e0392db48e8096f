import type { z } from 'zod';
import { adoptionCalls } from './adoption/calls.ts';
import type { Call } from './call.ts';
import { deskCalls } from './desk/calls.ts';
import { directoryCalls } from './directory/calls.ts';
import { documentsCalls } from './documents/calls.ts';
import { dossiersCalls } from './dossiers/calls.ts';
import { exchangeCalls } from './exchange/calls.ts';
import { folderCalls } from './folder/calls.ts';
import { inquiriesCalls } from './inquiries/calls.ts';
import { jobsCalls } from './jobs/calls.ts';
import { journalCalls } from './journal/calls.ts';
import { libraryCalls } from './library/calls.ts';
import { meetingsCalls } from './meetings/calls.ts';
import { minutesCalls } from './minutes/calls.ts';
import { openSessionCalls } from './openSession/calls.ts';
import { outcomesCalls } from './outcomes/calls.ts';
import { papersCalls } from './papers/calls.ts';
import { peopleCalls } from './people/calls.ts';
import { preferencesCalls } from './preferences/calls.ts';
import { recordsCalls } from './records/calls.ts';
import { releaseCalls } from './release/calls.ts';
import { repliesCalls } from './replies/calls.ts';
import { vaultCalls } from './vault/calls.ts';

/** Every call of the application, by feature: the one place where the interface and the core meet. */
export const api = {
  vault: vaultCalls,
  desk: deskCalls,
  records: recordsCalls,
  meetings: meetingsCalls,
  minutes: minutesCalls,
  adoption: adoptionCalls,
  openSession: openSessionCalls,
  outcomes: outcomesCalls,
  papers: papersCalls,
  people: peopleCalls,
  exchange: exchangeCalls,
  replies: repliesCalls,
  inquiries: inquiriesCalls,
  folder: folderCalls,
  directory: directoryCalls,
  documents: documentsCalls,
  dossiers: dossiersCalls,
  release: releaseCalls,
  library: libraryCalls,
  journal: journalCalls,
  jobs: jobsCalls,
  preferences: preferencesCalls,
} as const;
export type Api = typeof api;

/** What a feature's handlers must provide, derived from its calls. */
export type HandlersOf<Calls extends Record<string, Call>, Context> = {
  readonly [N in keyof Calls]: (
    input: z.output<Calls[N]['input']>,
    context: Context,
  ) => z.input<Calls[N]['output']> | Promise<z.input<Calls[N]['output']>>;
};
export type Handlers<Context> = { readonly [F in keyof Api]: HandlersOf<Api[F], Context> };

/** The call of this name (`records.read`), or undefined. */
export function callNamed(name: string): Call | undefined {
  const [feature, call, ...rest] = name.split('.');
  if (feature === undefined || call === undefined || rest.length > 0 || !Object.hasOwn(api, feature)) return undefined;
  const calls: Record<string, Call> = api[feature as keyof Api];
  return Object.hasOwn(calls, call) ? calls[call] : undefined;
}
