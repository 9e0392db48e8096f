import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedBy, lastOf } from '../../../domain/directory/accepted.ts';
import { directoryOf, extend, type Link } from '../../../domain/directory/chain.ts';
import type { DirectoryAct } from '../../../domain/directory/entry.ts';
import { isInForce, isOver, roleIn } from '../../../domain/directory/state.ts';
import type { Handling } from '../../../domain/handling/handling.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import {
  aCard,
  admit,
  chain,
  entryAfter,
  FINGERPRINTS,
  found,
  idOf,
  keyOf,
  NETWORK,
  revisionOf,
  revoke,
} from './anEntry.ts';

const end = (name: string): Extract<DirectoryAct, { is: 'end' }> => ({
  is: 'end',
  installation: idOf(name),
  why: 'left',
  accepted: [],
});
const add = (known: readonly Link[], ...incoming: Link[]) => extend(known, incoming, NETWORK, FINGERPRINTS);
const stateOf = (links: readonly Link[]) => {
  const state = directoryOf(links, FINGERPRINTS)?.state;
  if (state === undefined) throw new Error('no directory');
  return state;
};
/** A directory with a Secretariat (Ada), and two members (Bo, Cy). */
const BEGUN = chain(
  undefined,
  [found(), 'root'],
  [admit('Ada', 'secretariat'), 'root'],
  [admit('Bo'), 'Ada'],
  [admit('Cy'), 'Ada'],
);
const LAST = BEGUN.at(-1);

describe('who may sign what', () => {
  it('lets the Secretariat admit, end and revoke others, and the root everything', () => {
    for (const signer of ['Ada', 'root']) {
      for (const act of [admit('Dee'), revoke('Bo'), end('Bo')]) {
        expect(add(BEGUN, entryAfter(LAST, act, signer))).toMatchObject({ added: [{}] });
      }
    }
  });

  it.each<[string, DirectoryAct, string, string]>([
    ['a member', admit('Dee'), 'Bo', 'signer'],
    ['a member, on itself', revoke('Bo'), 'Bo', 'signer'],
    ['a stranger', admit('Dee'), 'Zed', 'signer'],
    ['the Secretariat, on another Secretariat', admit('Eve', 'secretariat'), 'Ada', 'rootNeeded'],
    ['the Secretariat, on itself', revoke('Ada'), 'Ada', 'rootNeeded'],
    ['the Secretariat, on its own end', end('Ada'), 'Ada', 'rootNeeded'],
    [
      'the Secretariat, in place of itself',
      admit('Eve', 'member', { replaces: { installation: idOf('Ada'), accepted: [] } }),
      'Ada',
      'rootNeeded',
    ],
    ['the Secretariat, on the root', { is: 'replaceRoot', root: keyOf('new') }, 'Ada', 'rootNeeded'],
    ['the Secretariat, on a fork', { is: 'settle' }, 'Ada', 'rootNeeded'],
    ['a second beginning', found('other'), 'root', 'found'],
    ['who is not there', revoke('Zed'), 'Ada', 'seat'],
    ['the end of who is not there', end('Zed'), 'Ada', 'seat'],
    [
      'a card that is not its own',
      admit('Dee', 'member', { card: aCard('Dee', 'member', { signature: 'wrong' }) }),
      'Ada',
      'card',
    ],
    [
      'a card of other keys',
      admit('Dee', 'member', { card: aCard('Dee', 'member', { ageRecipient: 'age1pq1x' }) }),
      'Ada',
      'card',
    ],
    ['a card that says another person', admit('Dee', 'member', { person: naturalId('person', 'Bo') }), 'Ada', 'card'],
    ['a card that says another role', admit('Dee', 'member', { role: 'guest' }), 'Ada', 'card'],
  ])('refuses %s', (_who, act, signer, fault) => {
    expect(add(BEGUN, entryAfter(LAST, act, signer))).toMatchObject({ fault });
  });

  it('refuses what is not of this network, not numbered without a gap, or does not name the one before', () => {
    const next = (changes: object) => add(BEGUN, entryAfter(LAST, admit('Dee'), 'Ada', changes));
    expect(next({ network: naturalId('network', 'Other') })).toMatchObject({ fault: 'network' });
    expect(next({ number: 6 })).toMatchObject({ fault: 'gap' });
    expect(next({ number: 4 })).toMatchObject({ fault: 'gap' });
    expect(next({ previous: 'a'.repeat(64) })).toMatchObject({ fault: 'gap' });
    expect(next({ previous: null })).toMatchObject({ fault: 'found' });
    expect(add([], ...BEGUN.slice(1))).toMatchObject({ fault: 'gap' });
    expect(add([], entryAfter(undefined, admit('Ada', 'secretariat'), 'root'))).toMatchObject({ fault: 'found' });
    expect(add([], entryAfter(undefined, found(), 'Ada'))).toMatchObject({ fault: 'signer' });
  });

  it('refuses a Secretariat’s key that was revoked, at the end and where it goes back behind its revocation', () => {
    const links = [...BEGUN, ...chain(LAST, [admit('Eve', 'secretariat'), 'root'], [revoke('Ada'), 'root'])];
    expect(add(links, entryAfter(links.at(-1), admit('Dee'), 'Ada'))).toMatchObject({ fault: 'signer' });
    expect(add(links, entryAfter(LAST, admit('Dee'), 'Ada'))).toMatchObject({ fault: 'signer' });
    expect(add(links, entryAfter(links.at(-1), admit('Dee'), 'Eve'))).toMatchObject({ added: [{}] });
  });

  it('follows the root to its next key', () => {
    const links = [...BEGUN, ...chain(LAST, [{ is: 'replaceRoot', root: keyOf('new') }, 'root'])];
    expect(add(links, entryAfter(links.at(-1), { is: 'settle' }, 'root'))).toMatchObject({ fault: 'signer' });
    expect(add(links, entryAfter(links.at(-1), { is: 'settle' }, 'new'))).toMatchObject({ added: [{}] });
  });
});

describe('what it says', () => {
  it('ends who is replaced, and admits nobody again who was revoked', () => {
    const links = [
      ...BEGUN,
      ...chain(
        LAST,
        [admit('Bo2', 'member', { replaces: { installation: idOf('Bo'), accepted: [revisionOf('1')] } }), 'Ada'],
        [revoke('Cy'), 'Ada'],
      ),
    ];
    const state = stateOf(links);
    expect([isInForce(state, idOf('Bo')), isInForce(state, idOf('Bo2')), isInForce(state, idOf('Cy'))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(state.seats.get(idOf('Bo'))?.ended).toMatchObject({ why: 'replaced', successor: idOf('Bo2'), number: 5 });
    expect(add(links, entryAfter(links.at(-1), admit('Cy'), 'Ada'))).toMatchObject({ fault: 'seat' });
    expect(roleIn(state, idOf('Cy'))).toBe('member');
  });

  it('ends with what the last entry says, and is in force again when it is admitted again', () => {
    const links = [
      ...BEGUN,
      ...chain(LAST, [end('Bo'), 'Ada'], [{ ...end('Bo'), accepted: [revisionOf('1')] }, 'Ada']),
    ];
    expect(stateOf(links).seats.get(idOf('Bo'))?.ended?.limits).toEqual([[revisionOf('1')]]);
    const again = [...links, entryAfter(links.at(-1), admit('Bo'), 'Ada')];
    expect(isInForce(stateOf(again), idOf('Bo'))).toBe(true);
  });

  it('is over on the day after the last one', () => {
    expect([isOver('2027-06-30', '2027-06-30'), isOver('2027-06-30', '2027-07-01'), isOver(undefined, '9')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

/** Two branches after the common entries, each with admissions and revocations by Ada; and who each revokes. */
const branches = fc
  .tuple(
    fc.array(fc.constantFrom('Bo', 'Cy', 'new'), { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom('Bo', 'Cy', 'new'), { minLength: 1, maxLength: 4 }),
  )
  .map((both) =>
    both.map((acts, branch) => {
      const made = acts.map((what, index): [DirectoryAct, string] => [
        what === 'new' ? admit(`N${branch}-${index}`) : revoke(what, [`${branch}`, 'both']),
        'Ada',
      ]);
      return { links: chain(LAST, ...made), revoked: acts.filter((what) => what !== 'new') };
    }),
  );

describe('a fork', () => {
  it('is an alarm, in every order of delivery, and loses no revocation', () => {
    fc.assert(
      fc.property(branches, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), ([one, other], turns) => {
        if (one === undefined || other === undefined) return;
        const waiting = [[...one.links], [...other.links]];
        let links: Link[] = [...BEGUN];
        for (const turn of [...turns, ...turns.map((flag) => !flag), true, false, true, false]) {
          const [next] = (turn ? waiting[0] : waiting[1])?.splice(0, 1) ?? [];
          if (next === undefined) continue;
          const extension = add(links, next);
          // The same entry twice, where the branches agree, is one.
          if ('added' in extension) links = [...links, ...extension.added];
        }
        const directory = directoryOf(links, FINGERPRINTS);
        const same = one.links[0]?.digest === other.links[0]?.digest;
        if (!same) expect(directory?.forks).toMatchObject([{ number: 5, settled: false }]);
        for (const name of [...one.revoked, ...other.revoked]) {
          expect(directory?.state.revoked.has(idOf(name))).toBe(true);
        }
        // Gapless, and each names the one before.
        directory?.trunk.forEach(({ entry }, index) => {
          expect(entry.number).toBe(index + 1);
          expect(entry.previous).toBe(directory.trunk[index - 1]?.digest ?? null);
        });
        expect((directory?.trunk.length ?? 0) + (directory?.beside.length ?? 0)).toBe(links.length);
      }),
      { numRuns: 200 },
    );
  });

  it('accepts of somebody who is revoked on both only what both accept', () => {
    const [one, other] = [
      entryAfter(LAST, revoke('Bo', ['a', 'b']), 'Ada'),
      entryAfter(LAST, revoke('Bo', ['b', 'c']), 'Ada'),
    ];
    const { limits } = stateOf([...BEGUN, one, other]).revoked.get(idOf('Bo')) ?? { limits: [] };
    const accepted = acceptedBy(limits, () => []);
    expect([...accepted]).toEqual([revisionOf('b')]);
  });

  it('holds where it came first, until the root says which branch does', () => {
    const [one, other] = [entryAfter(LAST, admit('Dee'), 'Ada'), entryAfter(LAST, admit('Eve'), 'Ada')];
    const forked = [...BEGUN, one, other];
    expect(roleIn(stateOf(forked), idOf('Dee'))).toBe('member');
    expect(roleIn(stateOf(forked), idOf('Eve'))).toBeUndefined();
    const settled = [...forked, entryAfter(other, { is: 'settle' }, 'root')];
    expect(roleIn(stateOf(settled), idOf('Eve'))).toBe('member');
    expect(directoryOf(settled, FINGERPRINTS)?.forks).toMatchObject([{ settled: true }]);
  });

  it('changes nothing for what is here already, whatever comes again', () => {
    fc.assert(
      fc.property(fc.subarray(BEGUN), (again) => {
        expect(add(BEGUN, ...again)).toEqual({ added: [] });
      }),
      { numRuns: 30 },
    );
  });
});

describe('what was accepted', () => {
  const handling: Handling = {
    label: 'TLP:AMBER',
    distribution: { to: 'board' },
    originator: naturalId('organisation', 'Bo'),
    caveats: [],
    chathamHouse: false,
  };
  const revision = (id: string, parents: string[], changes: Partial<Handling> = {}) => ({
    id: revisionOf(id),
    parents: parents.map(revisionOf),
    handling: { ...handling, ...changes },
  });

  it('is named by the last revisions, and by one before where only that may be seen', () => {
    const all = [
      revision('1', []),
      revision('2', ['1']),
      revision('3', ['2'], { label: 'TLP:RED' }),
      revision('x', []),
    ];
    expect(lastOf(all)).toEqual([revisionOf('2'), revisionOf('3'), revisionOf('x')].sort());
  });

  it('is those and what they build on, and nothing that was written since, whatever its date', () => {
    const histories = fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(histories, fc.nat({ max: 20 }), (shape, cut) => {
        const all = shape.map((parents, index) =>
          revision(`${index}`, index === 0 ? [] : parents.map((parent) => `${parent % index}`)),
        );
        const before = all.slice(0, cut);
        const parents = new Map<string, readonly string[]>(all.map((one) => [one.id, one.parents]));
        const accepted = acceptedBy([lastOf(before)], (id) => parents.get(id) ?? []);
        for (const [index, { id }] of all.entries()) expect(accepted.has(id)).toBe(index < cut);
      }),
      { numRuns: 200 },
    );
  });
});
