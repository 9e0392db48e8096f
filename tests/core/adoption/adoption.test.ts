import { expect, it } from 'vitest';
import { chooseCandidate } from '../../../core/adoption/chooseCandidate.ts';
import { giveAnswer } from '../../../core/adoption/giveAnswer.ts';
import { listAdoptions } from '../../../core/adoption/listAdoptions.ts';
import { putUp } from '../../../core/adoption/putUp.ts';
import { readAdoption } from '../../../core/adoption/readAdoption.ts';
import { recordResult } from '../../../core/adoption/recordResult.ts';
import { searchLibrary } from '../../../core/library/searchLibrary.ts';
import { planOtherMeeting } from '../../../core/meetings/planMeeting.ts';
import { readTimetable } from '../../../core/meetings/readTimetable.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { linksTo } from '../../../core/records/links.ts';
import { changeMany } from '../../../core/records/many.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { objects } from '../../../domain/records/text.ts';
import { refusal } from '../../helpers/aSession.ts';
import { aNetwork, aPaper, type Desk, NORTHMARK, SECRETARIAT, TAVANIA } from '../exchange/aNetwork.ts';
import { answerTo, delta, take } from '../exchange/byReceipts.ts';

const HOUR = 3_600_000;
const DEADLINE = '2026-03-05T17:00Z';

function aDecision({ session }: Desk, text = 'The Board warns of the April vote.'): RecordId {
  return createRecord(session, 'decision', { title: 'Warning', text, state: 'proposed' }).id;
}

/** A Secretariat with a decision put up for adoption by silence, and two capitals that do not have it yet. */
async function aSilence() {
  const desks = await aNetwork();
  const { session } = desks.secretariat;
  const decision = aDecision(desks.secretariat);
  const adoption = putUp(session, { records: [decision], way: 'silence', deadline: DEADLINE, zone: 'Europe/Lisbon' });
  return { ...desks, decision, adoption };
}

const reachIn = ({ session }: Desk, adoption: RecordId) =>
  readAdoption(session, adoption).members.map(({ organisation, reach }) => [organisation, reach]);

it('names who was not reached beside the silence, and records nothing before that was read', async () => {
  const { secretariat, tavania, northmark, decision, adoption } = await aSilence();
  const { session } = secretariat;
  expect(reachIn(secretariat, adoption)).toEqual([
    [NORTHMARK, 'notSent'],
    [TAVANIA, 'notSent'],
  ]);
  const sent = await delta(secretariat, [tavania, northmark], { purpose: 'notice' });
  expect(reachIn(secretariat, adoption).map(([, reach]) => reach)).toEqual(['sent', 'sent']);
  await take(tavania, sent.file);
  await answerTo(tavania, secretariat);
  expect(reachIn(secretariat, adoption)).toContainEqual([TAVANIA, 'reached']);
  const order = { adoption, result: 'adopted', instruction: 'By telephone' } as const;
  refusal(() => recordResult(session, order), 'adoption.stillRunning');
  for (const desk of [secretariat, tavania]) desk.clock.move(72 * HOUR);
  expect(readAdoption(session, adoption)).toMatchObject({ passed: true, open: true, unreached: [NORTHMARK] });
  expect(readRecord(session.vault, decision).body.state, 'no clock adopts').toBe('proposed');
  refusal(() => recordResult(session, order), 'adoption.warned');
  const changed = recordResult(session, { ...order, knowing: ['unreached'] });
  expect(changed.toSorted()).toEqual([adoption, decision].toSorted());
  expect(readRecord(session.vault, decision).body.state).toBe('adopted');
  expect(readAdoption(session, adoption)).toMatchObject({
    result: 'adopted',
    open: false,
    recorded: { by: '', instruction: 'By telephone', unreached: ['Kingdom of Northmark'] },
  });
  refusal(() => recordResult(session, { ...order, result: 'withdrawn' }), 'adoption.closed');
  changeMany(session, { ids: changed, does: 'undo' });
  expect(readRecord(session.vault, decision).body.state).toBe('proposed');
  expect(readAdoption(session, adoption)).toMatchObject({ open: true });
});

it('brings each member’s answer back by bundle, and shows when it came beside when it says it was given', async () => {
  const { secretariat, tavania, northmark, adoption } = await aSilence();
  const { session } = secretariat;
  const sent = await delta(secretariat, [tavania, northmark]);
  for (const desk of [tavania, northmark]) await take(desk, sent.file);
  giveAnswer(tavania.session, { adoption, says: 'reservation', words: 'Tavania takes no part in the list of names.' });
  refusal(() => giveAnswer(northmark.session, { adoption, says: 'objection' }), 'adoption.wordless');
  giveAnswer(northmark.session, { adoption, says: 'objection', text: 'Paragraph 2 names a person.' });
  await take(secretariat, (await delta(tavania, [secretariat])).file);
  const late = await delta(northmark, [secretariat]);
  for (const desk of [secretariat, tavania, northmark]) desk.clock.move(72 * HOUR);
  await take(secretariat, late.file);
  const { members, checks } = readAdoption(session, adoption);
  expect(members.map(({ answer }) => answer)).toMatchObject([
    { says: 'objection', late: true, claimed: '2026-03-03T18:12Z', arrived: '2026-03-06T18:12Z' },
    { says: 'reservation', late: false, words: 'Tavania takes no part in the list of names.' },
  ]);
  // An objection that was here too late does not decide by itself: whoever records is told.
  expect(checks.map(({ result, refused, warnings }) => [result, refused, warnings.map(({ code }) => code)])).toEqual([
    ['adopted', undefined, ['lateObjection', 'reservation']],
    ['adoptedAsAmended', undefined, ['lateObjection']],
    ['adoptedWithReservations', undefined, ['lateObjection']],
  ]);
  expect(listAdoptions(session, {})).toMatchObject([
    { answered: 2, asked: 2, reservations: [{ name: 'Republic of Tavania' }] },
  ]);
});

it('breaks the silence with an objection that was here in time; an extension opens it again', async () => {
  const { secretariat, adoption } = await aSilence();
  const { session, clock } = { ...secretariat };
  const told = { adoption, organisation: NORTHMARK, onBehalf: 'By telephone, Mr Halk' } as const;
  refusal(() => giveAnswer(session, { adoption, organisation: NORTHMARK, says: 'noObjection' }), 'adoption.notYours');
  giveAnswer(session, { ...told, says: 'objection', text: 'Too early.' });
  clock.move(72 * HOUR);
  refusal(() => recordResult(session, { adoption, result: 'adopted' }), 'adoption.silenceBroken');
  refusal(() => recordResult(session, { adoption, result: 'extended', deadline: DEADLINE }), 'adoption.noDeadline');
  recordResult(session, { adoption, result: 'extended', deadline: '2026-03-09T17:00Z', remark: 'Talks go on' });
  expect(readAdoption(session, adoption)).toMatchObject({
    open: true,
    passed: false,
    deadline: '2026-03-09T17:00Z',
    extensions: [{ from: DEADLINE, on: '2026-03-06T18:12Z', reason: 'Talks go on' }],
  });
  giveAnswer(session, { ...told, says: 'noObjection' });
  expect(readAdoption(session, adoption).members[0]?.answer).toMatchObject({ says: 'noObjection' });
});

it('tells what was put from what it says now, and keeps both', async () => {
  const { secretariat, decision, adoption } = await aSilence();
  editRecord(secretariat.session, decision, { text: 'The Board takes note of the April vote.' });
  const { put, checks } = readAdoption(secretariat.session, adoption);
  expect(put).toMatchObject([
    {
      words: 'The Board warns of the April vote.',
      now: 'The Board takes note of the April vote.',
      state: 'changed',
    },
  ]);
  expect(checks[0]?.warnings.map(({ code }) => code)).toContain('changed');
  expect(linksTo(secretariat.session.vault, decision)).toContainEqual({ field: 'put/record', record: adoption });
  const found = searchLibrary(secretariat.session.vault, 'April');
  expect(JSON.stringify(found)).toContain(adoption);
});

it('is put up under the mark of what it is about, by the Secretariat, and asks whoever may have it', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { session } = secretariat;
  const strict = {
    label: 'TLP:AMBER' as const,
    distribution: { to: 'named' as const, organisations: [SECRETARIAT, TAVANIA], persons: [] },
  };
  const narrow = aPaper(secretariat, 'Water', {}, strict);
  const wide = aPaper(secretariat, 'Power');
  const way = 'inRoom' as const;
  refusal(() => putUp(session, { records: [], way }), 'adoption.nothing');
  refusal(() => putUp(session, { records: [narrow, wide], way }), 'adoption.marksDiffer');
  refusal(() => putUp(session, { records: [wide], way: 'silence' }), 'adoption.noDeadline');
  refusal(() => putUp(session, { records: [narrow], way, asked: [NORTHMARK] }), 'adoption.notAsked');
  const adoption = putUp(session, { records: [narrow], way });
  const { members, handling } = readAdoption(session, adoption);
  expect(members.map(({ organisation }) => organisation)).toEqual([TAVANIA]);
  expect(handling).toMatchObject(strict);
  await take(
    tavania,
    (await delta(secretariat, [tavania], { audience: { kind: 'group', organisations: [TAVANIA] } })).file,
  );
  refusal(() => putUp(tavania.session, { records: [narrow], way }), 'adoption.notYours');
  refusal(() => recordResult(tavania.session, { adoption, result: 'withdrawn' }), 'adoption.notYours');
});

it('chooses the country of the next deep-dive, puts it into the plan of that meeting, and takes both back', async () => {
  const { secretariat } = await aNetwork();
  const { session } = secretariat;
  const entry = (id: string, subject: string) => ({ id, order: id, subject, grounds: 'Grounds', chosen: id === 'a1' });
  const candidates = [entry('a1', 'Wessamar'), entry('a2', 'Karsenia')];
  const { id: decision } = createRecord(session, 'decision', { title: 'Next deep-dive', text: '', candidates });
  const { meeting } = planOtherMeeting(session, {
    ...{ title: 'Ninth meeting', symbol: 'CB/9', starts: '2027-09-09', venue: '', city: '', zone: 'Europe/Lisbon' },
    type: 'special',
  });
  const into = { meeting, title: 'Deep-dive: Karsenia' };
  refusal(() => chooseCandidate(session, { decision, candidate: 'a9', into }), 'record.missing');
  const { changed, created } = chooseCandidate(session, {
    decision,
    candidate: 'a2',
    text: 'We choose Karsenia.',
    into,
  });
  const chosen = () => objects(readRecord(session.vault, decision).body.candidates).map((one) => one.chosen);
  expect(chosen()).toEqual([false, true]);
  expect(readTimetable(session, meeting, 'en').tray.map(({ title }) => title)).toEqual(['Deep-dive: Karsenia']);
  const [item] = created;
  const again = chooseCandidate(session, {
    ...{ decision, candidate: 'a1' },
    into: { meeting, title: 'Deep-dive: Wessamar', ...(item && { item }) },
  });
  expect(readTimetable(session, meeting, 'en').tray.map(({ title }) => title)).toEqual(['Deep-dive: Wessamar']);
  changeMany(session, { ids: again.changed, does: 'undo' });
  expect([chosen(), changed]).toEqual([[false, true], [decision]]);
  expect(readTimetable(session, meeting, 'en').tray.map(({ title }) => title)).toEqual(['Deep-dive: Karsenia']);
});

it('comes to the same whichever answers arrive first, twice or never', async () => {
  const { secretariat, tavania, northmark, adoption } = await aSilence();
  const sent = await delta(secretariat, [tavania, northmark]);
  for (const desk of [tavania, northmark]) await take(desk, sent.file);
  giveAnswer(tavania.session, { adoption, says: 'noObjection' });
  const first = await delta(tavania, [secretariat], { delta: false });
  giveAnswer(tavania.session, { adoption, says: 'objection', text: 'On reflection.' });
  const second = await delta(tavania, [secretariat], { delta: false });
  giveAnswer(northmark.session, { adoption, says: 'reservation', words: 'In its own time.' });
  const other = await delta(northmark, [secretariat], { delta: false });
  // The later answer of a member arrives before its earlier one, and one bundle comes twice.
  for (const { file } of [second, other]) await take(secretariat, file);
  await expect(take(secretariat, second.file)).rejects.toMatchObject({ code: 'bundle.state' });
  const said = () =>
    readAdoption(secretariat.session, adoption).members.map(({ answer }) => [answer?.says, answer?.words]);
  const both = [
    ['reservation', 'In its own time.'],
    ['objection', ''],
  ];
  expect(said()).toEqual(both);
  await take(secretariat, first.file).catch(() => undefined);
  expect(said()).toEqual(both);
  refusal(() => recordResult(secretariat.session, { adoption, result: 'adopted' }), 'adoption.silenceBroken');
});
