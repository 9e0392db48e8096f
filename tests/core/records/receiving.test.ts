import { describe, expect, it } from 'vitest';
import { search } from '../../../core/library/search.ts';
import { addRevisions } from '../../../core/records/addRevisions.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { historyOf } from '../../../core/records/historyOf.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { removeRevisions } from '../../../core/records/removeRevisions.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { signRevision } from '../../../core/records/signing.ts';
import { readSigningKey } from '../../../core/vault/installation.ts';
import { RevisionId } from '../../../domain/records/ids.ts';
import type { RevisionContent } from '../../../domain/records/revision.ts';
import { stagedRevision } from '../../../drizzle/schema.ts';
import {
  aDocument,
  aMeeting,
  aPaper,
  aSession,
  computed,
  deliver,
  linesOf,
  randomId,
  refusal,
  type TestSession,
} from '../../helpers/aSession.ts';

/** A revision as some installation might send it, whatever this version thinks of it. */
function foreign(session: TestSession, content: Partial<RevisionContent>) {
  const { id: author, seat, organisation } = session.vault.installation;
  return signRevision(
    {
      record: randomId(),
      kind: 'meeting',
      parents: [],
      author,
      seat,
      at: '2027-03-04T08:00Z',
      nonce: '00112233445566778899aabbccddeeff',
      handling: {
        label: 'TLP:AMBER',
        distribution: { to: 'board' },
        originator: organisation,
        caveats: [],
        chathamHouse: false,
      },
      body: {},
      ...content,
    },
    readSigningKey(session.vault),
  );
}

describe('revisions from elsewhere', () => {
  it('are shown, found and announced', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aPaper(there, { title: 'The Marrow bridge', body: aDocument('Convoys were turned back.') });
    deliver(there, here, 'b1');
    expect(readRecord(here.vault, id)).toMatchObject({ title: 'The Marrow bridge', draft: false, conflicted: false });
    expect(search(here.vault, 'convoys').hits.map((hit) => hit.record)).toEqual([id]);
    expect(here.announced).toEqual([{ event: 'recordsChanged', records: [id] }]);
  });

  it('change nothing when they come twice', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    aPaper(there);
    const revisions = deliver(there, here, 'b1');
    const before = computed(here);
    expect(addRevisions(here, linesOf(revisions), 'b2')).toEqual({ changed: [], added: 0 });
    expect(computed(here)).toEqual(before);
    expect(removeRevisions(here, 'b2')).toEqual([]);
    expect(computed(here)).toEqual(before);
  });

  it('give the same view in whatever order they come, also before their parents', async () => {
    const [there, forwards, backwards] = [
      await aSession('Tavania'),
      await aSession('Corvane'),
      await aSession('Elmsee'),
    ];
    const { id } = aMeeting(there);
    const revisions = ['Halm', 'Orsk', 'Thal'].flatMap((city) => {
      editRecord(there, id, { city });
      return shareDrafts(there, 'all');
    });
    for (const line of linesOf(revisions)) addRevisions(forwards, [line], 'b');
    for (const line of linesOf(revisions).reverse()) addRevisions(backwards, [line], 'b');
    expect(computed(forwards)).toEqual(computed(backwards));
    expect(readRecord(backwards.vault, id)).toMatchObject({ body: { city: 'Thal' }, heads: [revisions[2]?.id] });
  });

  it('are part of the caller’s transaction, who tells the windows', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    aPaper(there);
    const lines = linesOf(shareDrafts(there, 'all'));
    const importing = here.vault.sqlite.transaction(() => {
      expect(addRevisions(here, lines, 'b1').changed).toHaveLength(1);
      throw new Error('the disk is full');
    });
    expect(importing).toThrow('the disk is full');
    expect(listRecords(here.vault)).toEqual([]);
    expect(search(here.vault, 'Marrow').total).toBe(0);
    expect(here.announced).toEqual([]);
  });

  it('of an unknown kind or with unknown fields are kept, carried on, found and not edited', async () => {
    const [newer, here, further] = [await aSession('Tavania'), await aSession('Corvane'), await aSession('Elmsee')];
    const sonar = foreign(newer, {
      kind: 'sonarReading',
      body: { title: 'Echo 7', depth: 40, remarks: { tone: 'hollow' } },
    });
    const paper = foreign(newer, { kind: 'paper', body: { title: 'Old title', mood: 'sombre' } });
    addRevisions(here, linesOf([sonar, paper]), 'b1');
    expect(readRecord(here.vault, sonar.record)).toMatchObject({ unknown: true, title: 'Echo 7', body: sonar.body });
    expect(search(here.vault, 'hollow').hits.map((hit) => hit.record)).toEqual([sonar.record]);
    refusal(() => editRecord(here, sonar.record, { depth: 41 }), 'record.kind');
    refusal(() => deleteRecord(here, sonar.record, 'Strange'), 'record.kind');
    expect(editRecord(here, paper.record, { title: 'New title' }).body).toEqual({ title: 'New title', mood: 'sombre' });
    deliver(here, further, 'b2');
    expect(readRecord(further.vault, sonar.record).body).toEqual(sonar.body);
    expect(readRecord(further.vault, paper.record).body).toEqual({ title: 'New title', mood: 'sombre' });
  });

  it('merge an unknown kind as plain values, and ask where they differ', async () => {
    const [newer, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const base = foreign(newer, { kind: 'sonarReading', body: { depth: 40, tone: 'hollow' } });
    const next = { record: base.record, kind: 'sonarReading', parents: [RevisionId.parse(base.id)] };
    const one = foreign(newer, { ...next, body: { depth: 41, tone: 'hollow' } });
    const other = foreign(newer, { ...next, body: { depth: 42, tone: 'hollow', crew: 3 } });
    addRevisions(here, linesOf([base, one, other]), 'b1');
    const view = readRecord(here.vault, base.record);
    expect(view.conflicts.map((conflict) => conflict.path)).toEqual(['depth']);
    expect(view.body).toMatchObject({ tone: 'hollow', crew: 3 });
  });
});

describe('a draft and what arrives meanwhile', () => {
  it('merge into one view, and the next edit builds on both', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(here, { city: 'Halm' });
    deliver(here, there, 'b1');
    editRecord(here, id, { venue: 'Palace of Reeds' });
    editRecord(there, id, { city: 'Orsk' });
    const theirs = deliver(there, here, 'b2').find((revision) => revision.body.city === 'Orsk');
    expect(readRecord(here.vault, id)).toMatchObject({
      draft: true,
      conflicted: false,
      body: { city: 'Orsk', venue: 'Palace of Reeds' },
    });
    editRecord(here, id, { symbol: 'CB/8' });
    const [shared] = shareDrafts(here, 'all');
    expect(shared).toMatchObject({ parents: [theirs?.id], body: { city: 'Orsk', symbol: 'CB/8' } });
  });

  it('keep in the local history what was typed before it arrived', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(here, { city: 'Halm' });
    deliver(here, there, 'b1');
    editRecord(here, id, { venue: 'Palace of Reeds' });
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'b2');
    const typed = historyOf(here.vault, id).filter((entry) => entry.version.startsWith('local:'));
    expect(typed[0]?.body).toMatchObject({ city: 'Halm', venue: 'Palace of Reeds' });
  });

  it('conflict where both changed the same, and the draft waits until that is resolved', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(here, { city: 'Halm' });
    deliver(here, there, 'b1');
    editRecord(here, id, { city: 'Thal' });
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'b2');
    const view = readRecord(here.vault, id);
    expect(view.conflicts).toMatchObject([
      { path: 'city', sides: [{ version: 'draft', value: 'Thal' }, { value: 'Orsk' }] },
    ]);
    refusal(() => editRecord(here, id, { venue: 'Elsewhere' }), 'record.conflict');
    refusal(() => deleteRecord(here, id, 'Enough'), 'record.conflict');
    expect(shareDrafts(here, 'all')).toEqual([]);
    expect(['Thal', 'Orsk'].map((word) => search(here.vault, word).total)).toEqual([1, 1]);
  });

  it('end the draft when somebody else shared the very same', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(here);
    deliver(here, there, 'b1');
    editRecord(here, id, { city: 'Orsk' });
    editRecord(there, id, { city: 'Orsk' });
    deliver(there, here, 'b2');
    expect(readRecord(here.vault, id)).toMatchObject({ draft: false, conflicted: false, body: { city: 'Orsk' } });
    expect(shareDrafts(here, 'all')).toEqual([]);
  });

  it('meet when two capitals made the same country', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const state = { name: 'Elmsee', type: 'state', code: 'XE' };
    const { id } = createRecord(here, 'organisation', state);
    createRecord(there, 'organisation', { ...state, city: 'Elm' });
    deliver(there, here, 'b1');
    expect(listRecords(here.vault, { kind: 'organisation' })).toHaveLength(1);
    expect(readRecord(here.vault, id).body).toMatchObject({ name: 'Elmsee', city: 'Elm' });
  });
});

describe('undoing an import', () => {
  it('restores every view from before, and takes away what only came with it', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(there, { city: 'Halm' });
    deliver(there, here, 'b1');
    editRecord(here, id, { venue: 'Palace of Reeds' });
    const before = computed(here);
    editRecord(there, id, { city: 'Orsk' });
    const paper = aPaper(there, { title: 'Brought along' });
    deliver(there, here, 'b2');
    expect(removeRevisions(here, 'b2').sort()).toEqual([id, paper.id].sort());
    expect(computed(here)).toEqual(before);
    expect(search(here.vault, 'brought').total).toBe(0);
    refusal(() => readRecord(here.vault, paper.id), 'record.missing');
  });

  it('is refused once a draft or a shared revision builds on it', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const [one, other] = [aMeeting(there), aPaper(there)];
    deliver(there, here, 'b1');
    editRecord(here, one.id, { city: 'Orsk' });
    expect(refusal(() => removeRevisions(here, 'b1'), 'bundle.builtUpon')).toEqual({ bundle: 'b1', records: [one.id] });
    shareDrafts(here, 'all');
    refusal(() => removeRevisions(here, 'b1'), 'bundle.builtUpon');
    expect(readRecord(here.vault, other.id).title).toBe(other.title);
  });

  it('leaves what another accepted bundle brought too', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(there);
    const [revision] = deliver(there, here, 'b1');
    if (revision === undefined) throw new Error('Nothing was shared.');
    const row = { bundle: 'b2', revision: revision.id, record: id, kind: 'meeting', state: 'accepted' } as const;
    here.vault.orm.insert(stagedRevision).values(row).run();
    expect(removeRevisions(here, 'b1')).toEqual([]);
    expect(readRecord(here.vault, id).heads).toEqual([revision.id]);
    expect(removeRevisions(here, 'b2')).toEqual([id]);
  });
});
