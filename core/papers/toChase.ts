import type { z } from 'zod';
import type { lifeCalls } from '../../contract/papers/life.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import { isLate, isToBeChased, statusOf } from '../../domain/papers/status.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { readCircle } from '../records/circle.ts';
import { listRecords } from '../records/listRecords.ts';
import type { RecordView } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { dayOf } from './life.ts';

type Chase = z.input<(typeof lifeCalls.toChase)['output']>;

/** The papers that are late or due within so many days, by who is to write them, the longest overdue first. */
export function papersToChase(session: Session, meeting: RecordId | undefined, within: number): Chase {
  const { vault } = session;
  const today = dayOf(session);
  const waiting = listRecords(vault, {
    kind: 'paper',
    deleted: false,
    order: 'due',
    ...(meeting === undefined ? {} : { where: { meeting } }),
  }).filter(({ body }) => isToBeChased(body, today, within));
  const circle = readCircle(vault);
  const groups = Map.groupBy(waiting, ({ body }) => askedOf(body).join(' '));
  return {
    today,
    groups: [...groups]
      .sort(([one], [other]) => Number(one === '') - Number(other === ''))
      .map(([key, papers]) => ({
        ...audienceFor(
          circle,
          key.split(' ').flatMap((id) => RecordId.safeParse(id).data ?? []),
          papers,
        ),
        who: key.split(' ').flatMap((id) => namedHere(vault, id)),
        papers: papers.map((paper) => lineOf(vault, paper, today)),
      })),
  };
}

/** Members learn of it together; somebody outside alone, as a guest of these papers. */
function audienceFor(circle: Circle, who: readonly RecordId[], papers: readonly RecordView[]): { audience?: Audience } {
  const [first] = who;
  const [paper] = papers;
  if (first === undefined || paper === undefined) return {};
  const homes = who.map((id) => RecordId.parse(circle.persons.get(id)?.organisation ?? id));
  if (homes.every((id) => circle.board.has(id))) {
    return { audience: { kind: 'group', organisations: [...new Set(homes)] } };
  }
  if (who.length > 1) return {};
  return { audience: { kind: 'guest', party: first, item: paper.id, papers: papers.map(({ id }) => id) } };
}

/** Who is to write a paper: whom it was commissioned from, else those it comes from. */
function askedOf(body: RecordView['body']): string[] {
  const asked = texts(body.commissionedFrom);
  return asked.length > 0 ? asked : texts(body.from);
}

function namedHere(vault: Vault, id: string) {
  const record = findRecord(vault, id);
  return record === undefined ? [] : [{ record: RecordId.parse(record.id), kind: record.kind, title: record.title }];
}

function lineOf(
  vault: Vault,
  { id, title, body }: RecordView,
  today: string,
): Chase['groups'][number]['papers'][number] {
  const due = text(body.due);
  const reminders = objects(body.reminders).toSorted(compareEntries);
  const status = statusOf(body);
  const last = reminders.at(-1);
  return {
    paper: id,
    title,
    meeting: findRecord(vault, text(body.meeting))?.title ?? '',
    due,
    late: isLate(body, today) ? Temporal.PlainDate.from(due).until(today).days : 0,
    ...(status === undefined ? {} : { status }),
    ...(last === undefined ? {} : { reminded: { on: text(last.on), times: reminders.length } }),
  };
}
