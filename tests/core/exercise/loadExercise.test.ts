import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { directoryView } from '../../../core/directory/directoryView.ts';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { measureBook } from '../../../core/dossiers/issueBook.ts';
import { readExerciseFiles } from '../../../core/exercise/exerciseFiles.ts';
import { loadExercise } from '../../../core/exercise/loadExercise.ts';
import { answersTo } from '../../../core/inquiries/inquiryOf.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { unfinishedBefore } from '../../../core/meetings/carryOver.ts';
import { readCircle } from '../../../core/records/circle.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import type { RecordView } from '../../../core/records/recordView.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import type { Session } from '../../../core/session.ts';
import { withMembership } from '../../../domain/handling/circle.ts';
import { standingOf } from '../../../domain/inquiries/standing.ts';
import { checkPlan } from '../../../domain/meetings/checks.ts';
import { timetableOf } from '../../../domain/meetings/timetable.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { objects, text, texts } from '../../../domain/records/text.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { anExercise, aSeat } from './anExercise.ts';

const ids = (values: readonly string[]) => values.map((id) => RecordId.parse(id));

function ofKind(session: Session, kind: string): RecordView[] {
  return listRecords(session.vault, { kind });
}

function meetingOf(session: Session, symbol: string): RecordView {
  const meeting = ofKind(session, 'meeting').find(({ body }) => body.symbol === symbol);
  if (meeting === undefined) throw new Error(`There is no ${symbol}.`);
  return meeting;
}

/** What belongs to the coming meeting. */
function ofTheEighth(session: Session, kind: string): RecordView[] {
  const { id } = meetingOf(session, 'CB/8');
  return ofKind(session, kind).filter(({ body }) => body.meeting === id);
}

describe('the exercise', () => {
  it('is a network of seven States, one union of States, a Secretariat and three invited bodies', async () => {
    const session = await anExercise();
    const types = ofKind(session, 'organisation').map(({ body }) => `${text(body.membership)} ${text(body.type)}`);
    expect(types.sort()).toEqual([
      'invited cso',
      'invited ngo',
      'invited research',
      ...Array(7).fill('member state'),
      'member union',
      'secretariat secretariat',
    ]);
    expect(ofKind(session, 'network').map(({ body }) => body.exercise)).toEqual([true]);
    const codes = ofKind(session, 'organisation').map(({ body }) => text(body.code));
    expect(codes.filter((code) => code !== '').every((code) => /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code))).toBe(true);
  });

  it('has a coming regular meeting of two days, the second morning open, of which the plan has nothing to say', async () => {
    const session = await anExercise();
    const meeting = meetingOf(session, 'CB/8');
    const sessions = timetableOf(meeting, ofKind(session, 'session'), ofKind(session, 'agendaItem'));
    expect(sessions.map((one) => `${one.date} ${one.starts} ${one.access}`)).toEqual([
      '2027-03-11 09:00 closed',
      '2027-03-11 14:00 closed',
      '2027-03-12 09:00 open',
      '2027-03-12 14:00 closed',
    ]);
    expect(sessions.map((one) => one.items.at(-1)?.ends)).toEqual(sessions.map((one) => one.ends));
    const papers = ofKind(session, 'paper').map((paper) => ({ ...paper, label: paper.handling.label }));
    expect(checkPlan({ meeting, sessions, papers, today: '2027-03-08' })).toEqual([]);
  });

  it('has at least twelve numbered items, breaks, open numbers, and speakers by video link in several zones', async () => {
    const session = await anExercise();
    const items = ofTheEighth(session, 'agendaItem');
    const numbers = items.filter(({ body }) => body.type === 'item').map(({ body }) => Number(body.number));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(items.filter(({ body }) => body.type === 'break')).toHaveLength(3);
    expect(items.flatMap(({ body }) => text(body.openNumber) || []).sort()).toEqual(['O1', 'O2', 'O3']);
    const zones = items.flatMap(({ body }) => objects(body.speakers).map((speaker) => text(speaker.zone)));
    expect(new Set(zones).size).toBeGreaterThanOrEqual(5);
  });

  it('has the regular meeting before it, which is over; what was adjourned there stands on the coming agenda', async () => {
    const session = await anExercise();
    const meeting = meetingOf(session, 'CB/7');
    const items = ofKind(session, 'agendaItem').filter(({ body }) => body.meeting === meeting.id);
    const sessions = timetableOf(meeting, ofKind(session, 'session'), items);
    expect(sessions.map((one) => `${one.date} ${one.access} ${one.items.at(-1)?.ends}`)).toEqual([
      '2026-09-10 closed 12:30',
      '2026-09-11 open 12:00',
      '2026-09-11 closed 16:00',
    ]);
    expect(checkPlan({ meeting, sessions, papers: [], today: '2026-09-09' })).toEqual([]);
    const adjourned = items.filter(({ body }) => body.outcome === 'adjourned').map(({ id }) => id);
    expect(items.filter(({ body }) => body.outcome === 'concluded')).toHaveLength(6);
    expect(ofTheEighth(session, 'agendaItem').flatMap(({ body }) => text(body.continues) || [])).toEqual(adjourned);
    expect(unfinishedBefore(session, meetingOf(session, 'CB/8').id)).toEqual([]);
  });

  it('has eight papers of the kinds that the Board asks for, one of them in French, three annexes, and what is still asked for', async () => {
    const session = await anExercise();
    const papers = ofKind(session, 'paper');
    const types = papers.map(({ body }) => text(body.type)).sort();
    expect(types).toEqual([
      'accountabilityReview',
      ...Array(3).fill('annex'),
      'deepDive',
      'economicReview',
      ...Array(2).fill('nationalPosition'),
      ...Array(5).fill('note'),
      'policyBrief',
      'update',
    ]);
    const asked = papers.filter(({ body }) => body.body === undefined);
    expect(asked.map(({ body }) => `${text(body.status)} ${text(body.due)}`).sort()).toEqual([
      'commissioned 2027-03-08',
      'drafting 2027-03-08',
      'drafting 2027-03-09',
    ]);
    expect(
      papers
        .filter(({ body }) => body.language === 'fr')
        .map(({ body }) => text(body.number))
        .sort(),
    ).toEqual(['CB/8/10', 'CB/8/10a']);
    expect(papers.flatMap(({ body }) => text(body.openNumber) || []).sort()).toEqual(['CB/8/O1', 'CB/8/O2']);
  });

  it('has a directory: its root waits, seats are in force, one has ended, one is revoked, and one card is to be verified', async () => {
    const session = await anExercise();
    const { founded, root, head, alarms, seats } = directoryView(session, 'en');
    expect([founded, root?.waiting, head?.number, alarms]).toEqual([true, true, 11, []]);
    const standings = seats.map(({ name, standing, trust }) => `${name}: ${standing}, ${trust}`);
    expect(standings.sort()).toEqual([
      'Annelise Quorne: inForce, own',
      'Hendrik van Tolm: inForce, verified',
      'Keola Tanamori: notIn, unverified',
      'Mireille Dossange: ended, verified',
      'Octave Lambrequin: inForce, verified',
      'Piet Overlaak: revoked, revoked',
      'Saskia Drieling: inForce, verified',
      'Yara Benvolt: inForce, verified',
      'Zarina Oltmansky: inForce, verified',
    ]);
  });

  it('has a book that was issued on the pages on which it prints, but for the paper that came late', async () => {
    const session = await anExercise();
    const book = ofKind(session, 'dossier').find(({ body }) => body.book === 'closed');
    if (book === undefined) throw new Error('There is no closed book.');
    const issued = objects(objects(book.body.issues)[0]?.contents);
    const held = new Set(issued.map(({ paper }) => text(paper)));
    const bound = objects(book.body.papers);
    expect(bound.length).toBe(held.size + 1);
    editRecord(session, book.id, { papers: asJson(bound.filter(({ paper }) => held.has(text(paper)))) });
    expect(measureBook(unwatched, session, { dossier: book.id }).papers).toEqual(issued);
  });

  it('has an inquiry with what two ministries answered, of which they disagree on a line that is not settled', async () => {
    const session = await anExercise();
    const [inquiry] = ofKind(session, 'inquiry');
    if (inquiry === undefined) throw new Error('There is no inquiry.');
    const { ministries, lines } = standingOf(inquiry.body, answersTo(session, inquiry.id));
    expect(ministries.map(({ files, asks }) => [files, asks])).toEqual([
      [1, 'Odile Marrec'],
      [1, 'Tomas Verdin'],
    ]);
    expect(lines.map(({ disagree, settledOn }) => [disagree, settledOn !== ''])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(lines[2]?.cells.map(({ asked, said }) => [asked, said?.position])).toEqual([
      [true, 'disagree'],
      [false, undefined],
    ]);
  });

  it('links only to records that it has', async () => {
    const session = await anExercise();
    const records = listRecords(session.vault);
    const known = new Set<string>(records.map(({ id }) => id));
    for (const { kind, body } of records) {
      for (const [field, rule] of Object.entries(kindOf(kind)?.fields ?? {})) {
        const value = body[field];
        const targets = !rule.link ? [] : typeof value === 'string' ? [value] : texts(value);
        const speakers = field === 'speakers' ? objects(value).map((speaker) => text(speaker.party)) : [];
        for (const target of [...targets, ...speakers]) expect(known, `${kind} ${field}`).toContain(target);
      }
    }
  });

  it('has the same ids, words and marks in every installation', async () => {
    const [one, other] = await Promise.all([anExercise(), anExercise()]);
    const held = (session: Session) =>
      listRecords(session.vault).map(({ id, kind, body, handling }) => ({ id, kind, body, handling }));
    expect(held(other)).toEqual(held(one));
  });

  it('keeps its attachments as they are', async () => {
    const session = await anExercise();
    const { vault } = session;
    const files = readExerciseFiles();
    const named = files.meeting.papers.flatMap(({ attachments }) => attachments);
    const holders = [...ofKind(session, 'paper'), ...ofKind(session, 'portion')];
    const kept = holders.flatMap(({ body }) => objects(body.attachments));
    expect(kept.map((entry) => text(entry.name)).sort()).toEqual(named.map(({ name }) => name).sort());
    expect(JSON.stringify(ofKind(session, 'paper').map(({ body }) => body))).not.toContain('Days of the two channels');
    for (const entry of kept) {
      const file = named.find(({ name }) => name === entry.name)?.file ?? '';
      const content = await buffer(vault.blobs.read(text(entry.sha256)));
      expect(content.equals(files.attachment(file))).toBe(true);
    }
  });

  it('is set up by its Secretariat alone, in an empty vault, and else changes nothing', async () => {
    const capital = await aSeat('northmark');
    await expect(loadExercise(unwatched, capital)).rejects.toMatchObject({ code: 'exercise.seat' });
    expect(listRecords(capital.vault)).toEqual([]);
    const secretariat = await aSeat('secretariat');
    createRecord(secretariat, 'person', { name: 'Somebody' });
    await expect(loadExercise(unwatched, secretariat)).rejects.toMatchObject({ code: 'exercise.notEmpty' });
    expect(listRecords(secretariat.vault)).toHaveLength(1);
  });
});

describe('what leaves of the exercise', () => {
  it('is headed EXERCISE for every audience, the public included', async () => {
    const session = await anExercise();
    const circle = readCircle(session.vault);
    const [member = ''] = withMembership(circle, 'member');
    const bodies = ids(withMembership(circle, 'invited'));
    const audiences: Audience[] = [
      { kind: 'self' },
      { kind: 'board' },
      { kind: 'organisation', organisation: RecordId.parse(member) },
      { kind: 'community', bodies },
      { kind: 'public' },
    ];
    for (const audience of audiences) {
      const { documents } = releaseFor(session, { of: 'everything' }, audience, 'documents').release;
      expect(documents.find(({ kind }) => kind === 'network')?.body.exercise, audience.kind).toBe(true);
    }
  });

  it('for the open session: open items with open papers, and nothing of what is closed', async () => {
    const session = await anExercise();
    const bodies = ids(withMembership(readCircle(session.vault), 'invited'));
    const { documents } = releaseFor(session, { of: 'everything' }, { kind: 'community', bodies }, 'documents').release;
    const titles = (kind: string) => documents.filter((one) => one.kind === kind).map(({ title }) => title);
    expect(titles('agendaItem')).toHaveLength(4 + 2);
    expect(titles('session')).toHaveLength(1 + 1);
    expect(
      documents
        .filter(({ kind }) => kind === 'paper')
        .map(({ body }) => text(body.openNumber))
        .sort(),
    ).toEqual(['CB/8/O1', 'CB/8/O2']);
    const linked = documents.flatMap(({ kind, body }) => (kind === 'agendaItem' ? [texts(body.papers).length] : []));
    expect(linked.sort()).toEqual([0, 0, 0, 1, 1, 2]);
    expect(JSON.stringify(documents)).not.toMatch(/Karsen|Ashlen|Dour|Hallin|Osk\b|CB\/8\/([2-9]|1\d)|R-\d{4}/);
    for (const kind of ['portion', 'comment', 'annotation']) expect(titles(kind)).toEqual([]);
  });

  it('has for each paper a length that can be read: six pages at most, three for the brief, two for an annex', async () => {
    const session = await anExercise();
    const { release } = releaseFor(session, { of: 'everything' }, { kind: 'self' }, 'documents');
    const written = ofKind(session, 'paper').filter(({ body }) => body.body !== undefined);
    const lengths = written.map(({ id, body }) => {
      const { pages, warnings } = printDocument(unwatched, release, { document: { what: 'paper', paper: id } });
      expect(warnings).toEqual([]);
      return { number: text(body.number), type: text(body.type), pages };
    });
    for (const { number, type, pages } of lengths) {
      const most = type === 'annex' ? 2 : type === 'policyBrief' ? 3 : 6;
      expect(pages, `${number} has ${pages} pages`).toBeLessThanOrEqual(most);
      expect(pages, `${number} has ${pages} pages`).toBeGreaterThanOrEqual(type === 'annex' ? 1 : 2);
    }
  });
});
