import fc from 'fast-check';
import { answerConflict } from '../../domain/records/answerConflict.ts';
import { digestOf } from '../../domain/records/digest.ts';
import { headsOf } from '../../domain/records/history.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { type MergedView, mergeHeads, type Version } from '../../domain/records/merge.ts';
import { asJson } from '../../domain/records/revision.ts';
import { applyEdit, type Content, type Edit, edit, firstContent } from './edits.ts';

/** A shared revision in a history. */
export interface Shared extends Version {
  readonly record: string;
  readonly kind: string;
}

/** What one installation does. Numbers pick an installation or a record. */
export type Step =
  | { does: 'create'; at: number; record: number }
  | { does: 'edit'; at: number; record: number; edits: Edit[] }
  | { does: 'resolve'; at: number; record: number; answer: number }
  | { does: 'send'; from: number; to: number; lost: boolean[] }
  /** Two send each other what they have, and then both write: histories cross. */
  | { does: 'swap'; from: number; to: number; record: number; edits: Edit[]; others: Edit[] }
  | { does: 'backUp'; at: number }
  | { does: 'restore'; at: number };

/** A paper, a second paper, and a record of a kind that only installations with a newer version know. */
export const RECORDS: readonly { record: string; kind: string }[] = [
  { record: 'paper one', kind: 'paper' },
  { record: 'paper two', kind: 'paper' },
  { record: 'newer', kind: 'leverageEvent' },
];

/** Several installations after a while of writing, sending and losing. */
export interface World {
  readonly steps: readonly Step[];
  /** Every revision that was ever made. */
  readonly all: ReadonlyMap<string, Shared>;
  /** What each installation has. The first two run a newer version of the product. */
  readonly installations: readonly ReadonlyMap<string, Shared>[];
  /** Revisions that no addressee may have: they are known to others as bare ids only. */
  readonly withheld: ReadonlySet<string>;
  /** How a counterexample is printed: the call of `play` that makes it again. */
  readonly [fc.toStringMethod]: () => string;
}

export interface HistoryOptions {
  readonly maxSteps?: number;
}

/**
 * Random histories on three to five installations: records created, edited, deleted, restored, tightened, loosened and
 * resolved; exchanged in any order, with repeats and losses; vaults restored from older backups; revisions withheld.
 */
export function histories({ maxSteps = 32 }: HistoryOptions = {}): fc.Arbitrary<World> {
  const installations = fc.integer({ min: 3, max: 5 });
  const withheld = fc.array(fc.nat(40), { maxLength: 4 });
  return fc
    .tuple(installations, fc.array(step, { minLength: 6, maxLength: maxSteps, size: 'max' }), withheld)
    .map(([count, steps, held]) => play(count, steps, held));
}

/** How many histories a property runs over; `npm run soak` raises it. */
export const HISTORY_RUNS = Number(process.env.AMBERDESK_RUNS ?? 1_000);

const at = fc.nat(4);
const record = fc.constantFrom(0, 0, 0, 1, 2, 2);
const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ does: fc.constant('create' as const), at, record }) },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('edit' as const), at, record, edits }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('resolve' as const), at, record, answer: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('swap' as const), from: at, to: at, record, edits, others: edits }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      from: at,
      to: at,
      lost: fc.oneof(fc.constant<boolean[]>([]), fc.array(fc.boolean(), { maxLength: 4 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('backUp' as const), at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restore' as const), at }) },
);

/** What the steps come to. The first installation makes every record and sends it to all before anything else. */
export function play(count: number, steps: readonly Step[], withheldNumbers: readonly number[] = []): World {
  const all = new Map<string, Shared>();
  const withheld = new Set<string>();
  const vaults = Array.from({ length: count }, () => new Map<string, Shared>());
  const backups = Array.from({ length: count }, () => new Map<string, Shared>());
  const isNewer = (n: number) => n % count < 2;
  const vault = (n: number) => vaults[n % count] ?? new Map<string, Shared>();

  const share = (at: number, record: number, content: Content) => {
    const named = RECORDS[record % RECORDS.length];
    if (named === undefined || (kindOf(named.kind) === undefined && !isNewer(at))) return;
    const parents = headsOf(versionsOf(vault(at), named.record));
    const revision = seal({ ...named, parents, ...content }, all.size);
    if (withheldNumbers.includes(all.size)) withheld.add(revision.id);
    all.set(revision.id, revision);
    vault(at).set(revision.id, revision);
  };

  const view = (at: number, record: number) => viewOf(vault(at), RECORDS[record % RECORDS.length]?.record ?? '');

  RECORDS.forEach((_, record) => {
    share(0, record, firstContent(record));
  });
  for (const other of vaults) for (const [id, revision] of vault(0)) other.set(id, revision);

  const write = (at: number, record: number, edits: readonly Edit[]) => {
    const before = view(at, record);
    const possible = edits.filter((change) => change.op !== 'newer' || isNewer(at));
    if (before !== undefined && possible.length > 0) share(at, record, possible.reduce(applyEdit, before));
  };
  const send = (from: number, to: number, lost: readonly boolean[] = []) => {
    [...vault(from).values()].forEach((revision, i) => {
      if (!withheld.has(revision.id) && lost[i % lost.length] !== true) vault(to).set(revision.id, revision);
    });
  };

  for (const next of steps) {
    switch (next.does) {
      case 'create':
        if (view(next.at, next.record) === undefined) share(next.at, next.record, firstContent(next.at));
        break;
      case 'edit':
        write(next.at, next.record, next.edits);
        break;
      case 'resolve': {
        const before = view(next.at, next.record);
        if (before !== undefined) share(next.at, next.record, resolved(before, next.answer));
        break;
      }
      case 'send':
        send(next.from, next.to, next.lost);
        break;
      case 'swap':
        send(next.from, next.to);
        send(next.to, next.from);
        write(next.from, next.record, next.edits);
        write(next.to, next.record, next.others);
        break;
      case 'backUp':
        backups[next.at % count] = new Map(vault(next.at));
        break;
      case 'restore':
        vaults[next.at % count] = new Map(backups[next.at % count]);
        break;
    }
  }
  const replay = () => `play(${count}, ${JSON.stringify(steps)}, ${JSON.stringify(withheldNumbers)})`;
  return { steps, all, installations: vaults, withheld, [fc.toStringMethod]: replay };
}

/** The revisions of one record. */
export function versionsOf(vault: ReadonlyMap<string, Shared>, record: string): Shared[] {
  return [...vault.values()].filter((revision) => revision.record === record);
}

/** What an installation with these revisions shows for a record; undefined when it has none of them. */
export function viewOf(vault: ReadonlyMap<string, Shared>, record: string): MergedView | undefined {
  const heads = headsOf(versionsOf(vault, record)).flatMap((id) => vault.get(id) ?? []);
  return heads.length === 0 ? undefined : mergeHeads(kindOfRecord(record), heads, (id) => vault.get(id));
}

export function kindOfRecord(record: string): RecordKind | undefined {
  return kindOf(RECORDS.find((named) => named.record === record)?.kind ?? '');
}

/** The view after a person has answered every question with one of its sides. */
export function resolved(view: MergedView, answer: number): MergedView {
  let open = view;
  for (let [conflict] = open.conflicts; conflict !== undefined; [conflict] = open.conflicts) {
    open = answerConflict(open, conflict, conflict.sides[answer % conflict.sides.length]?.value);
  }
  return open;
}

function seal(content: Omit<Shared, 'id'>, nonce: number): Shared {
  return { ...content, id: digestOf(asJson({ ...content, nonce })) };
}
