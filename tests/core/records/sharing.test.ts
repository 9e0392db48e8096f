import { describe, expect, it } from 'vitest';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { signRevision, verifyRevision } from '../../../core/records/signing.ts';
import { readPublicSigningKey, readSigningKey } from '../../../core/vault/installation.ts';
import { canonicalJson } from '../../../domain/records/json.ts';
import { asJson, SignedRevision } from '../../../domain/records/revision.ts';
import { aDocument, aMeeting, aPaper, aSession } from '../../helpers/aSession.ts';

describe('sharing', () => {
  it('makes one signed revision of each changed record, and ends its draft', async () => {
    const session = await aSession('Tavania');
    const [one, other] = [aMeeting(session), aPaper(session)];
    editRecord(session, one.id, { city: 'Halm' });
    const revisions = shareDrafts(session, 'all');
    expect(revisions.map((revision) => revision.record)).toEqual([one.id, other.id].sort());
    for (const revision of revisions) {
      expect(SignedRevision.parse(revision)).toEqual(revision);
      expect(revision).toMatchObject({
        parents: [],
        at: '2027-03-03T18:12Z',
        author: session.vault.installation.id,
        seat: session.vault.installation.seat,
      });
      expect(verifyRevision(revision, readPublicSigningKey(session.vault))).toBe(true);
      expect(readRecord(session.vault, revision.record)).toMatchObject({ draft: false, heads: [revision.id] });
    }
    expect(shareDrafts(session, 'all')).toEqual([]);
  });

  it('keeps the canonical line that travels', async () => {
    const session = await aSession();
    aPaper(session, { body: aDocument('Ein Weg über Łódź.') });
    const [revision] = shareDrafts(session, 'all');
    const row = session.vault.sqlite.prepare('SELECT line, bundle FROM revision').get();
    expect(row).toEqual({ line: revision && canonicalJson(asJson(revision)), bundle: null });
  });

  it('names the revisions that the draft began from as parents', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    const [first] = shareDrafts(session, [id]);
    editRecord(session, id, { city: 'Halm' });
    const [second] = shareDrafts(session, [id]);
    expect(second?.parents).toEqual([first?.id]);
    expect(second?.nonce).not.toBe(first?.nonce);
  });

  it('shares only what is asked for', async () => {
    const session = await aSession();
    const [one, other] = [aMeeting(session), aPaper(session)];
    expect(shareDrafts(session, [one.id, one.id])).toHaveLength(1);
    expect(readRecord(session.vault, other.id).draft).toBe(true);
  });

  it('never carries a sentence that was typed and deleted in between', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { body: aDocument('We agree.') });
    shareDrafts(session, 'all');
    editRecord(session, id, { body: aDocument('We agree.', 'Grudgingly, under pressure.') });
    session.surroundings.move(20 * 60_000);
    editRecord(session, id, { body: aDocument('We agree.', 'With thanks.') });
    shareDrafts(session, 'all');
    const lines = session.vault.sqlite.prepare<[], { line: string }>('SELECT line FROM revision').all();
    expect(lines.some(({ line }) => line.includes('Grudgingly'))).toBe(false);
    expect(lines.some(({ line }) => line.includes('With thanks'))).toBe(true);
  });

  it('shares nothing of a draft that came back to what it began from', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { city: 'Halm' });
    shareDrafts(session, 'all');
    editRecord(session, id, { city: 'Orsk' });
    expect(editRecord(session, id, { city: 'Halm' }).draft).toBe(false);
    expect(shareDrafts(session, 'all')).toEqual([]);
  });

  it('never shares what is private', async () => {
    const session = await aSession();
    const paper = aPaper(session);
    const note = createRecord(session, 'annotation', { record: paper.id, text: 'Weak point' });
    const plan = createRecord(session, 'comment', { text: 'Our line' }, { label: 'PRIVATE' });
    expect(shareDrafts(session, 'all').map((revision) => revision.record)).toEqual([paper.id]);
    expect(shareDrafts(session, [note.id, plan.id])).toEqual([]);
    expect(readRecord(session.vault, note.id).draft).toBe(true);
  });

  it('shares a deletion, but never a record that was made and deleted in between', async () => {
    const session = await aSession();
    const [shared, never] = [aMeeting(session), aMeeting(session)];
    shareDrafts(session, [shared.id]);
    deleteRecord(session, shared.id, 'Cancelled');
    deleteRecord(session, never.id, 'A slip');
    const revisions = shareDrafts(session, 'all');
    expect(revisions.map(({ record, body }) => [record, body.$deleted])).toEqual([
      [shared.id, { reason: 'Cancelled' }],
    ]);
    restoreRecord(session, never.id);
    expect(shareDrafts(session, 'all')).toHaveLength(1);
  });

  it('is undone as a whole when one of the records cannot be shared', async () => {
    const session = await aSession();
    const [one, other] = [aMeeting(session), aPaper(session)];
    const broken = { ...session, surroundings: { ...session.surroundings, randomBytes: failsAfter(1) } };
    expect(() => shareDrafts(broken, 'all')).toThrow('no more randomness');
    expect([one, other].map(({ id }) => readRecord(session.vault, id).draft)).toEqual([true, true]);
    expect(session.vault.sqlite.prepare('SELECT count(*) AS n FROM revision').get()).toEqual({ n: 0 });
  });
});

function failsAfter(times: number): (length: number) => Uint8Array {
  let left = times;
  return (length) => {
    left -= 1;
    if (left < 0) throw new Error('no more randomness');
    return new Uint8Array(length);
  };
}

describe('a signature', () => {
  it('does not stand for another content, id or key', async () => {
    const [session, stranger] = [await aSession('Tavania'), await aSession('Corvane')];
    aMeeting(session);
    const [revision] = shareDrafts(session, 'all');
    if (revision === undefined) throw new Error('Nothing was shared.');
    const key = readPublicSigningKey(session.vault);
    expect(verifyRevision({ ...revision, body: { ...revision.body, city: 'Orsk' } }, key)).toBe(false);
    expect(verifyRevision(revision, readPublicSigningKey(stranger.vault))).toBe(false);
    const { id: _id, signature: _signature, ...content } = revision;
    const forged = signRevision({ ...content, at: '2027-03-04T00:00Z' }, readSigningKey(stranger.vault));
    expect(verifyRevision({ ...forged, signature: revision.signature }, key)).toBe(false);
    expect(verifyRevision(forged, readPublicSigningKey(stranger.vault))).toBe(true);
  });
});
