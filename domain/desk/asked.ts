import type { Planned } from '../meetings/timetable.ts';
import { text, texts } from '../records/text.ts';
import { byDue, isIn } from './readiness.ts';

/** A comment with who wrote it: the organisation it comes from. */
export interface Remark extends Planned {
  readonly originator: string;
}

/** Something that the records ask of an organisation, and by when (a calendar date), where they say so. */
export type Ask<P extends Planned> =
  /** A paper of ours that has not been handed in. */
  | { readonly what: 'write'; readonly paper: P; readonly by?: string }
  /** An item of the agenda that we lead, on the day it comes up. */
  | { readonly what: 'lead'; readonly item: Planned; readonly by: string; readonly at: string }
  /** Open comments of others on a paper of ours. */
  | { readonly what: 'answer'; readonly paper: P; readonly comments: number };

/** A session of the timetable with its items, as far as it matters here. */
export interface Timed {
  readonly date: string;
  readonly items: readonly { readonly item: Planned; readonly starts: string }[];
}

interface Records<P extends Planned> {
  readonly papers: readonly P[];
  readonly comments: readonly Remark[];
  /** The sessions of the meeting to come; none when it is over. */
  readonly sessions: readonly Timed[];
}

/**
 * What is asked of an organisation (¶5–9, ¶13): papers that come from it and are not in, open comments on its papers, and
 * the items it leads. In this order, each by date.
 */
export function askedOf<P extends Planned>(organisation: string, records: Records<P>): Ask<P>[] {
  const { papers, comments, sessions } = records;
  const ours = papers
    .filter(({ body }) => texts(body.from).includes(organisation) && text(body.status) !== 'withdrawn')
    .sort(byDue);
  const remarks = Map.groupBy(
    comments.filter(({ body, originator }) => isOpen(body) && originator !== organisation),
    ({ body }) => text(body.record),
  );
  return [
    ...ours.filter((paper) => !isIn(paper)).map((paper) => ({ what: 'write' as const, paper, ...dueOf(paper) })),
    ...ours.flatMap((paper) => {
      const count = remarks.get(paper.id)?.length ?? 0;
      return count === 0 ? [] : [{ what: 'answer' as const, paper, comments: count }];
    }),
    ...sessions.flatMap(({ date, items }) =>
      items
        .filter(({ item }) => texts(item.body.leads).includes(organisation))
        .map(({ item, starts }) => ({ what: 'lead' as const, item, by: date, at: starts })),
    ),
  ];
}

/** A question that nobody has settled: not an answer to another comment, and not resolved. */
function isOpen(body: Planned['body']): boolean {
  return body.resolved !== true && text(body.replyTo) === '';
}

function dueOf({ body }: Planned): { readonly by?: string } {
  return text(body.due) === '' ? {} : { by: text(body.due) };
}
