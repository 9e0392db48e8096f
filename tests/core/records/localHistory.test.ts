import { describe, expect, it } from 'vitest';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { historyOf } from '../../../core/records/historyOf.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { redo, undo } from '../../../core/records/undo.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { text } from '../../../domain/records/text.ts';
import { aMeeting, aMember, aSession, deliver, refusal, type TestSession } from '../../helpers/aSession.ts';

const MINUTE = 60_000;

/** Types a title as if the editor were closed each time. */
function write(session: TestSession, id: RecordId, ...titles: string[]): void {
  for (const title of titles) {
    editRecord(session, id, { title });
    cutDrafts(session, id);
  }
}

function localTitles(session: TestSession, id: RecordId): string[] {
  return historyOf(session.vault, id)
    .filter((entry) => entry.version.startsWith('local:'))
    .map((entry) => text(entry.body.title));
}

describe('local cuts', () => {
  it('are made when the editor is closed, once for each step', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    editRecord(session, id, { title: 'Ab' });
    editRecord(session, id, { title: 'Abc' });
    expect(cutDrafts(session, id)).toEqual([id]);
    expect(cutDrafts(session, id)).toEqual([]);
    expect(localTitles(session, id)).toEqual(['Abc']);
  });

  it('are made ten minutes after the first change, by themselves or by the next change', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    session.surroundings.move(9 * MINUTE);
    editRecord(session, id, { title: 'B' });
    expect(cutDrafts(session)).toEqual([]);
    session.surroundings.move(MINUTE);
    expect(cutDrafts(session)).toEqual([id]);
    editRecord(session, id, { title: 'C' });
    session.surroundings.move(11 * MINUTE);
    editRecord(session, id, { title: 'D' });
    expect(localTitles(session, id)).toEqual(['C', 'B']);
  });
});

describe('undo', () => {
  it('goes back step by step to the first state, and forward again', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    cutDrafts(session, id);
    write(session, id, 'B', 'C');
    editRecord(session, id, { title: 'D' });
    const back = ['C', 'B', 'A'].map(() => undo(session, id).title);
    expect(back).toEqual(['C', 'B', 'A']);
    refusal(() => undo(session, id), 'record.nothingToUndo');
    expect([redo(session, id).title, redo(session, id).title, redo(session, id).title]).toEqual(['B', 'C', 'D']);
    refusal(() => redo(session, id), 'record.nothingToRedo');
  });

  it('takes back the handling too', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    cutDrafts(session, id);
    editRecord(session, id, {}, { caveats: ['not before 12 May'] });
    expect(undo(session, id).handling.caveats).toEqual([]);
  });

  it('survives a restart', async () => {
    let session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    write(session, id, 'A1', 'B', 'C');
    undo(session, id);
    session = await session.reopen();
    expect(redo(session, id).title).toBe('C');
    expect(undo(session, id).title).toBe('B');
  });

  it('loses nothing of what was undone when another change follows', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    cutDrafts(session, id);
    write(session, id, 'B', 'C');
    undo(session, id);
    write(session, id, 'D');
    refusal(() => redo(session, id), 'record.nothingToRedo');
    expect(localTitles(session, id)).toEqual(['D', 'C', 'B', 'A']);
    expect(undo(session, id).title).toBe('B');
  });

  it('reaches behind a share, as a new change that is shared in its turn', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    shareDrafts(session, 'all');
    editRecord(session, id, { title: 'B' });
    shareDrafts(session, 'all');
    expect(undo(session, id)).toMatchObject({ title: 'A', draft: true });
    expect(shareDrafts(session, 'all')).toHaveLength(1);
  });

  it('ends the draft when it comes to what is shared', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { title: 'A' });
    shareDrafts(session, 'all');
    editRecord(session, id, { title: 'B' });
    expect(undo(session, id)).toMatchObject({ title: 'A', draft: false });
    expect(redo(session, id)).toMatchObject({ title: 'B', draft: true });
  });

  it('never takes back what others wrote', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(here, { title: 'A', city: 'Halm' });
    deliver(here, there, 'first');
    write(here, id, 'B');
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'second');
    expect(readRecord(here.vault, id).body).toMatchObject({ title: 'B', city: 'Orsk' });
    refusal(() => undo(here, id), 'record.nothingToUndo');
    write(here, id, 'C');
    expect(undo(here, id).body).toMatchObject({ title: 'B', city: 'Orsk' });
    refusal(() => undo(here, id), 'record.nothingToUndo');
  });

  it('does not loosen a mark that was tightened here and shared by somebody who may not', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = createRecord(here, 'meeting', { title: 'A' });
    deliver(here, there, 'first');
    const distribution = { to: 'named' as const, organisations: [aMember(there, 'Corvane').id], persons: [] };
    editRecord(there, id, {}, { mark: { label: 'TLP:AMBER', distribution } });
    shareDrafts(there, 'all');
    refusal(() => undo(there, id), 'record.notOriginator');
    expect(readRecord(there.vault, id).handling.distribution.to).toBe('named');
  });
});
