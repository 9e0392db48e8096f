import type { z } from 'zod';
import type { lifeCalls } from '../../contract/papers/life.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { objectOf } from '../../domain/records/own.ts';
import { texts } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { changesTo, dayOf } from './life.ts';

type Order = z.output<(typeof lifeCalls.commission)['input']>;

/**
 * Asks for papers: each is made as commissioned, says who asked whom and for when, and is listed at the item. It comes
 * from the members that are asked; of anybody else it says so once they sent it. Where somebody outside the board is
 * asked, it is for the board and for them. All or nothing. Throws `record.missing`, `record.conflict`, `record.invalid`.
 */
export function commissionPapers(session: Session, order: Order): RecordId[] {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const item = order.item === undefined ? undefined : readRecord(vault, order.item);
    if (item !== undefined && (item.kind !== 'agendaItem' || item.deleted)) {
      throw new AmberdeskError('record.missing', { record: item.id });
    }
    const circle = readCircle(vault);
    const made = order.papers.map(({ title, type, from }) => {
      for (const id of from) requireParty(session, id);
      const members = [...new Set(from.map((id) => homeOf(circle, id)).filter((id) => circle.board.has(id)))];
      const body = objectOf([
        ['title', title],
        ['type', type],
        ['meeting', order.meeting ?? item?.body.meeting],
        ['from', members.length === 0 ? undefined : members],
        ['commissionedBy', vault.installation.seat],
        ['commissionedFrom', from.length === 0 ? undefined : [...from]],
        ['commissionedOn', dayOf(session)],
        ['language', order.language],
        ['due', order.due],
        ['purpose', order.purpose?.trim() || undefined],
        ['request', order.request?.trim() || undefined],
        ...Object.entries(changesTo(session, {}, 'commissioned', '')),
      ]);
      const mark = markFor(circle, from);
      const { id } = createRecord(session, 'paper', body, mark === undefined ? {} : { mark });
      changed.add(id);
      return id;
    });
    if (item !== undefined) {
      editRecord(session, item.id, { papers: [...texts(item.body.papers), ...made] });
      changed.add(item.id);
    }
    return made;
  });
}

function requireParty({ vault }: Session, id: RecordId): void {
  const { kind, deleted } = readRecord(vault, id);
  if (deleted || (kind !== 'organisation' && kind !== 'person'))
    throw new AmberdeskError('record.missing', { record: id });
}

const homeOf = (circle: Circle, id: string): string => circle.persons.get(id)?.organisation ?? id;

/** The board, and those outside of it who are asked; undefined where all who are asked are of the board. */
function markFor(circle: Circle, from: readonly RecordId[]): Mark | undefined {
  const outside = from.filter((id) => !circle.board.has(homeOf(circle, id)));
  if (outside.length === 0) return undefined;
  const isPerson = (id: string) => circle.persons.has(id);
  return {
    label: 'TLP:AMBER',
    distribution: {
      to: 'named',
      organisations: [...[...circle.board].map((id) => RecordId.parse(id)), ...outside.filter((id) => !isPerson(id))],
      persons: outside.filter(isPerson),
    },
  };
}
