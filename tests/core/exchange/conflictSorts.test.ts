import { describe, expect, it } from 'vitest';
import { conflictsOfSort, listSorts } from '../../../core/exchange/conflictSorts.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { openQuestions } from '../../../core/records/openQuestions.ts';
import { readRecord, requireRecord } from '../../../core/records/recordView.ts';
import { reopenMany } from '../../../core/records/reopenConflicts.ts';
import { resolveConflicts, resolveMany } from '../../../core/records/resolveConflicts.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { aMember, aPaper, aSession, deliver, refusal, type TestSession } from '../../helpers/aSession.ts';

/** Papers whose due dates two capitals changed apart, as the first of them sees it; the last has two titles besides. */
async function manyDates(count: number): Promise<{ here: TestSession; ids: RecordId[] }> {
  const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
  const ids = Array.from({ length: count }, (_, i) => aPaper(here, { title: `Paper ${i}`, due: '2027-01-01' }).id);
  deliver(here, there, 'b1');
  for (const [index, id] of ids.entries()) {
    const last = index === count - 1;
    editRecord(here, id, { due: '2027-02-01', ...(last ? { title: 'Ours' } : {}) });
    editRecord(there, id, { due: '2027-03-01', ...(last ? { title: 'Theirs' } : {}) });
  }
  shareDrafts(here, 'all');
  deliver(there, here, 'b2');
  return { here, ids };
}

describe('many questions of the same sort', () => {
  it('are told together, answered together and taken back together, or not at all', async () => {
    const { here, ids } = await manyDates(4);
    expect(listSorts(here.vault, 'en')).toEqual([
      { sort: 'paper scalar due', kind: 'paper', words: 'Due date', records: 4, others: ['somebody not known here'] },
    ]);
    const asked = conflictsOfSort(here.vault, 'paper scalar due', 'en');
    expect(asked.map(({ besides }) => besides).sort()).toEqual([0, 0, 0, 1]);
    const answers = asked.map(({ record, path, sides }) => ({
      record: RecordId.parse(record),
      answers: { [path]: sides.find((side) => side.own)?.value },
    }));
    const lonely = answers.filter((_, index) => asked[index]?.besides === 0);
    expect(refusal(() => resolveMany(here, answers), 'record.conflict')).toMatchObject({ unanswered: ['title'] });
    expect(ids.every((id) => readRecord(here.vault, id).conflicted)).toBe(true);
    const together = resolveMany(here, lonely);
    expect(together).toHaveLength(3);
    const states = () =>
      ids.map((id) => readRecord(here.vault, id)).map(({ conflicted, body }) => [conflicted, body.due]);
    expect(states().filter(([conflicted, due]) => !conflicted && due === '2027-02-01')).toHaveLength(3);
    // One was changed since: none is taken back.
    const [first] = lonely;
    if (first === undefined) throw new TypeError('There is none.');
    editRecord(here, first.record, { due: '2027-05-05' });
    refusal(() => reopenMany(here, together), 'record.nothingToUndo');
    editRecord(here, first.record, { due: '2027-02-01' });
    reopenMany(here, together);
    expect(states().every(([conflicted]) => conflicted)).toBe(true);
  });
});

describe('a question about a mark', () => {
  it('says what holds and who may answer it; the originator clears the text as it is then', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    for (const session of [here, there]) for (const name of ['Tavania', 'Corvane']) aMember(session, name);
    const { id } = aPaper(here, { title: 'Update' });
    deliver(here, there, 'b1');
    // Both work on it: one side loosens the mark, the other names who may have it and changes the text.
    editRecord(here, id, {}, { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } });
    const named = { to: 'named' as const, organisations: [here.vault.installation.organisation], persons: [] };
    editRecord(there, id, { title: 'Spring update' }, { mark: { label: 'TLP:AMBER', distribution: named } });
    shareDrafts(there, 'all');
    deliver(here, there, 'b2');
    deliver(there, here, 'b3');
    const questions = (session: TestSession) => openQuestions(session.vault, requireRecord(session.vault, id), 'en');
    const loosened = (session: TestSession) =>
      questions(session)
        .find(({ path }) => path === '$handling.label')
        ?.sides.find(({ value }) => value === 'TLP:GREEN');
    expect(questions(there).find(({ path }) => path === '$handling.label')?.holds).toBe('TLP:AMBER');
    expect(loosened(there)?.refused).toMatch(/^Only Tavania, which wrote it, may loosen this mark/);
    expect(loosened(here)?.refused).toBeUndefined();
    const loose = (session: TestSession) =>
      Object.fromEntries(
        questions(session).map(({ path, sides }) => [
          path,
          sides.find((side) => /GREEN|community/.test(JSON.stringify(side.value)))?.value,
        ]),
      );
    refusal(() => resolveConflicts(there, id, loose(there)), 'record.notOriginator');
    const { handling, body } = resolveConflicts(here, id, loose(here));
    expect(body.title).toBe('Spring update');
    expect(handling).toMatchObject({ label: 'TLP:GREEN', cleared: { otherwise: { label: 'TLP:AMBER' } } });
  });
});
