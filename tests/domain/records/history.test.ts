import { describe, expect, it } from 'vitest';
import { ancestorsOf, compareVersions, headsOf, nearestCommonAncestors } from '../../../domain/records/history.ts';

/** A history written as `child: parents`. */
function history(links: Record<string, string>) {
  const versions = Object.entries(links).map(([id, parents]) => ({ id, parents: [...parents] }));
  return { versions, find: (id: string) => versions.find((version) => version.id === id) };
}

const crossing = history({ o: '', p: 'o', q: 'o', a: 'pq', b: 'pq' });

describe('heads', () => {
  it('are the versions that nobody was made from, sorted, a draft first', () => {
    expect(headsOf(history({ o: '', b: 'o', a: 'o' }).versions)).toEqual(['a', 'b']);
    expect(['b', 'draft', 'e', 'a'].sort(compareVersions)).toEqual(['draft', 'a', 'b', 'e']);
  });

  it('are the same when versions come twice, or come before what they were made from', () => {
    const { versions } = crossing;
    expect(headsOf([...versions.toReversed(), ...versions])).toEqual(['a', 'b']);
  });

  it('include a version whose descendant is not here', () => {
    expect(headsOf(history({ o: '', b: 'x' }).versions)).toEqual(['b', 'o']);
  });
});

describe('ancestors', () => {
  it('are everything behind a version, itself included, and what is named but not here', () => {
    const { find } = history({ o: 'x', p: 'o', a: 'py' });
    const { known, unknown } = ancestorsOf('a', find);
    expect([...known].sort()).toEqual(['a', 'o', 'p']);
    expect([...unknown].sort()).toEqual(['x', 'y']);
  });
});

describe('nearest common ancestors', () => {
  it('are the last that both were made from', () => {
    const { find } = history({ o: '', p: 'o', a: 'p', b: 'p' });
    expect(nearestCommonAncestors(['a', 'b'], find)).toEqual({ ids: ['p'], complete: true });
  });

  it('are several when histories cross', () => {
    expect(nearestCommonAncestors(['b', 'a'], crossing.find)).toEqual({ ids: ['p', 'q'], complete: true });
  });

  it('are none, for certain, when two began by themselves', () => {
    const { find } = history({ a: '', b: '' });
    expect(nearestCommonAncestors(['a', 'b'], find)).toEqual({ ids: [], complete: true });
  });

  it('are of all the versions asked for', () => {
    const { find } = history({ o: '', p: 'o', a: 'p', b: 'p', c: 'o' });
    expect(nearestCommonAncestors(['a', 'b', 'c'], find).ids).toEqual(['o']);
  });

  it('are not certain when a version that is not here lies in front of them', () => {
    const { find } = history({ o: '', a: 'ox', b: 'o' });
    expect(nearestCommonAncestors(['a', 'b'], find)).toEqual({ ids: ['o'], complete: false });
  });

  it('are certain when what is not here lies behind them', () => {
    const { find } = history({ o: 'x', a: 'o', b: 'o' });
    expect(nearestCommonAncestors(['a', 'b'], find)).toEqual({ ids: ['o'], complete: true });
  });
});
