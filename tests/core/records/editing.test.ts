import { describe, expect, it } from 'vitest';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { linksFrom, linksTo } from '../../../core/records/links.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import {
  aDocument,
  aMeeting,
  aMember,
  aPaper,
  aSession,
  randomId,
  refusal,
  type TestSession,
} from '../../helpers/aSession.ts';

describe('a new record', () => {
  it('is a draft for the board, written by the organisation of this seat', async () => {
    const session = await aSession('Tavania');
    const paper = aPaper(session);
    expect(paper).toMatchObject({
      kind: 'paper',
      title: 'Update on the Marrow valley',
      heads: [],
      draft: true,
      deleted: false,
      conflicted: false,
      unknown: false,
      updated: '2027-03-03T18:12Z',
      originator: naturalId('organisation', 'Tavania'),
      handling: { label: 'TLP:AMBER', distribution: { to: 'board' }, caveats: [], chathamHouse: false },
    });
  });

  it('has the id of its natural key, and is refused when that is here', async () => {
    const session = await aSession();
    const body = { name: 'Republic of Corvane', type: 'state', code: 'XC' };
    const state = createRecord(session, 'organisation', body);
    expect(state.id).toBe(naturalId('organisation', 'XC'));
    expect(refusal(() => createRecord(session, 'organisation', body), 'record.exists')).toEqual({ record: state.id });
    expect(listRecords(session.vault, { kind: 'organisation' })).toHaveLength(1);
  });

  it('is refused when a field does not fit, is unknown or reserved, or holds what JSON would change', async () => {
    const session = await aSession();
    const create = (body: Parameters<typeof createRecord>[2]) => () => createRecord(session, 'meeting', body);
    expect(refusal(create({ starts: 'soon' }), 'record.invalid')).toMatchObject({ faults: ['starts: invalid'] });
    expect(refusal(create({ colour: 'red' }), 'record.invalid')).toMatchObject({ faults: ['colour: unknown'] });
    refusal(create({ $deleted: { reason: 'x' } }), 'record.invalid');
    refusal(create({ title: 'half a \ud83d pair' }), 'record.invalid');
    refusal(create({ number: Number.NaN }), 'record.invalid');
    refusal(() => createRecord(session, 'spaceship', {}), 'record.kind');
    expect(listRecords(session.vault)).toEqual([]);
  });

  it('keeps a position to its delegation, and a private note to this installation', async () => {
    const session = await aSession('Corvane');
    const position = aPaper(session, { type: 'nationalPosition' });
    expect(position.handling).toMatchObject({
      label: 'TLP:AMBER+STRICT',
      distribution: { to: 'named', organisations: [naturalId('organisation', 'Corvane')] },
    });
    const note = createRecord(session, 'annotation', { record: position.id, text: 'Ask the minister' });
    expect(note.handling).toMatchObject({ label: 'PRIVATE', distribution: { to: 'installation' } });
    const board = { label: 'TLP:AMBER', distribution: { to: 'board' } } as const;
    refusal(() => createRecord(session, 'annotation', { text: 'x' }, { mark: board }), 'record.invalid');
    refusal(() => editRecord(session, note.id, {}, { mark: board }), 'record.invalid');
  });
});

describe('an edit', () => {
  it('changes the fields it names and leaves the others', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { venue: 'Palace of Reeds' });
    editRecord(session, id, { city: 'Halm', venue: null });
    expect(readRecord(session.vault, id).body).toEqual({
      title: 'Eighth regular meeting',
      type: 'regular',
      starts: '2027-03-11',
      ends: '2027-03-12',
      city: 'Halm',
    });
  });

  it('is announced once it is written, and not when nothing changed', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    session.announced.length = 0;
    editRecord(session, id, { city: 'Halm' });
    editRecord(session, id, { city: 'Halm' });
    expect(session.announced).toEqual([{ event: 'recordsChanged', records: [id] }]);
  });

  it('is undone alone inside a caller’s transaction, who tells the windows', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { city: 'Halm' });
    session.announced.length = 0;
    session.vault.sqlite.transaction(() => {
      editRecord(session, id, { city: 'Orsk' });
      refusal(() => editRecord(session, id, { ends: 'never' }), 'record.invalid');
      refusal(() => editRecord({ ...session, surroundings: stopped(session) }, id, { venue: 'Nowhere' }), 'internal');
    })();
    expect(readRecord(session.vault, id).body).toMatchObject({ city: 'Orsk' });
    expect(readRecord(session.vault, id).body.venue).toBeUndefined();
    expect(session.announced).toEqual([]);
  });

  it('is still there after a restart', async () => {
    let session = await aSession();
    const { id } = aPaper(session, { body: aDocument('First.') });
    editRecord(session, id, { body: aDocument('First.', 'Second.') });
    const before = readRecord(session.vault, id);
    session = await session.reopen();
    expect(readRecord(session.vault, id)).toEqual(before);
    expect(before.body.body).toEqual(aDocument('First.', 'Second.'));
  });

  it('changes nothing at all when one of its fields does not fit', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    const before = readRecord(session.vault, id);
    refusal(() => editRecord(session, id, { city: 'Halm', ends: 'never' }), 'record.invalid');
    refusal(() => editRecord(session, id, { $deleted: { reason: 'sly' } }), 'record.invalid');
    refusal(() => editRecord(session, randomId(), { city: 'Halm' }), 'record.missing');
    expect(readRecord(session.vault, id)).toEqual(before);
  });

  it('does not touch a text with parts from a newer version, but changes the fields beside it', async () => {
    const session = await aSession();
    const hologram = { type: 'hologram', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'shimmer' }] };
    const { id } = aPaper(session, { body: { type: 'doc', content: [hologram] } });
    refusal(() => editRecord(session, id, { body: aDocument('Flat.') }), 'paper.unknownNodes');
    expect(editRecord(session, id, { title: 'New title' }).body.body).toEqual({ type: 'doc', content: [hologram] });
  });

  it('gives numbers only from the Secretariat’s seat', async () => {
    const [member, secretariat] = [await aSession('Tavania'), await aSession('Secretariat', 'secretariat')];
    const { id } = aPaper(member);
    refusal(() => editRecord(member, id, { number: 'CB/8/4' }), 'record.numbersBySecretariat');
    refusal(() => aPaper(member, { number: 'CB/8/4' }), 'record.numbersBySecretariat');
    expect(aPaper(secretariat, { number: 'CB/8/4' }).title).toBe('CB/8/4 Update on the Marrow valley');
  });
});

/** A clock that fails when the draft is written, after the local cut. */
function stopped({ surroundings }: TestSession): TestSession['surroundings'] {
  let asked = 0;
  return {
    ...surroundings,
    now() {
      asked += 1;
      if (asked > 1) throw new AmberdeskError('internal');
      return surroundings.now() + 3_600_000;
    },
  };
}

describe('a mark', () => {
  const green = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;
  const red: Mark = {
    label: 'TLP:RED',
    distribution: { to: 'named', organisations: [], persons: [naturalId('person', 'Representative of Tavania')] },
  };

  it('is set freely before anybody has the record', async () => {
    const session = await aSession();
    const { id } = aPaper(session);
    editRecord(session, id, {}, { mark: red });
    expect(editRecord(session, id, {}, { mark: green }).handling).toMatchObject({ ...green });
    expect(readRecord(session.vault, id).handling.cleared).toBeUndefined();
  });

  it('is loosened by the originator for exactly the content that was cleared', async () => {
    const session = await aSession();
    const { id } = aPaper(session);
    shareDrafts(session, 'all');
    const cleared = editRecord(session, id, { title: 'For all' }, { mark: green });
    expect(cleared.handling).toMatchObject({ ...green, cleared: { otherwise: { label: 'TLP:AMBER' } } });
    const changed = editRecord(session, id, { title: 'For all, and more' });
    expect(changed.handling).toMatchObject({ label: 'TLP:AMBER', distribution: { to: 'board' } });
    expect(changed.handling.cleared).toBeUndefined();
  });

  it('keeps a clearance that was shared, which no longer holds for changed content until it is cleared again', async () => {
    const session = await aSession();
    const { id } = aPaper(session);
    shareDrafts(session, 'all');
    editRecord(session, id, {}, { mark: green });
    shareDrafts(session, 'all');
    const digest = readRecord(session.vault, id).handling.cleared?.digest;
    expect(editRecord(session, id, { title: 'Changed' }).handling).toMatchObject({ ...green, cleared: { digest } });
    const again = editRecord(session, id, {}, { clearAgain: true });
    expect(again.handling.cleared?.digest).not.toBe(digest);
  });

  it('is tightened and set back by its originator, with caveats and the Chatham House flag', async () => {
    const session = await aSession('Tavania');
    aMember(session, 'Tavania');
    const { id } = aPaper(session);
    shareDrafts(session, 'all');
    editRecord(session, id, {}, { mark: red, caveats: ['not before 12 May'], chathamHouse: true });
    shareDrafts(session, 'all');
    expect(readRecord(session.vault, id).handling).toMatchObject({ label: 'TLP:RED', chathamHouse: true });
    const back = editRecord(session, id, {}, { mark: { label: 'TLP:AMBER', distribution: { to: 'board' } } });
    expect(back.handling.cleared?.otherwise.label).toBe('TLP:RED');
  });
});

describe('a deletion', () => {
  it('keeps the record with its reason, and is taken back', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    refusal(() => deleteRecord(session, id, '  '), 'record.invalid');
    expect(deleteRecord(session, id, 'Entered twice')).toMatchObject({
      deleted: true,
      body: { $deleted: { reason: 'Entered twice' } },
    });
    const back = restoreRecord(session, id);
    expect(back.deleted).toBe(false);
    expect(back.body.$deleted).toBeUndefined();
  });
});

describe('links and lists', () => {
  it('show what points to what, also from lists’ entries and from texts', async () => {
    const session = await aSession();
    const meeting = aMeeting(session);
    const person = createRecord(session, 'person', { name: 'Ilse Varnholt' });
    const link = { type: 'recordLink', attrs: { record: meeting.id } };
    const text = [{ type: 'text', text: 'see there', marks: [link] }];
    const paper = aPaper(session, {
      meeting: meeting.id,
      body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'b0' }, content: text }] },
    });
    const item = createRecord(session, 'agendaItem', {
      meeting: meeting.id,
      type: 'item',
      papers: [paper.id],
      speakers: [{ id: 's1', order: 'a0', party: person.id, zone: 'Europe/Paris' }],
    });
    expect(linksFrom(session.vault, paper.id)).toEqual([
      { field: 'body', record: meeting.id },
      { field: 'meeting', record: meeting.id },
    ]);
    expect(linksTo(session.vault, person.id)).toEqual([{ field: 'speakers/party', record: item.id }]);
    expect(linksTo(session.vault, meeting.id)).toHaveLength(3);
    editRecord(session, item.id, { papers: [], speakers: null });
    expect(linksTo(session.vault, person.id)).toEqual([]);
    expect(linksTo(session.vault, paper.id)).toEqual([]);
  });

  it('list records by kind, fields and state, in an order', async () => {
    const session = await aSession();
    const [first, second] = [aMeeting(session, { title: 'B' }), aMeeting(session, { title: 'A' })];
    const papers = ['one', 'two'].map((title) => aPaper(session, { title, meeting: first.id }));
    aPaper(session, { title: 'elsewhere', meeting: second.id });
    deleteRecord(session, second.id, 'Cancelled');
    const titles = (request: Parameters<typeof listRecords>[1]) =>
      listRecords(session.vault, request).map((record) => record.title);
    expect(titles({ kind: 'paper', where: { meeting: first.id }, order: 'title' })).toEqual(['one', 'two']);
    expect(titles({ kind: 'meeting', order: 'title' })).toEqual(['A', 'B']);
    expect(titles({ kind: 'meeting', deleted: true })).toEqual(['A']);
    expect(titles({ deleted: false, kind: 'meeting' })).toEqual(['B']);
    expect(titles({ order: 'title', limit: 2 })).toEqual(['A', 'B']);
    expect(titles({ conflicted: true })).toEqual([]);
    expect(listRecords(session.vault, { kind: 'paper' }).find((view) => view.id === papers[0]?.id)).toEqual(papers[0]);
  });
});
