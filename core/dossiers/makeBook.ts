import { generateNKeysBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { dossiersCalls } from '../../contract/dossiers/calls.ts';
import { planOf } from '../../domain/dossiers/plan.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objectOf } from '../../domain/records/own.ts';
import { asJson } from '../../domain/records/revision.ts';
import { count, objects, text, texts } from '../../domain/records/text.ts';
import { inAgendaOrder } from '../../domain/release/numbering.ts';
import { readCircle } from '../records/circle.ts';
import { createRecord } from '../records/createRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { isOpenEnough, requireBook } from './bookRecords.ts';

type Order = z.output<typeof dossiersCalls.make.input>;
type Language = Order['language'];

/** A tab to be, with the papers behind it. */
interface Behind {
  readonly name: string;
  readonly papers: readonly string[];
}

const OPEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

/**
 * Makes a book of a meeting: its papers in the order of the agenda, those of an open book as far as the invited bodies may have
 * them; or as another book is. Throws `record.missing`, `record.invalid`, and what making a record throws.
 */
export function makeBook(session: Session, order: Order): RecordId {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const meeting = readRecord(vault, order.meeting);
    if (meeting.kind !== 'meeting' || meeting.deleted)
      throw new AmberdeskError('record.missing', { record: meeting.id });
    const model = order.like === undefined ? undefined : requireBook(vault, order.like);
    const offered = papersOffered(session, order);
    const sections =
      model === undefined ? sectionsOf(session, order, offered) : likeModel(session, model, order, offered);
    const body = objectOf([
      ['meeting', order.meeting],
      ['title', order.title],
      ['book', order.book],
      ['language', order.language],
      ...Object.entries(laidOut(session, sections)),
      ['copies', model === undefined ? undefined : copiesLike(session, model)],
    ]);
    const { id } = createRecord(session, 'dossier', body, order.book === 'open' ? { mark: OPEN } : {});
    changed.add(id);
    return id;
  });
}

/** The papers that a new book of a meeting may hold, by id. What one member keeps for itself is none of them. */
function papersOffered({ vault }: Session, { meeting, book }: Order): ReadonlyMap<string, RecordView> {
  const isOpen = isOpenEnough(readCircle(vault));
  const items = listRecords(vault, { kind: 'agendaItem', where: { meeting }, deleted: false });
  const named = new Set(items.flatMap(({ body }) => texts(body.papers)));
  const all = listRecords(vault, { kind: 'paper', deleted: false }).filter(
    ({ id, body }) =>
      (body.meeting === meeting || named.has(id)) &&
      body.status !== 'withdrawn' &&
      body.type !== 'nationalPosition' &&
      body.type !== 'minutes',
  );
  const having = all.filter((paper) => book === 'closed' || isOpen(paper));
  return new Map(having.map((paper) => [paper.id, paper]));
}

/** The papers item by item, each with its annexes; then those that no item names, by number and title. */
function sectionsOf(
  { vault }: Session,
  { meeting, book, tabs, language }: Order,
  offered: ReadonlyMap<string, RecordView>,
) {
  const sessions = listRecords(vault, { kind: 'session', where: { meeting }, deleted: false });
  const items = listRecords(vault, { kind: 'agendaItem', where: { meeting }, deleted: false });
  const placed = new Set<string>();
  const sections: { name: string; papers: string[] }[] = [];
  const withAnnexes = (id: string): string[] => {
    if (placed.has(id) || !offered.has(id)) return [];
    placed.add(id);
    const annexes = [...offered.values()].filter(({ body }) => body.annexOf === id).sort(byNumber);
    return [id, ...annexes.flatMap((annex) => withAnnexes(annex.id))];
  };
  for (const item of inAgendaOrder([...sessions, ...items])) {
    const session = sessions.find(({ id }) => id === item.body.session);
    if (book === 'open' && session?.body.access !== 'open') continue;
    const papers = texts(item.body.papers).flatMap(withAnnexes);
    if (papers.length === 0) continue;
    const name = tabs === 'none' ? '' : tabs === 'items' ? itemName(item.body, book) : sessionName(session, language);
    const last = sections.at(-1);
    if (last?.name === name) last.papers.push(...papers);
    else sections.push({ name, papers });
  }
  const rest = [...offered.values()].filter(({ id }) => !placed.has(id)).sort(byNumber);
  const left = book === 'open' ? rest.filter(({ body }) => text(body.openNumber) !== '') : rest;
  const others = left.flatMap(({ id }) => withAnnexes(id));
  const ELSE = { en: 'Further papers', fr: 'Autres documents' } as const;
  return others.length === 0
    ? sections
    : [...sections, { name: tabs === 'none' ? '' : ELSE[language], papers: others }];
}

function itemName(body: JsonObject, book: Order['book']): string {
  const number = book === 'open' ? text(body.openNumber) : String(count(body.number) || '');
  return [number, text(body.title)].filter(Boolean).join('  ');
}

function sessionName(session: RecordView | undefined, language: Language): string {
  if (session === undefined) return '';
  const isOpen = session.body.access === 'open';
  const [day, starts] = [count(session.body.day), text(session.body.starts)];
  return language === 'en'
    ? `Day ${day}, ${starts}: ${isOpen ? 'open' : 'closed'} session`
    : `Jour ${day}, ${starts}\u00A0: séance ${isOpen ? 'ouverte' : 'à huis clos'}`;
}

const collator = new Intl.Collator('en', { numeric: true });
const byNumber = (one: RecordView, other: RecordView): number => collator.compare(one.title, other.title);

/**
 * As the model is: of the same meeting with what it holds, of another one with its tabs, behind which papers stand of the
 * types that stood there.
 */
function likeModel(
  { vault }: Session,
  model: RecordView,
  order: Order,
  offered: ReadonlyMap<string, RecordView>,
): Behind[] {
  const { papers, tabs } = planOf(model.body);
  const held = papers.filter(({ paper }) => offered.has(paper));
  const isSame = model.body.meeting === order.meeting;
  const typeOf = (paper: string) => text(findRecord(vault, paper)?.body.type);
  const tabFor = new Map(
    papers.flatMap(({ paper, tab }) => (tab === undefined ? [] : [[typeOf(paper), tab] as const])),
  );
  const fresh = [...offered.values()]
    .sort(byNumber)
    .map(({ id, body }) => ({ paper: id, tab: tabFor.get(text(body.type)) }));
  const placed: readonly { readonly paper: string; readonly tab?: string | undefined }[] = isSame ? held : fresh;
  const behind = (tab: string | undefined) => placed.filter((one) => one.tab === tab).map(({ paper }) => paper);
  return [{ name: '', papers: behind(undefined) }, ...tabs.map(({ id, name }) => ({ name, papers: behind(id) }))];
}

function laidOut({ surroundings }: Session, sections: readonly Behind[]): JsonObject {
  const named = sections.filter(({ name }) => name !== '');
  const tabKeys = generateNKeysBetween(null, null, named.length);
  const ids = new Map(named.map((section) => [section, String(surroundings.randomId())]));
  const all = sections.flatMap((section) => section.papers.map((paper) => ({ paper, tab: ids.get(section) })));
  const keys = generateNKeysBetween(null, null, all.length);
  return {
    papers: asJson(
      all.map(({ paper, tab }, at) => ({
        id: surroundings.randomId(),
        order: keys[at] ?? '',
        paper,
        ...(tab === undefined ? {} : { tab }),
        annexes: true,
      })),
    ),
    tabs: asJson(
      named.map((section, at) => ({ id: ids.get(section) ?? '', order: tabKeys[at] ?? '', name: section.name })),
    ),
  };
}

/** Those who had a copy of the model; with its numbers where this seat gives numbers. */
function copiesLike({ vault, surroundings }: Session, model: RecordView) {
  const numbers = vault.installation.role === 'secretariat';
  return asJson(
    objects(model.body.copies).map(({ order, party, number }) => ({
      id: surroundings.randomId(),
      order: order ?? '',
      party: party ?? '',
      ...(numbers && number !== undefined ? { number } : {}),
    })),
  );
}
