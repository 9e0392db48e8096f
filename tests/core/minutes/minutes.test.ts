import { describe, expect, it } from 'vitest';
import { searchLibrary } from '../../../core/library/searchLibrary.ts';
import { planAsBefore, planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { approveMinutes, beginMinutes, reopenMinutes } from '../../../core/minutes/actOnMinutes.ts';
import { readMinutes } from '../../../core/minutes/readMinutes.ts';
import { speakersOf } from '../../../core/minutes/speakers.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { historyOf } from '../../../core/records/historyOf.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import { revertToRevision } from '../../../core/records/revertToRevision.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { undo } from '../../../core/records/undo.ts';
import { wantedIn } from '../../../core/release/gatherMaterial.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aDocument, aMeeting, aMember, aSession, deliver, refusal, type TestSession } from '../../helpers/aSession.ts';

const NOTED = aDocument('The Board noted the update of Northmark on the granaries.');
const DEFERRED = aDocument('The Board deferred the update of Northmark.');

/** A meeting with an item in a closed session, at the Secretariat's desk, and another desk that has it. */
async function aMinutedMeeting() {
  const [here, there] = [await aSession('Secretariat', 'secretariat'), await aSession('Tavania')];
  for (const name of ['Secretariat', 'Tavania', 'Northmark']) aMember(here, name);
  const meeting = aMeeting(here, { title: 'Seventh meeting', starts: '2026-09-10', ends: '2026-09-11' }).id;
  const hours = { day: 1, starts: '09:00', ends: '12:00', access: 'closed' };
  const session = createRecord(here, 'session', { meeting, ...hours }).id;
  const fields = { meeting, session, order: 'a0', type: 'item', minutes: 60, title: 'Update: Karsenia' };
  const item = createRecord(here, 'agendaItem', fields).id;
  deliver(here, there, 'b1');
  return { here, there, meeting, item };
}

const texts = (session: TestSession, id: RecordId) => readRecord(session.vault, id).body.body;

describe('the minutes of an item', () => {
  it('are begun once, also at two desks that never met, and are found by their words with their item and meeting', async () => {
    const { here, there, meeting, item } = await aMinutedMeeting();
    const id = beginMinutes(here, item, 'en');
    expect(beginMinutes(here, item, 'en')).toBe(id);
    expect(beginMinutes(there, item, 'en')).toBe(id);
    editRecord(here, id, { body: aDocument(['x', 'Noted: the granaries.']) });
    editRecord(there, id, { body: aDocument(['y', 'Said: the mills.']) });
    deliver(there, here, 'b2');
    const { body, conflicts } = readRecord(here.vault, id);
    expect(JSON.stringify(body.body)).toContain('granaries');
    expect(JSON.stringify(body.body)).toContain('mills');
    expect(conflicts.map(({ field }) => field)).not.toContain('status');
    const again = await here.reopen();
    const [hit] = searchLibrary(again.vault, 'granaries', {}).hits;
    expect(hit?.homes.map(({ title }) => title)).toEqual(['Seventh meeting', 'Update: Karsenia']);
    expect(searchLibrary(again.vault, 'mills', { meetings: [meeting] }).hits.map(({ record }) => record)).toEqual([id]);
    again.vault.close();
  });

  it('name those who may have spoken, and are told of with their item', async () => {
    const { here, meeting, item } = await aMinutedMeeting();
    expect(speakersOf(here, item).map(({ name }) => name)).toEqual(['Northmark', 'Secretariat', 'Tavania']);
    const northmark = speakersOf(here, item)[0]?.record ?? item;
    editRecord(here, item, { leads: [speakersOf(here, item)[2]?.record ?? item] });
    createRecord(here, 'participant', { meeting, organisation: northmark, capacity: 'headOfDelegation' });
    expect(speakersOf(here, item).map(({ name }) => name)).toEqual(['Tavania', 'Northmark']);
    expect(readMinutes(here, meeting).items).toMatchObject([{ item, day: 1, access: 'closed' }]);
    editRecord(here, item, {}, { chathamHouse: true });
    const id = beginMinutes(here, item, 'fr');
    expect(readMinutes(here, meeting).items[0]).toMatchObject({
      rule: 'minutes',
      minutes: { minutes: id, status: 'draft', words: 0, reopenings: [] },
    });
  });
});

describe('approved minutes', () => {
  it('stand against every way of changing them, until the Secretariat opens them again with a reason that is kept', async () => {
    const { here, there, meeting, item } = await aMinutedMeeting();
    const id = beginMinutes(here, item, 'en');
    refusal(() => approveMinutes(here, [id], meeting), 'minutes.empty');
    editRecord(here, id, { body: NOTED });
    here.surroundings.move(60_000);
    expect(approveMinutes(here, [id], item)).toEqual([id]);
    expect(approveMinutes(here, [id], meeting), 'once is enough').toEqual([]);
    const draft = historyOf(here.vault, id).at(-1)?.version ?? '';
    const attempts = () => {
      refusal(() => editRecord(here, id, { body: DEFERRED }), 'minutes.approved');
      refusal(() => editRecord(here, id, { status: 'draft' }), 'minutes.approved');
      refusal(() => deleteRecord(here, id, 'Made twice'), 'minutes.approved');
      refusal(() => undo(here, id), 'minutes.approved');
      refusal(() => revertToRevision(here, id, draft), 'minutes.approved');
    };
    attempts();
    shareDrafts(here, 'all');
    refusal(() => editRecord(here, id, { body: DEFERRED }), 'minutes.approved');
    editRecord(here, id, {}, { caveats: ['Not before 12 May'] });
    deliver(here, there, 'b2');
    refusal(() => editRecord(there, id, { body: DEFERRED }), 'minutes.approved');
    refusal(() => reopenMinutes(there, [id], 'We said otherwise.'), 'minutes.bySecretariat');
    refusal(() => reopenMinutes(here, [id], ' '), 'minutes.reasonless');
    expect(readMinutes(there, meeting).items[0]?.minutes).toMatchObject({
      status: 'approved',
      approvedAt: { record: item },
    });
    reopenMinutes(here, [id], 'Northmark’s figures were wrong.');
    refusal(() => reopenMinutes(here, [id], 'Again.'), 'minutes.notApproved');
    editRecord(here, id, { body: DEFERRED });
    approveMinutes(here, [id], meeting);
    const again = await here.reopen();
    const told = readMinutes(again, meeting);
    expect(told.items[0]?.minutes).toMatchObject({
      status: 'approved',
      approvedAt: { record: meeting, title: 'Seventh meeting' },
      reopenings: [{ reason: 'Northmark’s figures were wrong.' }],
    });
    expect(told.mayApprove).toBe(true);
    expect(readMinutes(there, meeting).mayApprove).toBe(false);
    again.vault.close();
  });

  it.each([true, false])(
    'show what a desk wrote that had not heard of it, and neither take nor lose it (shared: %s)',
    async (shared) => {
      const { here, there, meeting, item } = await aMinutedMeeting();
      const id = beginMinutes(here, item, 'en');
      editRecord(here, id, { body: NOTED });
      deliver(here, there, 'b2');
      editRecord(there, id, { body: DEFERRED });
      shareDrafts(there, 'all');
      approveMinutes(here, [id], meeting);
      if (shared) deliver(here, there, 'b3');
      deliver(there, here, 'b4');
      for (const side of shared ? [here, there] : [here]) {
        const view = readRecord(side.vault, id);
        expect(view.body.body).toEqual(NOTED);
        expect(view.body.status).toBe('approved');
        expect(view.conflicts.map(({ path }) => path)).toEqual(['body']);
      }
      refusal(() => resolveConflicts(here, id, { body: DEFERRED }), 'minutes.approved');
      refusal(
        () => approveMinutes(here, [id], meeting).length > 0 || editRecord(here, id, { body: DEFERRED }),
        'record.conflict',
      );
      resolveConflicts(here, id, { body: NOTED });
      deliver(here, there, 'b5');
      expect(readRecord(there.vault, id)).toMatchObject({
        conflicted: false,
        body: { status: 'approved', body: NOTED },
      });
      const versions = historyOf(here.vault, id).map(({ body }) => body.body);
      expect(versions).toContainEqual(DEFERRED);
      reopenMinutes(here, [id], 'Tavania’s wording is right.');
      editRecord(here, id, { body: DEFERRED });
      approveMinutes(here, [id], meeting);
      deliver(here, there, 'b6');
      expect(texts(there, id)).toEqual(DEFERRED);
    },
  );
});

describe('the next regular meeting', () => {
  const plan = { symbol: 'CB/8', venue: '', city: 'Lisbon', zone: 'Europe/Lisbon', title: 'Eighth meeting' };

  it('begins with the minutes of the last one, from the template and planned as before', async () => {
    const { here, meeting, item } = await aMinutedMeeting();
    const eighth = planRegularMeeting(here, { ...plan, starts: '2027-03-11', number: 8, language: 'fr' });
    const [first] = eighth.items.map((id) => readRecord(here.vault, id).body);
    expect(first).toMatchObject({ title: 'Procès-verbal de la réunion précédente', approves: meeting });
    const minutes = beginMinutes(here, item, 'en');
    const dossier = wantedIn(here.vault, { of: 'meeting', meeting: eighth.meeting });
    expect([dossier?.has(minutes), dossier?.has(item)]).toEqual([true, false]);
    const ninth = planAsBefore(here, {
      ...plan,
      starts: '2027-09-09',
      number: 9,
      type: 'regular',
      from: eighth.meeting,
    });
    expect(ninth.items.map((id) => readRecord(here.vault, id).body.approves)).toEqual([eighth.meeting]);
    expect(readMinutes(here, meeting).occasions.map(({ title }) => title)).toEqual([
      'Procès-verbal de la réunion précédente',
      'Seventh meeting',
      'Eighth meeting',
      'Eighth meeting',
    ]);
  });
});
