import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { attachFile } from '../../../core/records/attachFile.ts';
import { compareVersions } from '../../../core/records/compareVersions.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { historyOf } from '../../../core/records/historyOf.ts';
import { cutDrafts } from '../../../core/records/localCuts.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { revertToRevision } from '../../../core/records/revertToRevision.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { aDocument, aMeeting, aPaper, aSession, deliver, randomId, refusal } from '../../helpers/aSession.ts';

describe('the history of a record', () => {
  it('has shared revisions with author, seat and time, local cuts, and the draft, the newest first', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(there, { city: 'Halm' });
    deliver(there, here, 'b1');
    here.surroundings.move(60_000);
    editRecord(here, id, { city: 'Orsk' });
    cutDrafts(here, id);
    here.surroundings.move(60_000);
    editRecord(here, id, { city: 'Thal' });
    const entries = historyOf(here.vault, id);
    expect(entries.map(({ version, shared, at, body }) => [version.slice(0, 6), shared, at, body.city])).toEqual([
      ['draft', false, '2027-03-03T18:14Z', 'Thal'],
      ['local:', false, '2027-03-03T18:13Z', 'Orsk'],
      ['local:', false, '2027-03-03T18:13Z', 'Halm'],
      [readRecord(there.vault, id).heads[0]?.slice(0, 6), true, '2027-03-03T18:12Z', 'Halm'],
    ]);
    const { id: author, seat } = there.vault.installation;
    expect(entries.at(-1)).toMatchObject({ author, seat, parents: [] });
  });

  it('puts a revision before its parents, whatever the clocks said', async () => {
    const session = await aSession();
    const { id } = aMeeting(session);
    const ids = ['Halm', 'Orsk', 'Thal'].flatMap((city) => {
      session.surroundings.move(-3_600_000);
      editRecord(session, id, { city });
      return shareDrafts(session, 'all').map((revision) => revision.id);
    });
    const shared = historyOf(session.vault, id).filter((entry) => entry.shared);
    expect(shared.map((entry) => entry.version)).toEqual(ids.reverse());
  });

  it('compares two versions word by word', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { title: 'Update', body: aDocument('The bridge is open.', 'Trade goes on.') });
    const [first] = shareDrafts(session, 'all');
    editRecord(session, id, {
      title: 'Second update',
      body: aDocument('The bridge is closed.', 'Trade goes on.', 'Later.'),
    });
    editRecord(session, id, {}, { caveats: ['not before 12 May'] });
    const { body, handling } = compareVersions(session.vault, id, first?.id ?? '');
    expect(body.map((difference) => difference.path)).toEqual(['body/b0', 'body/b2', 'title']);
    expect(body[0]?.words?.filter((part) => part.type !== 'same')).toEqual([
      { type: 'removed', text: 'open' },
      { type: 'added', text: 'closed' },
    ]);
    expect(handling).toEqual([{ path: 'caveats', field: 'caveats', before: [], after: ['not before 12 May'] }]);
    refusal(() => compareVersions(session.vault, id, 'local:999'), 'record.noSuchVersion');
    refusal(() => historyOf(session.vault, randomId()), 'record.missing');
  });
});

describe('reverting a single change', () => {
  it('gives the content of an earlier version as a new edit, and leaves the mark', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { city: 'Halm', venue: 'Palace of Reeds' });
    const [first] = shareDrafts(session, 'all');
    editRecord(session, id, { city: 'Orsk', venue: null }, { caveats: ['not before 12 May'] });
    shareDrafts(session, 'all');
    const view = revertToRevision(session, id, first?.id ?? '');
    expect(view).toMatchObject({ draft: true, body: { city: 'Halm', venue: 'Palace of Reeds' } });
    expect(view.handling.caveats).toEqual(['not before 12 May']);
    expect(historyOf(session.vault, id).filter((entry) => entry.shared)).toHaveLength(2);
  });

  it('also goes back to a local cut', async () => {
    const session = await aSession();
    const { id } = aMeeting(session, { city: 'Halm' });
    cutDrafts(session, id);
    editRecord(session, id, { city: 'Orsk' });
    const cut = historyOf(session.vault, id).find((entry) => entry.version.startsWith('local:'));
    expect(revertToRevision(session, id, cut?.version ?? '').body.city).toBe('Halm');
    refusal(() => revertToRevision(session, id, 'local:77'), 'record.noSuchVersion');
  });
});

describe('attaching a file', () => {
  it('keeps it encrypted and names it last among the attachments', async () => {
    const session = await aSession();
    const { id } = aPaper(session);
    await attachFile(session, id, { name: 'map.pdf', mediaType: 'application/pdf' }, Buffer.from('%PDF one'));
    const stream = Readable.from([Buffer.from('two '), Buffer.from('parts')]);
    const view = await attachFile(session, id, { name: 'note.txt', mediaType: 'text/plain' }, stream);
    const attachments = objects(view.body.attachments);
    expect(attachments.map(({ name, mediaType, size }) => [name, mediaType, size])).toEqual([
      ['map.pdf', 'application/pdf', 8],
      ['note.txt', 'text/plain', 9],
    ]);
    expect(text(attachments[0]?.order) < text(attachments[1]?.order)).toBe(true);
    const content = await buffer(session.vault.blobs.read(text(attachments[1]?.sha256)));
    expect(content.toString()).toBe('two parts');
  });

  it('is refused for records without attachments, before anything is kept', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { type: 'note' });
    await expect(
      attachFile(session, randomId(), { name: 'x', mediaType: 'x/y' }, Buffer.from('x')),
    ).rejects.toMatchObject({
      code: 'record.missing',
    });
    expect(session.vault.sqlite.prepare('SELECT count(*) AS n FROM blob').get()).toEqual({ n: 0 });
    expect(readRecord(session.vault, id).body.attachments).toBeUndefined();
  });
});
