import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierRefusal } from '../../../domain/dossiers/authority.ts';
import { changesSince, longestRising } from '../../../domain/dossiers/changes.ts';
import { notReady } from '../../../domain/dossiers/readiness.ts';

const papers = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
const had = (ids: readonly string[]) => ids.map((paper) => ({ paper, version: `v-${paper}` }));

describe('what is different since an issue', () => {
  it('is told of every paper once: added, changed, moved or as it was; and withdrawn of those that are gone', () => {
    fc.assert(
      fc.property(papers, papers, papers, (then, now, changed) => {
        const { papers: found, withdrawn } = changesSince(had(then), now, ({ paper }) => !changed.includes(paper));
        expect([...found.keys()]).toEqual(now);
        expect(withdrawn.map(({ paper }) => paper)).toEqual(then.filter((id) => !now.includes(id)));
        for (const [paper, { change, had: before }] of found) {
          expect(change === 'added').toBe(!then.includes(paper));
          expect(before?.paper).toBe(then.includes(paper) ? paper : undefined);
          if (then.includes(paper)) expect(change === 'changed').toBe(changed.includes(paper));
        }
        // Those that stayed are in the order that the issue had, and no larger number of them could be.
        const kept = now.filter((id) => then.includes(id)).map((id) => then.indexOf(id));
        const moved = [...found.values()].filter(({ change }) => change === 'moved').length;
        expect(moved).toBeLessThanOrEqual(kept.length - longestRising(kept).length);
        if (now.join() === then.join()) expect(moved).toBe(0);
      }),
    );
  });

  it('finds one of the longest runs that only rise', () => {
    const slow = (numbers: readonly number[]): number =>
      numbers
        .reduce<number[]>((best, number, at) => {
          best.push(1 + Math.max(0, ...best.filter((_, before) => (numbers[before] ?? 0) < number && before < at)));
          return best;
        }, [])
        .reduce((most, one) => Math.max(most, one), 0);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 12 }), (numbers) => {
        const run = longestRising(numbers);
        expect(run).toEqual([...run].sort((one, other) => one - other));
        expect(numbers.filter((one) => run.includes(one))).toEqual(run);
        expect(run.length).toBe(slow(numbers));
      }),
    );
  });
});

describe('an issue', () => {
  const issue = { id: 'i1', order: 'a0', name: 'First issue', on: '2027-02-26', contents: [] };
  const later = { ...issue, id: 'i2', order: 'a1', name: 'Rev. 1' };

  it('stands: no version after it has it otherwise or lacks it, whoever writes', () => {
    const before = [{ issues: [issue] }];
    for (const issues of [[], [{ ...issue, name: 'Other' }], [{ ...issue, contents: [{ first: 1 }] }]]) {
      expect(dossierRefusal('dossier', { issues }, before, true)).toBe('dossier.issuesStand');
    }
    expect(dossierRefusal('dossier', {}, before, true)).toBe('dossier.issuesStand');
    expect(dossierRefusal('dossier', { title: 'New', issues: [issue] }, before, false)).toBeUndefined();
    expect(dossierRefusal('paper', {}, before, false)).toBeUndefined();
    expect(dossierRefusal('dossier', { issues: [], $deleted: { reason: 'r' } }, before, true)).toBeUndefined();
    // Two laptops issued: what comes of both has both.
    const both = [{ issues: [issue] }, { issues: [later] }];
    expect(dossierRefusal('dossier', { issues: [issue, later] }, both, false)).toBeUndefined();
    expect(dossierRefusal('dossier', { issues: [later] }, both, true)).toBe('dossier.issuesStand');
  });

  it('is made, and copies are numbered, by the Secretariat alone', () => {
    expect(dossierRefusal('dossier', { issues: [issue] }, [{}], true)).toBeUndefined();
    expect(dossierRefusal('dossier', { issues: [issue] }, [{}], false)).toBe('dossier.bySecretariat');
    const copies = [{ id: 'c', party: 'p', number: 3 }];
    expect(dossierRefusal('dossier', { copies }, [], true)).toBeUndefined();
    expect(dossierRefusal('dossier', { copies }, [], false)).toBe('dossier.bySecretariat');
    expect(
      dossierRefusal('dossier', { copies: [{ id: 'd', party: 'p', number: 3 }] }, [{ copies }], false),
    ).toBeUndefined();
    expect(dossierRefusal('dossier', { copies: [{ id: 'c', party: 'q', number: 3 }] }, [{ copies }], false)).toBe(
      'dossier.bySecretariat',
    );
    expect(dossierRefusal('dossier', { copies: [{ id: 'c', party: 'q' }] }, [{ copies }], false)).toBeUndefined();
  });
});

describe('a paper of a book', () => {
  const paper = (body: Record<string, string>) => ({ body, deleted: false, conflicted: false });

  it('is ready once it is issued, and else says why not', () => {
    expect(notReady(paper({ status: 'issued', due: '2027-01-01' }), true, '2027-02-01')).toEqual([]);
    expect(notReady(paper({ status: 'cleared' }), true, '2027-02-01')).toEqual(['notIssued']);
    expect(notReady(paper({ status: 'drafting', due: '2027-01-31' }), true, '2027-02-01')).toEqual([
      'late',
      'notCleared',
    ]);
    expect(notReady(paper({ status: 'withdrawn' }), false, '2027-02-01')).toEqual(['closed', 'withdrawn']);
    expect(notReady({ body: {}, deleted: true, conflicted: true }, true, '2027-02-01')).toEqual([
      'deleted',
      'conflict',
      'notCleared',
    ]);
    expect(notReady(undefined, true, '2027-02-01')).toEqual(['missing']);
  });
});
