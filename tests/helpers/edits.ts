import fc from 'fast-check';
import { type Handling, LABELS } from '../../domain/handling/handling.ts';
import { isDeleted } from '../../domain/records/deletion.ts';
import { naturalId } from '../../domain/records/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { objects } from '../../domain/records/text.ts';

/** One change that a person makes to a record. Numbers pick from small pools, so that two people often meet. */
export type Edit =
  | { op: 'scalar'; field: number; value: number }
  | { op: 'unset'; field: number }
  | { op: 'add' | 'remove'; element: number }
  | { op: 'entry'; entry: number; order: number; words: number }
  | { op: 'dropEntry'; entry: number }
  | { op: 'block'; at: number; words: number }
  | { op: 'insert'; at: number; id: number; words: number }
  | { op: 'cut'; at: number }
  | { op: 'move'; from: number; to: number }
  | { op: 'attribute'; value: number }
  | { op: 'delete'; reason: number }
  | { op: 'restore' }
  | { op: 'label'; label: number }
  | { op: 'distribution'; distribution: number }
  | { op: 'caveat'; caveat: number }
  | { op: 'chathamHouse' }
  | { op: 'expires'; day: number }
  | { op: 'newer'; field: number; value: number };

const small = fc.nat(5);

/** Any edit; texts more often than the rest. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: fc.constant('block' as const), at: small, words: small }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('insert' as const), at: small, id: fc.nat(11), words: small }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('cut' as const), at: small }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('move' as const), from: small, to: small }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('scalar' as const), field: small, value: small }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('unset' as const), field: small }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constantFrom('add' as const, 'remove' as const), element: small }) },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('entry' as const), entry: fc.nat(3), order: fc.nat(3), words: small }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('dropEntry' as const), entry: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('attribute' as const), value: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('delete' as const), reason: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('restore' as const) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('label' as const), label: small }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('distribution' as const), distribution: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('caveat' as const), caveat: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('chathamHouse' as const) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('expires' as const), day: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('newer' as const), field: fc.nat(2), value: small }) },
);

export interface Content {
  readonly body: JsonObject;
  readonly handling: Handling;
}

const STATES = ['XA', 'XB', 'XC', 'XD', 'XE', 'XF'].map((code) => naturalId('organisation', code));
const state = (n: number) => STATES[n % STATES.length] ?? naturalId('organisation', 'XA');

const SCALARS: readonly { field: string; value: (n: number) => Json }[] = [
  { field: 'title', value: (n) => `Title ${n}` },
  { field: 'due', value: (n) => `2027-05-1${n}` },
  {
    field: 'status',
    value: (n) => ['commissioned', 'drafting', 'submitted', 'cleared', 'issued', 'withdrawn'][n] ?? '',
  },
  { field: 'annexOf', value: (n) => state(n) },
  { field: 'verification', value: (n) => ({ on: `2027-06-1${n}`, reason: `Read ${n}` }) },
  { field: 'purpose', value: (n) => `Purpose ${n}` },
];

const DISTRIBUTIONS: readonly Handling['distribution'][] = [
  { to: 'board' },
  { to: 'community' },
  { to: 'everyone' },
  { to: 'named', organisations: [state(0)], persons: [] },
  { to: 'named', organisations: [state(0), state(1)], persons: [] },
  { to: 'named', organisations: [state(1), state(2)], persons: [] },
  { to: 'named', organisations: [], persons: [naturalId('person', 'one')] },
];

export const paragraph = (id: string, words: string): JsonObject => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: words }],
});

/** A paper as its author first writes it. `n` tells two authors' beginnings apart. */
export function firstContent(n: number): Content {
  return {
    body: {
      title: `Title ${n}`,
      due: '2027-05-10',
      from: [state(0), state(1)],
      asks: [{ id: 'e0', order: 'a0', text: 'Ask 0' }],
      body: { type: 'doc', content: [0, 1, 2, 3].map((i) => paragraph(`b${i}`, `Words ${i} of ${n}`)) },
    },
    handling: {
      label: 'TLP:AMBER',
      distribution: { to: 'board' },
      originator: state(0),
      caveats: [],
      chathamHouse: false,
    },
  };
}

/** The content after one edit. An edit that finds nothing to change changes nothing. */
export function applyEdit({ body, handling }: Content, change: Edit): Content {
  switch (change.op) {
    case 'label':
      return { body, handling: { ...handling, label: LABELS[1 + (change.label % 5)] ?? 'TLP:RED' } };
    case 'distribution':
      return {
        body,
        handling: {
          ...handling,
          distribution: DISTRIBUTIONS[change.distribution % DISTRIBUTIONS.length] ?? { to: 'board' },
        },
      };
    case 'caveat':
      return { body, handling: { ...handling, caveats: toggled(handling.caveats, `caveat ${change.caveat}`) } };
    case 'chathamHouse':
      return { body, handling: { ...handling, chathamHouse: !handling.chathamHouse } };
    case 'expires': {
      const { expires: _before, ...rest } = handling;
      return { body, handling: change.day === 0 ? rest : { ...rest, expires: `2027-05-1${change.day}` } };
    }
    default:
      return { body: editBody(body, change), handling };
  }
}

function editBody(body: JsonObject, change: Edit): JsonObject {
  switch (change.op) {
    case 'scalar': {
      const { field, value } = scalarOf(change.field);
      return { ...body, [field]: value(change.value) };
    }
    case 'unset':
      return without(body, scalarOf(change.field).field);
    case 'add':
      return { ...body, from: [...new Set([...listOf(body.from), state(change.element)])] };
    case 'remove':
      return { ...body, from: listOf(body.from).filter((id) => id !== state(change.element)) };
    case 'entry': {
      const id = `e${change.entry}`;
      const entry = { id, order: `a${change.order}`, text: `Ask ${change.words}` };
      return { ...body, asks: [...objects(body.asks).filter((other) => other.id !== id), entry] };
    }
    case 'dropEntry':
      return { ...body, asks: objects(body.asks).filter((entry) => entry.id !== `e${change.entry}`) };
    case 'delete':
      return { ...body, $deleted: { reason: `Reason ${change.reason}` } };
    case 'restore':
      return isDeleted(body) ? without(body, '$deleted') : body;
    case 'newer':
      return {
        ...body,
        [`newer${change.field}`]: change.field === 0 ? [change.value, { deep: change.value }] : change.value,
      };
    case 'attribute':
      return { ...body, body: { ...documentOf(body), attrs: { dialect: change.value } } };
    default:
      return { ...body, body: { ...documentOf(body), content: editBlocks(objects(documentOf(body).content), change) } };
  }
}

function editBlocks(blocks: JsonObject[], change: Edit): JsonObject[] {
  switch (change.op) {
    case 'block': {
      const at = change.at % Math.max(1, blocks.length);
      return blocks.map((block, i) => (i === at ? paragraph(idOf(block), `Edited ${change.words}`) : block));
    }
    case 'insert': {
      const id = `b${change.id}`;
      if (blocks.some((block) => idOf(block) === id)) return blocks;
      return blocks.toSpliced(change.at, 0, paragraph(id, `New ${change.words}`));
    }
    case 'cut':
      return blocks.filter((_, i) => i !== change.at);
    case 'move': {
      const moved = blocks[change.from];
      return moved === undefined ? blocks : blocks.toSpliced(change.from, 1).toSpliced(change.to, 0, moved);
    }
    default:
      return blocks;
  }
}

function scalarOf(n: number): { field: string; value: (n: number) => Json } {
  return SCALARS[n % SCALARS.length] ?? { field: 'title', value: () => 'Title' };
}

function documentOf(body: JsonObject): JsonObject {
  return isJsonObject(body.body) ? body.body : { type: 'doc', content: [] };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function idOf(block: JsonObject): string {
  return isJsonObject(block.attrs) && typeof block.attrs.id === 'string' ? block.attrs.id : '';
}

function toggled(list: readonly string[], element: string): string[] {
  return list.includes(element) ? list.filter((other) => other !== element) : [...list, element];
}

function without(body: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));
}
