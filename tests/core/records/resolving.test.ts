import { describe, expect, it } from 'vitest';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { reopenConflicts } from '../../../core/records/reopenConflicts.ts';
import { type Answers, resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { undo } from '../../../core/records/undo.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import {
  aDocument,
  aMeeting,
  aMember,
  aPaper,
  aSession,
  deliver,
  refusal,
  type TestSession,
} from '../../helpers/aSession.ts';

/** A paper that two capitals changed apart, as the first of them sees it. */
async function inConflict(): Promise<{ here: TestSession; there: TestSession; id: RecordId }> {
  const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
  const { id } = aPaper(here, { title: 'Update', body: aDocument('The bridge is open.', 'Trade goes on.') });
  deliver(here, there, 'b1');
  editRecord(here, id, { title: 'First update', body: aDocument('The bridge is closed.', 'Trade goes on.') });
  editRecord(there, id, {
    title: 'Spring update',
    body: aDocument('The bridge is damaged.', 'Trade goes on.', 'Later.'),
  });
  shareDrafts(here, 'all');
  deliver(there, here, 'b2');
  return { here, there, id };
}

const ANSWERS: Answers = {
  title: 'First spring update',
  'body/b0': {
    type: 'paragraph',
    attrs: { id: 'b0' },
    content: [{ type: 'text', text: 'The bridge is passable on foot.' }],
  },
};

describe('resolving', () => {
  it('answers every question, keeps what did not disagree, and ends the conflict everywhere', async () => {
    const { here, there, id } = await inConflict();
    const { heads } = readRecord(here.vault, id);
    expect(
      readRecord(here.vault, id)
        .conflicts.map((conflict) => conflict.path)
        .sort(),
    ).toEqual(['body/b0', 'title']);
    const view = resolveConflicts(here, id, ANSWERS);
    expect(view).toMatchObject({ conflicted: false, draft: true, title: 'First spring update' });
    expect(view.body.body).toEqual(aDocument('The bridge is passable on foot.', 'Trade goes on.', 'Later.'));
    const [shared] = shareDrafts(here, 'all');
    expect(shared?.parents).toEqual(heads);
    deliver(here, there, 'b3');
    expect(readRecord(there.vault, id)).toMatchObject({
      conflicted: false,
      title: 'First spring update',
      heads: [shared?.id],
    });
  });

  it('is refused while a question is left, or for an answer to no question', async () => {
    const { here, id } = await inConflict();
    const { title } = ANSWERS;
    expect(refusal(() => resolveConflicts(here, id, { title }), 'record.conflict')).toEqual({
      unanswered: ['body/b0'],
    });
    refusal(() => resolveConflicts(here, id, { ...ANSWERS, city: 'Halm' }), 'record.invalid');
    refusal(() => resolveConflicts(here, id, { ...ANSWERS, title: 7 }), 'record.invalid');
    expect(readRecord(here.vault, id)).toMatchObject({ conflicted: true, draft: false });
  });

  it('takes one side as it is, as a revision that was decided by a person', async () => {
    const { here, there, id } = await inConflict();
    const sides = readRecord(here.vault, id).conflicts.map(({ path, sides: [first] }) => [path, first?.value] as const);
    resolveConflicts(here, id, Object.fromEntries(sides));
    expect(shareDrafts(here, 'all')).toHaveLength(1);
    deliver(here, there, 'b3');
    expect(readRecord(there.vault, id).conflicted).toBe(false);
  });

  it('removes a part with the answer null', async () => {
    const { here, id } = await inConflict();
    const view = resolveConflicts(here, id, { ...ANSWERS, 'body/b0': null });
    expect(view.body.body).toEqual(aDocument(['b1', 'Trade goes on.'], ['b2', 'Later.']));
  });

  it('is not taken back by undo into the conflict', async () => {
    const { here, id } = await inConflict();
    resolveConflicts(here, id, ANSWERS);
    refusal(() => undo(here, id), 'record.nothingToUndo');
    editRecord(here, id, { title: 'Another' });
    expect(undo(here, id).title).toBe('First spring update');
  });

  it('can be taken back as a whole, with the edits from before, until something was built on it', async () => {
    const { here, there, id } = await inConflict();
    const open = readRecord(here.vault, id);
    resolveConflicts(here, id, ANSWERS);
    expect(reopenConflicts(here, id)).toEqual(open);
    refusal(() => reopenConflicts(here, id), 'record.nothingToUndo');

    resolveConflicts(here, id, ANSWERS);
    editRecord(here, id, { title: 'Another' });
    refusal(() => reopenConflicts(here, id), 'record.nothingToUndo');
    editRecord(here, id, { title: ANSWERS.title ?? null });
    editRecord(there, id, { purpose: 'For information' });
    deliver(there, here, 'b3');
    refusal(() => reopenConflicts(here, id), 'record.nothingToUndo');
  });

  it('is taken back to unshared edits that were a side of the conflict', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aPaper(here, { title: 'Update' });
    deliver(here, there, 'b1');
    editRecord(here, id, { title: 'First update' });
    editRecord(there, id, { title: 'Spring update' });
    deliver(there, here, 'b2');
    const open = readRecord(here.vault, id);
    expect(open).toMatchObject({ conflicted: true, draft: true });
    resolveConflicts(here, id, { title: 'First spring update' });
    expect(reopenConflicts(here, id)).toEqual(open);
  });

  it('decides between a deletion and an edit', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(here);
    deliver(here, there, 'b1');
    deleteRecord(here, id, 'Cancelled');
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'b2');
    expect(readRecord(here.vault, id).conflicts.map((conflict) => conflict.type)).toContain('deleted');
    const kept = resolveConflicts(here, id, { $deleted: null });
    expect(kept).toMatchObject({ deleted: false, body: { city: 'Orsk' } });
  });

  it('leaves the wider of two marks to the originator', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const members = [aMember(here, 'Tavania'), aMember(here, 'Corvane')];
    const { id } = aMeeting(here);
    deliver(here, there, 'b1');
    const organisations = members.map((member) => member.id);
    editRecord(
      there,
      id,
      {},
      { mark: { label: 'TLP:AMBER', distribution: { to: 'named', organisations, persons: [] } } },
    );
    editRecord(here, id, {}, { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } });
    shareDrafts(there, 'all');
    deliver(here, there, 'b2');
    const { conflicts, handling } = readRecord(there.vault, id);
    expect(conflicts.length).toBeGreaterThan(0);
    expect(handling).toMatchObject({ label: 'TLP:AMBER', distribution: { to: 'named' } });
    const widest = Object.fromEntries(
      conflicts.map(({ path, sides }) => [
        path,
        sides.find((side) => JSON.stringify(side.value).match(/GREEN|community/))?.value ?? null,
      ]),
    );
    refusal(() => resolveConflicts(there, id, widest), 'record.notOriginator');
  });

  it('leaves a record without questions as it is', async () => {
    const session = await aSession();
    const before = aMeeting(session);
    expect(resolveConflicts(session, before.id, {})).toEqual(before);
  });
});
