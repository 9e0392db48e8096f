import { useLingui } from '@lingui/react/macro';
import type { ExplainedOrder } from '../../contract/documents/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { text } from '../../domain/records/text.ts';
import {
  addressOf,
  BACK_TO_SEALING,
  DIRECTORY,
  type MeetingPrint,
  printAddress,
  runningOrderPrintAddress,
  sentAddress,
  supplementAddress,
} from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import type { Crumb } from '../parts/page/PageHead.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import { isBook, isOfMeeting, type Printable } from './choices.ts';
import { explainedOrder } from './explainedOrder.ts';
import type { Order } from './usePrinted.ts';

/** What is printed: how its page is called, where it is at home, and what its file is called. */
interface Subject {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** It is here and can be printed. */
  readonly isThere: boolean;
  readonly error: Error | undefined;
  /** The record that the document is named after. */
  readonly record: { readonly id: string; readonly kind: string; readonly title: string } | undefined;
  /** `CB-8-4 Deep-dive: Karsenia`, without ending. Outside the board the closed number is not told, in the name of a file either. */
  fileName(order: Order): string;
}

/** What each is printed of. */
const MISSING = new AmberdeskError('record.missing');

export function useSubject(what: Printable, id: string): Subject {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const isRecord = isOfPaper(what) || isBook(what) || what === 'adoption' || isOfMeeting(what);
  const { data: record, error: missing } = useRead('records', 'read', { id }, { enabled: isRecord });
  const held = useRead('directory', 'couldOpen', { installation: id }, { enabled: what === 'couldOpen' });
  if (what === 'explanation')
    return reportOf(id, {
      title: t`Print the release report`,
      file: t`Release report`,
      print: t`Print`,
      exchange: t`Exchange`,
      seal: t`Seal a bundle`,
      sent: t`Sent bundle`,
    });
  if (what === 'wording') {
    return {
      title: t`Print the agreed wording`,
      crumbs: [{ title: t`Agreed wording`, address: '/wording' }],
      isThere: true,
      error: undefined,
      record: undefined,
      fileName: () => asFile([t`Agreed wording`]),
    };
  }
  if (!isRecord) {
    const name = held.data?.name ?? '';
    const [ofName, ofNobody] = [t`What ${name} could open`, t`What an installation could open`];
    return {
      title: t`Print what it could open`,
      crumbs: [{ title: t`Directory`, address: DIRECTORY }],
      isThere: held.data !== undefined,
      error: held.error ?? undefined,
      record: undefined,
      // Somebody may not be named to others, in the name of a file either.
      fileName: ({ audience }) => asFile([audience.kind === 'self' ? ofName : ofNobody]),
    };
  }
  const isThere =
    record?.kind === (isOfMeeting(what) ? 'meeting' : isBook(what) ? 'dossier' : isOfPaper(what) ? 'paper' : what);
  const place = isOfPaper(what)
    ? { title: t`Papers`, address: '/papers' }
    : { title: t`Meetings`, address: '/meetings' };
  const words: Readonly<
    Record<
      MeetingPrint | 'paper' | 'commission' | 'comments' | 'dossier' | 'supplement' | 'adoption',
      readonly [title: string, file: string]
    >
  > = {
    agenda: [t`Print the agenda`, t`Agenda`],
    runningOrder: [t`Print the running order`, t`Running order`],
    annotatedAgenda: [t`Print the annotated agenda`, t`Annotated agenda`],
    minutes: [t`Print the minutes`, t`Minutes`],
    plates: [t`Print the name plates`, t`Name plates`],
    attendance: [t`Print the attendance list`, t`Attendance list`],
    participants: [t`Print the list of participants`, t`List of participants`],
    annotations: [t`Print my notes`, t`My notes`],
    outcomes: [t`Print decisions and recommendations`, t`Decisions and recommendations`],
    paper: [t`Print the paper`, ''],
    adoption: [t`Print the adoption`, t`Adoption`],
    dossier: [t`Print the book`, ''],
    supplement: [t`Print the supplement`, t`Supplement`],
    comments: [t`Print the comments`, t`Comments`],
    commission: [t`Print the request for a paper`, t`Request for a paper`],
  };
  const [title, file] = words[what];
  const body = record?.body ?? {};
  return {
    title,
    crumbs: record === undefined ? [place] : [place, { title: nameOf(record), address: addressOf(record.kind, id) }],
    isThere,
    error: missing ?? (record !== undefined && !isThere ? MISSING : undefined),
    record,
    fileName({ audience, document }) {
      if (document.what === 'runningOrder') {
        const { day } = document;
        return asFile([text(body.symbol), t`Running order, day ${day}`]);
      }
      if (isBook(what)) return asFile([text(body.title), file]);
      if (what !== 'paper')
        return asFile(
          what === 'adoption' || what === 'commission' || what === 'comments'
            ? [file, text(body.title)]
            : [text(body.symbol), file],
        );
      return asFile([text(audience.kind === 'community' ? body.openNumber : body.number), text(body.title)]);
    },
  };
}

/** Whether it is printed of a paper. */
const isOfPaper = (what: Printable): what is 'paper' | 'commission' | 'comments' =>
  what === 'paper' || what === 'commission' || what === 'comments';

interface ReportWords {
  readonly title: string;
  readonly file: string;
  readonly print: string;
  readonly exchange: string;
  readonly seal: string;
  readonly sent: string;
}

/** The release report of an output. What it is of stands in no name of a file. */
function reportOf(id: string, words: ReportWords): Subject {
  const of = explainedOrder(id);
  const inExchange = { title: words.exchange, address: '/exchange' };
  return {
    title: words.title,
    crumbs:
      of === undefined ? [inExchange] : of.is === 'print' ? [crumbOf(of, words)] : [inExchange, crumbOf(of, words)],
    isThere: of !== undefined,
    error: of === undefined ? MISSING : undefined,
    record: undefined,
    fileName: () => asFile([words.file]),
  };
}

function crumbOf(of: ExplainedOrder, words: ReportWords): Crumb {
  if (of.is === 'sealed') return { title: words.sent, address: sentAddress(of.bundle) };
  if (of.is === 'sealing') return { title: words.seal, address: BACK_TO_SEALING };
  const { document } = of;
  if (document.what === 'runningOrder') {
    return { title: words.print, address: runningOrderPrintAddress(document.meeting, document.day) };
  }
  const id = idIn(document);
  if (document.what === 'supplement') return { title: words.print, address: supplementAddress(id, document.since) };
  return { title: words.print, address: printAddress(document.what, id) };
}

function idIn(document: Extract<ExplainedOrder, { is: 'print' }>['document']): string {
  if ('meeting' in document) return document.meeting;
  if ('adoption' in document) return document.adoption;
  if ('dossier' in document) return document.dossier;
  if ('installation' in document) return document.installation;
  return 'paper' in document ? document.paper : 'all';
}

function asFile(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('/', '-');
}
