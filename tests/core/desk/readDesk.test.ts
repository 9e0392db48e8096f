import { describe, expect, it } from 'vitest';
import { readDesk } from '../../../core/desk/readDesk.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { appendJournal } from '../../../core/vault/journal.ts';
import { aMeeting, aMember, aPaper, aSession, deliver, type TestSession } from '../../helpers/aSession.ts';

/** The Secretariat's meeting in eight days (the clock stands at 3 March 2027), with papers in every state. */
function fillSecretariat(session: TestSession) {
  const [avaria, lowmere] = [aMember(session, 'Avaria'), aMember(session, 'Lowmere')];
  const meeting = aMeeting(session, { number: 8, city: 'Avanor', zone: 'Europe/Lisbon' });
  const hours = { meeting: meeting.id, day: 1, starts: '09:00', ends: '10:00', access: 'closed' };
  const first = createRecord(session, 'session', hours);
  const paper = (title: string, status: string, due: string, from = [lowmere.id]) =>
    aPaper(session, { title, status, due, from, meeting: meeting.id });
  const late = paper('Annex', 'drafting', '2027-02-18');
  const submitted = paper('Update', 'submitted', '2027-02-18');
  const position = paper('Position', 'commissioned', '2027-03-05', [avaria.id]);
  paper('Deep-dive', 'cleared', '2027-02-18');
  paper('Agenda', 'issued', '2027-02-18');
  const item = createRecord(session, 'agendaItem', {
    meeting: meeting.id,
    session: first.id,
    order: 'a0',
    type: 'item',
    number: 1,
    title: 'Assets',
    minutes: 90,
    leads: [avaria.id],
    papers: [position.id, submitted.id],
  });
  return { avaria, lowmere, meeting, first, late, submitted, position, item };
}

describe('a desk', () => {
  it('of the Secretariat shows how far the dossier is, what it has to clear and what stands against the agenda', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const { meeting, late, submitted, item, position } = fillSecretariat(session);
    const desk = readDesk(session, 'en', 0);
    expect(desk.today).toBe('2027-03-03');
    expect(desk.meeting).toMatchObject({ record: meeting.id, number: 8, standing: 'ahead', days: 8, place: 'Avanor' });
    expect(desk.meeting?.sessions).toMatchObject([{ day: 1, date: '2027-03-11', access: 'closed', items: ['Assets'] }]);
    expect(desk.readiness).toMatchObject({ total: 5, issued: 1, cleared: 1, submitted: 1, members: 2, sentTo: [] });
    expect(desk.readiness?.late).toMatchObject([{ record: late.id, from: ['Lowmere'], due: '2027-02-18', late: 13 }]);
    expect(desk.readiness?.expected).toMatchObject([{ record: position.id, late: 0, item: { record: item.id } }]);
    expect(desk.needs.filter(({ what }) => what === 'clear')).toMatchObject([{ paper: { record: submitted.id } }]);
    const refusals = desk.needs.flatMap((need) => (need.what === 'refusal' ? need.sentence : []));
    expect(refusals).toContain('A regular meeting has at least two days.');
    expect(refusals).not.toContain('Annex was due on 2027-02-18 and is not in.');
    expect(desk.needs.some(({ what }) => what === 'lead')).toBe(false);
  });

  it('says of which copies the last day has passed, from whom and since when, and deletes nothing', async () => {
    const [secretariat, avaria] = [await aSession('Secretariat', 'secretariat'), await aSession('Avaria')];
    const { late, submitted } = fillSecretariat(secretariat);
    createRecord(
      secretariat,
      'organisation',
      { name: 'Secretariat' },
      { id: secretariat.vault.installation.organisation },
    );
    editRecord(secretariat, late.id, {}, { expires: '2027-03-02' });
    editRecord(secretariat, submitted.id, {}, { expires: '2027-03-03' });
    deliver(secretariat, avaria, 'b1');
    const asking = readDesk(avaria, 'en', 0).needs.filter(({ what }) => what === 'expired');
    expect(asking).toEqual([
      { what: 'expired', record: expect.objectContaining({ record: late.id }), day: '2027-03-02', from: 'Secretariat' },
    ]);
    // A clock deletes nothing.
    avaria.surroundings.move(400 * 24 * 60 * 60 * 1000);
    expect(readDesk(avaria, 'en', 0).needs.filter(({ what }) => what === 'expired')).toHaveLength(2);
  });

  it('of a capital shows what is asked of it, and what arrived since it was seen', async () => {
    const [secretariat, avaria] = [await aSession('Secretariat', 'secretariat'), await aSession('Avaria')];
    const { position, item, submitted } = fillSecretariat(secretariat);
    deliver(secretariat, avaria, 'b1');
    appendJournal(avaria.vault, avaria.surroundings.now(), 'bundle.accepted', { bundle: 'b1' });
    const desk = readDesk(avaria, 'en', 0);
    expect(desk.needs).toMatchObject([
      { what: 'write', paper: { record: position.id, due: '2027-03-05', item: { record: item.id } } },
      { what: 'lead', item: { record: item.id }, by: '2027-03-11', at: '09:00' },
    ]);
    expect(desk.news.length + desk.moreNews).toBe(9 + 1);
    expect(desk.news[0]).toMatchObject({ kind: 'paper', is: 'new' });
    expect(readDesk(avaria, 'en', desk.journal)).toMatchObject({ news: [], moreNews: 0 });

    editRecord(secretariat, submitted.id, { status: 'cleared' });
    shareDrafts(secretariat, 'all');
    deliver(secretariat, avaria, 'b2');
    appendJournal(avaria.vault, avaria.surroundings.now(), 'bundle.accepted', { bundle: 'b2' });
    const later = readDesk(avaria, 'en', desk.journal);
    expect(later.news).toMatchObject([{ record: submitted.id, is: 'changed' }]);
    expect(later.readiness).toMatchObject({ submitted: 0, cleared: 2 });
  });

  it('with nothing on it says so, in either seat', async () => {
    for (const role of ['secretariat', 'member', 'guest'] as const) {
      const desk = readDesk(await aSession('Tavania', role), 'fr', 0);
      expect(desk).toMatchObject({ needs: [], bundles: [], news: [], hasOrganisations: false, hasPapers: false });
      expect(desk.meeting).toBeUndefined();
      expect(desk.readiness).toBeUndefined();
    }
  });

  it('asks for nothing of a meeting that is over but what is not in', async () => {
    const [secretariat, avaria] = [await aSession('Secretariat', 'secretariat'), await aSession('Avaria')];
    const { position } = fillSecretariat(secretariat);
    deliver(secretariat, avaria, 'b1');
    avaria.surroundings.move(30 * 24 * 60 * 60_000);
    const desk = readDesk(avaria, 'en', 0);
    expect(desk.meeting).toMatchObject({ standing: 'over', days: 21 });
    expect(desk.needs).toMatchObject([{ what: 'write', paper: { record: position.id, late: 28 } }]);
  });
});
