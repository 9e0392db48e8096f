import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRevisionAuthority } from '../../../domain/handling/authority.ts';
import { isCleared, nextStep, standingOf, stepsOf, textDigest } from '../../../domain/papers/clearance.ts';
import { lastIssue } from '../../../domain/papers/issues.ts';
import { PaperStatus } from '../../../domain/papers/kinds.ts';
import { nextNumber } from '../../../domain/papers/nextNumber.ts';
import { asksReason, isToBeChased, nextStatuses, statusOf } from '../../../domain/papers/status.ts';
import { type JsonObject, sameJson } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import {
  aBlock,
  aDocument,
  aRecord,
  aRevision,
  ENVOY,
  idOf,
  NORTHMARK,
  SECRETARIAT,
} from '../../helpers/releasable.ts';
import { aVersion, merged } from '../../helpers/versions.ts';

const text = (words: string) => aDocument(aBlock('one', words));
const VERSION = 'ab'.repeat(32);
const draft: JsonObject = { title: 'Grain', status: 'cleared', body: text('Dear.') };
const issue = (id: string, name: string) => ({ id, order: `a${id}`, name, on: '2027-03-02', version: VERSION });
const issued: JsonObject = { ...draft, status: 'issued', issues: [issue('1', 'First issue')] };
const opened = (reason: string): JsonObject => ({
  ...issued,
  status: 'drafting',
  course: [{ id: 'c', order: 'a0', was: 'issued', status: 'drafting', on: '2027-03-04', reason }],
});
const paper = aRecord('paper', idOf('paper'), draft);

describe('the status of a paper', () => {
  it('leads by single steps from every status to every other, and back from issued or to withdrawn with a reason only', () => {
    for (const from of PaperStatus.options) {
      const reached = new Set([from]);
      for (const one of reached) for (const next of nextStatuses(one)) reached.add(next);
      expect([...reached].sort()).toEqual([...PaperStatus.options].sort());
      for (const to of nextStatuses(from)) expect(asksReason(from, to)).toBe(to === 'withdrawn' || from === 'issued');
    }
    expect(statusOf({ status: 'mislaid' })).toBeUndefined();
  });

  it('is chased while it waits, from so many days before it is due', () => {
    const due = { status: 'drafting', due: '2027-02-18' };
    expect(['2027-02-10', '2027-02-11', '2027-03-01'].map((day) => isToBeChased(due, day, 7))).toEqual([
      false,
      true,
      true,
    ]);
    expect(isToBeChased({ ...due, status: 'submitted' }, '2027-03-01', 7)).toBe(false);
  });
});

describe('the clearance of a paper', () => {
  it('holds for the text that was read, in whatever it is changed, and for no other', () => {
    const change = fc.constantFrom<JsonObject>(
      { title: 'Grains' },
      { body: text('Cheap.') },
      { asks: [{ id: 'a', order: 'a0', text: 'to note it.' }] },
      { attachments: [{ id: 'a', order: 'a0', name: 'x', mediaType: 'text/csv', size: 1, sha256: VERSION }] },
      { purpose: 'For decision' },
      { language: 'fr' },
      { from: [NORTHMARK] },
    );
    const aside = fc.constantFrom<JsonObject>({ number: 'CB/8/4' }, { due: '2027-03-01' }, { status: 'issued' });
    fc.assert(
      fc.property(change, aside, (changed, noted) => {
        const seen = textDigest(draft);
        const steps = [{ id: 's', order: 'a0', person: ENVOY, state: 'cleared', seen }];
        const body = { ...draft, clearance: steps };
        expect(isCleared({ ...body, ...noted })).toBe(true);
        expect(nextStep({ ...body, ...changed })?.person).toBe(ENVOY);
        const after = { ...body, ...changed };
        expect(stepsOf(after).map((step) => standingOf(step, textDigest(after)))).toEqual(['changed']);
      }),
    );
    expect(isCleared(draft)).toBe(true);
  });
});

describe('an issued paper, on its way', () => {
  const stands = aRevision(paper, { body: issued });
  const refusals = (body: JsonObject, parents = [stands], role: 'secretariat' | 'member' = 'member') =>
    checkRevisionAuthority(
      aRevision(paper, { body, parents: parents.map(({ id }) => id) }),
      parents,
      role === 'secretariat' ? SECRETARIAT : NORTHMARK,
      role,
      { person: ENVOY },
    ).map(({ code }) => code);

  it('stands in every field, by whomever it is changed, unless it was begun anew with a reason by the Secretariat', () => {
    const changes = fc.constantFrom<JsonObject>(
      { title: 'Grains' },
      { body: text('Cheap.') },
      { status: 'drafting' },
      { status: 'withdrawn' },
      { issues: [] },
      { issues: [issue('1', 'First issue'), issue('2', 'Rev. 1')] },
      { number: 'CB/8/9' },
      { clearance: [] },
      { newer: 1 },
      { $deleted: { reason: 'Made twice' } },
      opened(' '),
    );
    fc.assert(
      fc.property(changes, fc.constantFrom('secretariat' as const, 'member' as const), (change, role) => {
        expect(refusals({ ...issued, ...change }, [stands], role)).toContain('paper.issued');
      }),
    );
    expect(refusals(issued), 'another mark').toEqual([]);
    expect(refusals(opened('A name was wrong.'), [stands], 'secretariat')).toEqual([]);
    expect(refusals(opened('A name was wrong.'))).toContain('paper.bySecretariat');
  });

  it('is issued, and its issues are written, by the Secretariat alone; a step of the clearance by whose it is', () => {
    const before = aRevision(paper, { body: draft });
    expect(refusals(issued, [before], 'secretariat')).toEqual([]);
    expect(refusals(issued, [before])).toContain('paper.bySecretariat');
    expect(refusals({ ...draft, status: 'issued' }, [before])).toEqual(['paper.bySecretariat']);
    expect(refusals({ ...draft, issues: issued.issues ?? [] }, [before])).toEqual(['paper.bySecretariat']);
    const step = (person: string, by = person) => ({
      ...draft,
      clearance: [{ id: 's', order: 'a0', person, by, state: 'cleared', seen: textDigest(draft) }],
    });
    expect(refusals(step(ENVOY), [before])).toEqual([]);
    for (const forged of [step(idOf('somebody')), step(idOf('somebody'), ENVOY), step(ENVOY, idOf('somebody'))]) {
      expect(refusals(forged, [before])).toEqual(['paper.notYourStep']);
      expect(refusals(forged, [before], 'secretariat')).toEqual([]);
    }
    const theirs = aRevision(paper, { body: step(idOf('somebody')) });
    expect(refusals({ ...theirs.body, title: 'Grains' }, [theirs]), 'what others said stays').toEqual([]);
  });
});

describe('an issued paper, beside what did not know of it', () => {
  const sides = (one: JsonObject, other: JsonObject, before = draft) =>
    merged('paper', ['a', 'b'], [aVersion('o', [], before), aVersion('a', ['o'], one), aVersion('b', ['o'], other)]);

  it('shows what was issued, whatever the other side changed and in whichever order, and loses nothing of it', () => {
    const other = fc.record({
      title: fc.constantFrom('Grain', 'Grains'),
      body: fc.constantFrom(text('Dear.'), text('Cheap.')),
      due: fc.constantFrom('2027-02-18', '2027-02-19'),
    });
    fc.assert(
      fc.property(other, fc.boolean(), (changed, first) => {
        const later = { ...draft, ...changed };
        const view = first ? sides(issued, later) : sides(later, issued);
        expect(view.body).toEqual(issued);
        const asked = view.conflicts.map(({ path }) => path).sort();
        const differs = Object.entries(changed).filter(([key, value]) => !sameJson(value, draft[key]));
        expect(asked).toEqual(differs.map(([key]) => key).sort());
      }),
    );
  });

  it('asks which stands where two desks issued two texts, and shows no mixture of both', () => {
    const two = (one: string, other: string) => aDocument(aBlock('one', one), aBlock('two', other));
    const base = { ...draft, body: two('Dear.', 'Cheap.') };
    const one = { ...issued, body: two('Dearer.', 'Cheap.') };
    const other = { ...issued, body: two('Dear.', 'Cheaper.'), issues: [issue('2', 'First issue')] };
    const view = sides(one, other, base);
    expect([one.body, other.body]).toContainEqual(view.body.body);
    expect(view.conflicts.map(({ path }) => path).sort()).toEqual(['body', 'issues']);
  });

  it('goes on to its next issue', () => {
    const again: JsonObject = { ...opened('A name was wrong.'), body: text('Cheaper.') };
    expect(sides(again, issued, issued)).toMatchObject({ body: again, conflicts: [] });
    expect(lastIssue(again)?.name).toBe('First issue');
    expect(objects(again.issues)).toHaveLength(1);
  });
});

it('a number follows from the item, from the paper that it is an annex of, or is the next that is free', () => {
  const meeting = { symbol: 'CB/8' };
  const item = { id: 'item', body: { number: 4, papers: ['one', 'two'] } };
  const one = { id: 'one', body: { number: 'CB/8/4' } };
  const numberOf = (id: string, body: JsonObject = {}) => nextNumber({ id, body }, meeting, [item], [one]);
  expect(nextNumber({ id: 'one', body: {} }, meeting, [item], [])).toBe('CB/8/4');
  expect([numberOf('two'), numberOf('three'), numberOf('four', { annexOf: 'one' })]).toEqual([
    'CB/8/4a',
    'CB/8/1',
    'CB/8/4a',
  ]);
  expect(nextNumber({ id: 'two', body: {} }, {}, [item], [one])).toBeUndefined();
});
