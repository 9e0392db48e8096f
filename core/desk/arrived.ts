import type { z } from 'zod';
import type { deskCalls } from '../../contract/desk/calls.ts';
import { homesOf } from '../../domain/library/home.ts';
import type { BundleEntry } from '../exchange/bundleList.ts';
import { writersOf } from '../records/past/writers.ts';
import type { ColumnStore } from '../records/register/columnStore.ts';
import type { Session } from '../session.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { named } from './deskRecords.ts';

type Answer = z.input<typeof deskCalls.read.output>;

/** So many records are named; the rest is a number. */
const MOST_NEWS = 6;
/** What people wrote to each other comes first, then what is read, then what stands around it. */
const ORDER = [
  'comment',
  'paper',
  'portion',
  'decision',
  'action',
  'recommendation',
  'publicLine',
  'term',
  'inquiry',
  'ministryAnswer',
  'meeting',
  'agendaItem',
  'participant',
  'session',
  'person',
  'organisation',
];

const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  last: sqlite.prepare<[], number | null>('SELECT max(seq) FROM journal').pluck(),
  news: sqlite.prepare<[number], { record: string; author: string; at: string; parents: string }>(
    `SELECT record, author, at, parents FROM revision
     WHERE bundle IN (SELECT json_extract(detail, '$.bundle') FROM journal WHERE act = 'bundle.accepted' AND seq > ?)
     ORDER BY at, id`,
  ),
}));

/** Bundles that wait for a decision, and what others wrote in those that were accepted after line `seen` of the journal. */
export function readArrived(
  { vault }: Session,
  store: ColumnStore,
  bundles: readonly BundleEntry[],
  seen: number,
): Pick<Answer, 'bundles' | 'news' | 'moreNews' | 'journal'> {
  const { last, news } = statementsOf(vault.sqlite);
  const writer = writersOf(vault);
  const byRecord = Map.groupBy(news.all(seen), ({ record }) => record);
  const all = [...byRecord].flatMap(([id, revisions]) => {
    const record = store.records.get(id);
    const latest = revisions.at(-1);
    if (record === undefined || record.deleted || latest === undefined) return [];
    return {
      ...named(record),
      is: revisions.some(({ parents }) => parents === '[]') ? ('new' as const) : ('changed' as const),
      who: writer(latest.author),
      at: latest.at,
      homes: homesOf(record, (home) => store.records.get(home)).map(named),
    };
  });
  const place = ({ kind }: { readonly kind: string }) => (ORDER.indexOf(kind) + ORDER.length + 1) % (ORDER.length + 1);
  all.sort((one, other) => place(one) - place(other) || (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return {
    bundles: bundles
      .filter(({ direction, standing }) => direction === 'in' && standing === 'waiting')
      .map(({ bundle, sender, senderName, organisationName, purpose, records, created }) => {
        return { bundle, sender, senderName, organisationName, purpose, records, created };
      }),
    news: all.slice(0, MOST_NEWS),
    moreNews: Math.max(0, all.length - MOST_NEWS),
    journal: last.get() ?? 0,
  };
}
