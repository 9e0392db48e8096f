/** Files that a person might choose: the volumes of a bundle, and texts that become papers or records. */
import fc from 'fast-check';
import { volumeName } from '../../domain/exchange/volumes.ts';
import { KINDS } from '../../domain/records/kinds.ts';
import { markdown, scribble } from '../core/papers/arbitraries.ts';
import type { Chance } from './chance.ts';
import { changedBytes } from './mutateBytes.ts';
import { changedJson, oddText } from './oddValues.ts';
import type { Base, FuzzNetwork } from './theNetwork.ts';

/** What a case lays before the reader, and what is done with it. */
export interface FuzzCase {
  readonly does: 'open' | 'paper' | 'csv' | 'jsonl';
  /** Written below the case's folder. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Which of the files are given, by name; all unless told. */
  readonly given?: readonly string[];
  /** The kind of the records in a table. */
  readonly kind?: string;
}

type FileMutation = (chance: Chance, base: Base, network: FuzzNetwork) => Promise<FuzzCase>;

const NAME = 'x.amber';
const ODD_NAMES = [
  'x.amber.000',
  'x.amber.999',
  'x.amber.1000',
  'x.amber.1',
  'X.AMBER.002',
  'y.amber.002',
  'x.amber.001.amber.002',
  'x.amber.00\uff11',
  'x.amber.002 ',
  'x.amber',
  '.amber.001',
];

function cut(bytes: Buffer, size: number): { name: string; bytes: Buffer }[] {
  const parts: { name: string; bytes: Buffer }[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    parts.push({ name: volumeName(NAME, parts.length + 1), bytes: bytes.subarray(at, at + size) });
  }
  return parts;
}

/** A bundle in volumes: cut, swapped, doubled, some of another bundle, under numbers that lie. */
const volumes: FileMutation = async (chance, { bytes }, { bases }) => {
  const size = chance.pick([1024, 4000, 20_000, Math.ceil(bytes.length / 2), bytes.length - 1, bytes.length]);
  const parts = cut(bytes, Math.max(size, Math.ceil(bytes.length / 1200)));
  const other = cut(chance.pick(bases).bytes, size);
  for (let times = chance.pick([0, 1, 1, 2, 4]); times > 0 && parts.length > 0; times -= 1) {
    const [at, beside] = [chance.below(parts.length), chance.below(parts.length)];
    const [part, mate] = [parts[at], parts[beside]];
    if (part === undefined || mate === undefined) continue;
    switch (chance.below(8)) {
      case 0:
        parts.splice(at, 1);
        break;
      case 1:
        parts[at] = { name: part.name, bytes: mate.bytes };
        parts[beside] = { name: mate.name, bytes: part.bytes };
        break;
      case 2:
        parts.push({ name: `again/${part.name}`, bytes: part.bytes });
        break;
      case 3:
        parts.push({ name: `again/${part.name}`, bytes: changedBytes(chance, part.bytes) });
        break;
      case 4:
        parts[at] = { name: part.name, bytes: other[at % Math.max(1, other.length)]?.bytes ?? Buffer.alloc(0) };
        break;
      case 5:
        parts[at] = { name: chance.pick(ODD_NAMES), bytes: part.bytes };
        break;
      case 6:
        parts[at] = { name: part.name, bytes: changedBytes(chance, part.bytes) };
        break;
      default:
        parts.push({ name: chance.pick(ODD_NAMES), bytes: chance.bytes(chance.pick([0, 40])) });
    }
  }
  const files = parts.length === 0 ? cut(bytes, bytes.length) : parts;
  const names = files.map(({ name }) => name);
  const given = chance.pick([
    () => names,
    () => names.toReversed(),
    () => names.filter(() => chance.happens(0.8)),
    () => [chance.pick(names)],
    () => [...names, chance.pick(names)],
    () => [...names, 'x.amber.404'],
  ])();
  return { does: 'open', files, given: given.length === 0 ? names : given };
};

const LINKS = [
  'https://example.org/a?b=c',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'record:00000000-0000-0000-0000-000000000000',
  'record:../../x',
  '//example.org',
  'mailto:desk@example.org',
  '<https://example.org/ a>',
  `https://example.org/${'a'.repeat(5_000)}`,
  '%00%0a',
  '',
];
const TAGS = [
  '<script>',
  '<div>',
  '<b>',
  '<svg onload=x>',
  '<!--',
  '<![CDATA[',
  '<?php',
  '<a href="x">',
  '<details>',
  '</p>',
];
const ENTITIES = [
  '&#x110000;',
  '&#0;',
  '&#xd800;',
  '&amp;',
  '&nbsp;',
  '&CounterClockwiseContourIntegral;',
  '&#99999999;',
];
const SIZES = [1, 2, 5, 40, 46, 100, 200, 1_000, 20_000] as const;

/** A piece of Markdown that somebody might trip over: deep, wide, long, or of another language altogether. */
function piece(chance: Chance): string {
  const count = chance.pick(SIZES);
  const words = oddText(chance);
  const sampled = (text: fc.Arbitrary<string>) => fc.sample(text, { seed: chance.below(2 ** 31), numRuns: 1 })[0] ?? '';
  switch (chance.below(16)) {
    case 0:
      return `${chance.pick(['> ', '- ', '1. ', '>', '* > ', '\t- '])}`.repeat(Math.min(count, 2_000)) + words;
    case 1:
      return chance.pick(['*', '_', '~', '`', '[', '![', '](', '**a', '*a **b ', '<', '\\', '|']).repeat(count) + words;
    case 2:
      return Array.from({ length: Math.min(count, 400) }, (_, at) => `${' '.repeat(at * 2)}- level ${at}`).join('\n');
    case 3: {
      const link = chance.pick(LINKS);
      return `[${words.slice(0, 60).replaceAll('\n', ' ')}](${link}) ![x](${link} "t") <${link}> [r]\n\n[r]: ${link}`;
    }
    case 4:
      return chance.pick(TAGS).repeat(Math.min(count, 2_000)) + words;
    case 5:
      return chance.pick(ENTITIES).repeat(Math.min(count, 2_000));
    case 6: {
      const columns = chance.pick([1, 2, 20, 200, 2_000]);
      const rows = Math.min(count, Math.ceil(20_000 / columns));
      const row = (cell: string, width = columns) => `|${` ${cell} |`.repeat(width)}`;
      const ragged = () =>
        row(words.slice(0, 8).replaceAll(/[\n|]/g, ''), chance.pick([columns, columns, 0, columns + 1]));
      const rule = `|${chance.pick([':--|', '--:|', '-|', ':-:|']).repeat(columns)}`;
      return [`Table: ${words.slice(0, 30)}`, '', row('h'), rule, ...Array.from({ length: rows }, ragged)].join('\n');
    }
    case 7: {
      const notes = Array.from({ length: Math.min(count, 1_000) }, (_, at) => `[^${at}]: see [^${(at + 1) % count}]`);
      return `x[^0]\n\n${notes.join('\n')}`;
    }
    case 8:
      return `:::portion ${chance.pick(['TLP:RED', 'TLP:CLEAR', 'TLP:MAUVE', ''])} read="${words.slice(0, 20)}"\n${words}\n${chance.pick([':::', '', ':::\n:::', ':::portion TLP:RED\n:::'])}`;
    case 9:
      return `${chance.pick(['', '- ', '> ', '# '])}{TLP:${chance.pick(['GREEN', 'RED', 'CLEAR', 'AMBER+STRICT', 'X'])}} ${words}`;
    case 10:
      return `${chance.pick(['```', '~~~', '    '])}${words}\n${'code\n'.repeat(Math.min(count, 2_000))}`;
    case 11:
      return Array.from({ length: Math.min(count, 5_000) }, (_, at) => `[${at}]: /${at}`).join('\n');
    case 12:
      return 'word '.repeat(count);
    case 13:
      return `${'#'.repeat(chance.pick([1, 2, 6, 7]))} ${words}`;
    case 14:
      return sampled(markdown);
    default:
      return sampled(scribble);
  }
}

function asBytes(chance: Chance, text: string): Buffer {
  switch (chance.below(12)) {
    case 0:
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    case 1:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
    case 2:
      return Buffer.from(text, 'latin1');
    case 3:
      return changedBytes(chance, Buffer.from(text));
    default:
      return Buffer.from(text.replaceAll('\0', chance.happens(0.9) ? '' : '\0'));
  }
}

/** A paper of pieces, each by itself or one in the other. */
const paper: FileMutation = async (chance) => {
  const pieces = Array.from({ length: chance.pick([1, 1, 2, 5, 20]) }, () => piece(chance));
  const text = pieces.join(chance.pick(['\n\n', '\n\n', '\n', ' ', '\r\n\r\n', '\n> ']));
  const long = text.length < 20_000 && chance.happens(0.1) ? `${text}\n\n`.repeat(chance.pick([10, 100])) : text;
  const name = chance.pick(['x.md', 'x.md', 'x.markdown', 'x.txt', '.md', `${'n'.repeat(200)}.md`]);
  return { does: 'paper', files: [{ name, bytes: asBytes(chance, long.slice(0, 2_000_000)) }] };
};

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A table of records, of any kind: cells that fit, cells that do not, quotes that do not end. */
const table: FileMutation = async (chance) => {
  const kind = chance.pick(KINDS);
  const fields = Object.keys(kind.fields);
  const columns = Array.from({ length: chance.pick([1, 3, 6, 40]) }, () =>
    chance.happens(0.9) ? chance.pick(fields) : oddText(chance).slice(0, 40),
  );
  const odd = () => chance.pick([oddText(chance), '1', 'true', '2027-03-11', '09:30', 'x; y;; z', '', '=1+1', 'QT']);
  const cell = () => chance.pick([quoted, quoted, (words: string) => words])(odd().slice(0, 20_000));
  const row = (width = columns.length) => Array.from({ length: width }, cell).join(',');
  const rows = Array.from({ length: chance.pick([0, 1, 5, 300]) }, () =>
    row(chance.happens(0.97) ? columns.length : chance.pick([0, 1, 41])),
  );
  const head = [...(chance.happens(0.8) ? new Set(columns) : columns)].map(quoted).join(',');
  const text = [head, ...rows].join(chance.pick(['\n', '\r\n', '\n\n']));
  return { does: 'csv', files: [{ name: 'x.csv', bytes: asBytes(chance, text) }], kind: kind.name };
};

/** Lines of records that say anything. */
const recordLines: FileMutation = async (chance, { contents }) => {
  const made = Array.from({ length: chance.pick([1, 3, 200]) }, () => {
    const record = {
      kind: chance.pick(KINDS).name,
      body: { title: oddText(chance), name: 'x', type: 'note', language: 'en' },
    };
    return JSON.stringify(chance.happens(0.5) ? record : changedJson(chance, { ...record, label: 'TLP:AMBER' }));
  });
  const broken = chance.pick(['', '{', '['.repeat(50_000), 'null', JSON.stringify(contents.manifest)]);
  return { does: 'jsonl', files: [{ name: 'x.jsonl', bytes: asBytes(chance, [...made, broken].join('\n')) }] };
};

export const FILE_MUTATIONS = { volumes, paper, table, recordLines };
