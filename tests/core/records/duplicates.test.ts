import { describe, expect, it } from 'vitest';
import { search } from '../../../core/library/search.ts';
import { addRevisions } from '../../../core/records/addRevisions.ts';
import { readCircle } from '../../../core/records/circle.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { joinPlan, listDuplicates, listJoined } from '../../../core/records/duplicates/duplicateList.ts';
import { joinRecords, partRecords, planJoining } from '../../../core/records/duplicates/joinRecords.ts';
import { tellApart } from '../../../core/records/duplicates/toldApart.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { linksTo } from '../../../core/records/links.ts';
import { changeMany } from '../../../core/records/many.ts';
import { rebuildIndex } from '../../../core/records/rebuild.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { readRegister } from '../../../core/records/register/register.ts';
import { resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { readTitles } from '../../../core/records/titles.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { covers, partyOf } from '../../../domain/handling/covers.ts';
import type { Distribution } from '../../../domain/handling/handling.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { aSession, computed, deliver, linesOf, refusal, type TestSession } from '../../helpers/aSession.ts';

const anNgo = (session: TestSession, name: string, body: JsonObject = {}): RecordId =>
  createRecord(session, 'organisation', { name, type: 'ngo', membership: 'none', ...body }).id;
const aPerson = (session: TestSession, name: string, organisation: RecordId): RecordId =>
  createRecord(session, 'person', { name, organisation }).id;

/** Two capitals that both made the same body, each with a person of it, and have both bodies. */
async function madeTwice() {
  const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
  const bodies = [anNgo(here, 'Elan Institute', { city: 'Nordby' }), anNgo(there, 'The Élan Institute')];
  const [kept, gone] = bodies.toSorted();
  if (kept === undefined || gone === undefined) throw new TypeError('There are two.');
  const persons = [kept, gone].map((body, index) => aPerson(index === 0 ? here : there, `Person ${index}`, body));
  deliver(here, there, 'b1');
  deliver(there, here, 'b2');
  return { here, there, kept, gone, persons };
}

const NAME = { name: 'Elan Institute' };

describe('the same thing made twice', () => {
  it('is proposed, joined by one of them, and found under either id by both', async () => {
    const { here, there, kept, gone, persons } = await madeTwice();
    expect(listDuplicates(here.vault)).toMatchObject([
      { one: { record: kept }, other: { record: gone }, shared: 'name' },
    ]);
    refusal(() => joinRecords(here, gone, kept, {}, 'Joined'), 'record.conflict');
    expect(joinRecords(here, gone, kept, NAME, 'Joined')).toEqual({ kept, gone });
    shareDrafts(here, 'all');
    deliver(here, there, 'b3');
    for (const session of [here, there]) {
      expect(readRecord(session.vault, kept)).toMatchObject({ conflicted: false, title: 'Elan Institute' });
      expect(readRecord(session.vault, kept).body).toMatchObject({ city: 'Nordby', $aliases: [gone] });
      expect(readRecord(session.vault, gone)).toMatchObject({ deleted: true, joined: kept });
      expect(readTitles(session.vault, [gone])).toMatchObject([{ id: gone, title: 'Elan Institute', deleted: false }]);
      expect(
        linksTo(session.vault, kept)
          .map(({ record }) => record)
          .sort(),
      ).toEqual(persons.toSorted());
      const listed = readRegister(session.vault, {
        kinds: ['person'],
        filters: [{ column: 'organisation', is: 'oneOf', value: [kept] }],
        columns: ['organisation'],
        sort: [],
        offset: 0,
        limit: 10,
      });
      expect(listed.rows.map(({ cells }) => cells.organisation)).toEqual([kept, kept]);
      expect(persons.map((id) => readCircle(session.vault).persons.get(id)?.organisation)).toEqual([kept, kept]);
      expect(listDuplicates(session.vault)).toEqual([]);
    }
  });

  it('comes to the same everywhere when both join it apart, whatever came first', async () => {
    const { here, there, kept, gone } = await madeTwice();
    joinRecords(here, kept, gone, NAME, 'Joined');
    joinRecords(there, gone, kept, NAME, 'Réunies');
    shareDrafts(here, 'all');
    shareDrafts(there, 'all');
    deliver(here, there, 'b3');
    deliver(there, here, 'b4');
    expect(computed(here)).toEqual(computed(there));
    expect(readRecord(here.vault, kept)).toMatchObject({ conflicted: false, body: { $aliases: [gone] } });
    expect(readRecord(here.vault, gone)).toMatchObject({ conflicted: false, deleted: true, joined: kept });
  });

  it('loses nothing that a third wrote into the one that gave way', async () => {
    const { here, there, kept, gone } = await madeTwice();
    joinRecords(here, kept, gone, NAME, 'Joined');
    editRecord(there, gone, { zone: 'Europe/Oslo' });
    shareDrafts(here, 'all');
    deliver(there, here, 'b3');
    expect(readRecord(here.vault, gone)).toMatchObject({ conflicted: true, deleted: false });
    resolveConflicts(here, gone, { $deleted: null });
    expect(listDuplicates(here.vault)).toMatchObject([{ shared: 'joined' }]);
    const { view } = planJoining(here, kept, gone);
    expect(view.body.zone).toBe('Europe/Oslo');
  });

  it('is found by the name of the one that gave way, until they are parted, and wherever it came first', async () => {
    const { here, there, kept, gone } = await madeTwice();
    const found = (session: TestSession, words: string) =>
      search(session.vault, words)
        .hits.map(({ record }) => record)
        .sort();
    editRecord(there, gone, { name: 'Élan Institute of Quillon' });
    shareDrafts(there, 'all');
    deliver(there, here, 'b3');
    expect(found(here, 'Quillon')).toEqual([gone]);
    joinRecords(here, kept, gone, NAME, 'Joined');
    expect(found(here, 'Quillon')).toEqual([kept]);
    const [hit] = search(here.vault, 'Quillon').hits;
    expect(hit?.snippet.filter(({ match }) => match).map(({ text }) => text)).toEqual(['Quillon']);
    rebuildIndex(here.vault);
    expect(found(here, 'Quillon')).toEqual([kept]);
    // What was joined comes before what it was joined with, and the other way round.
    const lines = linesOf(deliver(here, there, 'b4'));
    for (const order of [lines, lines.toReversed()]) {
      const third = await aSession('Northmark');
      for (const line of order) addRevisions(third, [line], 'b5');
      expect(found(third, 'Quillon')).toEqual([kept]);
    }
    partRecords(here, kept, gone);
    expect(found(here, 'Quillon')).toEqual([gone]);
  });

  it('is undone as one, and parted later', async () => {
    const { here, there, kept, gone } = await madeTwice();
    const before = [kept, gone].map((id) => readRecord(here.vault, id).body);
    joinRecords(here, kept, gone, NAME, 'Joined');
    changeMany(here, { does: 'undo', ids: [kept, gone] });
    expect([kept, gone].map((id) => readRecord(here.vault, id).body)).toEqual(before);
    joinRecords(here, kept, gone, NAME, 'Joined');
    shareDrafts(here, 'all');
    deliver(here, there, 'b3');
    expect(listJoined(there.vault)).toMatchObject([{ kept: { record: kept }, gone: { record: gone } }]);
    partRecords(there, kept, gone);
    shareDrafts(there, 'all');
    deliver(there, here, 'b4');
    expect(readRecord(here.vault, gone)).toMatchObject({ deleted: false, conflicted: false });
    expect(readRecord(here.vault, kept).body.$aliases).toBeUndefined();
  });

  it('is not proposed again once a person said that it is not the same', async () => {
    const { here, kept, gone } = await madeTwice();
    tellApart(here, gone, kept, true);
    expect(listDuplicates(here.vault)).toEqual([]);
    tellApart(here, kept, gone, false);
    expect(listDuplicates(here.vault)).toHaveLength(1);
  });
});

describe('a join', () => {
  it('keeps the persons of an invited body in the community, and brings nobody else into it', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const reaches = (person: RecordId, distribution: Distribution) => {
      const circle = readCircle(session.vault);
      return covers(distribution, partyOf(person, circle), circle);
    };
    const inside = (person: RecordId) => reaches(person, { to: 'community' });
    const joinedFrom = (here: string, there: string) => {
      const bodies = [anNgo(session, 'Elan Institute'), anNgo(session, 'The Élan Institute')].toSorted();
      const [kept, gone] = bodies as [RecordId, RecordId];
      editRecord(session, kept, { membership: here });
      editRecord(session, gone, { membership: there });
      const person = aPerson(session, 'Jo Ferrant', gone);
      const before = inside(person);
      const { outside } = joinPlan(session, kept, gone, 'en');
      joinRecords(session, kept, gone, { ...NAME, membership: 'invited' }, 'Joined');
      return { kept, gone, person, before, outside };
    };
    const both = joinedFrom('invited', 'invited');
    expect([both.before, both.outside, inside(both.person)]).toEqual([true, 0, true]);
    // What names the other body does not reach them, and nothing is sealed to the body that is gone.
    expect(reaches(both.person, { to: 'named', organisations: [both.kept], persons: [] })).toBe(false);
    expect(partyOf(both.gone, readCircle(session.vault)).kind).toBe('unknown');
    // Who is not invited any more takes them along.
    editRecord(session, both.kept, { membership: 'none' });
    expect(inside(both.person)).toBe(false);
    const closed = joinedFrom('invited', 'none');
    expect([closed.before, closed.outside, inside(closed.person)]).toEqual([false, 1, false]);
    editRecord(session, closed.person, { organisation: closed.kept });
    expect(inside(closed.person)).toBe(true);
  });

  it('names no person of a body that is not to be named', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const bodies = [anNgo(session, 'Elan Institute'), anNgo(session, 'The Élan Institute')].toSorted();
    const [kept, gone] = bodies as [RecordId, RecordId];
    for (const body of bodies) editRecord(session, body, { membership: 'invited', doNotName: true });
    const clear = { label: 'TLP:CLEAR' as const, distribution: { to: 'everyone' as const } };
    const person = createRecord(session, 'person', { name: 'Jo Ferrant', organisation: gone }, { mark: clear }).id;
    const other = anNgo(session, 'Harbour', { membership: 'invited' });
    const named = () =>
      releaseFor(session, { of: 'records', records: [person] }, { kind: 'community', bodies: [other] }, 'documents')
        .release.documents.length;
    expect(named()).toBe(0);
    joinRecords(session, kept, gone, NAME, 'Joined');
    expect(named()).toBe(0);
    editRecord(session, kept, { doNotName: false });
    expect(named()).toBe(1);
  });

  it('never moves a seat, and nobody reads more through it', async () => {
    const session = await aSession('Tavania');
    const own = session.vault.installation.organisation;
    const member = anNgo(session, 'Board body', { membership: 'member' });
    const plain = anNgo(session, 'Elan Institute');
    refusal(() => joinRecords(session, member, plain, { name: 'X', membership: 'none' }, 'Joined'), 'record.holdsSeat');
    // The stricter mark is that of both; where nobody may have both there is no join.
    const named = (organisation: RecordId) => ({ to: 'named' as const, organisations: [organisation], persons: [] });
    const strict = { label: 'TLP:AMBER+STRICT' as const, distribution: named(own) };
    const stricter = createRecord(session, 'organisation', { name: 'Elan Inst.', type: 'ngo' }, { mark: strict }).id;
    const other = createRecord(
      session,
      'organisation',
      { name: 'Elan', type: 'ngo' },
      { mark: { label: 'TLP:AMBER', distribution: named(plain) } },
    ).id;
    refusal(() => joinRecords(session, stricter, other, { name: 'Elan' }, 'Joined'), 'record.marksApart');
    const { kept } = joinRecords(session, plain, stricter, { name: 'Elan', membership: 'none' }, 'Joined');
    expect(readRecord(session.vault, kept).handling).toMatchObject(strict);
    // What others wrote into the circle does not bring anybody onto the board either.
    const person = aPerson(session, 'Jo Ferrant', plain);
    editRecord(session, kept, { membership: 'member' });
    const gone = kept === plain ? stricter : plain;
    editRecord(session, person, { organisation: gone });
    expect(readCircle(session.vault).persons.get(person)?.organisation).toBe(gone);
    refusal(() => joinRecords(session, kept, kept, {}, 'Joined'), 'record.invalid');
    deleteRecord(session, other, 'Made by mistake');
    refusal(() => joinRecords(session, kept, other, {}, 'Joined'), 'record.invalid');
  });
});
