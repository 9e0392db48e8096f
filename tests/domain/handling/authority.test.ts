import { describe, expect, it } from 'vitest';
import { checkRevisionAuthority } from '../../../domain/handling/authority.ts';
import { withMark } from '../../../domain/handling/change.ts';
import { circleOf } from '../../../domain/handling/circle.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { SignedRevision } from '../../../domain/records/revision.ts';
import {
  aHandling,
  amberTo,
  aRecord,
  aRevision,
  BOARD,
  GREEN,
  HOLDER,
  idOf,
  LOWMERE,
  NORTHMARK,
  SECRETARIAT,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const circle = circleOf(theCircle(), HOLDER);
const paper = aRecord('paper', idOf('paper'), { title: 'Deep-dive', number: 'CB/8/4' });
const first = aRevision(paper);
const next = (changes: Partial<SignedRevision>, ...parents: SignedRevision[]): SignedRevision =>
  aRevision(paper, { parents: parents.map(({ id }) => id), ...changes });
const codes = (...given: Parameters<typeof checkRevisionAuthority>): string[] =>
  checkRevisionAuthority(...given).map(({ code, rule, field }) => [code, rule, field].filter(Boolean).join(' '));

describe('the authority of a revision that arrives', () => {
  it('accepts an edit by any member that keeps mark and numbers', () => {
    const edit = next({ body: { ...paper.body, title: 'Deep-dive: Karsenia' } }, first);
    expect(codes(edit, [first], NORTHMARK, 'member', { circle })).toEqual([]);
  });

  it('refuses a loosening by somebody else than the originator', () => {
    const loosened = next({ handling: withMark(paper.handling, GREEN, paper.body, circle) }, first);
    expect(codes(loosened, [first], NORTHMARK, 'member', { circle })).toEqual(['record.notOriginator loosened']);
    expect(codes(loosened, [first], SECRETARIAT, 'secretariat', { circle })).toEqual([]);
  });

  it('accepts a tightening by anyone', () => {
    const tightened = next({ handling: aHandling(amberTo(NORTHMARK, SECRETARIAT)) }, first);
    expect(codes(tightened, [first], NORTHMARK, 'member', { circle })).toEqual([]);
  });

  it('holds a revision that joins two sides against each of them', () => {
    const strict = next({ handling: aHandling(strictTo(SECRETARIAT)) }, first);
    const other = next({ body: { ...paper.body, title: 'Other' } }, first);
    const joined = next({}, strict, other);
    expect(codes(joined, [strict, other], NORTHMARK, 'member', { circle })).toEqual(['record.notOriginator loosened']);
  });

  it('refuses another originator, whether the parent or this vault knows better', () => {
    const claimed = next({ handling: aHandling(BOARD, { originator: NORTHMARK }) }, first);
    expect(codes(claimed, [first], NORTHMARK, 'member', { circle })).toEqual(['record.invalid originator']);
    expect(codes(claimed, [], NORTHMARK, 'member', { circle, originator: SECRETARIAT })).toContain(
      'record.invalid originator',
    );
  });

  it('refuses a first revision in another organisation’s name, unless the Secretariat registers it', () => {
    const foreign = aRevision(aRecord('comment', idOf('comment'), { text: 'We agree.' }));
    expect(codes(foreign, [], LOWMERE, 'member')).toEqual(['record.notOriginator originator']);
    const registered = { ...foreign, handling: aHandling(BOARD, { originator: LOWMERE }) };
    expect(codes(registered, [], SECRETARIAT, 'secretariat')).toEqual([]);
  });

  it.each<[string, JsonObject, string[]]>([
    ['paper', { number: 'CB/8/5' }, ['number']],
    ['paper', { number: 'CB/8/4', openNumber: 'CB/8/O1' }, ['openNumber']],
    ['agendaItem', { number: 7, openNumber: 'O2' }, ['number', 'openNumber']],
    ['meeting', { number: 9, symbol: 'CB/9' }, ['number']],
    ['session', { number: 9 }, []],
  ])('lets only the Secretariat give numbers to a %s: %j', (kind, body, fields) => {
    const base = { ...first, kind, body: kind === 'paper' ? { number: 'CB/8/4' } : {} };
    const given = next({ kind, body }, first);
    const refusals = fields.map((field) => `record.numbersBySecretariat number ${field}`);
    expect(codes(given, [base], NORTHMARK, 'member', { circle })).toEqual(refusals);
    expect(codes(given, [base], SECRETARIAT, 'secretariat', { circle })).toEqual([]);
  });

  it('lets only the Secretariat take a number away, but anyone delete the record', () => {
    const without = next({ body: { title: 'Deep-dive' } }, first);
    expect(codes(without, [first], NORTHMARK, 'member', { circle })).toEqual([
      'record.numbersBySecretariat number number',
    ]);
    const deleted = next({ body: { $deleted: { reason: 'Made twice' } } }, first);
    expect(codes(deleted, [first], NORTHMARK, 'member', { circle })).toEqual([]);
  });

  it('lets a record with a natural key begin in two capitals, and a person join the two', () => {
    const state = aRecord('organisation', idOf('state'), { name: 'Velland', type: 'state', code: 'QV' });
    const begun = (by: typeof LOWMERE, mark = BOARD) =>
      aRevision(state, { handling: aHandling(mark, { originator: by }) });
    const [here, there] = [begun(LOWMERE), begun(NORTHMARK)];
    const known = { circle, originator: LOWMERE };
    expect(codes(there, [], NORTHMARK, 'member', known)).toEqual(['record.invalid originator']);
    expect(codes(there, [], NORTHMARK, 'member', { ...known, natural: true })).toEqual([]);
    const joined = (...sides: SignedRevision[]) => ({ ...here, parents: sides.map(({ id }) => id) });
    expect(codes(joined(here, there), [here, there], LOWMERE, 'member', known)).toEqual([]);
    const taken = { ...joined(here, there), handling: aHandling(BOARD, { originator: SECRETARIAT }) };
    expect(codes(taken, [here, there], LOWMERE, 'member', known)).toContain('record.invalid originator');
    const strict = begun(NORTHMARK, strictTo(NORTHMARK));
    expect(codes(joined(here, strict), [here, strict], LOWMERE, 'member', known)).toEqual([
      'record.notOriginator loosened',
    ]);
  });

  it('reads strictly what follows on an unknown revision: marks by the originator, numbers by the Secretariat', () => {
    const orphan = next({}, first);
    expect(codes(orphan, [], NORTHMARK, 'member', { circle })).toEqual([
      'record.notOriginator unknownParent',
      'record.numbersBySecretariat number number',
    ]);
    expect(codes(orphan, [], SECRETARIAT, 'secretariat', { circle, originator: SECRETARIAT })).toEqual([]);
  });
});
