import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { text, texts } from '../../domain/records/text.ts';
import { useRead } from '../application/queries.ts';

/** An item of a later meeting, as far as a choice could stand in it. */
export interface LaterItem {
  readonly id: string;
  readonly name: string;
  readonly label: Label;
  /** It has a paper that is a deep-dive, or says so itself. */
  readonly deepDive: boolean;
}

export interface LaterMeeting {
  readonly id: string;
  readonly title: string;
  readonly items: readonly LaterItem[];
}

export const isDeepDive = ({ deepDive }: LaterItem): boolean => deepDive;

const SAYS_SO = /^(deep-dive|étude approfondie)/i;

/** The meetings after this one with their items, the next first; undefined until they are read. */
export function useLaterMeetings(meeting: string): readonly LaterMeeting[] | undefined {
  const { data: meetings } = useRead('records', 'list', { kind: 'meeting', deleted: false });
  const { data: items } = useRead('records', 'list', { kind: 'agendaItem', deleted: false });
  const { data: papers } = useRead('records', 'list', { kind: 'paper', deleted: false });
  if (meetings === undefined || items === undefined || papers === undefined) return undefined;
  const after = text(meetings.find(({ id }) => id === meeting)?.body.starts);
  const dives = new Set<string>(papers.filter(({ body }) => body.type === 'deepDive').map(({ id }) => id));
  return meetings
    .filter(({ id, body }) => id !== meeting && text(body.starts) > after)
    .toSorted((one, other) => (text(one.body.starts) < text(other.body.starts) ? -1 : 1))
    .map(({ id, title }) => ({
      id,
      title,
      items: items
        .filter(({ body }) => body.meeting === id && body.type === 'item')
        .toSorted((one, other) => collator.compare(one.title, other.title))
        .map((item) => ({
          id: item.id,
          name: item.title,
          label: effectiveHandling(item.handling, item.body).label,
          deepDive: SAYS_SO.test(text(item.body.title)) || texts(item.body.papers).some((paper) => dives.has(paper)),
        })),
    }));
}

const collator = new Intl.Collator(undefined, { numeric: true });
