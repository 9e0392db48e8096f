import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { historyOf } from '../../../core/records/historyOf.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { changeMany } from '../../../core/records/many.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import {
  aMeeting,
  aMember,
  aPaper,
  aSession,
  computed,
  randomId,
  refusal,
  type TestSession,
} from '../../helpers/aSession.ts';

const cities = (session: TestSession, ids: readonly RecordId[]) =>
  ids.map((id) => readRecord(session.vault, id).body.city);

describe('a change of many records', () => {
  it('is made in all of them, tells the windows once, and gives those that it changed', async () => {
    const session = await aSession();
    const ids = ['Halm', 'Orsk', 'Thal'].map((city) => aMeeting(session, { city }).id);
    session.announced.length = 0;
    const changed = changeMany(session, { ids: [...ids, ...ids], does: 'edit', changes: { city: 'Orsk' } });
    expect(cities(session, ids)).toEqual(['Orsk', 'Orsk', 'Orsk']);
    expect(changed).toEqual([ids[0], ids[2]]);
    expect(session.announced).toEqual([{ event: 'recordsChanged', records: changed }]);
  });

  it('is one step of each history, also while somebody types, and is taken back as a whole', async () => {
    const session = await aSession();
    const ids = ['Halm', 'Orsk'].map((city) => aMeeting(session, { city }).id);
    for (const id of ids) editRecord(session, id, { venue: 'Palace of Reeds' });
    const [first] = ids;
    changeMany(session, { ids, does: 'edit', changes: { city: 'Thal' } });
    if (first !== undefined) editRecord(session, first, { venue: 'Town hall' });
    expect(changeMany(session, { ids, does: 'undo' })).toEqual(ids);
    expect(cities(session, ids)).toEqual(['Thal', 'Orsk']);
    changeMany(session, { ids: ids.slice(0, 1), does: 'undo' });
    expect(ids.map((id) => readRecord(session.vault, id).body)).toMatchObject([
      { city: 'Halm', venue: 'Palace of Reeds' },
      { city: 'Orsk', venue: 'Palace of Reeds' },
    ]);
  });

  it('removes with a reason, restores, and marks', async () => {
    const session = await aSession();
    aMember(session, 'Tavania');
    const ids = [aPaper(session).id, aPaper(session).id];
    shareDrafts(session, 'all');
    const mark = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;
    changeMany(session, { ids, does: 'edit', mark });
    expect(listRecords(session.vault, { kind: 'paper' }).map(({ handling }) => handling.label)).toEqual([
      'TLP:GREEN',
      'TLP:GREEN',
    ]);
    expect(changeMany(session, { ids, does: 'remove', reason: 'Entered twice' })).toEqual(ids);
    expect(listRecords(session.vault, { kind: 'paper', deleted: true })).toHaveLength(2);
    changeMany(session, { ids, does: 'restore' });
    expect(listRecords(session.vault, { kind: 'paper', deleted: true })).toEqual([]);
  });

  it('names the record that refuses, and then leaves every record, every history and the search as they were', async () => {
    const session = await aSession();
    const meetings = Array.from({ length: 6 }, (_, number) => aMeeting(session, { city: `City ${number}` }).id);
    const { id: paper } = aPaper(session);
    const all = () => [
      computed(session),
      meetings.map((id) => historyOf(session.vault, id)),
      session.vault.sqlite.prepare('SELECT * FROM draft ORDER BY record').all(),
    ];
    const before = all();
    session.announced.length = 0;
    fc.assert(
      fc.property(fc.subarray(meetings), fc.nat(), fc.constantFrom('edit', 'remove', 'undo'), (some, place, does) => {
        const wrong = does === 'edit' ? paper : randomId();
        const ids = some.toSpliced(place % (some.length + 1), 0, wrong);
        const details = refusal(
          () =>
            changeMany(
              session,
              does === 'edit'
                ? { ids, does, changes: { city: 'Orsk' } }
                : does === 'remove'
                  ? { ids, does, reason: 'Entered twice' }
                  : { ids: [wrong, ...some], does: 'undo' },
            ),
          does === 'edit' ? 'record.invalid' : 'record.missing',
        );
        expect(details).toMatchObject({ record: wrong });
        expect(all()).toEqual(before);
      }),
      { numRuns: 40 },
    );
    expect(session.announced).toEqual([]);
  });
});

describe('a record that was cleared and not shared since', () => {
  it('is removed and restored like any other, at the mark from before', async () => {
    const session = await aSession();
    const { id } = aPaper(session);
    shareDrafts(session, 'all');
    editRecord(session, id, {}, { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } });
    expect(deleteRecord(session, id, 'Entered twice')).toMatchObject({
      deleted: true,
      handling: { label: 'TLP:AMBER' },
    });
    expect(restoreRecord(session, id)).toMatchObject({ deleted: false, handling: { label: 'TLP:AMBER' } });
  });
});
