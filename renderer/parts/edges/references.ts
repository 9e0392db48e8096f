import { isOpenSession } from '../../application/openSession.ts';
import { useSidePanel } from '../../application/sidePanel.ts';

/** Where a part of the page says of which record it is. */
const RECORD = '[data-record], [data-form], [data-note-item]';
const MOST = 200;

/** A record by its id alone: `amberdesk:record/6f9c…`. */
const referenceTo = (id: string): string => `amberdesk:record/${id}`;

/**
 * The line that goes out in place of words: references to the records from which they are. Somewhere without a record
 * it only says where it is from. In an open session it leads to nothing.
 */
export function referenceLine(target: Element | null): string {
  if (isOpenSession) return 'amberdesk:open-session';
  const ids = recordsAt(target);
  return ids.length === 0 ? 'amberdesk:' : ids.map(referenceTo).join('\n');
}

/** The records from which something is taken: the chosen rows of a list, what the selection lies in, or what is open. */
export function recordsAt(target: Element | null): string[] {
  const rows = [...(target?.closest('[role="grid"]')?.querySelectorAll('[data-record][aria-selected="true"]') ?? [])];
  const [near] = [target?.closest(RECORD) ?? undefined];
  const within = rows.length > 0 ? rows : near === undefined ? [] : [near];
  const ids = within.map(idOf).filter((id) => id !== '');
  const { subject } = useSidePanel.getState();
  return ids.length > 0 ? [...new Set(ids)].slice(0, MOST) : subject === undefined ? [] : [subject];
}

function idOf(element: Element): string {
  if (!(element instanceof HTMLElement)) return '';
  const { record, form, noteItem } = element.dataset;
  return record ?? form ?? noteItem ?? '';
}
