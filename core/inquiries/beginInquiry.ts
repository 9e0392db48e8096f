import { generateNKeysBetween } from 'fractional-indexing';
import { inOrder } from '../../domain/documents/releasedParts.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { labelRank } from '../../domain/handling/order.ts';
import { MOST_LINES } from '../../domain/inquiries/kinds.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { objectOf } from '../../domain/records/own.ts';
import { objects, text } from '../../domain/records/text.ts';
import { type CreateOptions, createRecord } from '../records/createRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

interface Point {
  readonly point: string;
  readonly source: RecordId;
}

/**
 * Begins an inquiry about a paper, an adoption or a recommendation: its lines are what the paper asks, what was put up, or what
 * is recommended; without points, its title alone. Of nothing, it begins empty. Throws `record.missing`, and `record.invalid`
 * for a record that asks nothing of governments.
 */
export function beginInquiry(session: Session, order: { about?: RecordId | undefined; language: Language }) {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const about = order.about === undefined ? undefined : readRecord(vault, order.about);
    const points = about === undefined ? [] : pointsOf(session, about).slice(0, MOST_LINES);
    const keys = generateNKeysBetween(null, null, points.length);
    const body = objectOf([
      ['title', about === undefined ? '' : titleOf(about, order.language)],
      ['about', about?.id],
      ['by', about === undefined ? undefined : dayOf(about)],
      ['ministries', []],
      [
        'lines',
        points.map(({ point, source }, at) => ({
          ...{ id: surroundings.randomId(), order: keys[at] ?? '', number: at + 1, point, source },
        })),
      ],
    ]);
    const { id } = createRecord(session, 'inquiry', body, about === undefined ? {} : asStrictAs(about));
    changed.add(id);
    return { inquiry: id, lines: points.length };
  });
}

/** Born for the own organisation, or as strict as what its points are copied from, where that is stricter. */
function asStrictAs(about: RecordView): CreateOptions {
  const { mark, ...beside } = handledLike(about);
  const isStricter = mark !== undefined && labelRank(mark.label) < labelRank('TLP:AMBER+STRICT');
  return isStricter ? { mark, ...beside } : beside;
}

function pointsOf({ vault }: Session, { id, kind, body }: RecordView): Point[] {
  if (kind === 'paper') {
    const asks = inOrder(objects(body.asks)).map((ask) => ({ point: text(ask.text).trim(), source: id }));
    const said = asks.filter(({ point }) => point !== '');
    return said.length > 0 ? said : [{ point: text(body.request) || text(body.title), source: id }];
  }
  if (kind === 'adoption') {
    return inOrder(objects(body.put)).map((put) => {
      const source = RecordId.safeParse(put.record).data;
      const there = source === undefined ? undefined : findRecord(vault, source);
      const words = text(put.words) || text(there?.body.text);
      return {
        point: [text(put.title), words].filter((part) => part !== '').join('\u2002'),
        source: there === undefined || source === undefined ? id : source,
      };
    });
  }
  if (kind === 'recommendation' || kind === 'decision' || kind === 'action') {
    const words = [text(body.title), text(body.text)].filter((part) => part !== '').join('\u2002');
    return [{ point: words, source: id }];
  }
  throw new AmberdeskError('record.invalid', { record: id });
}

function titleOf({ title }: RecordView, language: Language): string {
  return language === 'fr' ? `Consultation\u00a0: ${title}` : `Inquiry: ${title}`;
}

/** The day by which it must be answered, where it says one. */
function dayOf({ kind, body }: RecordView): string | undefined {
  const day = kind === 'adoption' ? text(body.deadline).slice(0, 10) : text(body.due);
  return day === '' ? undefined : day;
}
