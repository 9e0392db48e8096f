import type { ExplainedOrder } from '../../contract/documents/calls.ts';

/** Where records of a kind are at home. Kinds that are not here open in the library. */
const HOMES: Readonly<Record<string, string>> = {
  network: '/people',
  organisation: '/people',
  person: '/people',
  paper: '/papers',
  meeting: '/meetings',
  session: '/meetings/session',
  agendaItem: '/meetings/item',
  participant: '/meetings/participant',
  cue: '/meetings/cue',
  minutes: '/meetings/minutes',
  portion: '/papers/of',
  redaction: '/papers',
  dossier: '/dossiers',
  decision: '/recommendations',
  action: '/recommendations',
  recommendation: '/recommendations',
  publicLine: '/wording',
  term: '/wording',
  inquiry: '/inquiries',
  ministryAnswer: '/inquiries/of',
  pseudonym: '/people',
  adoption: '/adoptions',
  answer: '/adoptions/of',
  comment: '/papers/of',
  annotation: '/papers/of',
};

/** The one address of a record: `/people/6f9c…`. */
export function addressOf(kind: string, id: string): string {
  return `${HOMES[kind] ?? '/library'}/${id}`;
}

/** Where a filled-in form of a ministry is looked at and taken in. */
export const TAKE_IN_ADDRESS = '/inquiries/take';

/** Where a new meeting is begun. */
export const NEW_MEETING = '/meetings?new';

/** A meeting's plan with one of its sessions or items chosen. */
export function planAddress(meeting: string, entry: string): string {
  return `/meetings/${meeting}?entry=${entry}`;
}

/** Where texts of a meeting are put up for adoption; `records`: those that are chosen already. */
export function putUpAddress(meeting: string, records: readonly string[] = []): string {
  return `/adoptions/new?meeting=${meeting}${records.length === 0 ? '' : `&records=${records.join(',')}`}`;
}

/** Where the minutes of an item stand; `mark`: a decision, an action or a recommendation that is marked in them. */
export function minutesAddress(meeting: string, item: string, mark?: string): string {
  return `/meetings/${meeting}?tab=minutes&item=${item}${mark === undefined ? '' : `&mark=${mark}`}`;
}

/** The minutes of a meeting, to be approved at an item of another one. */
export function approvalAddress(meeting: string, at: string): string {
  return `/meetings/${meeting}?tab=minutes&at=${at}`;
}

/** Where minutes are printed: of a meeting, or of one item. */
export function minutesPrintAddress(meeting: string, item?: string): string {
  return `/print/minutes/${meeting}${item === undefined ? '' : `?item=${item}`}`;
}

/** Who takes part in a meeting. */
export function peopleAddress(meeting: string): string {
  return `/meetings/${meeting}?tab=people`;
}

/** Where the candidates of a decision stand beside one another. */
export function choiceAddress(decision: string): string {
  return `/adoptions/choice/${decision}`;
}

/** Where two versions of a paper stand beside one another. */
export function versionsAddress(paper: string, from: string, to: string): string {
  return `/papers/${paper}?tab=versions&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
}

/** Where a redacted version of a paper is made. */
export function redactAddress(paper: string): string {
  return `/papers/${paper}/redact`;
}

/** Where the books of a meeting stand. */
export function booksAddress(meeting: string): string {
  return `${addressOf('meeting', meeting)}?tab=dossiers`;
}

/** A paper, read in a book: with what stands before and behind it there. */
export function readingAddress(paper: string, dossier: string): string {
  return `${addressOf('paper', paper)}?book=${dossier}`;
}

/** A place in the text of a paper, by its block; `search`: what else the address says. */
export function placeAddress(paper: string, block: string, search = ''): string {
  const params = new URLSearchParams(search);
  params.delete('tab');
  if (block === '') params.delete('at');
  else params.set('at', block);
  const said = params.toString();
  return said === '' ? addressOf('paper', paper) : `${addressOf('paper', paper)}?${said}`;
}

/** Where what came into a book since one of its issues is printed. */
export function supplementAddress(dossier: string, since: string): string {
  return `/print/supplement/${dossier}?since=${encodeURIComponent(since)}`;
}

/** What is printed of a meeting. */
export type MeetingPrint =
  | 'agenda'
  | 'minutes'
  | 'runningOrder'
  | 'annotatedAgenda'
  | 'plates'
  | 'attendance'
  | 'participants'
  | 'annotations'
  | 'outcomes';

/** Where something is printed: of a meeting, a paper, an adoption, what an installation could open. */
export function printAddress(
  what: MeetingPrint | 'paper' | 'commission' | 'comments' | 'adoption' | 'dossier' | 'couldOpen' | 'wording',
  id: string,
): string {
  return `/print/${what}/${id}`;
}

/** Where the public lines and the terms are printed. */
export const WORDING_PRINT = '/print/wording/all';

/** Where a paper is printed with bars beside what changed since one of its versions. */
export function barsPrintAddress(paper: string, since: string): string {
  return `${printAddress('paper', paper)}?since=${encodeURIComponent(since)}`;
}

/** Where what is recommended to one government or body at a meeting is printed. */
export function recommendationsToAddress(meeting: string, addressee: string): string {
  return `${printAddress('outcomes', meeting)}?to=${addressee}`;
}

/** Where the bundle that was being put together waits as it was left. */
export const BACK_TO_SEALING = '/exchange/send?back';

/** Where the release report of an output is printed. */
export function explanationPrintAddress(of: ExplainedOrder): string {
  return `/print/explanation?of=${encodeURIComponent(JSON.stringify(of))}`;
}

/** Where a bundle that was sealed here is looked at. */
export function sentAddress(bundle: string): string {
  return `/exchange/sent/${bundle}`;
}

/** Where a bundle is put together: of a meeting with what belongs to it, or of these records. */
export function sendAddress(of: { readonly meeting: string } | { readonly records: readonly string[] }): string {
  return 'meeting' in of ? `/exchange/send?meeting=${of.meeting}` : `/exchange/send?records=${of.records.join(',')}`;
}

/** Where members are reminded of papers that they are to write: a notice, with these papers, that says which. */
export function reminderAddress(papers: readonly string[], organisations: readonly string[]): string {
  return `${sendAddress({ records: papers })}&to=${organisations.join(',')}&purpose=notice&reminds`;
}

/** Where a meeting is sent to somebody who must know of a change: an organisation of the board, or a body from outside. */
export function tellAddress(meeting: string, { sendTo, isOutside }: { sendTo: string; isOutside: boolean }): string {
  return `/exchange/send?meeting=${meeting}&to=${sendTo}&purpose=${isOutside ? 'open-session' : 'supplement'}`;
}

/** Where bundles for the bodies invited to a meeting's open session are put together. */
export function inviteAddress(meeting: string): string {
  return `/exchange/send?meeting=${meeting}&purpose=open-session`;
}

/** What a speaker comes for: one item of a meeting, with these papers. */
interface Guest {
  readonly meeting: string;
  readonly party: string;
  readonly item: string;
  readonly papers: readonly string[];
}

/** Where a bundle for a speaker is put together, of their item and its papers alone. */
export function guestAddress({ meeting, party, item, papers }: Guest): string {
  return `/exchange/send?meeting=${meeting}&guest=${party}&item=${item}&papers=${papers.join(',')}`;
}

/** Where what came from outside is read and taken in; `meeting`: that of the page it came to. */
export function replyAddress(meeting?: string): string {
  return meeting === undefined ? '/exchange/reply' : `/exchange/reply?meeting=${meeting}`;
}

/** Where the invitation of an organisation that joins is put together. */
export function invitationAddress(organisation: string): string {
  return `/exchange/send?to=${organisation}&purpose=invitation`;
}

/** Where all that these organisations lack is put together. */
export function lackingAddress(organisations: readonly string[]): string {
  return `/exchange/send?of=lacking&to=${organisations.join(',')}`;
}

/** Where it stands who has got what, and what is open between seats. */
export const MATRIX = '/exchange?tab=matrix';

/** Where it stands which installations belong to whom. */
export const DIRECTORY = '/people?tab=directory';

/** Where a bundle that was opened is looked at. */
export function receivedAddress(bundle: string): string {
  return `/exchange/received/${bundle}`;
}

/** What the library finds for these words. */
export function libraryAddress(query: string): string {
  return `/library?q=${encodeURIComponent(query)}`;
}

/** Where a meeting is held: its running order with the clock; for the chair alone; for the wall of a closed room. */
export function roomAddress(meeting: string, view: 'room' | 'chair' | 'wall' = 'room'): string {
  return `/meetings/${meeting}/${view}`;
}

/** Where the running order of a day is printed. */
export function runningOrderPrintAddress(meeting: string, day: number): string {
  return `/print/runningOrder/${meeting}?day=${day}`;
}
