/** Mutations of what stands outside: the file, age's header and payload, the tar archive, the signature. */

import { CHUNK, sealChunk } from '../../core/crypto/stream.ts';
import { AGE_NONCE, headerEnd, payloadKey, sealHeader } from '../../core/exchange/ageHeader.ts';
import { archive, type Entry, encrypted } from '../helpers/bundleBytes.ts';
import type { Chance } from './chance.ts';
import { oddText } from './oddValues.ts';
import type { Base, FuzzNetwork } from './theNetwork.ts';

/** A bundle made from a sound one; deterministic but for keys and nonces. */
export type Mutation = (chance: Chance, base: Base, network: FuzzNetwork) => Promise<Buffer>;

/** A few bytes changed, cut, doubled, moved or put in, mostly in the first `near`. */
export function changedBytes(chance: Chance, bytes: Buffer, near = bytes.length): Buffer {
  let changed = Buffer.from(bytes);
  for (let times = chance.pick([1, 1, 1, 2, 5]); times > 0 && changed.length > 0; times -= 1) {
    const at = chance.below(Math.min(changed.length, near));
    const length = chance.pick([1, 1, 2, 16, 512, CHUNK]);
    const [head, piece, tail] = [
      changed.subarray(0, at),
      changed.subarray(at, at + length),
      changed.subarray(at + length),
    ];
    switch (chance.below(6)) {
      case 0:
        changed = Buffer.concat([head, tail]);
        break;
      case 1:
        changed = Buffer.concat([head, piece, piece, tail]);
        break;
      case 2:
        changed = Buffer.concat([head, chance.bytes(Math.min(length, 64)), piece, tail]);
        break;
      case 3:
        changed = Buffer.from(head);
        break;
      case 4:
        changed = Buffer.concat([head, Buffer.alloc(piece.length, chance.pick([0, 255, 0x20, 0x30])), tail]);
        break;
      default:
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << chance.below(8)), at);
    }
  }
  return changed;
}

const anyByte: Mutation = async (chance, { bytes }) => changedBytes(chance, bytes, chance.pick([bytes.length, 600]));

const LINES = [
  '-> X25519',
  '-> X25519 AAAA',
  `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}`,
  '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18',
  '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 31\nAAAA',
  '-> mlkem768x25519 AAAA\nAAAA',
  '-> grease! ~ ^\n',
  '->',
  '---',
  `--- ${'A'.repeat(43)}`,
  `-> ${'x '.repeat(5_000)}`,
  '',
];

/** Lines of the header left out, doubled, changed or put in. */
const header: Mutation = async (chance, { bytes }) => {
  const end = Number(headerEnd(bytes));
  const lines = bytes.toString('latin1', 0, end).split('\n');
  for (let times = chance.pick([1, 1, 2, 4]); times > 0; times -= 1) {
    const at = chance.below(lines.length);
    const how = chance.below(4);
    const line = lines[at] ?? '';
    if (how === 0) lines.splice(at, 1);
    else if (how === 1) lines.splice(at, 0, ...Array.from({ length: chance.pick([1, 3, 700]) }, () => line));
    else if (how === 2) lines.splice(at, 0, chance.pick(LINES));
    else lines[at] = changedBytes(chance, Buffer.from(line, 'latin1')).toString('latin1');
  }
  return Buffer.concat([Buffer.from(lines.join('\n'), 'latin1'), bytes.subarray(end)]);
};

/** The right key, and chunks of other lengths, in another order, marked as last too early or never. */
const payload: Mutation = async (chance, { tar, to }) => {
  const { header: sealed, fileKey } = await sealHeader(to);
  const nonce = Buffer.alloc(AGE_NONCE, 7);
  const key = payloadKey(fileKey, nonce);
  const chunks: Buffer[] = [];
  const size = chance.pick([CHUNK, CHUNK, CHUNK - 1, 512, 1]) || CHUNK;
  const plain = size < 512 ? tar.subarray(0, 3_000) : tar;
  for (let at = 0; at < plain.length; at += size) {
    const last = at + size >= plain.length ? !chance.happens(0.3) : chance.happens(0.1);
    const counter = chunks.length + (chance.happens(0.05) ? chance.pick([1, 2 ** 32, 2 ** 40]) : 0);
    chunks.push(Buffer.concat(sealChunk(key, counter, last, plain.subarray(at, at + size))));
  }
  if (chance.happens(0.3)) chunks.push(Buffer.concat(sealChunk(key, chunks.length, true, Buffer.alloc(0))));
  if (chance.happens(0.3)) chunks.reverse();
  return Buffer.concat([sealed, nonce, ...chunks]);
};

/** A field of a tar header by its place and length. */
const FIELDS = [
  [0, 100],
  [100, 8],
  [108, 8],
  [124, 12],
  [136, 12],
  [148, 8],
  [156, 1],
  [157, 100],
  [257, 8],
  [329, 8],
  [345, 155],
] as const;

function oddField(chance: Chance, length: number): Buffer {
  const field = Buffer.alloc(length);
  switch (chance.below(6)) {
    case 0:
      field.fill(0xff);
      break;
    case 1:
      field.write(chance.pick(['77777777777', '00000000000', '00000000001', '-0000000001', '20000000000']));
      break;
    case 2:
      field.set(Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff]).subarray(0, length));
      break;
    case 3:
      field.write(oddText(chance).slice(0, length));
      break;
    case 4:
      field.write(chance.pick(['5', '2', 'x', 'L', 'g', 'S', 'K', '\0']));
      break;
    default:
      field.set(chance.bytes(length));
  }
  return field;
}

function offsetsOf(tar: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = 0; at + 512 <= tar.length && tar.readUInt8(at) !== 0; ) {
    offsets.push(at);
    at += 512 + Math.ceil(Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8) / 512) * 512;
  }
  return offsets;
}

/** Headers of the archive with odd fields and, mostly, a right check sum; blocks put in or left out. */
const tarHeaders: Mutation = async (chance, { tar, to }) => {
  let changed = Buffer.from(tar);
  for (let times = chance.pick([1, 1, 2]); times > 0; times -= 1) {
    const at = chance.pick(offsetsOf(tar));
    const [from, length] = chance.pick(FIELDS);
    changed.set(oddField(chance, length), at + from);
    if (from !== 148 || chance.happens(0.3)) {
      changed.write('        ', at + 148);
      const sum = changed.subarray(at, at + 512).reduce((all, byte) => all + byte, 0);
      changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148);
    }
  }
  if (chance.happens(0.2)) {
    const cut = Math.floor(chance.below(changed.length) / 512) * 512;
    const more = chance.happens(0.5) ? [Buffer.alloc(512 * chance.pick([1, 2, 40]))] : [];
    changed = Buffer.concat([
      changed.subarray(0, cut),
      ...more,
      changed.subarray(cut + (chance.happens(0.5) ? 512 : 0)),
    ]);
  }
  return encrypted(changed, to);
};

/** Entries left out, doubled, renamed, of another type, in another order, or with other bytes. */
const tarEntries: Mutation = async (chance, { entries, to }) => {
  const all: Entry[] = entries.map((entry) => ({ ...entry }));
  for (let times = chance.pick([1, 1, 2, 3]); times > 0; times -= 1) {
    const at = chance.below(all.length);
    const entry = all[at];
    if (entry === undefined) continue;
    const name = chance.pick([
      'print/x.pdf',
      'reply/x',
      '../x',
      `blobs/${'0'.repeat(64)}`,
      'README.txt',
      oddText(chance).slice(0, 90),
    ]);
    switch (chance.below(7)) {
      case 0:
        all.splice(at, 1);
        break;
      case 1:
        all.splice(chance.below(all.length), 0, { ...entry });
        break;
      case 2:
        entry.name = name || 'x';
        break;
      case 3:
        entry.bytes = changedBytes(chance, entry.bytes);
        break;
      case 4:
        all.reverse();
        break;
      case 5:
        entry.header = chance.pick([
          { type: 'symlink', linkname: '/etc/passwd' },
          { type: 'directory' },
          { mode: 0o7777 },
        ]);
        if (entry.header.type !== undefined) entry.bytes = Buffer.alloc(0);
        break;
      default:
        all.push({ name: name || 'x', bytes: chance.bytes(chance.below(600)) });
    }
  }
  return encrypted(await archive(all), to);
};

/** The plain archive with any bytes changed. */
const tarBytes: Mutation = async (chance, { tar, to }) =>
  encrypted(changedBytes(chance, tar, chance.pick([tar.length, 12_000])), to);

/** The signature's text and the bytes in it. */
const signature: Mutation = async (chance, { entries, to }) => {
  const all = entries.map((entry) => {
    if (entry.name !== 'manifest.json.sig') return entry;
    if (chance.happens(0.4)) return { ...entry, bytes: changedBytes(chance, entry.bytes) };
    const text = entry.bytes.toString('latin1').split('\n');
    const blob = changedBytes(chance, Buffer.from(text.slice(1, -2).join(''), 'base64'));
    return { ...entry, bytes: Buffer.from([text[0], blob.toString('base64'), text.at(-2), ''].join('\n')) };
  });
  return encrypted(await archive(all), to);
};

export const BYTE_MUTATIONS = { anyByte, header, payload, tarHeaders, tarEntries, tarBytes, signature };
