import { count, text, texts } from '../records/text.ts';
import { passGate } from './gate.ts';
import { byOrder, compare } from './inOrder.ts';
import type { Circumstances, Material, OutsideAudience, ReleasableRecord } from './material.ts';
import { ALL_RULES } from './rules.ts';

/**
 * The open series of a meeting: `O1`, `O2` … for items in the order of the agenda, and `CB/8/O1` … for papers in the
 * order in which items name them, then annexes and others by title. Counted over what may go to `audience`, so that no
 * gap tells of anything. Records that have the number already are included; the Secretariat writes the others into
 * `openNumber`. Breaks have no number. Empty when the meeting is not there.
 */
export function openNumbers(
  material: Material,
  meeting: string,
  audience: Extract<OutsideAudience, { kind: 'community' | 'public' }>,
  circumstances: Circumstances,
): ReadonlyMap<string, string> {
  const { records } = material;
  const { explanation } = passGate(ALL_RULES, { records }, audience, { ...circumstances, product: 'documents' });
  const going = new Set(explanation.records.filter((one) => one.goes).map((one) => one.record));
  const symbol = text(records.find((one) => one.id === meeting)?.body.symbol);
  const open = records.filter((one) => going.has(one.id) && one.body.meeting === meeting);
  const items = inAgendaOrder(open);
  const numbers = new Map<string, string>();
  const numbered = items.filter((item) => item.body.type !== 'break');
  for (const [index, item] of numbered.entries()) numbers.set(item.id, `O${index + 1}`);
  for (const [index, paper] of inPaperOrder(open, items).entries()) {
    numbers.set(paper.id, symbol === '' ? `O${index + 1}` : `${symbol}/O${index + 1}`);
  }
  return numbers;
}

/** Items by day and start of their sessions, then by their order in the session. */
export function inAgendaOrder(records: readonly ReleasableRecord[]): ReleasableRecord[] {
  const sessions = new Map<string, ReleasableRecord>(
    records.filter((one) => one.kind === 'session').map((one) => [one.id, one]),
  );
  const session = (item: ReleasableRecord): ReleasableRecord | undefined => sessions.get(text(item.body.session));
  return records
    .filter((one) => one.kind === 'agendaItem')
    .sort((one, other) => {
      const [first, second] = [session(one)?.body ?? {}, session(other)?.body ?? {}];
      return (
        count(first.day) - count(second.day) ||
        compare(text(first.starts), text(second.starts)) ||
        byOrder({ order: text(one.body.order), id: one.id }, { order: text(other.body.order), id: other.id })
      );
    });
}

function inPaperOrder(records: readonly ReleasableRecord[], items: readonly ReleasableRecord[]): ReleasableRecord[] {
  const papers = new Map<string, ReleasableRecord>(
    records.filter((one) => one.kind === 'paper').map((one) => [one.id, one]),
  );
  const ordered = new Set<ReleasableRecord>();
  for (const item of items) {
    for (const id of texts(item.body.papers)) {
      const paper = papers.get(id);
      if (paper !== undefined) ordered.add(paper);
    }
  }
  const rest = [...papers.values()].filter((paper) => !ordered.has(paper));
  rest.sort((one, other) => compare(text(one.body.title), text(other.body.title)) || compare(one.id, other.id));
  return [...ordered, ...rest];
}
