import { describe, expect, it } from 'vitest';
import { addCard, ownCard } from '../../../core/exchange/cards.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { readVersion } from '../../../core/records/historyOf.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { readFieldChanges } from '../../../core/records/past/fieldChanges.ts';
import { readStory } from '../../../core/records/past/story.ts';
import { versionSteps } from '../../../core/records/past/versions.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { aMeeting, aPaper, aSession, deliver, randomId, refusal, type TestSession } from '../../helpers/aSession.ts';

const HOUR = 3_600_000;

/** Two seats that have each other's card. */
async function twoSeats(): Promise<[TestSession, TestSession]> {
  const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
  addCard(here, ownCard(there));
  addCard(there, ownCard(here));
  return [there, here];
}

const wait = (...sessions: TestSession[]) => {
  for (const { surroundings } of sessions) surroundings.move(HOUR);
};

describe('who changed each field last', () => {
  it('is told across seats, with time and name, the own unshared changes among them', async () => {
    const [there, here] = await twoSeats();
    const { id } = aMeeting(there, { city: 'Halm', venue: 'Palace of Reeds' });
    deliver(there, here, 'b1');
    wait(there, here);
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'b2');
    wait(here);
    editRecord(here, id, { venue: 'Town hall' });
    wait(here);
    editRecord(here, id, { zone: 'Europe/Lisbon' }, { caveats: ['not before 12 May'] });
    const changes = new Map(readFieldChanges(here.vault, id).map((change) => [change.field, change]));
    const by = (name: string) => ({ name: `Representative of ${name}`, organisationName: name });
    expect(changes.get('title')).toMatchObject({ at: '2027-03-03T18:12Z', shared: true, ...by('Tavania') });
    expect(changes.get('city')).toMatchObject({ at: '2027-03-03T19:12Z', shared: true, ...by('Tavania') });
    expect(changes.get('venue')).toMatchObject({ at: '2027-03-03T21:12Z', shared: false, ...by('Corvane') });
    expect(changes.get('$handling.caveats')).toMatchObject({ shared: false, version: 'draft', ...by('Corvane') });
    expect(changes.get('zone')).toMatchObject({ at: '2027-03-03T21:12Z', version: 'draft' });
    editRecord(here, id, { city: null });
    expect(readFieldChanges(here.vault, id).find(({ field }) => field === 'city')).toMatchObject({ shared: false });
    refusal(() => readFieldChanges(here.vault, randomId()), 'record.missing');
  });

  it('does not take for one’s own what others changed while one was typing', async () => {
    const [there, here] = await twoSeats();
    const { id } = aMeeting(there, { city: 'Halm' });
    deliver(there, here, 'b1');
    wait(here, there);
    editRecord(here, id, { venue: 'Town hall' });
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'b2');
    const changes = new Map(readFieldChanges(here.vault, id).map((change) => [change.field, change]));
    expect(changes.get('city')).toMatchObject({ shared: true, organisationName: 'Tavania' });
    expect(changes.get('venue')).toMatchObject({ shared: false, organisationName: 'Corvane' });
  });
});

describe('the versions of a record', () => {
  it('say which fields each changed, without those that only keep what was there', async () => {
    const [there, here] = await twoSeats();
    const { id } = aMeeting(there, { city: 'Halm' });
    deliver(there, here, 'b1');
    wait(here);
    editRecord(here, id, { city: 'Orsk' });
    wait(here);
    editRecord(here, id, { venue: 'Town hall', city: 'Thal' });
    const steps = [...versionSteps(here.vault, id)];
    expect(steps.map(({ shared, fields, own }) => [shared, own, fields])).toEqual([
      [false, true, ['city', 'venue']],
      [false, true, ['city']],
      [true, false, expect.arrayContaining(['city', 'title', '$handling.label'])],
    ]);
    expect(steps.map(({ version }) => readVersion(here.vault, id, version).body.city)).toEqual([
      'Thal',
      'Orsk',
      'Halm',
    ]);
    const other = aMeeting(here).id;
    refusal(() => readVersion(here.vault, other, steps[2]?.version ?? ''), 'record.noSuchVersion');
    refusal(() => readVersion(here.vault, other, steps[1]?.version ?? ''), 'record.noSuchVersion');
  });
});

describe('the story of a record', () => {
  const told = (session: TestSession, id: RecordId, limit?: number) =>
    readStory(session.vault, id, limit).entries.map(({ what, title, who }) =>
      [what, title, who?.organisationName].filter((part) => part !== undefined).join(' '),
    );

  it('has its own history and what links to it, comments among them, the newest first', async () => {
    const [there, here] = await twoSeats();
    const { id } = aMeeting(there, { city: 'Halm' });
    wait(there, here);
    const paper = aPaper(there, { title: 'Deep-dive', meeting: id });
    deliver(there, here, 'b1');
    wait(here);
    editRecord(here, id, { city: 'Orsk' });
    cutDrafts(here, id);
    wait(here);
    createRecord(here, 'comment', { record: id, text: 'Is the hall booked?' });
    createRecord(here, 'annotation', { record: paper.id, text: 'Ask the minister' });
    wait(here);
    deleteRecord(here, id, 'Cancelled');
    cutDrafts(here, id);
    wait(here);
    restoreRecord(here, id);
    shareDrafts(here, [id]);
    expect(told(here, id)).toEqual([
      'shared Corvane',
      'restored Corvane',
      'deleted Corvane',
      'commented Is the hall booked? Corvane',
      'changed Corvane',
      'made Tavania',
      'linked Deep-dive Tavania',
    ]);
    expect(told(here, paper.id)).toEqual([
      'commented Ask the minister Corvane',
      'made Tavania',
      'linked Eighth regular meeting Tavania',
    ]);
    const [, link] = readStory(here.vault, paper.id).entries.toReversed();
    expect(readStory(here.vault, paper.id).entries.at(-1)).toMatchObject({
      field: 'meeting',
      outgoing: true,
      record: id,
    });
    expect(link).toMatchObject({ what: 'made', fields: expect.arrayContaining(['meeting', 'title']) });
    deliver(here, there, 'b2');
    expect(told(there, id)[0]).toBe('received Corvane');
  });

  it('tells when a link arose, not when its record was changed last, and keeps to its length', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    const papers = Array.from({ length: 8 }, (_, number) => {
      wait(session);
      return aPaper(session, { title: `Paper ${number}`, meeting: id }).id;
    });
    shareDrafts(session, 'all');
    wait(session);
    for (const paper of papers.slice(0, 2)) editRecord(session, paper, { status: 'drafting' });
    const links = ['Paper 7', 'Paper 6', 'Paper 5', 'Paper 4', 'Paper 3', 'Paper 2', 'Paper 1', 'Paper 0'];
    const all = readStory(session.vault, id, 50).entries.map(({ what, title }) => title ?? what);
    expect(all.filter((one) => one.startsWith('Paper')).sort()).toEqual(links.toSorted());
    for (const limit of [1, 3, 6, 9]) {
      const { entries, more } = readStory(session.vault, id, limit);
      expect(entries).toEqual(readStory(session.vault, id, 50).entries.slice(0, limit));
      expect(more).toBe(limit < all.length);
    }
    deleteRecord(session, papers[7] ?? randomId(), 'Entered twice');
    expect(told(session, id, 50).some((one) => one.includes('Paper 7'))).toBe(false);
  });
});
