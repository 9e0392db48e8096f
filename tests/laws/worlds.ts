import fc from 'fast-check';
import { addRevisions } from '../../core/records/addRevisions.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { editRecord } from '../../core/records/editRecord.ts';
import { hasRecord, readRecord } from '../../core/records/recordView.ts';
import { computeView } from '../../core/records/refresh.ts';
import { resolveConflicts } from '../../core/records/resolveConflicts.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import { signRevision } from '../../core/records/signing.ts';
import { readSigningKey } from '../../core/vault/installation.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { naturalId, type RecordId, RevisionId } from '../../domain/records/ids.ts';
import { canonicalJson, type Json, type JsonObject, sameJson } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { asJson, type RevisionContent } from '../../domain/records/revision.ts';
import { type Atom, atomsOf } from '../helpers/atoms.ts';
import { applyEdit, type Edit, edit, firstContent } from '../helpers/edits.ts';
import { backUp, restore, revisionsOf, revokeSeat, type Seat, send } from './vaultsInMemory.ts';

/** What one installation does. Numbers pick a seat or a record. */
export type Step =
  | { does: 'edit'; at: number; record: number; edits: Edit[] }
  | { does: 'resolve'; at: number; record: number; answer: number }
  | { does: 'share'; at: number }
  | { does: 'send'; from: number; to: number; lost: boolean[] }
  | { does: 'backUp' | 'restore'; at: number }
  | { does: 'revoke'; at: number };

export interface Plan {
  /** How many seats take part: three to five. The last two run a newer version of the product. */
  readonly seats: number;
  readonly steps: readonly Step[];
  /** Of the revisions, by the order in which they were made: those that no bundle holds. */
  readonly withheld: readonly number[];
  /** In which order everything is sent in the end. */
  readonly order: number;
}

const at = fc.nat(4);
const record = fc.constantFrom(0, 0, 1, 2);
const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('edit' as const), at, record, edits }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('resolve' as const), at, record, answer: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('share' as const), at }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      from: at,
      to: at,
      lost: fc.oneof(fc.constant<boolean[]>([]), fc.array(fc.boolean(), { maxLength: 4 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('backUp' as const, 'restore' as const), at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('revoke' as const), at: fc.integer({ min: 1, max: 4 }) }) },
);

export const plans: fc.Arbitrary<Plan> = fc.record({
  seats: fc.integer({ min: 3, max: 5 }),
  steps: fc.array(step, { minLength: 5, maxLength: 10, size: 'max' }),
  withheld: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.nat(20), { maxLength: 2 }) },
  ),
  order: fc.nat(1_000),
});

/** Two papers, and a record of a kind that only installations with a newer version know. */
export const RECORDS: readonly { readonly id: RecordId; readonly kind: string }[] = [
  { id: naturalId('test', 'paper one'), kind: 'paper' },
  { id: naturalId('test', 'paper two'), kind: 'paper' },
  { id: naturalId('test', 'newer'), kind: 'leverageEvent' },
];

/** What a person may be told when a step is not possible now. Nothing else may go wrong. */
const REFUSALS = [
  'record.conflict',
  'record.invalid',
  'record.notOriginator',
  'record.missing',
  'record.kind',
  'paper.bySecretariat',
  'paper.issued',
];

/** Something that somebody typed and was told is kept: a value, an element, a paragraph. */
interface Acknowledged extends Atom {
  readonly record: RecordId;
}

/** A history under way. */
export interface World {
  readonly seats: readonly Seat[];
  readonly withheld: ReadonlySet<string>;
  /** Edits that were acknowledged and that no bundle has yet, by seat. */
  readonly pending: ReadonlyMap<Seat, Acknowledged[]>;
  /** What went wrong with an acknowledged edit. */
  readonly lost: string[];
}

/** What everybody has before a history begins: written by the Secretariat, and by one that runs a newer version. */
export async function theRecords(seats: readonly Seat[], late: readonly Seat[]): Promise<void> {
  const [secretariat, newer] = seats;
  if (secretariat === undefined || newer === undefined) return;
  RECORDS.forEach(({ id, kind }, n) => {
    if (kind === 'paper') createRecord(secretariat.session, kind, firstContent(n).body, { id });
    else write(newer, id, kind, [], { title: 'Pass 7', list: [1, 2] });
  });
  shareDrafts(secretariat.session, 'all');
  await send(newer, secretariat, () => true, 'first');
  for (const to of [...seats, ...late]) if (to !== secretariat) await send(secretariat, to, () => true, 'first');
}

export async function play(all: readonly Seat[], { seats: count, steps, withheld }: Plan): Promise<World> {
  const seats = all.slice(0, count);
  const held = new Set<string>();
  const made: string[] = [];
  const pending = new Map<Seat, Acknowledged[]>(seats.map((seat) => [seat, []]));
  const lost: string[] = [];
  const seat = (n: number): Seat => seats[n % count] ?? seats[0] ?? fail();
  const isNewer = (one: Seat) => seats.indexOf(one) >= count - 2;

  const share = (one: Seat) => {
    const revisions = attempt(() => shareDrafts(one.session, 'all')) ?? [];
    for (const revision of revisions) {
      note(revision.id);
      const said = atomsOf(PAPER, revision.body);
      for (const atom of taken(pending, one, revision.record)) {
        if (!isAmong(said, atom)) lost.push(`${one.name}: ${atom.path} was acknowledged, and not shared`);
      }
    }
  };
  const note = (id: string) => {
    if (withheld.includes(made.length)) held.add(id);
    made.push(id);
  };

  for (const [number, next] of steps.entries()) {
    for (const one of seats) one.clock.move(60_000);
    switch (next.does) {
      case 'edit': {
        const one = seat(next.at);
        const { id, kind } = RECORDS[next.record % RECORDS.length] ?? fail();
        if (!hasRecord(one.session.vault, id)) break;
        if (kind !== 'paper' || (isNewer(one) && next.edits.some(({ op }) => op === 'newer'))) {
          share(one);
          if (isNewer(one)) writeNewer(one, id, kind, next.edits, note);
        } else editAsAPerson(one, id, next.edits, pending.get(one) ?? []);
        break;
      }
      case 'resolve':
        resolve(seat(next.at), next.record, next.answer, pending.get(seat(next.at)) ?? []);
        break;
      case 'share':
        share(seat(next.at));
        break;
      case 'send': {
        const [from, to] = [seat(next.from), seat(next.to)];
        if (from === to) break;
        share(from);
        const { lost: gone } = next;
        await send(from, to, ({ id }, row) => !held.has(id) && gone[row % gone.length] !== true, `bundle ${number}`);
        break;
      }
      case 'backUp':
        if (next.at % count > 0) backUp(seat(next.at));
        break;
      case 'restore':
        if (next.at % count > 0 && restore(seat(next.at))) pending.set(seat(next.at), []);
        break;
      case 'revoke':
        if (next.at % count > 0) await revokeSeat(seat(0), seat(next.at));
        break;
    }
  }
  for (const one of seats) share(one);
  return { seats, withheld: held, pending, lost };
}

function fail(): never {
  throw new Error('no such seat or record');
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof AmberdeskError && REFUSALS.includes(error.code)) return undefined;
    throw error;
  }
}

const PAPER = kindOf('paper');

const isAmong = (atoms: readonly Atom[], { path, value }: Atom): boolean =>
  atoms.some((other) => other.path === path && sameJson(other.value, value));

/** What was acknowledged of a record and is shared now. */
function taken(pending: Map<Seat, Acknowledged[]>, seat: Seat, record: string): Acknowledged[] {
  const all = pending.get(seat) ?? [];
  const left = all.filter((one) => one.record !== record);
  pending.set(seat, left);
  return all.filter((one) => one.record === record);
}

/** Notes what a person typed, and forgets what the same person took away. */
function acknowledge(pending: Acknowledged[], record: RecordId, before: JsonObject, after: JsonObject): void {
  const [was, is] = [atomsOf(PAPER, before), atomsOf(PAPER, after)];
  const stays = pending.filter((one) => one.record !== record || isAmong(is, one));
  const typed = is.filter((atom) => !isAmong(was, atom) && !isAmong(stays, atom));
  pending.splice(0, pending.length, ...stays, ...typed.map((atom) => ({ ...atom, record })));
}

function editAsAPerson({ session }: Seat, id: RecordId, changes: readonly Edit[], pending: Acknowledged[]): void {
  for (const change of changes) {
    const { body, handling } = readRecord(session.vault, id);
    const after = applyEdit({ body, handling }, change);
    const names = [...new Set([...Object.keys(body), ...Object.keys(after.body)])];
    const fields = names.filter((name) => !name.startsWith('$') && !sameJson(body[name], after.body[name]));
    const { label, distribution, caveats, chathamHouse, expires = null } = after.handling;
    const sameMark = sameJson(asJson(handling), asJson(after.handling));
    const view = attempt(() =>
      editRecord(
        session,
        id,
        Object.fromEntries(fields.map((name) => [name, after.body[name]])),
        sameMark ? {} : { mark: { label, distribution }, caveats, chathamHouse, expires },
      ),
    );
    if (view !== undefined) acknowledge(pending, id, body, view.body);
  }
}

/** What a newer version writes: fields and kinds that this one does not know. */
function writeNewer(
  seat: Seat,
  id: RecordId,
  kind: string,
  changes: readonly Edit[],
  note: (id: string) => void,
): void {
  const view = computeView(seat.session.vault, id, { draft: false });
  if (view === undefined || view.conflicts.length > 0) return;
  const fields = changes.flatMap((change, n): [string, Json][] =>
    change.op === 'newer'
      ? [[`newer${change.field}`, change.value]]
      : [[`other${n}`, JSON.parse(JSON.stringify(change))]],
  );
  const body = { ...view.body, ...Object.fromEntries(fields) };
  note(write(seat, id, kind, view.heads, body, view.handling));
}

function write(
  { session }: Seat,
  record: RecordId,
  kind: string,
  heads: readonly string[],
  body: JsonObject,
  handling?: RevisionContent['handling'],
): string {
  const { id: author, seat, organisation } = session.vault.installation;
  const revision = signRevision(
    {
      record,
      kind,
      parents: heads.map((head) => RevisionId.parse(head)),
      author,
      seat,
      at: '2027-03-03T18:12Z',
      nonce: Buffer.from(session.surroundings.randomBytes(16)).toString('hex'),
      handling: handling ?? {
        label: 'TLP:AMBER',
        distribution: { to: 'board' },
        originator: organisation,
        caveats: [],
        chathamHouse: false,
      },
      body,
    },
    readSigningKey(session.vault),
  );
  addRevisions(session, [{ revision, line: canonicalJson(asJson(revision)) }], 'written');
  return revision.id;
}

function resolve({ session }: Seat, number: number, answer: number, pending: Acknowledged[]): void {
  const { id, kind } = RECORDS[number % RECORDS.length] ?? fail();
  if (kind !== 'paper' || !hasRecord(session.vault, id)) return;
  const { body, conflicts } = readRecord(session.vault, id);
  const answers = conflicts.map(({ path, sides }) => [path, sides[answer % sides.length]?.value] as const);
  if (answers.length === 0) return;
  const view = attempt(() => resolveConflicts(session, id, Object.fromEntries(answers)));
  if (view !== undefined) acknowledge(pending, id, body, view.body);
}

/**
 * Everybody sends the Secretariat everything and it sends everything to all, in an order and in parts drawn by `order`,
 * until nothing is new to anybody.
 */
export async function sendAll({ seats, withheld }: World, order: number): Promise<void> {
  const [hub, ...others] = order % 2 === 0 ? seats : [...seats.slice(0, 1), ...seats.slice(1).toReversed()];
  if (hub === undefined) return;
  const ways = [...others.map((from) => [from, hub] as const), ...others.map((to) => [hub, to] as const)];
  for (let round = 0, news = 1; news > 0 && round < 5; round += 1) {
    news = 0;
    for (const [n, [from, to]] of ways.entries()) {
      const known = new Set(revisionsOf(to).map(({ id }) => id));
      const isNew = ({ id }: { id: string }) => !withheld.has(id) && !known.has(id);
      const half = round === 0 && (order + n) % 5 < 2 ? 1 + (n % 2) : 0;
      const inHalf = (row: { id: string }, at: number) => isNew(row) && (half === 0 || at % 2 === half % 2);
      news += (await send(from, to, inHalf, `half ${round}.${n}`)).added;
      if (half > 0) news += (await send(from, to, isNew, `all ${round}.${n}`)).added;
    }
  }
}
