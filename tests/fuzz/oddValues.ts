import { isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import type { Chance } from './chance.ts';

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u202e\u2066evil\u2069',
  '\ufeff',
  '\uffff\ufffe',
  'e\u0301'.repeat(500),
  'Z\u0335\u0321\u034f'.repeat(2_000),
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
  '__proto__',
  'constructor',
  'toString',
  '$deleted',
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE record; --",
  '#import "@preview/x": *',
  '$ sum_(k=0)^n k $',
  '\\u0000\\',
  '%s%n%x',
  '"'.repeat(300),
  'NEAR( "a* ^b OR -',
  '議題'.repeat(400),
  '\u0600\u0601\u06dd123',
  'a'.repeat(100_000),
  'f'.repeat(64),
  '00000000-0000-0000-0000-000000000000',
  '9999-99-99',
  '2027-02-31',
  '0000-01-01',
  '99999-01-01T00:00Z',
  'TLP:CLEAR',
];

const NUMBERS: readonly number[] = [
  0,
  1,
  -1,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
  -(2 ** 53),
  1e308,
  5e-324,
  0.1,
  1e21,
  65_536,
];

/** A text that somebody might trip over. */
export function oddText(chance: Chance): string {
  return chance.pick(TEXTS);
}

/** A value of any form. */
export function oddValue(chance: Chance, levels = 3): Json {
  switch (chance.below(levels > 0 ? 8 : 5)) {
    case 0:
      return chance.pick(NUMBERS);
    case 1:
      return null;
    case 2:
      return chance.happens(0.5);
    case 3:
    case 4:
      return oddText(chance);
    case 5:
      return Array.from({ length: chance.below(4) }, () => oddValue(chance, levels - 1));
    case 6:
      return nested(chance.pick([5, 50, 150, 199, 201, 1_000]));
    default:
      return Object.fromEntries(
        Array.from({ length: chance.below(4) }, () => [oddText(chance), oddValue(chance, levels - 1)]),
      );
  }
}

function nested(levels: number): Json {
  let value: Json = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { content: value };
  return value;
}

/** The same value with one thing in it put otherwise: replaced, left out, doubled, added or given another's value. */
export function changedJson(chance: Chance, value: Json, odd: (chance: Chance) => Json = oddValue): Json {
  if (Array.isArray(value) && value.length > 0 && chance.happens(0.9)) {
    const at = chance.below(value.length);
    const entry = value[at] ?? null;
    switch (chance.below(7)) {
      case 0:
        return value.toSpliced(at, 1);
      case 1:
        return value.toSpliced(at, 0, entry);
      case 2:
        return value.toSpliced(at, 0, odd(chance));
      case 3:
        return value.toReversed();
      default:
        return value.with(at, changedJson(chance, entry, odd));
    }
  }
  if (isJsonObject(value) && Object.keys(value).length > 0 && chance.happens(0.95)) {
    const key = chance.pick(Object.keys(value));
    const entry = value[key] ?? null;
    switch (chance.below(8)) {
      case 0:
        return without(value, key);
      case 1:
        return { ...value, [oddText(chance)]: odd(chance) };
      case 2:
        return { ...value, [key]: value[chance.pick(Object.keys(value))] ?? null };
      default:
        return { ...value, [key]: changedJson(chance, entry, odd) };
    }
  }
  return odd(chance);
}

function without(value: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

const NODES: readonly string[] = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'footnote',
  'portion',
  'hardBreak',
  'redacted',
  'text',
  'image',
  'script',
  'doc',
];
const MARKS: readonly string[] = [
  'bold',
  'italic',
  'link',
  'underline',
  'strike',
  'code',
  'subscript',
  'superscript',
  'odd',
];

/** A node of a text that no editor would write: any type in any place, odd attributes, marks and texts. */
export function oddNode(chance: Chance, levels = 4): JsonObject {
  const type = chance.pick(NODES);
  const content = Array.from({ length: levels > 0 ? chance.below(4) : 0 }, () => oddNode(chance, levels - 1));
  if (type === 'text') {
    const marks = Array.from({ length: chance.below(3) }, () => ({
      type: chance.pick(MARKS),
      ...(chance.happens(0.4)
        ? { attrs: { href: chance.pick(['javascript:alert(1)', 'record:x', 'https://x', '']) } }
        : {}),
    }));
    return { type, text: oddText(chance), ...(marks.length > 0 ? { marks } : {}) };
  }
  return {
    type,
    attrs: {
      id: chance.pick(['p1', 'p2', 'x', oddText(chance)]),
      ...(chance.happens(0.3)
        ? { level: chance.pick(NUMBERS), mark: 'TLP:RED', placeholder: 'x', caption: oddText(chance) }
        : {}),
    },
    ...(chance.happens(0.8) ? { content } : {}),
  };
}

/** A well-formed block of a text, deep, wide or long. */
export function hostileBlock(chance: Chance): JsonObject {
  const words = (text: string): JsonObject => ({ type: 'text', text });
  const id = `b${chance.below(1_000)}`;
  const text = oddText(chance) || 'x';
  switch (chance.below(4)) {
    case 0:
      return {
        type: 'paragraph',
        attrs: { id },
        content: Array.from({ length: 400 }, () => words(text.slice(0, 200))),
      };
    case 1: {
      let inner: JsonObject = { type: 'paragraph', attrs: { id: `${id}p` }, content: [words(text)] };
      for (let level = chance.pick([2, 10, 30, 60]); level > 0; level -= 1) {
        const item = { type: 'listItem', content: [inner] };
        inner = { type: chance.pick(['bulletList', 'orderedList']), attrs: { id: `${id}${level}` }, content: [item] };
      }
      return inner;
    }
    case 2: {
      const cell = {
        type: 'tableCell',
        attrs: {},
        content: [{ type: 'paragraph', content: [words(text.slice(0, 50))] }],
      };
      const columns = chance.pick([1, 3, 60]);
      const row = (at: number) => ({
        type: 'tableRow',
        content: Array.from({ length: (at % columns) + 1 }, () => cell),
      });
      const rows = Array.from({ length: chance.pick([1, 40]) }, (_, at) => row(at));
      return { type: 'table', attrs: { id, caption: text }, content: rows };
    }
    default:
      return { type: 'heading', attrs: { id, level: chance.pick([1, 2, 3]) }, content: [words(text)] };
  }
}
