import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwatched } from '../../../core/jobs/work.ts';
import { measurePaper } from '../../../core/papers/measurePaper.ts';
import { notesOn } from '../../../core/papers/notesOn.ts';
import { readAttachment } from '../../../core/papers/readAttachment.ts';
import { saveAttachment } from '../../../core/papers/saveAttachment.ts';
import { attachFile } from '../../../core/records/attachFile.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Session } from '../../../core/session.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { blockText, makeAnchor } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { naturalId, RecordId } from '../../../domain/records/ids.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { aDocument, aPaper, aSession, deliver } from '../../helpers/aSession.ts';
import { aClock, aFolder, aVault } from '../../helpers/aVault.ts';

/** A member's vault in which its organisation is known. */
async function aMember(): Promise<Session> {
  const surroundings = aClock();
  const { vault } = await aVault({ surroundings, holder: { organisation: naturalId('organisation', 'QT') } });
  const session = { vault, surroundings, announce() {} };
  createRecord(session, 'organisation', { name: 'Tavania', type: 'state', code: 'QT', membership: 'member' });
  return session;
}

describe('what is remarked on a paper', () => {
  it('is listed with its place, its writer and whether it is private, and what was deleted is left out', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aPaper(here, { body: aDocument('The bridge was closed.') });
    const [block] = RichText.parse(aDocument('The bridge was closed.')).content;
    if (block === undefined) throw new TypeError('no block');
    const anchor = makeAnchor(block, 4, 10);
    expect(blockText(block).slice(4, 10)).toBe('bridge');
    createRecord(here, 'annotation', { record: id, text: 'Ask the envoy.', anchor });
    const gone = createRecord(here, 'comment', { record: id, text: 'By mistake.' });
    deleteRecord(here, gone.id, 'Taken back');
    shareDrafts(here, 'all');
    deliver(here, there, 'b1');
    createRecord(there, 'comment', { record: id, text: 'Which bridge?', anchor });
    shareDrafts(there, 'all');
    deliver(there, here, 'b2');

    const notes = notesOn(here.vault, id);
    expect(
      notes
        .toSorted((one, other) => (one.kind < other.kind ? -1 : 1))
        .map(({ kind, text, own, shared, label }) => ({ kind, text, own, shared, label })),
    ).toEqual([
      { kind: 'annotation', text: 'Ask the envoy.', own: true, shared: false, label: 'PRIVATE' },
      { kind: 'comment', text: 'Which bridge?', own: false, shared: true, label: 'TLP:AMBER' },
    ]);
    expect(notes.every((note) => note.anchor?.quote === 'bridge')).toBe(true);
    // To share it opens nothing again.
    const open = createRecord(here, 'comment', { record: id, text: 'Open from the first.', resolved: false });
    shareDrafts(here, 'all');
    expect(notesOn(here.vault, id).find((one) => one.id === open.id)?.turned).toBeUndefined();
    // Who resolves it, and who opens it again, is told on both desks.
    const asked = notes.find(({ kind }) => kind === 'comment');
    const comment = RecordId.parse(asked?.id);
    expect(asked?.turned).toBeUndefined();
    editRecord(there, comment, { resolved: true });
    deliver(there, here, 'b3');
    const resolved = notesOn(here.vault, id).find((one) => one.id === comment);
    expect(resolved).toMatchObject({ resolved: true, turned: { own: false, at: expect.stringMatching(/^20/) } });
    editRecord(here, comment, { resolved: false });
    expect(notesOn(here.vault, id).find((one) => one.id === comment)).toMatchObject({
      resolved: false,
      turned: { own: true, who: { organisationName: 'Tavania' } },
    });
    expect(() => notesOn(here.vault, RecordId.parse('00000000-0000-4000-8000-000000000000'))).toThrow(
      expect.objectContaining({ code: 'record.missing' }),
    );
  });
});

describe('the length of a paper', () => {
  it('is that of its print, with its stricter portions, whatever else the vault has', async () => {
    const session = await aMember();
    const long = Array.from({ length: 120 }, (_, at) => `Paragraph ${at} on the river districts and their markets.`);
    const { id } = aPaper(session, { body: aDocument(...long) });
    const { pages, words } = measurePaper(unwatched, session, { paper: id });
    expect(words).toBe(120 * 9);
    expect(pages).toBeGreaterThan(2);
    const short = aPaper(session, { body: aDocument('One line.') });
    expect(measurePaper(unwatched, session, { paper: short.id, language: 'fr' })).toEqual({ pages: 1, words: 2 });
    const empty = aPaper(session, {});
    expect(measurePaper(unwatched, session, { paper: empty.id })).toMatchObject({ words: 0 });
  });
});

describe('a file of a paper', () => {
  it('is read back as it was kept, and one that is not there is told', async () => {
    const session = await aSession();
    const { id } = aPaper(session, {});
    const content = Buffer.from([0, 1, 2, 250, 251, 252]);
    const { body } = await attachFile(session, id, { name: 'map.png', mediaType: 'image/png' }, content);
    const [entry] = Array.isArray(body.attachments) ? body.attachments : [];
    const attachment = typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : '';
    expect(await readAttachment(session.vault, id, attachment)).toEqual({
      name: 'map.png',
      mediaType: 'image/png',
      size: 6,
      content: content.toString('base64'),
    });
    await expect(readAttachment(session.vault, id, 'another')).rejects.toMatchObject({ code: 'file.missing' });
  });

  it('is saved where a person wants it, through the gate, and never over another file', async () => {
    const session = await aMember();
    const { id } = aPaper(session, {});
    const content = Buffer.from('District,Radios\nOsk,12\n');
    const { body } = await attachFile(session, id, { name: 'radios.csv', mediaType: 'text/csv' }, content);
    const [entry] = objects(body.attachments);
    const order = { record: id, attachment: text(entry?.id), file: join(aFolder(), 'radios.csv') };
    expect(await saveAttachment(unwatched, session, order)).toEqual({ bytes: content.length });
    expect(readFileSync(order.file)).toEqual(content);
    expect(readJournal(session.vault)[0]).toMatchObject({ act: 'fileSaved', detail: { record: id } });
    await expect(saveAttachment(unwatched, session, order)).rejects.toMatchObject({ code: 'file.exists' });
    const nowhere = { ...order, file: join(aFolder(), 'not', 'there', 'radios.csv') };
    await expect(saveAttachment(unwatched, session, nowhere)).rejects.toMatchObject({ code: 'file.unwritable' });
    const unknown = { ...order, attachment: 'another', file: join(aFolder(), 'x.csv') };
    await expect(saveAttachment(unwatched, session, unknown)).rejects.toMatchObject({ code: 'file.missing' });
    expect(existsSync(unknown.file)).toBe(false);
  });
});
