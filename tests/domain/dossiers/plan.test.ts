import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BookPlan,
  movedBy,
  movedTab,
  movedTo,
  planOf,
  renamedTab,
  withAnnexes,
  withoutPapers,
  withoutTab,
  withPapers,
  withTab,
} from '../../../domain/dossiers/plan.ts';
import type { JsonObject } from '../../../domain/records/json.ts';

type Step = (plan: BookPlan) => BookPlan;

/** Any change that a person can make, to whatever stands in the book at that moment. */
const step = fc.tuple(fc.nat(9), fc.nat(50), fc.nat(50), fc.nat(50)).map(
  ([what, one, other, third]): Step =>
    (plan) => {
      const entry = plan.papers[one % Math.max(1, plan.papers.length)]?.id ?? '';
      const tab = plan.tabs[other % Math.max(1, plan.tabs.length + 1)]?.id;
      const before = plan.papers.filter((paper) => paper.tab === tab)[third % 4]?.id;
      switch (what) {
        case 0:
          return movedBy(plan, entry, 1);
        case 1:
          return movedBy(plan, entry, -1);
        case 2:
        case 3:
          return movedTo(plan, entry, tab, before);
        case 4:
          return withPapers(plan, [{ id: `e${one}-${other}-${third}`, paper: `paper${one}` }], tab, before);
        case 5:
          return withoutPapers(plan, third % 3 === 0 ? [entry] : []);
        case 6:
          return withTab(plan, `t${one}-${other}-${third}`, `Tab ${one}`);
        case 7:
          return withoutTab(plan, tab ?? '');
        case 8:
          return movedTab(plan, tab ?? '', one % 2 === 0 ? 1 : -1);
        default:
          return withAnnexes(renamedTab(plan, tab ?? '', 'Another'), entry, one % 2 === 0);
      }
    },
);

const body = (plan: BookPlan): JsonObject => JSON.parse(JSON.stringify(plan));
const start = withPapers(
  withTab(withTab({ papers: [], tabs: [] }, 'x', 'X'), 'y', 'Y'),
  ['a', 'b', 'c', 'd'].map((id) => ({ id, paper: `paper-${id}` })),
  'x',
);
const names = ({ papers }: BookPlan) => papers.map(({ id }) => id).join('');

describe('the order of a book', () => {
  it('is read back as it was made, whatever was done; nothing is lost, doubled or behind a tab that is gone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let plan = start;
        for (const next of steps) {
          const after = next(plan);
          const gone = plan.papers.filter(({ id }) => !after.papers.some((one) => one.id === id));
          expect(gone.length).toBeLessThanOrEqual(1);
          plan = after;
          expect(names(planOf(body(plan)))).toBe(names(plan));
          expect(new Set(plan.papers.map(({ paper }) => paper)).size).toBe(plan.papers.length);
          for (const { tab } of plan.papers)
            expect(tab === undefined || plan.tabs.some(({ id }) => id === tab)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('moves one place at a time, over the edge of a tab into the next one, and no further than the ends', () => {
    const up = movedBy(start, 'c', -1);
    expect(names(up)).toBe('acbd');
    const over = movedBy(movedBy(up, 'd', 1), 'b', 1);
    expect(over.papers.map(({ id, tab }) => `${id}${tab}`)).toEqual(['ax', 'cx', 'by', 'dy']);
    expect(movedBy(over, 'd', 1)).toBe(over);
    expect(movedBy(movedBy(movedBy(over, 'a', -1), 'a', -1), 'a', -1).papers[0]).toMatchObject({ id: 'a' });
    expect(names(movedTo(start, 'd', 'x', 'a'))).toBe('dabc');
  });

  it('finds room where two laptops gave the same key', () => {
    const same = { ...start, papers: start.papers.map((one) => ({ ...one, order: 'a0' })) };
    expect(names(movedTo(planOf(body(same)), 'd', 'x', 'b'))).toBe('adbc');
  });

  it('takes a paper in once, and a tab away without its papers', () => {
    const more = withPapers(start, [{ id: 'e', paper: 'paper-a' }], 'y');
    expect(names(more)).toBe('abcd');
    expect(withoutTab(start, 'x').papers.map(({ id, tab }) => `${id}${tab}`)).toEqual(
      ['a', 'b', 'c', 'd'].map((id) => `${id}undefined`),
    );
  });
});
