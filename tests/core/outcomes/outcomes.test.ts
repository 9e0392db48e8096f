import { describe, expect, it } from 'vitest';
import { search } from '../../../core/library/search.ts';
import { addOutcome } from '../../../core/outcomes/addOutcome.ts';
import { marksIn } from '../../../core/outcomes/marksIn.ts';
import { numberOutcomes } from '../../../core/outcomes/numberOutcomes.ts';
import { openActions } from '../../../core/outcomes/openActions.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { makeAnchor, placeAnchor } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import { aDocument, aMeeting, aSession, deliver, randomId, refusal, type TestSession } from '../../helpers/aSession.ts';

const SAID = 'The Secretariat sends the list of experts by 20 March.';
const DECIDED = 'The Board chooses Wessamar for the next deep-dive.';

/** A meeting with one item and its minutes, under this mark. */
function minutesIn(session: TestSession, mark?: Mark) {
  const meeting = aMeeting(session, { symbol: 'CB/8' }).id;
  const item = createRecord(session, 'agendaItem', { meeting, type: 'item', number: 3, title: 'Experts' }).id;
  const body = { meeting, item, body: aDocument(DECIDED, SAID) };
  const minutes = createRecord(session, 'minutes', body, { ...(mark && { mark }), caveats: ['Not before 12 May'] }).id;
  return { meeting, item, minutes };
}

const textIn = (session: TestSession, minutes: RecordId) =>
  RichText.parse(readRecord(session.vault, minutes).body.body);

function anchorOf(session: TestSession, minutes: RecordId, words: string) {
  const block = textIn(session, minutes).content.find((one) => JSON.stringify(one).includes(words));
  if (block === undefined) throw new Error(`no ${words}`);
  return makeAnchor(block, 0, words.length);
}

const mark = (session: TestSession, at: ReturnType<typeof minutesIn>, kind: 'decision' | 'action', words: string) =>
  addOutcome(session, {
    kind,
    meeting: at.meeting,
    minutes: at.minutes,
    anchor: anchorOf(session, at.minutes, words),
    text: words,
  });

describe('what is marked in minutes', () => {
  it('is handled as they are, finds its words again after edits and a restart, and is found by search', async () => {
    let here = await aSession('Secretariat', 'secretariat');
    const strict: Mark = {
      label: 'TLP:AMBER',
      distribution: { to: 'named', organisations: [here.vault.installation.organisation], persons: [] },
    };
    const at = minutesIn(here, strict);
    const decision = mark(here, at, 'decision', DECIDED);
    expect(decision.handling).toMatchObject({ ...strict, caveats: ['Not before 12 May'] });
    expect(decision.body).toMatchObject({ item: at.item, minutes: at.minutes, state: 'proposed', text: DECIDED });

    editRecord(here, at.minutes, { body: aDocument('Opened at ten.', ['b9', `${DECIDED} So be it.`]) });
    here = await here.reopen();
    const [marked] = marksIn(here.vault, at.minutes);
    expect(marked).toMatchObject({ id: decision.id, kind: 'decision' });
    const place = marked && placeAnchor(textIn(here, at.minutes), marked.anchor);
    expect(place).toMatchObject({ block: 'b9', how: 'moved' });
    editRecord(here, at.minutes, { body: aDocument(['c0', 'Nothing was decided.']) });
    expect(marked && placeAnchor(textIn(here, at.minutes), marked.anchor)).toBeUndefined();
    expect(search(here.vault, 'wessamar').hits.map(({ kind }) => kind)).toContain('decision');

    // Unmarked it stays, with its item; deleted it is marked nowhere.
    editRecord(here, decision.id, { minutes: null, anchor: null });
    expect(marksIn(here.vault, at.minutes)).toEqual([]);
    expect(readRecord(here.vault, decision.id).body).toMatchObject({ item: at.item, text: DECIDED });
    here.vault.close();
  });

  it('names nobody under the Chatham House Rule whom the passage names by a link', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const meeting = aMeeting(here).id;
    const session = createRecord(here, 'session', { meeting, day: 1, access: 'closed' }, { chathamHouse: true }).id;
    const item = createRecord(here, 'agendaItem', { meeting, session, type: 'item', title: 'Experts' }).id;
    const person = createRecord(here, 'person', { name: 'Ada Quillen' }).id;
    const link = { type: 'recordLink', attrs: { record: person } };
    const content = [
      { type: 'text', text: 'Ada Quillen', marks: [link] },
      { type: 'text', text: ' sends the list.' },
    ];
    const body = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p1' }, content }] };
    const minutes = createRecord(here, 'minutes', { meeting, item, body }).id;
    const words = 'Ada Quillen sends the list.';
    const anchor = { block: 'p1', quote: words, before: '', after: '' };
    const made = addOutcome(here, { kind: 'action', meeting, minutes, anchor, text: words });
    expect(JSON.stringify(made.body)).not.toContain('Quillen');
    expect(made.body).toMatchObject({ text: 'a participant sends the list.', anchor: { block: 'p1', quote: '' } });
    here.vault.close();
  });

  it('is refused for a meeting, an item or minutes that are not there, and changes nothing', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const { meeting, item, minutes } = minutesIn(here);
    const order = { kind: 'action', meeting, text: 'Send it' } as const;
    refusal(() => addOutcome(here, { ...order, meeting: randomId() }), 'record.missing');
    refusal(() => addOutcome(here, { ...order, item: minutes }), 'record.missing');
    refusal(() => addOutcome(here, { ...order, minutes: item }), 'record.missing');
    deleteRecord(here, item, 'gone');
    refusal(() => addOutcome(here, { ...order, item }), 'record.missing');
    expect(openActions(here, undefined)).toEqual([]);
    here.vault.close();
  });
});

describe('the numbers of decisions, actions and recommendations', () => {
  it('are given by the Secretariat alone, in the order of the minutes, and never twice', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const capital = await aSession();
    const at = minutesIn(here);
    const later = mark(here, at, 'action', SAID).id;
    const decision = mark(here, at, 'decision', DECIDED).id;
    const first = addOutcome(here, {
      kind: 'action',
      meeting: at.meeting,
      minutes: at.minutes,
      anchor: anchorOf(here, at.minutes, DECIDED),
      text: 'Tell Wessamar’s neighbours',
    }).id;
    deliver(here, capital, 'b1');
    refusal(() => numberOutcomes(capital, at.meeting), 'record.numbersBySecretariat');
    expect(numberOutcomes(here, at.meeting)).toEqual([
      { record: decision, number: 'CB/8/D1' },
      { record: first, number: 'CB/8/A1' },
      { record: later, number: 'CB/8/A2' },
    ]);
    expect(numberOutcomes(here, at.meeting)).toEqual([]);
    deleteRecord(here, later, 'said twice');
    const again = addOutcome(here, { kind: 'action', meeting: at.meeting, text: 'Another' }).id;
    expect(numberOutcomes(here, at.meeting)).toEqual([{ record: again, number: 'CB/8/A3' }]);
    expect(readRecord(here.vault, again).title).toBe('CB/8/A3 Another');
    for (const session of [here, capital]) session.vault.close();
  });
});

describe('an action', () => {
  it('that two capitals closed differently is a question, and both reasons are kept', async () => {
    const here = await aSession('Secretariat', 'secretariat');
    const [one, other] = [await aSession('Northmark'), await aSession('Avaria')];
    const action = addOutcome(here, { kind: 'action', meeting: aMeeting(here).id, text: 'Send it' }).id;
    for (const capital of [one, other]) deliver(here, capital, 'b1');
    editRecord(one, action, { state: 'done', why: 'Sent on Monday' });
    editRecord(other, action, { state: 'dropped' });
    deliver(one, here, 'b2');
    deliver(other, here, 'b3');
    expect(readRecord(here.vault, action)).toMatchObject({ conflicted: true });
    resolveConflicts(here, action, { state: 'done' });
    expect(readRecord(here.vault, action)).toMatchObject({
      conflicted: false,
      body: { state: 'done', why: 'Sent on Monday' },
    });
    for (const session of [here, one, other]) session.vault.close();
  });

  it('is carried forward to the meetings that come until it is closed or goes on in another; ours first', async () => {
    const here = await aSession();
    const past = aMeeting(here, { title: 'Seventh', starts: '2026-09-10', ends: '2026-09-11' }).id;
    const coming = aMeeting(here).id;
    const add = (text: string, fields: object, meeting = past) => {
      const { id } = addOutcome(here, { kind: 'action', meeting, text });
      editRecord(here, id, { ...fields });
      return id;
    };
    const others = add('Theirs', { due: '2026-10-01', lead: naturalId('organisation', 'Elsewhere') });
    const ours = add('Ours', { due: '2099-01-01', lead: here.vault.installation.organisation });
    add('Done', { state: 'done' });
    const old = add('As it was', {});
    add('As it is now', { continues: old }, coming);
    expect(openActions(here, coming).map(({ action, late, mine }) => [action, late, mine])).toEqual([
      [ours, false, true],
      [others, true, false],
    ]);
    expect(openActions(here, past)).toEqual([]);
    expect(openActions(here, undefined)).toHaveLength(3);
    editRecord(here, others, { state: 'dropped', why: 'Overtaken' });
    expect(openActions(here, coming).map(({ action }) => action)).toEqual([ours]);
    here.vault.close();
  });
});
