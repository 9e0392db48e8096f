import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDirectory } from '../../core/directory/chainRows.ts';
import { computeView } from '../../core/records/refresh.ts';
import { findRevision } from '../../core/records/rows.ts';
import type { Session } from '../../core/session.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { lostAtoms } from '../helpers/atoms.ts';
import { type Edit, edit } from '../helpers/edits.ts';
import { HISTORY_RUNS } from '../helpers/histories.ts';
import { begin, revisionsOf, type Seat, send, theSeats } from './vaultsInMemory.ts';
import { type Plan, plans, play, RECORDS, type Step, sendAll, theRecords, type World } from './worlds.ts';

let seats: Seat[] = [];
let late: Seat[] = [];
const folder = mkdtempSync(join(tmpdir(), 'amberdesk-laws-'));
beforeAll(async () => {
  ({ seats, late } = await theSeats(folder));
  await theRecords(seats, late);
});
afterAll(() => {
  for (const { session } of [...seats, ...late]) session.vault.close();
  rmSync(folder, { recursive: true });
});

type Statement = ReturnType<typeof prepared>;
const prepared = ({ vault }: Session, query: string) => vault.sqlite.prepare<[string], Record<string, unknown>>(query);
const statements = new WeakMap<object, Map<string, Statement>>();

/** The rows that a query gives for a record; it is prepared once for a seat. */
function rowsOf({ session }: Seat, query: string, record: string): Record<string, unknown>[] {
  const { sqlite } = session.vault;
  const known = statements.get(sqlite) ?? new Map<string, Statement>();
  statements.set(sqlite, known);
  const statement = known.get(query) ?? prepared(session, query);
  known.set(query, statement);
  return statement.all(record);
}

/** The shared revisions of a record that a seat has. */
const idsOf = (seat: Seat, record: string): string[] =>
  rowsOf(seat, 'SELECT id FROM revision WHERE record = ? ORDER BY id', record).map(({ id }) => String(id));

/** Everything that is kept of a record and follows from its shared revisions. */
function kept(seat: Seat, record: string): unknown {
  const rows = (query: string) => rowsOf(seat, query, record).map(parsed);
  return {
    record: rows('SELECT kind, heads, body, handling, title, deleted, conflicted, updated FROM record WHERE id = ?'),
    conflicts: rows('SELECT * FROM conflict WHERE record = ? ORDER BY path'),
    links: rows('SELECT * FROM link WHERE source = ? ORDER BY field, target'),
    index: rows('SELECT kind, label, deleted FROM search_document WHERE record = ?'),
  };
}

/** A row with its JSON read, because the order of keys says nothing. */
function parsed(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

const isDrafted = (seat: Seat, record: string) =>
  rowsOf(seat, 'SELECT 1 FROM draft WHERE record = ?', record).length > 0;

/** Plays a plan and looks at what became of it; then all seats are as they were. */
async function inWorld(plan: Plan, look: (world: World) => Promise<void>): Promise<void> {
  const begun = [...seats, ...late].map(begin);
  try {
    const world = await play(seats, plan);
    await sendAll(world, plan.order);
    await look(world);
  } finally {
    for (const { undo } of begun) undo();
  }
}

/** Sends all that a seat has to one that has nothing, the oldest first, the newest first, or in parts. */
async function bringAll(from: Seat, to: Seat, { withheld }: World, parts: number): Promise<void> {
  for (let part = 0; part < parts; part += 1) {
    await send(from, to, ({ id }, at) => !withheld.has(id) && at % parts === part, `part ${part}`);
  }
  // What was put aside because its parents came later is judged again.
  await send(from, to, ({ id }) => !withheld.has(id), 'again');
}

const digest = (seat: Seat) =>
  ['revision', 'record', 'conflict', 'link', 'draft', 'local_revision', 'search_document'].map((table) =>
    seat.session.vault.sqlite.prepare(`SELECT * FROM "${table}"`).all(),
  );

describe('the laws of exchange, over three to five installations with real tables', () => {
  it('the same revisions give the same record everywhere, as the preview said, import twice changes nothing, and no edit is lost', async () => {
    let [compared, bounded] = [0, 0];
    await fc.assert(
      fc.asyncProperty(plans, (plan) =>
        inWorld(plan, async (world) => {
          const [first] = world.seats;
          if (first === undefined) return;
          expect(world.lost).toEqual([]);
          const [one, other] = late;
          if (one !== undefined && other !== undefined && plan.order % 10 === 0) {
            await bringAll(first, one, world, 1);
            await bringAll(first, other, world, 2 + (plan.order % 3));
          }
          const everybody = plan.order % 10 === 0 ? [...world.seats, ...late] : world.seats;
          for (const { id } of RECORDS) {
            const bySet = new Map<string, Seat[]>();
            for (const seat of everybody) {
              if (isDrafted(seat, id)) continue;
              const key = idsOf(seat, id).join();
              bySet.set(key, [...(bySet.get(key) ?? []), seat]);
            }
            for (const [, [leader, ...same]] of bySet) {
              if (leader === undefined) continue;
              const expected = kept(leader, id);
              for (const seat of same) {
                expect(kept(seat, id), `${leader.name} and ${seat.name}`).toEqual(expected);
                compared += 1;
              }
            }
          }
          const revoked = readDirectory(first.session.vault)?.state.revoked.size ?? 0;
          bounded += revoked;
          // Nobody lacks what another has, unless it was withheld, put aside for a revocation, or builds on such.
          if (revoked === 0 && plan.withheld.length === 0) {
            for (const { id } of RECORDS) {
              const all = new Set(everybody.flatMap((seat) => idsOf(seat, id)));
              for (const seat of everybody) expect(idsOf(seat, id), seat.name).toHaveLength(all.size);
            }
          }
          const before = digest(first);
          for (const seat of world.seats.slice(-1)) {
            const again = await send(seat, first, ({ id }) => !world.withheld.has(id), 'twice');
            expect(again.changed).toEqual([]);
          }
          if (world.withheld.size === 0) expect(digest(first)).toEqual(before);
          expect(revisionsOf(first).length).toBeGreaterThan(0);
        }),
      ),
      { numRuns: Math.ceil(HISTORY_RUNS * 0.8) },
    );
    // The histories are of the sort that was meant.
    expect(compared).toBeGreaterThan(HISTORY_RUNS);
    expect(bounded).toBeGreaterThan(HISTORY_RUNS / 20);
  });

  it('withheld ancestors lead to more questions, never to lost text', async () => {
    let seen = 0;
    // The originator writes twice, and what it wrote first stays behind; then whatever else happens.
    const twice = (edits: Edit[]): Step[] => [
      { does: 'edit', at: 0, record: 0, edits },
      { does: 'share', at: 0 },
    ];
    const edits = fc.array(edit, { minLength: 1, maxLength: 2 });
    const withholding = fc.tuple(plans, edits, edits).map(
      ([plan, first, second]): Plan => ({
        ...plan,
        withheld: [0],
        steps: [...twice(first), ...twice(second), ...plan.steps.filter(({ does }) => does !== 'revoke')],
      }),
    );
    await fc.assert(
      fc.asyncProperty(withholding, (plan) =>
        inWorld(plan, async (world) => {
          for (const { id, kind } of RECORDS) {
            for (const knowing of world.seats) {
              const whole = computeView(knowing.session.vault, id, { draft: false });
              if (whole === undefined) continue;
              for (const seat of world.seats) {
                const partial = computeView(seat.session.vault, id, { draft: false });
                if (partial === undefined) continue;
                const find = (version: string) => findRevision(seat.session.vault, version);
                const heads = partial.heads.flatMap((head) => find(head) ?? []);
                expect(lostAtoms(kindOf(kind), heads, partial, find)).toEqual([]);
                if (partial.heads.join() !== whole.heads.join()) continue;
                const ids = new Set(idsOf(knowing, id));
                if (!idsOf(seat, id).every((one) => ids.has(one))) continue;
                const paths = partial.conflicts.map(({ path }) => path);
                for (const { path } of whole.conflicts) expect(paths).toContain(path);
                if (idsOf(seat, id).length < ids.size) seen += 1;
              }
            }
          }
        }),
      ),
      { numRuns: Math.ceil(HISTORY_RUNS * 0.2) },
    );
    expect(seen).toBeGreaterThan(0);
  });
});
