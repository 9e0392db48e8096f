import fc from 'fast-check';
import { type Circle, circleOf, type Holder } from '../../domain/handling/circle.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { ALL, COMMUNITY, GUESTS, MEMBERS, type ReleaseRule, SELF } from '../../domain/records/kind.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Circumstances, Material, ReleasableRecord } from '../../domain/release/material.ts';
import { addAdoptions } from './adoptionsWithCanaries.ts';
import { audiencesFor } from './audiencesFor.ts';
import {
  aFile,
  aParagraph,
  CANARY,
  type Canary,
  canary,
  choicesOf,
  type Ids,
  type Making,
  mintOf,
  randomHandling,
  setLastDays,
} from './canaries.ts';
import { aCourse } from './coursesWithCanaries.ts';
import { addCues } from './cuesWithCanaries.ts';
import { DECIDING } from './decidingFields.ts';
import { addDossiers } from './dossiersWithCanaries.ts';
import { randomHistory } from './historiesWithCanaries.ts';
import { addInquiries } from './inquiriesWithCanaries.ts';
import { addMinutes } from './minutesWithCanaries.ts';
import { addOutcomes } from './outcomesWithCanaries.ts';
import { addParticipants } from './participantsWithCanaries.ts';
import { type PlacesOfPaper, placesAndReferences, placesFor } from './referencesWithCanaries.ts';
import { freshIdOf } from './releasable.ts';
import { addWording } from './wordingWithCanaries.ts';

/** A random vault in which every string stands in one place only. The same seed gives the same vault. */
export interface CanaryVault {
  readonly seed: number;
  readonly records: readonly ReleasableRecord[];
  readonly histories: ReadonlyMap<string, readonly SignedRevision[]>;
  readonly lines: ReadonlyMap<string, string>;
  readonly holder: Holder;
  readonly circle: Circle;
  readonly canaries: readonly Canary[];
  /** The content of the files that its records name, or named, by their digests. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** One audience of every kind. */
  readonly audiences: readonly Audience[];
}

/** How many vaults a property looks at: AMBERDESK_RUNS, or `usual`. */
export function runs(usual: number): number {
  const asked = Number(process.env.AMBERDESK_RUNS ?? '');
  return Number.isInteger(asked) && asked > 0 ? asked : usual;
}

/** Every canary of a vault: those of its records as they are, and those of everything that they were. */
export function everyCanary({ records, histories }: CanaryVault): string[] {
  return [...new Set(JSON.stringify([records, [...histories.values()]]).match(CANARY))];
}

/** Seeds of random vaults, for `vaultWithCanaries`. A failing one is short enough to be read. */
export function seedsOfVaults(): fc.Arbitrary<number> {
  return fc.nat(0xffff_ffff);
}

export function materialOf({ records, histories, lines }: CanaryVault): Material {
  return { records, histories, lines };
}

export function circumstancesFor({ circle }: CanaryVault): Circumstances {
  return { at: '2027-03-03T18:12Z', circle, mint: freshIdOf };
}

const MEMBERSHIPS = ['secretariat', 'member', 'member', 'member', 'cooperating', 'invited', 'invited', 'none'];

export function vaultWithCanaries(seed: number): CanaryVault {
  const choices = choicesOf(seed);
  const mint = mintOf(seed);
  const organisations: Ids = [mint.record(), ...MEMBERSHIPS.slice(1).map(() => mint.record())];
  const persons: Ids = [
    mint.record(),
    ...organisations.slice(1).map(() => mint.record()),
    mint.record(),
    mint.record(),
  ];
  const holder = { person: persons[0], organisation: organisations[0] };
  const making: Making = {
    choices,
    mint,
    canaries: [],
    records: [],
    places: [],
    organisations,
    persons,
    holder,
    files: new Map(),
  };
  addCast(making);
  addMeeting(making);
  setLastDays(making, choicesOf(seed + 2));
  const { records, canaries, files } = making;
  const histories = new Map(
    records.filter(() => choices.percent(80)).map((record) => [String(record.id), randomHistory(making, record)]),
  );
  const audiences = audiencesFor(making);
  for (const record of addCues({ ...making, choices: choicesOf(seed + 3) }, { add, addThread })) {
    histories.set(record.id, randomHistory(making, record));
  }
  for (const record of addDecisions({ ...making, choices: choicesOf(seed + 1) })) {
    histories.set(String(record.id), randomHistory(making, record));
  }
  const seated = { ...making, choices: choicesOf(seed + 3) };
  const seats = addParticipants(seated, add);
  for (const { id } of seats) if (seated.choices.percent(10)) addThread(seated, id);
  for (const record of seats) histories.set(String(record.id), randomHistory(seated, record));
  for (const record of addAdoptions({ ...making, choices: choicesOf(seed + 4) }, { add, addThread })) {
    histories.set(String(record.id), randomHistory(making, record));
  }
  const later = { ...making, choices: choicesOf(seed + 5) };
  for (const record of addMinutes(later, { add, addThread }))
    histories.set(String(record.id), randomHistory(later, record));
  const concluding = { ...making, choices: choicesOf(seed + 6) };
  const outcomes = addOutcomes(concluding, add, anAnchor);
  for (const { id } of outcomes) if (concluding.choices.percent(10)) addThread(concluding, id);
  for (const record of outcomes) histories.set(String(record.id), randomHistory(concluding, record));
  const wording = { ...making, choices: choicesOf(seed + 7) };
  const worded = addWording(wording, add);
  for (const { id } of worded) if (wording.choices.percent(10)) addThread(wording, id);
  for (const record of worded) histories.set(String(record.id), randomHistory(wording, record));
  const binding = { ...making, choices: choicesOf(seed + 9) };
  for (const record of addDossiers(binding, { add, addThread }))
    histories.set(String(record.id), randomHistory(binding, record));
  const asking = { ...making, choices: choicesOf(seed + 10) };
  for (const record of addInquiries(asking, { add, addThread }))
    histories.set(String(record.id), randomHistory(asking, record));
  const lines = new Map<string, string>([...histories.values()].flat().map((one) => [one.id, JSON.stringify(one)]));
  return {
    seed,
    records,
    histories,
    lines,
    holder,
    canaries,
    files,
    circle: circleOf(records, holder),
    audiences,
  };
}

/** Decisions on names, by choices of their own: what was made before stays as it was. Gives most of what was made. */
function addDecisions(making: Making): ReleasableRecord[] {
  const { choices, mint, records } = making;
  const before = records.length;
  const all = records.map(({ id }) => id);
  for (const name of choices.some(all, 6)) {
    const id = add(making, 'mention', mint.record(), { name, record: choices.of(name, ...all) });
    if (choices.percent(10)) addThread(making, id);
  }
  return records.slice(before).filter(() => choices.percent(80));
}

function add(making: Making, kind: string, id: RecordId, body: JsonObject, mark?: Mark): RecordId {
  const { choices, persons, records } = making;
  fillWithCanaries(making, kind, id, body);
  if (choices.percent(30)) body.futureField = canary(making, id, 'futureField', []);
  records.push({
    id,
    kind,
    body,
    handling: randomHandling(making, body, () => canary(making, id, 'caveats', MEMBERS, { by: 'origin' }), mark),
    deleted: choices.percent(5),
    conflicted: choices.percent(5),
    ...(choices.percent(50) ? { written: { by: choices.of(...persons), at: '2027-03-01T09:00Z' } } : {}),
  });
  return id;
}

/** Every field that the body does not have yet holds a canary, whatever its schema would ask of people. */
function fillWithCanaries(making: Making, kind: string, id: RecordId, body: JsonObject): void {
  for (const [name, { merge, link, release }] of Object.entries(kindOf(kind)?.fields ?? {})) {
    if (body[name] !== undefined || link || DECIDING.includes(`${kind}.${name}`)) continue;
    const words = canary(making, id, name, release);
    if (merge === 'scalar') body[name] = words;
    else if (merge === 'set') body[name] = [words];
    else if (merge === 'richText') body[name] = { type: 'doc', content: [aParagraph(making, words)] };
  }
}

function anAnchor(making: Making, id: RecordId, declared: typeof MEMBERS | typeof SELF): JsonObject {
  const words = (): string => canary(making, id, 'anchor', declared);
  return { block: words(), quote: words(), before: words(), after: words() };
}

const EVERYONE: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };

function addCast(making: Making): void {
  const { choices, organisations, persons, mint } = making;
  for (const [index, id] of organisations.entries()) {
    const body: JsonObject = {
      name: canary(making, id, 'name', ALL),
      membership: MEMBERSHIPS[index] ?? 'none',
      notes: { type: 'doc', content: [aParagraph(making, canary(making, id, 'notes', MEMBERS))] },
    };
    if (choices.percent(12)) body.doNotName = true;
    add(making, 'organisation', id, body, choices.percent(60) ? EVERYONE : undefined);
  }
  for (const [index, id] of persons.entries()) {
    const body: JsonObject = {
      name: canary(making, id, 'name', COMMUNITY),
      organisation: organisations[index] ?? choices.of(...organisations),
      portfolios: [canary(making, id, 'portfolios', MEMBERS)],
    };
    if (choices.percent(12)) body.doNotName = true;
    if (choices.percent(15)) addPseudonym(making, id, body);
    add(making, 'person', id, body, choices.percent(50) ? EVERYONE : undefined);
  }
  const network = mint.record();
  add(making, 'network', network, { name: canary(making, network, 'name', ALL), secretariat: organisations[0] });
}

/** Somebody under other names, mostly with what these are made of; sometimes with two such records, or none. */
function addPseudonym(making: Making, subject: RecordId, body: JsonObject): void {
  const { choices, mint } = making;
  body.anonymity = 'pseudonym';
  for (let left = choices.of(0, 1, 1, 1, 1, 1, 2); left > 0; left -= 1) {
    const secrets = Array.from({ length: 1 + choices.upTo(1) }, () => mint.digest());
    add(making, 'pseudonym', mint.record(), { subject, secrets });
  }
}

function addMeeting(making: Making): void {
  const { choices, mint, organisations, persons } = making;
  const meeting = mint.record();
  const papers = Array.from({ length: 3 + choices.upTo(2) }, () => mint.record());
  const items = Array.from({ length: 3 + choices.upTo(3) }, () => mint.record());
  const all = [...papers, ...items, ...organisations, ...persons];
  add(making, 'meeting', meeting, {
    title: canary(making, meeting, 'title', COMMUNITY),
    starts: '2027-03-10',
    ends: '2027-03-12',
    houseRules: canary(making, meeting, 'houseRules', MEMBERS),
    overruled: [
      {
        id: mint.inner(),
        order: 'a0',
        check: canary(making, meeting, 'overruled/check', MEMBERS),
        reason: canary(making, meeting, 'overruled/reason', MEMBERS),
      },
    ],
    version: {
      number: choices.of<Json>(2, 2, 'two'),
      on: '2027-02-01',
      secret: canary(making, meeting, 'version', [], { by: 'shapes' }),
    },
    chair: choices.of(...organisations, ...persons),
    host: choices.of(...organisations),
    coChair: choices.of(...organisations, ...persons),
  });
  const sessions = ['open', 'closed', 'open'].map((access, index) => {
    const id = mint.record();
    const body = {
      meeting,
      day: index + 1,
      starts: '09:30',
      ends: '11:00',
      access,
      attendance: canary(making, id, 'attendance', COMMUNITY),
      room: canary(making, id, 'room', COMMUNITY),
    };
    return add(making, 'session', id, body, choices.percent(60) ? EVERYONE : undefined);
  });
  for (const [index, id] of items.entries()) {
    const session = choices.of(meeting, ...sessions, ...sessions);
    addItem(making, id, index, { meeting, session, papers: choices.some(papers, 50) });
  }
  const places = new Map(papers.map((id) => [id, placesFor(making, id)]));
  for (const [index, id] of papers.entries()) addPaper(making, id, { index, meeting, papers, all, places });
  for (const paper of choices.some(papers, 30)) {
    const id = mint.record();
    const passage = {
      id: mint.inner(),
      order: 'a0',
      words: canary(making, id, 'passages/words', MEMBERS),
      reason: canary(making, id, 'passages/reason', MEMBERS),
      newer: canary(making, id, 'passages/newer', [], { by: 'entries' }),
    };
    add(making, 'redaction', id, { paper, version: choices.of(paper, ...papers), passages: [passage] });
  }
  const subjects = making.records.map(({ id }) => id);
  for (const record of choices.some(subjects, 10)) {
    const note = mint.record();
    const own: Mark = { label: 'PRIVATE', distribution: { to: 'installation' } };
    add(
      making,
      'annotation',
      note,
      { record, text: canary(making, note, 'text', SELF), anchor: anAnchor(making, note, SELF) },
      choices.percent(60) ? own : undefined,
    );
    const newer = mint.record();
    add(making, 'forecast', newer, { title: canary(making, newer, 'title', []), about: record });
    addThread(making, choices.of(record, record, record, note, newer, mint.record()));
  }
}

/** A comment and answers to it, often with a looser mark than what they are on, as when that was tightened since. */
function addThread(making: Making, record: RecordId): void {
  const { choices, mint } = making;
  const board: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
  const thread: RecordId[] = [];
  for (let left = 1 + choices.upTo(2); left > 0; left -= 1) {
    const id = mint.record();
    const body: JsonObject = {
      record,
      text: canary(making, id, 'text', MEMBERS),
      anchor: anAnchor(making, id, MEMBERS),
    };
    const [answered] = choices.some(thread, 70);
    if (answered !== undefined) body.replyTo = answered;
    if (choices.percent(5)) body.replyTo = mint.record();
    if (answered !== undefined && choices.percent(5)) body.record = answered;
    if (choices.percent(5)) delete body.record;
    add(making, 'comment', id, body, choices.of(undefined, board, EVERYONE));
    thread.push(id);
  }
}

function addItem(
  making: Making,
  id: RecordId,
  index: number,
  { papers, ...fixed }: { meeting: RecordId; session: RecordId; papers: RecordId[] },
): void {
  const { choices, mint, organisations, persons } = making;
  const speakers = choices.some([...organisations, ...persons], 15).map((party, at) => ({
    id: mint.inner(),
    order: `a${at}`,
    party,
    zone: canary(making, id, 'speakers/zone', GUESTS, { beside: { field: 'speakers', party } }),
    newer: canary(making, id, 'speakers/newer', [], { by: 'entries' }),
  }));
  add(making, 'agendaItem', id, {
    ...fixed,
    order: `a${index}`,
    type: 'item',
    // Sometimes that of the item before.
    number: 900_000 + (choices.percent(4) ? Math.max(0, index - 1) : index),
    openNumber: `O${index + 1}`,
    title: canary(making, id, 'title', COMMUNITY),
    continues: mint.record(),
    approves: mint.record(),
    leads: choices.some([...organisations, ...persons], 20),
    papers,
    speakers,
  });
}

interface Around {
  readonly index: number;
  readonly meeting: RecordId;
  readonly papers: readonly RecordId[];
  readonly all: readonly RecordId[];
  readonly places: ReadonlyMap<RecordId, PlacesOfPaper>;
}

function addPaper(making: Making, id: RecordId, { index, meeting, papers, all, places }: Around): void {
  const { choices, mint, organisations } = making;
  const content = Array.from({ length: 2 + choices.upTo(5) }, () => randomBlock(making, id, all));
  const body = {
    meeting,
    number: canary(making, id, 'number', MEMBERS, { place: { paper: id } }),
    openNumber: `CB/8/O${index + 1}`,
    title: canary(making, id, 'title', ALL),
    status: canary(making, id, 'status', MEMBERS),
    from: choices.some(organisations, 25),
    annexOf: choices.of(id, ...papers),
    asks: [
      {
        id: mint.inner(),
        order: 'a0',
        text: canary(making, id, 'asks/text', COMMUNITY),
        newer: canary(making, id, 'asks/newer', [], { by: 'entries' }),
      },
    ],
    received: {
      on: '2027-03-01',
      way: 'form',
      digest: mint.digest(),
      secret: canary(making, id, 'received', [], { by: 'shapes' }),
    },
    verifiedBy: choices.of(...making.persons),
    ...aCourse(making, id),
    body: { type: 'doc', content },
    attachments: filesWith(making, id, COMMUNITY),
  };
  const own = places.get(id);
  // By choices of their own: what else is made stays as it was.
  const others = choicesOf(Number.parseInt(id.slice(0, 8), 16) + 100 + index);
  if (own !== undefined) content.push(...placesAndReferences(making, id, own, body.attachments, others));
  add(making, 'paper', id, body);
}

function filesWith(making: Making, id: RecordId, reach: ReleaseRule): JsonObject[] {
  const { choices, mint } = making;
  return Array.from({ length: choices.upTo(2) }, (_, at) => ({
    id: mint.inner(),
    order: `a${at}`,
    name: canary(making, id, 'attachments/name', reach),
    mediaType: canary(making, id, 'attachments/mediaType', reach),
    size: 1,
    sha256: aFile(making),
  }));
}

function randomBlock(making: Making, id: RecordId, all: readonly RecordId[]): JsonObject {
  const { choices, mint, organisations } = making;
  const attrs = { id: mint.inner() };
  const words = (text: string, ...marks: JsonObject[]): Json => ({ type: 'text', text, marks });
  switch (choices.upTo(7)) {
    case 0:
    case 1:
      return placeholderBlock(making, id);
    case 2: {
      const mark = choices.of('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED', 'TLP:MAUVE');
      return aParagraph(making, canary(making, id, 'body', ALL, { mark }), { mark });
    }
    case 3:
      return { type: 'weather', attrs, content: [words(canary(making, id, 'body', [], { by: 'nodes' }))] };
    case 4: {
      const record = choices.of(organisations[0], ...all);
      const chip = words(canary(making, id, 'body', ALL, { names: record }), { type: 'recordLink', attrs: { record } });
      const href = `amberdesk:${choices.of(organisations[0], ...all)}`;
      return { type: 'paragraph', attrs, content: [chip, words('there', { type: 'link', attrs: { href } })] };
    }
    case 5: {
      const start = choices.of(1, 4);
      const listItem = { type: 'listItem', content: [aParagraph(making, canary(making, id, 'body', ALL))] };
      const newer = canary(making, id, 'attributes', [], { by: 'nodes' });
      return { type: 'orderedList', attrs: { ...attrs, start, newer }, content: [listItem] };
    }
    case 6: {
      const near = aParagraph(making, canary(making, id, 'body', MEMBERS, { by: 'portions' }));
      return { type: 'blockquote', attrs, content: [near, placeholderBlock(making, id, false)] };
    }
    default: {
      const footnote = {
        type: 'footnote',
        attrs: { id: mint.inner() },
        content: [words(canary(making, id, 'body', ALL))],
      };
      return { type: 'paragraph', attrs, content: [words(canary(making, id, 'body', ALL)), footnote] };
    }
  }
}

/** `top`: it stands where portions do, so that texts may refer to what is in it. */
function placeholderBlock(making: Making, paper: RecordId, top = true): JsonObject {
  const { choices, mint } = making;
  const placeholder = mint.record();
  if (choices.percent(80)) {
    const portion = mint.record();
    const block = mint.inner();
    const said = canary(making, portion, 'body', MEMBERS, top ? { place: { paper, block, placeholder } } : {});
    const heading = { type: 'heading', attrs: { id: block, level: 2 }, content: [{ type: 'text', text: said }] };
    const content = [heading, aParagraph(making, canary(making, portion, 'body', MEMBERS))];
    if (top) making.places.push({ paper, block });
    const attachments = filesWith(making, portion, MEMBERS);
    add(making, 'portion', portion, { paper, placeholder, body: { type: 'doc', content }, attachments });
  }
  const readAt = canary(making, paper, 'body', MEMBERS, { by: 'portions' });
  return { type: 'portion', attrs: { id: mint.inner(), placeholder, label: 'TLP:RED', lines: 3, readAt } };
}
