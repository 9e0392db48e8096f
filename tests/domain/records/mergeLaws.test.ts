import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, labelRank } from '../../../domain/handling/order.ts';
import { ancestorsOf, headsOf, nearestCommonAncestors } from '../../../domain/records/history.ts';
import { canonicalJson, isJson, sameJson } from '../../../domain/records/json.ts';
import { KINDS } from '../../../domain/records/kinds.ts';
import { mergeHeads, type Version } from '../../../domain/records/merge.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { lostAtoms } from '../../helpers/atoms.ts';
import { firstContent } from '../../helpers/edits.ts';
import {
  HISTORY_RUNS,
  histories,
  kindOfRecord,
  RECORDS,
  resolved,
  type Shared,
  versionsOf,
  viewOf,
  type World,
} from '../../helpers/histories.ts';

const RUNS = { numRuns: HISTORY_RUNS };

/** Every vault in which a record can be looked at: each installation's, and one to which everything came. */
function vaultsOf(world: World): ReadonlyMap<string, Shared>[] {
  return [...world.installations, world.all];
}

function forEveryRecord(
  world: World,
  look: (vault: ReadonlyMap<string, Shared>, record: string, heads: Shared[]) => void,
) {
  for (const vault of vaultsOf(world)) {
    for (const { record } of RECORDS) {
      const heads = headsOf(versionsOf(vault, record)).flatMap((id) => vault.get(id) ?? []);
      if (heads.length > 0) look(vault, record, heads);
    }
  }
}

const shuffled = (vault: ReadonlyMap<string, Shared>, seed: number): Map<string, Shared> =>
  new Map([...vault].sort(([one], [other]) => (hash(one, seed) < hash(other, seed) ? -1 : 1)));

const hash = (id: string, seed: number) => (Number.parseInt(id.slice(0, 8), 16) * (seed + 1)) % 65_537;

describe('the laws of merging', () => {
  it('gives the same heads, view and conflicts in every order of delivery and of heads', () => {
    fc.assert(
      fc.property(histories(), fc.nat(1_000), (world, seed) => {
        forEveryRecord(world, (vault, record, heads) => {
          const other = shuffled(vault, seed);
          expect(headsOf(versionsOf(other, record))).toEqual(heads.map((head) => head.id));
          const turned = mergeHeads(kindOfRecord(record), heads.toReversed(), (id) => other.get(id));
          expect(turned).toEqual(viewOf(vault, record));
        });
      }),
      RUNS,
    );
  });

  it('shows the same everywhere when installations have sent one another everything, in any order and repeatedly', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        const [first, ...others] = world.installations;
        const every = world.installations.flatMap((vault) => [...vault]);
        const forwards = new Map([...(first ?? []), ...every, ...every]);
        for (const other of others) {
          const backwards = new Map([...other, ...every.toReversed()]);
          for (const { record } of RECORDS) expect(viewOf(backwards, record)).toEqual(viewOf(forwards, record));
        }
      }),
      RUNS,
    );
  });

  it('has every revision of a vault behind one of its heads', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        forEveryRecord(world, (vault, record, heads) => {
          const behind = heads.flatMap((head) => [...ancestorsOf(head.id, (id) => vault.get(id)).known]);
          expect(new Set(behind)).toEqual(new Set(versionsOf(vault, record).map((version) => version.id)));
        });
      }),
      RUNS,
    );
  });

  it('loses no word: what a head says is in the view, in a question, or was changed by somebody who knew it', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        forEveryRecord(world, (vault, record, heads) => {
          const kind = kindOfRecord(record);
          const view = mergeHeads(kind, heads, (id) => vault.get(id));
          expect(lostAtoms(kind, heads, view, (id) => vault.get(id))).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('asks more and loses nothing when ancestors are withheld', () => {
    fc.assert(
      fc.property(histories(), fc.integer({ min: 1, max: 5 }), (world, share) => {
        forEveryRecord(world, (vault, record, heads) => {
          const kind = kindOfRecord(record);
          const isHead = new Set(heads.map((head) => head.id));
          const find = (id: string) => (!isHead.has(id) && hash(id, share) % share === 0 ? undefined : vault.get(id));
          const whole = mergeHeads(kind, heads, (id) => vault.get(id));
          const partial = mergeHeads(kind, heads, find);
          expect(lostAtoms(kind, heads, partial, find)).toEqual([]);
          const asked = partial.conflicts.map((conflict) => conflict.path);
          for (const { path } of whole.conflicts) expect(asked).toContain(path);
        });
      }),
      RUNS,
    );
  });

  it('shows a single head exactly as it is', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        for (const revision of world.all.values()) {
          const view = mergeHeads(kindOfRecord(revision.record), [revision], (id) => world.all.get(id));
          expect(view.body).toBe(revision.body);
          expect(view.handling).toBe(revision.handling);
          expect(view.conflicts).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('gives a view that fits the form of its kind when every head does', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        forEveryRecord(world, (vault, record) => {
          const view = viewOf(vault, record);
          expect(isJson(view?.body)).toBe(true);
          for (const [field, { schema }] of Object.entries(kindOfRecord(record)?.fields ?? {})) {
            const value = view?.body[field];
            if (value !== undefined) expect(schema.safeParse(value).success).toBe(true);
          }
        });
      }),
      RUNS,
    );
  });

  it('never shows a looser label than any head, nor a wider distribution without asking', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        forEveryRecord(world, (vault, record, heads) => {
          const view = mergeHeads(kindOfRecord(record), heads, (id) => vault.get(id));
          const asked = new Set(view.conflicts.map((conflict) => conflict.path));
          for (const { handling } of heads) {
            expect(labelRank(view.handling.label)).toBeLessThanOrEqual(labelRank(handling.label));
            expect(view.handling.chathamHouse || !handling.chathamHouse).toBe(true);
            if (asked.has('$handling.distribution')) continue;
            expect(isWithin(view.handling.distribution, handling.distribution)).not.toBe(false);
          }
        });
      }),
      RUNS,
    );
  });

  it('asks two sides only about what both of them changed, when everything is known', () => {
    fc.assert(
      fc.property(histories(), (world) => {
        forEveryRecord(world, (vault, record, heads) => {
          const [one, other] = heads;
          if (one === undefined || other === undefined || heads.length > 2) return;
          const nearest = nearestCommonAncestors([one.id, other.id], (id) => vault.get(id));
          const [base] = nearest.ids.flatMap((id) => vault.get(id) ?? []);
          if (base === undefined || nearest.ids.length > 1 || !nearest.complete) return;
          for (const conflict of viewOf(vault, record)?.conflicts ?? []) {
            if (conflict.type === 'handling' || conflict.type === 'deleted') continue;
            const values = conflict.sides.map((side) => side.value);
            expect(values).toHaveLength(2);
            expect(sameJson(values[0], values[1])).toBe(false);
            expect(values.some((value) => sameJson(value, conflict.base))).toBe(false);
          }
        });
      }),
      RUNS,
    );
  });

  it('has no question left when each was answered, and shows the answers when they are shared', () => {
    fc.assert(
      fc.property(histories(), fc.nat(3), (world, answer) => {
        forEveryRecord(world, (vault, record, heads) => {
          const view = mergeHeads(kindOfRecord(record), heads, (id) => vault.get(id));
          const { body, handling, conflicts } = resolved(view, answer);
          expect(conflicts).toEqual([]);
          const answered: Shared = {
            ...RECORDS[0],
            record,
            kind: 'paper',
            id: 'f'.repeat(64),
            parents: heads.map(({ id }) => id),
            body,
            handling,
          };
          const after = new Map([...vault, [answered.id, answered]]);
          expect(headsOf(versionsOf(after, record))).toEqual([answered.id]);
          expect(viewOf(after, record)).toMatchObject({ body, handling, conflicts: [] });
        });
      }),
      RUNS,
    );
  });

  it('never throws, whatever the values of the fields, known kinds and unknown', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter(isJson);
    const { handling } = firstContent(0);
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS, undefined),
        fc.array(json, { minLength: 3, maxLength: 9 }),
        (kind, values) => {
          const fields = [
            ...Object.keys(kind?.fields ?? {}),
            '$deleted',
            '$aliases',
            'constructor',
            '__proto__',
            'a/b~c',
            '',
          ];
          const versions = [0, 1, 2, 3].map((n): Version => {
            const entries = fields.map((field, i) => [field, values[(i * 7 + n) % values.length] ?? null] as const);
            return { id: `${n}`, parents: n === 0 ? [] : ['0'], body: Object.fromEntries(entries), handling };
          });
          const find = (id: string) => versions.find((version) => version.id === id);
          const view = mergeHeads(kind, versions.slice(1), find);
          expect(isJson(view.body)).toBe(true);
          expect(new Set(view.conflicts.map(({ path }) => path)).size).toBe(view.conflicts.length);
          expect(lostAtoms(kind, versions.slice(1), view, find)).toEqual([]);
          expect(() => canonicalJson(asJson(view.conflicts))).not.toThrow();
        },
      ),
      RUNS,
    );
  });
});
