import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import type { RecordView } from '../../../core/records/recordView.ts';
import { readRegister, registerIds } from '../../../core/records/register/register.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Filter } from '../../../domain/records/filter.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from '../../../domain/records/json.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { aSession, type TestSession } from '../../helpers/aSession.ts';

const NAMES = [
  'Åland',
  'Aland 2',
  'aland 10',
  'Zeta',
  'élan',
  'Elan',
  '“Quoted”',
  'Łódź',
  'lodz',
  '',
  'CB/8/10',
  'CB/8/9',
];
const name = fc.constantFrom(...NAMES);
const date = fc.constantFrom('2027-01-09', '2027-03-11', '2027-11-02');
const maybe = <T extends Json>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
/** Numbers stand for one of the organisations there are. */
const party = fc.nat(30);

const body = fc.oneof(
  fc.record({
    kind: fc.constant('organisation'),
    fields: fc.record({ name: maybe(name), doNotName: maybe(fc.boolean()) }),
  }),
  fc.record({ kind: fc.constant('person'), fields: fc.record({ name: maybe(name), organisation: maybe(party) }) }),
  fc.record({
    kind: fc.constant('paper'),
    fields: fc.record({
      title: maybe(name),
      status: maybe(fc.constantFrom('cleared', 'issued', 'drafting')),
      due: maybe(date),
      from: maybe(fc.array(party, { maxLength: 3 })),
    }),
  }),
  fc.record({
    kind: fc.constant('meeting'),
    fields: fc.record({ title: maybe(name), number: maybe(fc.integer({ min: 1, max: 12 })), starts: maybe(date) }),
  }),
);

const COLUMNS = [
  'name',
  'doNotName',
  'organisation',
  'title',
  'status',
  'due',
  'from',
  'number',
  'starts',
  '$title',
  '$kind',
  '$updated',
  '$state',
  '$label',
];
const column = fc.constantFrom(...COLUMNS);
const value: fc.Arbitrary<Json> = fc.oneof(
  name,
  date,
  fc.constantFrom('cleared', 'paper', 'draft', 'TLP:AMBER'),
  fc.integer({ min: 1, max: 12 }),
  fc.boolean(),
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ column, is: fc.constantFrom('equals' as const, 'notEquals' as const), value }),
  fc.record({
    column: fc.constantFrom('organisation', 'from'),
    is: fc.constantFrom('equals' as const, 'notEquals' as const),
    value: party,
  }),
  fc.record({ column, is: fc.constant('oneOf' as const), value: fc.array(value, { maxLength: 3 }) }),
  fc.record({
    column,
    is: fc.constant('contains' as const),
    value: fc.constantFrom('a', 'Å', 'lod', 'e', '1', 'issued', ' '),
  }),
  fc.record({ column, is: fc.constantFrom('empty' as const, 'notEmpty' as const) }),
  fc.record({
    column,
    is: fc.constantFrom('before' as const, 'after' as const),
    value: fc.oneof(date, fc.integer({ min: 1, max: 12 }), fc.constantFrom('2027', '2027-03')),
  }),
);
const query = fc.record({
  filters: fc.array(filter, { maxLength: 2 }),
  sort: fc.array(fc.record({ column, descending: fc.boolean() }), { maxLength: 2 }),
  kinds: fc.constant<string[]>(['organisation', 'person', 'paper', 'meeting']),
  deleted: fc.constantFrom(undefined, 'without' as const, 'with' as const, 'only' as const),
  drafts: fc.constantFrom(undefined, undefined, true, false),
});
const change = fc.record({
  of: fc.nat(1000),
  does: fc.constantFrom('edit', 'edit', 'delete', 'restore', 'share', 'add'),
  body,
});

describe('a list', () => {
  it('has what a search through all records by hand finds, in the order in which people read it, after any change', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    for (const { kind, fields } of fc.sample(body, 60)) add(session, kind, fields);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 3 }),
        query,
        fc.nat(20),
        (changes, { deleted, drafts, ...asked }, offset) => {
          for (const one of changes) apply(session, one);
          const selection = { ...asked, filters: asked.filters.map((one) => named(session, one)), deleted, drafts };
          const expected = byHand(session, selection);
          expect(registerIds(session.vault, selection)).toEqual(expected.map(({ id }) => id));
          const page = readRegister(session.vault, { ...selection, columns: COLUMNS, offset, limit: 7 });
          expect(page.total).toBe(expected.length);
          expect(page.rows.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 7).map(({ id }) => id));
          for (const row of page.rows) {
            const view = expected.find(({ id }) => id === row.id);
            for (const field of COLUMNS.filter((one) => !one.startsWith('$')))
              expect(row.cells[field]).toEqual(view?.body[field]);
            expect(row).toMatchObject({
              title: view?.title,
              deleted: view?.deleted,
              draft: view?.draft,
              label: view?.handling.label,
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

type Selection = {
  filters: Filter[];
  sort: { column: string; descending: boolean }[];
  kinds: string[];
  deleted: 'without' | 'with' | 'only' | undefined;
  drafts: boolean | undefined;
};

const organisations = (session: TestSession) => listRecords(session.vault, { kind: 'organisation' });

function partyOf(session: TestSession, number: number): string {
  const all = organisations(session);
  return all[number % Math.max(1, all.length)]?.id ?? 'fa0c1c1e-0000-4000-8000-000000000000';
}

function fieldsOf(session: TestSession, fields: Readonly<Record<string, unknown>>): JsonObject {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const linked = given.map(([field, value]): [string, Json] => {
    if (field === 'organisation') return [field, partyOf(session, Number(value))];
    if (Array.isArray(value)) return [field, value.map((number) => partyOf(session, Number(number)))];
    return [field, JSON.parse(JSON.stringify(value))];
  });
  return Object.fromEntries(linked);
}

function add(session: TestSession, kind: string, fields: Readonly<Record<string, unknown>>): void {
  const id = naturalId(kind, `listed ${listRecords(session.vault).length}`);
  createRecord(session, kind, fieldsOf(session, fields), { id });
}

function apply(
  session: TestSession,
  { of, does, body: { kind, fields } }: { of: number; does: string; body: { kind: string; fields: object } },
): void {
  const all = listRecords(session.vault);
  const record = all[of % all.length];
  session.surroundings.move(3_600_000);
  if (record === undefined) return;
  if (does === 'add' && all.length < 90) add(session, kind, { ...fields });
  if (does === 'edit' && record.kind === kind) editRecord(session, record.id, fieldsOf(session, { ...fields }));
  if (does === 'delete') deleteRecord(session, record.id, 'Entered twice');
  if (does === 'restore') restoreRecord(session, record.id);
  if (does === 'share') shareDrafts(session, [record.id]);
}

function named(session: TestSession, one: Filter): Filter {
  if ((one.is !== 'equals' && one.is !== 'notEquals') || typeof one.value !== 'number') return one;
  return one.column === 'number' ? one : { ...one, value: partyOf(session, one.value) };
}

/** The same list, written down as slowly and plainly as possible. */
function byHand(session: TestSession, { filters, sort, kinds, deleted, drafts }: Selection): RecordView[] {
  const all = listRecords(session.vault);
  const titleOf = (id: string) => all.find((record) => record.id === id)?.title ?? '';
  const value = (record: RecordView, name: string): Json | undefined => {
    if (name === '$title') return record.title;
    if (name === '$kind') return record.kind;
    if (name === '$updated') return record.updated;
    if (name === '$label') return record.handling.label;
    if (name === '$state') return record.deleted ? 'deleted' : record.draft ? 'draft' : 'shared';
    return record.body[name];
  };
  const seen = (record: RecordView, name: string): string => {
    const cell = value(record, name);
    if (cell === undefined) return '';
    if (name === 'organisation') return titleOf(String(cell));
    if (Array.isArray(cell))
      return cell
        .map((id) => titleOf(String(id)))
        .filter(Boolean)
        .join(', ');
    return valueName(record.kind, name, String(cell), 'en') ?? String(cell);
  };
  const fits = (record: RecordView, one: Filter): boolean => {
    const cell = value(record, one.column);
    const equals = (wanted: Json) =>
      Array.isArray(cell) ? cell.some((part) => sameJson(part, wanted)) : cell === wanted;
    switch (one.is) {
      case 'equals':
      case 'notEquals':
        return equals(one.value) === (one.is === 'equals');
      case 'oneOf':
        return one.value.some(equals);
      case 'contains':
        return plain(seen(record, one.column)).includes(plain(one.value));
      case 'empty':
      case 'notEmpty':
        return (cell === undefined || String(cell).trim() === '') === (one.is === 'empty');
      default: {
        if (cell === undefined || isJsonObject(cell) || typeof cell !== typeof one.value || cell === '') return false;
        const here = typeof cell === 'string' ? cell.substring(0, String(one.value).length) : Number(cell);
        return one.is === 'before' ? here < one.value : here > one.value;
      }
    }
  };
  const compare = (one: RecordView, other: RecordView): number => {
    for (const { column: name, descending } of [...sort, { column: '$title', descending: false }]) {
      const order = compareCells(one, other, name);
      if (Math.abs(order) === 2) return order;
      if (order !== 0) return descending ? -order : order;
    }
    return one.id < other.id ? -1 : 1;
  };
  /** 2 when only one of them has something: that one is first in any direction. */
  const compareCells = (one: RecordView, other: RecordView, name: string): number => {
    const [first, second] = [seen(one, name).trim(), seen(other, name).trim()];
    if (first === '' || second === '') return first === second ? 0 : first === '' ? 2 : -2;
    if (name === '$label') return 0;
    return compareWords(plain(first), plain(second));
  };
  return all
    .filter((record) => kinds.includes(record.kind) && (deleted === 'with' || record.deleted === (deleted === 'only')))
    .filter((record) => drafts === undefined || record.draft === drafts)
    .filter((record) => filters.every((one) => fits(record, one)))
    .sort(compare);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replace(/[“”]/g, '');
}

/** Numbers by size, all else letter by letter. */
function compareWords(one: string, other: string): number {
  const [parts, others] = [one, other].map((text) => text.match(/\d+|[^\d]/g) ?? []);
  for (let index = 0; ; index++) {
    const [first, second] = [parts?.[index], others?.[index]];
    if (first === second && first === undefined) return 0;
    if (first === second) continue;
    if (first === undefined || second === undefined) return first === undefined ? -1 : 1;
    const numbers = /^\d/.test(first) && /^\d/.test(second);
    if (numbers && Number(first) !== Number(second)) return Number(first) < Number(second) ? -1 : 1;
    if (!numbers) return first < second ? -1 : 1;
  }
}
