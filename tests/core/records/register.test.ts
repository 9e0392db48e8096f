import { describe, expect, it } from 'vitest';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { rebuildIndex } from '../../../core/records/rebuild.ts';
import { readFacets, readRegister, registerIds } from '../../../core/records/register/register.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { countRecords, readTitles, withHolder } from '../../../core/records/titles.ts';
import { attachVault } from '../../../core/vault/openVault.ts';
import type { Distribution } from '../../../domain/handling/handling.ts';
import { aDocument, aMeeting, aMember, aPaper, aSession, deliver, randomId, refusal } from '../../helpers/aSession.ts';

const PAGE = { filters: [], sort: [{ column: '$title', descending: false }], columns: [], offset: 0, limit: 100 };
const titles = ({ rows }: { rows: readonly { title: string }[] }) => rows.map(({ title }) => title);

describe('a page of a list', () => {
  it('names the records that its cells and distributions link to', async () => {
    const session = await aSession('Tavania');
    const [tavania, corvane] = [aMember(session, 'Tavania'), aMember(session, 'Corvane')];
    const meeting = aMeeting(session);
    const distribution: Distribution = { to: 'named', organisations: [corvane.id], persons: [] };
    const paper = aPaper(
      session,
      { from: [tavania.id, randomId()], meeting: meeting.id },
      { mark: { label: 'TLP:AMBER+STRICT', distribution } },
    );
    const columns = ['from', 'meeting', 'due', '$distribution', '$label', '$state', '$kind'];
    const page = readRegister(session.vault, { ...PAGE, kinds: ['paper'], columns });
    expect(page.rows[0]?.cells).toEqual({
      from: paper.body.from,
      meeting: meeting.id,
      $distribution: distribution,
      $label: 'TLP:AMBER+STRICT',
      $state: 'draft',
      $kind: 'paper',
    });
    expect(page.titles).toEqual({
      [tavania.id]: 'Tavania',
      [corvane.id]: 'Corvane',
      [meeting.id]: 'Eighth regular meeting',
    });
  });

  it('is refused for columns that none of its kinds has, and for sorting by documents', async () => {
    const session = await aSession();
    const ask = (part: object) => () => readRegister(session.vault, { ...PAGE, kinds: ['paper', 'person'], ...part });
    expect(refusal(ask({ columns: ['title', 'venue', '__proto__'] }), 'input.invalid')).toEqual({
      columns: ['venue', '__proto__'],
    });
    refusal(ask({ filters: [{ column: "x') OR 1=1 --", is: 'empty' }] }), 'input.invalid');
    refusal(ask({ filters: [{ column: 'body', is: 'contains', value: 'x' }] }), 'input.invalid');
    refusal(ask({ sort: [{ column: 'body', descending: false }] }), 'input.invalid');
    refusal(() => readFacets(session.vault, { kinds: ['paper'], filters: [], column: 'venue' }), 'input.invalid');
    expect(readRegister(session.vault, { ...PAGE, kinds: ['spaceship'], columns: ['$title'] }).rows).toEqual([]);
  });

  it('knows which documents have something in them, also after a change', async () => {
    const session = await aSession();
    aPaper(session, { title: 'Written', body: aDocument('The bridge is open.') });
    const { id } = aPaper(session, { title: 'Blank', body: aDocument('') });
    aPaper(session, { title: 'Absent' });
    const ask = (is: 'empty' | 'notEmpty') =>
      titles(readRegister(session.vault, { ...PAGE, kinds: ['paper'], filters: [{ column: 'body', is }] }));
    expect(ask('empty')).toEqual(['Absent', 'Blank']);
    editRecord(session, id, { body: aDocument('Now it is written.') });
    expect(ask('notEmpty')).toEqual(['Blank', 'Written']);
    const { rows } = readRegister(session.vault, { ...PAGE, kinds: ['paper'], columns: ['body'], limit: 2 });
    expect(rows.map(({ cells }) => cells)).toEqual([{}, { body: aDocument('Now it is written.') }]);
  });

  it('shows the mark that holds, not the one that a change has outdated', async () => {
    const session = await aSession();
    const { id } = aPaper(session);
    shareDrafts(session, 'all');
    editRecord(session, id, {}, { mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } });
    shareDrafts(session, 'all');
    const label = () => readRegister(session.vault, { ...PAGE, kinds: ['paper'] }).rows[0]?.label;
    expect(label()).toBe('TLP:GREEN');
    editRecord(session, id, { title: 'Changed' });
    expect(label()).toBe('TLP:AMBER');
    expect(readTitles(session.vault, [id])[0]?.label).toBe('TLP:AMBER');
  });

  it('is sorted by labels from the strictest, fixed values by their names in the language', async () => {
    const session = await aSession();
    const green = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;
    aPaper(session, { title: 'a', type: 'update', status: 'cleared' }, { mark: green });
    aPaper(session, { title: 'b', type: 'nationalPosition', status: 'drafting' });
    const sorted = (column: string, language: 'en' | 'fr' = 'en') =>
      titles(
        readRegister(session.vault, { ...PAGE, kinds: ['paper'], sort: [{ column, descending: false }], language }),
      );
    expect(sorted('$label')).toEqual(['b', 'a']);
    expect(sorted('status')).toEqual(['b', 'a']);
    expect(sorted('status', 'fr')).toEqual(['a', 'b']);
  });

  it('has only what a search finds, by the beginning of the last word and by parts of words', async () => {
    const session = await aSession();
    for (const title of ['Marrow valley', 'Marsh', 'Halm']) aPaper(session, { title });
    const search = (words: string) => titles(readRegister(session.vault, { ...PAGE, kinds: ['paper'], search: words }));
    expect(search('mar')).toEqual(['Marrow valley', 'Marsh']);
    expect(search('arro')).toEqual(['Marrow valley']);
    expect(search('valley  ')).toEqual(['Marrow valley']);
    expect(search('nothing')).toEqual([]);
    expect(search(' “ ')).toHaveLength(3);
    rebuildIndex(session.vault);
    expect(search('mar')).toHaveLength(2);
  });

  it('sees what another connection wrote, and not what was rolled back', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { title: 'One' });
    const list = () => titles(readRegister(session.vault, { ...PAGE, kinds: ['paper'] }));
    expect(list()).toEqual(['One']);
    const other = attachVault(session.folder, Uint8Array.from(session.vault.key));
    createRecord({ ...session, vault: other }, 'paper', { title: 'Two' });
    other.close();
    expect(list()).toEqual(['One', 'Two']);
    expect(() =>
      session.vault.sqlite.transaction(() => {
        editRecord(session, id, { title: 'Never' });
        throw new Error('stopped');
      })(),
    ).toThrow('stopped');
    expect(list()).toEqual(['One', 'Two']);
  });

  it('is of records in conflict, or of unshared ones, when that is asked for', async () => {
    const [there, here] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aMeeting(there, { title: 'Contested' });
    deliver(there, here, 'b1');
    editRecord(there, id, { starts: '2027-04-01' });
    editRecord(here, id, { starts: '2027-04-02' });
    deliver(there, here, 'b2');
    const mine = aMeeting(here, { title: 'Mine' });
    aMeeting(here, { title: 'Gone' });
    deleteRecord(here, aMeeting(here, { title: 'Gone' }).id, 'Entered twice');
    const list = (part: object) => titles(readRegister(here.vault, { ...PAGE, kinds: ['meeting'], ...part }));
    expect(list({ conflicted: true })).toEqual(['Contested']);
    expect(list({ conflicted: false, deleted: 'with' })).toEqual(['Gone', 'Gone', 'Mine']);
    shareDrafts(here, [mine.id]);
    expect(list({ drafts: false })).toEqual(['Mine']);
    expect(countRecords(here.vault)).toEqual({ conflicted: 1, drafts: 2, byKind: { meeting: 3 } });
    expect(registerIds(here.vault, { kinds: ['meeting'], filters: [], sort: [], drafts: false })).toEqual([mine.id]);
  });
});

describe('the values of a column', () => {
  it('are counted, list entries each, the most frequent first, records with their titles', async () => {
    const session = await aSession();
    const [tavania, corvane] = [aMember(session, 'Tavania'), aMember(session, 'Corvane')];
    aPaper(session, { status: 'cleared', from: [tavania.id, corvane.id] });
    aPaper(session, { status: 'cleared', from: [corvane.id] });
    aPaper(session, { status: 'drafting' });
    const facets = (column: string) => readFacets(session.vault, { kinds: ['paper'], filters: [], column });
    expect(facets('status')).toEqual([
      { value: 'cleared', count: 2 },
      { value: 'drafting', count: 1 },
    ]);
    expect(facets('from')).toEqual([
      { value: corvane.id, title: 'Corvane', count: 2 },
      { value: tavania.id, title: 'Tavania', count: 1 },
    ]);
    expect(facets('$distribution')).toEqual([{ value: 'board', count: 3 }]);
  });
});

describe('titles', () => {
  it('are given in the order asked for, without records that are not here', async () => {
    const session = await aSession();
    const [meeting, paper] = [aMeeting(session), aPaper(session)];
    deleteRecord(session, paper.id, 'Entered twice');
    expect(readTitles(session.vault, [paper.id, randomId(), meeting.id])).toEqual([
      { id: paper.id, kind: 'paper', title: paper.title, deleted: true, conflicted: false, label: 'TLP:AMBER' },
      { id: meeting.id, kind: 'meeting', title: meeting.title, deleted: false, conflicted: false, label: 'TLP:AMBER' },
    ]);
  });

  it('name who holds the vault, and for whom, before any record does', async () => {
    const { vault } = await aSession('Tavania');
    const { seat, organisation } = vault.installation;
    const ids = [seat, organisation, randomId()];
    expect(withHolder(vault, ids, readTitles(vault, ids)).map(({ id, title }) => [id, title])).toEqual([
      [seat, 'Representative of Tavania'],
      [organisation, 'Tavania'],
    ]);
  });
});
