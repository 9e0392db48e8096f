/** Mutations under a right signature: what somebody who holds a trusted key can seal. */
import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sealSmall } from '../../core/exchange/ageHeader.ts';
import { signSsh } from '../../core/exchange/sshsig.ts';
import { signRevision } from '../../core/records/signing.ts';
import { readSigningKey } from '../../core/vault/installation.ts';
import { checkFields } from '../../domain/records/checkBody.ts';
import { headsOf } from '../../domain/records/history.ts';
import { canonicalJson, isJson, isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { KINDS, kindOf } from '../../domain/records/kinds.ts';
import { asJson, type RevisionContent, type SignedRevision } from '../../domain/records/revision.ts';
import { archive, type Contents, encrypted, signedEntries } from '../helpers/bundleBytes.ts';
import type { Chance } from './chance.ts';
import { changedBytes, type Mutation } from './mutateBytes.ts';
import { changedJson, hostileBlock, oddNode, oddText, oddValue } from './oddValues.ts';
import type { Base } from './theNetwork.ts';

const RECORDS = 'records.jsonl.gz';

export function copyOf({ contents }: Base): Contents {
  return { manifest: structuredClone(contents.manifest), files: new Map(contents.files) };
}

/** The contents, signed by who sealed the sound bundle, under an id of their own, for the same reader. */
export async function sealedAgain(base: Base, contents: Contents, instead?: Buffer): Promise<Buffer> {
  // What is too deep for canonical JSON is signed as it is.
  const text = isJson(contents.manifest) ? instead : Buffer.from(JSON.stringify(contents.manifest));
  const entries = signedEntries(contents, readSigningKey(base.by.vault), text);
  return encrypted(await archive(entries), base.to);
}

function linesIn({ files }: Contents): string[] {
  return gunzipSync(files.get(RECORDS) ?? gzipSync(''))
    .toString()
    .split('\n')
    .slice(0, -1);
}

interface Line {
  readonly line: string;
  readonly revision?: Pick<SignedRevision, 'id' | 'record' | 'parents'>;
}

/** These lines instead, with the totals and heads that they have. */
function withLines(contents: Contents, lines: readonly Line[]): Contents {
  const text = lines.map(({ line }) => `${line}\n`).join('');
  // Stored, so that the ratio of what expands stops nothing that goes deeper.
  contents.files.set(RECORDS, gzipSync(text, { level: 0 }));
  const byRecord = new Map<string, { id: string; parents: readonly string[] }[]>();
  for (const { revision } of lines) {
    if (revision !== undefined) byRecord.set(revision.record, [...(byRecord.get(revision.record) ?? []), revision]);
  }
  contents.manifest.heads = Object.fromEntries([...byRecord].map(([record, versions]) => [record, headsOf(versions)]));
  contents.manifest.totals = {
    ...(contents.manifest.totals as JsonObject),
    records: byRecord.size,
    revisions: lines.length,
    recordBytes: Buffer.byteLength(text),
  };
  return contents;
}

const parsed = (line: string): SignedRevision => JSON.parse(line);
const asLine = (revision: SignedRevision): Line => ({ line: canonicalJson(asJson(revision)), revision });
const soundLines = (contents: Contents): Line[] => linesIn(contents).map((line) => ({ line, revision: parsed(line) }));

/** A value of the manifest changed; signed as it is, so that only its form and sense can be wrong. */
const manifest: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const times = chance.pick([1, 1, 1, 2, 3]);
  for (let time = 0; time < times; time += 1) {
    const changed = changedJson(chance, contents.manifest);
    if (isJsonObject(changed) && isJson(changed)) contents.manifest = changed;
  }
  contents.manifest.totals = isJsonObject(contents.manifest.totals) ? contents.manifest.totals : {};
  return sealedAgain(base, contents);
};

/** The text of the manifest, signed though it is no canonical JSON any more. */
const manifestText: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const text = Buffer.from(canonicalJson(contents.manifest));
  return sealedAgain(base, contents, changedBytes(chance, text));
};

/** What only the addressee can read: the place, its number, and whatever a later version puts there. */
const place: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const { bundle } = contents.manifest;
  const sound = { bundle: bundle ?? null, number: 2, previous: null };
  const receipt = { bundle: bundle ?? null, digest: 'a'.repeat(64), at: '2027-03-03T18:12Z', state: 'opened' };
  const more = {
    receipts: [receipt],
    requests: [{ everything: true }, { missing: [1, 2] }, { parents: ['a'.repeat(64)] }],
  };
  const said = changedJson(chance, chance.happens(0.5) ? sound : { ...sound, ...more });
  const text = isJson(said) ? canonicalJson(said) : '{}';
  const { recipients = [] } = 'recipients' in base.to ? base.to : {};
  const [recipient] = recipients;
  const bytes = recipient === undefined ? randomBytes(300) : await sealSmall(recipient, Buffer.from(text));
  const sealed = chance.happens(0.2) ? changedBytes(chance, bytes) : bytes;
  const addressees = contents.manifest.addressees;
  if (Array.isArray(addressees)) {
    contents.manifest.addressees = addressees.map((one) =>
      isJsonObject(one) ? { ...one, place: sealed.toString('base64') } : one,
    );
  }
  return sealedAgain(base, contents);
};

/** Cards and entries of the directory, changed and signed anew for their namespace, doubled and many. */
const cards: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const key = readSigningKey(base.by.vault);
  const [first = {}] = (contents.manifest.cards as Json[]) ?? [];
  const { signature: _signature, ...content } = isJsonObject(first) ? first : {};
  const changed = changedJson(chance, content);
  const text = isJsonObject(changed) && isJson(changed) ? changed : content;
  const namespace = chance.happens(0.8) ? 'amberdesk-card' : 'amberdesk-bundle';
  const card = { ...text, signature: signSsh(key, namespace, Buffer.from(canonicalJson(text))) };
  contents.manifest.cards = Array.from({ length: chance.pick([1, 1, 2, 300, 1_025]) }, () => card);
  if (chance.happens(0.5))
    contents.manifest.directory = [oddValue(chance), { number: 1, entry: oddText(chance) }].filter(isJson);
  if (chance.happens(0.3)) contents.manifest.recalls = [oddValue(chance)].filter(isJson);
  if (chance.happens(0.3)) contents.manifest.purges = [oddValue(chance)].filter(isJson);
  return sealedAgain(base, contents);
};

/** The gzip around the records: its header, members behind one another, a tail, a cut, a bomb. */
const gzip: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const packed = contents.files.get(RECORDS) ?? Buffer.alloc(0);
  const instead = [
    () => changedBytes(chance, packed),
    () => changedBytes(chance, packed, 12),
    () => Buffer.concat([packed, packed]),
    () => Buffer.concat([packed, chance.bytes(40)]),
    () => Buffer.concat([gzipSync(''), packed, gzipSync('')]),
    () => gzipSync(Buffer.alloc(chance.pick([1_000_000, 40_000_000]), chance.pick([0x20, 0x0a, 0x5b, 0]))),
    () => gzipSync(changedBytes(chance, gunzipSync(packed))),
    () => Buffer.alloc(0),
  ];
  contents.files.set(RECORDS, chance.pick(instead)());
  return sealedAgain(base, contents);
};

/** The text of the lines, under right sums and heads. */
const lines: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const sound = soundLines(contents);
  const at = chance.below(sound.length);
  const line = sound[at]?.line ?? '';
  const escaped = line.replace('"title":"', `"title":"\\u${chance.pick(['d800', '0000', 'ffff', '202e'])}`);
  const replaced = chance.pick([
    changedBytes(chance, Buffer.from(line)).toString(),
    escaped,
    line.replace('{', '{"a":1e400,'),
    line.replace('{', '{"__proto__":{"x":1},'),
    `${line}${' '.repeat(chance.below(100))}`,
    '['.repeat(chance.pick([10, 100_000])),
    '{}',
    '',
  ]);
  const changed = replaced.replaceAll('\n', '');
  return sealedAgain(base, withLines(contents, sound.with(at, { ...sound[at], line: changed })));
};

const KIND_NAMES = [
  ...KINDS.map(({ name }) => name),
  'leverageEvent',
  '__proto__',
  'constructor',
  'x'.repeat(64),
] as const;

/** Revisions that say anything at all, each with a right id and signature. */
const revisions: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const sound = soundLines(contents);
  const key = readSigningKey(base.by.vault);
  const { id: author, seat } = base.by.vault.installation;
  const made: Line[] = [];
  for (let times = chance.pick([1, 2, 4, 8]); times > 0; times -= 1) {
    const { id: parent, signature: _signature, ...content } = parsed(chance.pick(sound).line);
    const changes: Partial<RevisionContent> = {
      author,
      seat,
      nonce: chance.bytes(16).toString('hex'),
      parents: chance.happens(0.8) ? [parent] : [],
      body: mostlyFitting(chance, content.kind, content.body),
      ...(chance.happens(0.1) ? { kind: chance.pick(KIND_NAMES) } : {}),
      ...(chance.happens(0.2) ? { handling: changedHandling(chance, content.handling) } : {}),
      ...(chance.happens(0.05) ? { at: chance.pick(['9999-99-99T99:99Z', '0000-00-00T00:00Z']) } : {}),
    };
    const whole = { ...content, ...changes };
    if (!isJson(asJson(whole))) continue;
    made.push(asLine(signRevision(whole, key)));
  }
  return sealedAgain(base, withLines(contents, [...sound, ...made]));
};

/** Mostly one that the kind allows, because the others are refused before anything deeper reads them. */
function mostlyFitting(chance: Chance, kind: string, body: JsonObject): JsonObject {
  for (let time = 0; time < 12; time += 1) {
    const odd = oddBody(chance, body);
    const fields = kindOf(kind);
    if (fields === undefined || chance.happens(0.05)) return odd;
    if (isJson(odd) && checkFields(fields, odd).every(({ fault }) => fault === 'unknown')) return odd;
  }
  return { ...body, title: oddText(chance) };
}

function changedHandling(chance: Chance, handling: RevisionContent['handling']): RevisionContent['handling'] {
  const changed: unknown = chance.happens(0.5)
    ? { ...handling, label: chance.pick(['TLP:RED', 'TLP:CLEAR', 'PRIVATE']), caveats: [oddText(chance)] }
    : changedJson(chance, asJson(handling));
  return changed as RevisionContent['handling'];
}

/** Fields that hold any text. */
const PROSE = [
  'title',
  'name',
  'shortName',
  'purpose',
  'text',
  'symbol',
  'number',
  'venue',
  'city',
  'zone',
  'attendance',
];

function oddBody(chance: Chance, body: JsonObject): JsonObject {
  const changed = { ...body };
  switch (chance.below(8)) {
    case 0:
      return { ...changed, $deleted: { reason: oddText(chance) } };
    case 1:
      return { ...changed, $aliases: Array.from({ length: chance.pick([1, 500]) }, () => crypto.randomUUID()) };
    case 2:
      return {
        ...changed,
        body: { type: 'doc', content: Array.from({ length: chance.pick([1, 40]) }, () => hostileBlock(chance)) },
      };
    case 3:
      return { ...changed, body: { type: 'doc', content: [oddNode(chance)] } };
    case 4: {
      const asks = Array.from({ length: chance.pick([2, 600]) }, (_, at) => ({
        id: `e${at % chance.pick([1, 7, 600])}`,
        order: chance.pick(['a0', 'zzzz', '0', 'Zz'.repeat(300)]),
        text: oddText(chance),
      }));
      return { ...changed, asks };
    }
    case 5:
      return Object.fromEntries(
        Object.entries(changed).map(([name, value]) => [name, PROSE.includes(name) ? oddText(chance) : value]),
      );
    default: {
      const odd = changedJson(chance, changed);
      return isJsonObject(odd) ? odd : { title: odd };
    }
  }
}

/** Histories of any shape: long, wide, crossing, with parents that are missing, doubled or another record's. */
const graph: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const sound = soundLines(contents);
  const key = readSigningKey(base.by.vault);
  const { id: author, seat } = base.by.vault.installation;
  const { id: begin, signature: _signature, ...content } = parsed(chance.pick(sound).line);
  const own = chance.happens(0.5)
    ? { record: content.record, from: [begin] }
    : { record: crypto.randomUUID(), from: [] };
  const shape = chance.pick(['long', 'wide', 'crossing', 'any', 'odd'] as const);
  const count = { long: 300, wide: 62, crossing: 80, any: 60, odd: 12 }[shape];
  const made: SignedRevision[] = [];
  const parentsOf = (at: number): string[] => {
    const before = made.map(({ id }) => id);
    if (shape === 'long') return before.slice(-1);
    if (shape === 'wide') return [];
    if (shape === 'crossing')
      return before.slice(at - (at % 2) - 2 < 0 ? before.length : at - (at % 2) - 2, at - (at % 2));
    const some = Array.from(
      { length: chance.pick([0, 1, 2, 3, 64]) },
      () => before[chance.below(before.length + 1)] ?? begin,
    );
    if (shape === 'any') return [...new Set(some)].slice(0, 64);
    return [...some, chance.pick([randomBytes(32).toString('hex'), ...some, begin])].slice(0, 64);
  };
  for (let at = 0; at < count; at += 1) {
    const chosen = parentsOf(at);
    const parents = (chosen.length === 0 ? own.from : chosen) as RevisionContent['parents'];
    const body = { ...content.body, title: `Version ${at % 9}`, purpose: `${at % 4}` };
    const record = own.record as RevisionContent['record'];
    const nonce = chance.bytes(16).toString('hex');
    made.push(signRevision({ ...content, record, author, seat, nonce, parents, body }, key));
  }
  const all = [...sound, ...made.map(asLine)];
  return sealedAgain(base, withLines(contents, chance.happens(0.5) ? all : all.toReversed()));
};

/** Rare, because large: a record of megabytes, thousands of records, a line of nothing but brackets. */
const large: Mutation = async (chance, base) => {
  const contents = copyOf(base);
  const sound = soundLines(contents);
  const key = readSigningKey(base.by.vault);
  const { id: author, seat } = base.by.vault.installation;
  const { id: _id, signature: _signature, ...content } = parsed(chance.pick(sound).line);
  const write = (body: JsonObject) =>
    asLine(
      signRevision(
        {
          ...content,
          record: crypto.randomUUID() as RevisionContent['record'],
          nonce: chance.bytes(16).toString('hex'),
          parents: [],
          kind: 'leverageEvent',
          author,
          seat,
          body,
        },
        key,
      ),
    );
  const title = 'x'.repeat(30);
  const bodies: (() => JsonObject[])[] = [
    () => [{ title, text: 'water '.repeat(1_000_000) }],
    () => [{ title, list: Array.from({ length: 1_000_000 }, () => []) }],
    () => [{ title, list: Array.from({ length: 300_000 }, (_, at) => ({ id: `${at}` })) }],
    () => Array.from({ length: 4_000 }, (_, at) => ({ title: `${title} ${at}` })),
    () => [Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`field ${at}`, at]))],
    () => [{ title, list: `${'['.repeat(31 * 2 ** 20)}` }],
  ];
  return sealedAgain(base, withLines(contents, [...sound, ...chance.pick(bodies)().map(write)]));
};

export const CONTENT_MUTATIONS = { manifest, manifestText, place, cards, gzip, lines, revisions, graph, large };
