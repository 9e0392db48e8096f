import { AmberdeskError } from '../../domain/errors.ts';
import { startingDistribution } from '../../domain/handling/change.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import type { Handling, Mark } from '../../domain/handling/handling.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { isAwaited } from '../../domain/papers/status.ts';
import { hasContent } from '../../domain/papers/wordsOf.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { text, texts } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import { portionsIn } from './keepPortions.ts';

/**
 * A paper that a body was asked for and that is waited for; `written`: something stands in its text already; `portions`: how
 * many stricter portions have their place in it.
 */
export interface Commissioned {
  readonly paper: RecordId;
  readonly title: string;
  readonly written: boolean;
  readonly portions: number;
}

/** How many of them are offered to choose from. */
const OFFERED = 200;

/** The papers that this body, or somebody of it, was asked for and that are still waited for: of one meeting, where it is known. */
export function commissionedPapers(
  session: Session,
  body: RecordId,
  meeting: RecordId | undefined,
): readonly Commissioned[] {
  const circle = readCircle(session.vault);
  return listRecords(session.vault, {
    kind: 'paper',
    deleted: false,
    order: 'due',
    ...(meeting === undefined ? {} : { where: { meeting } }),
  })
    .filter((view) => isWaitedFor(view, circle, body))
    .slice(0, OFFERED)
    .map(({ id, body: own }) => ({
      paper: id,
      title: text(own.title),
      written: isWritten(own),
      portions: portionsIn(own.body),
    }));
}

/** That paper, if this body was asked for it and it is waited for. Throws `record.missing`, `record.conflict`, `record.invalid`. */
export function requireCommissioned(session: Session, paper: RecordId, body: RecordId): RecordView {
  const view = readRecord(session.vault, paper);
  if (view.conflicted) throw new AmberdeskError('record.conflict', { record: paper });
  if (!isWaitedFor(view, readCircle(session.vault), body))
    throw new AmberdeskError('record.invalid', { record: paper });
  return view;
}

function isWaitedFor({ kind, deleted, conflicted, body: own }: RecordView, circle: Circle, body: RecordId): boolean {
  if (kind !== 'paper' || deleted || conflicted || !isAwaited(own)) return false;
  return texts(own.commissionedFrom).some((id) => homeOf(circle, id) === body);
}

/** Whether a paper has a text: anything but empty paragraphs. */
export function isWritten({ body = null }: JsonObject): boolean {
  if (body === null) return false;
  const document = RichText.safeParse(body);
  return !document.success || hasContent(document.data);
}

/**
 * The mark of a commissioned paper once it has what a body wrote: never wider than it is, and within the board and that
 * body, whoever else was asked; or what stays with one's own organisation alone. Undefined where it is so already.
 */
export function markOnceReceived(
  session: Session,
  { label, distribution }: Handling,
  body: RecordId,
  stays: boolean,
): Mark | undefined {
  if (label === 'PRIVATE' || label === 'TLP:RED' || label === 'TLP:AMBER+STRICT') return undefined;
  const { organisation, seat: person } = session.vault.installation;
  if (stays) {
    const strict = 'TLP:AMBER+STRICT';
    return { label: strict, distribution: startingDistribution(strict, { organisation, person }) };
  }
  if (label !== 'TLP:AMBER') return { label: 'TLP:AMBER', distribution: { to: 'board' } };
  if (distribution.to !== 'named') return undefined;
  const circle = readCircle(session.vault);
  const stay = (id: string) => circle.board.has(homeOf(circle, id)) || homeOf(circle, id) === body;
  const organisations = distribution.organisations.filter(stay);
  const persons = distribution.persons.filter(stay);
  const isSame =
    organisations.length === distribution.organisations.length && persons.length === distribution.persons.length;
  return isSame ? undefined : { label, distribution: { to: 'named', organisations, persons } };
}

const homeOf = (circle: Circle, id: string): string => circle.persons.get(id)?.organisation ?? id;
