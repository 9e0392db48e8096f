import { describe, expect, it } from 'vitest';
import { portionsOf, setApart, takeBack } from '../../../core/papers/portions.ts';
import { attachFile } from '../../../core/records/attachFile.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { objects } from '../../../domain/records/text.ts';
import { aDocument, aMember, aPaper, aSession, deliver, refusal, type TestSession } from '../../helpers/aSession.ts';
import { markedParagraph, paragraph, words } from '../../helpers/documentNodes.ts';

const BODY = aDocument('Open to all.', 'The officer refused an order.', 'He is to be replaced.', 'What inhibits.');
const filesOf = (session: TestSession, id: RecordId) => objects(readRecord(session.vault, id).body.attachments);
const textOf = (session: TestSession, paper: RecordId) => JSON.stringify(readRecord(session.vault, paper).body.body);

describe('a stricter portion', () => {
  it('is a record of its own at its mark, and the paper keeps a placeholder and none of its words', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const paper = aPaper(session, { body: BODY });
    const before = session.announced.length;
    const { portion, placeholder } = setApart(session, {
      paper: paper.id,
      blocks: ['b1', 'b2'],
      label: 'TLP:RED',
      readAt: 'the Registry',
    });
    const made = readRecord(session.vault, portion);
    expect(made.body).toMatchObject({
      paper: paper.id,
      placeholder,
      body: aDocument(['b1', 'The officer refused an order.'], ['b2', 'He is to be replaced.']),
    });
    expect(made.handling).toMatchObject({
      label: 'TLP:RED',
      distribution: { to: 'named', persons: [session.vault.installation.seat] },
    });
    expect(textOf(session, paper.id)).not.toMatch(/officer|replaced/);
    expect(readRecord(session.vault, paper.id).body.body).toMatchObject({
      content: [
        { attrs: { id: 'b0' } },
        { type: 'portion', attrs: { placeholder, label: 'TLP:RED', lines: 1, readAt: 'the Registry' } },
        { attrs: { id: 'b3' } },
      ],
    });
    expect(portionsOf(session, paper.id)).toMatchObject([
      { portion, placeholder, label: 'TLP:RED', mayTakeBack: true },
    ]);
    expect(session.announced.slice(before)).toEqual([
      { event: 'recordsChanged', records: expect.arrayContaining([paper.id, portion]) },
    ]);
  });

  it('is taken back as it was, with the ids of its blocks, and set apart again as the same record', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const paper = aPaper(session, { body: BODY });
    const { portion, placeholder } = setApart(session, { paper: paper.id, blocks: ['b1'], label: 'TLP:AMBER+STRICT' });
    const back = takeBack(session, { paper: paper.id, placeholder });
    expect(back).toMatchObject({ portion, label: 'TLP:AMBER+STRICT', blocks: ['b1'] });
    expect(readRecord(session.vault, paper.id).body.body).toEqual(BODY);
    expect(readRecord(session.vault, portion).deleted).toBe(true);
    expect(portionsOf(session, paper.id)).toEqual([]);
    // What keeps the paper back meanwhile keeps back what is set apart again.
    editRecord(session, paper.id, {}, { caveats: ['Not before 12 May'], chathamHouse: true, expires: '2099-01-01' });
    expect(setApart(session, { paper: paper.id, ...back })).toMatchObject({ portion, placeholder });
    expect(readRecord(session.vault, portion).handling).toMatchObject({
      caveats: ['Not before 12 May'],
      chathamHouse: true,
      expires: '2099-01-01',
    });
    expect(portionsOf(session, paper.id)).toMatchObject([{ portion, placeholder }]);
    expect(textOf(session, paper.id)).not.toContain('officer');
  });

  it('gives the marks in the margin back with its blocks', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const body = {
      type: 'doc',
      content: [markedParagraph('m', 'TLP:GREEN', words('Votes.')), paragraph('b0', words('Open to all.'))],
    };
    const paper = aPaper(session, { body }).id;
    const { portion, placeholder, marks } = setApart(session, { paper, blocks: ['m', 'b0'], label: 'TLP:RED' });
    expect(JSON.stringify(readRecord(session.vault, portion).body.body)).not.toContain('TLP:GREEN');
    takeBack(session, { paper, placeholder, marks });
    expect(readRecord(session.vault, paper).body.body).toEqual(body);
  });

  it('is stricter than its paper and made of blocks that follow one another; else nothing is changed', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const paper = aPaper(session, { body: BODY }).id;
    for (const label of ['TLP:AMBER', 'TLP:GREEN', 'PRIVATE'] as const) {
      refusal(() => setApart(session, { paper, blocks: ['b1'], label }), 'portion.notStricter');
    }
    for (const blocks of [['b9'], ['b0', 'b2'], ['b2', 'b1'], ['b3', 'b4']]) {
      refusal(() => setApart(session, { paper, blocks, label: 'TLP:RED' }), 'portion.blocks');
    }
    setApart(session, { paper, blocks: ['b1'], label: 'TLP:RED' });
    const id = JSON.parse(textOf(session, paper)).content[1].attrs.id;
    refusal(() => setApart(session, { paper, blocks: ['b0', id], label: 'TLP:RED' }), 'portion.blocks');
    refusal(() => takeBack(session, { paper, placeholder: 'none' }), 'portion.missing');
    expect(portionsOf(session, paper)).toHaveLength(1);
  });

  it('is not taken back by somebody who may not loosen its mark', async () => {
    const [office, capital] = [await aSession('Secretariat', 'secretariat'), await aSession('Tavania')];
    for (const name of ['Secretariat', 'Tavania']) aMember(office, name);
    const paper = aPaper(office, { body: BODY }).id;
    const { placeholder } = setApart(office, { paper, blocks: ['b1'], label: 'TLP:RED' });
    deliver(office, capital, 'b1');
    expect(portionsOf(capital, paper)).toMatchObject([{ placeholder, mayTakeBack: false }]);
    refusal(() => takeBack(capital, { paper, placeholder }), 'record.notOriginator');
    expect(textOf(capital, paper)).not.toContain('officer');
    // Anyone may tighten.
    setApart(capital, { paper, blocks: ['b0'], label: 'TLP:RED' });
    expect(textOf(capital, paper)).not.toContain('Open to all');
  });

  it('takes its text back beside blocks that took its ids meanwhile', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const paper = aPaper(session, { body: BODY }).id;
    const { placeholder } = setApart(session, { paper, blocks: ['b1'], label: 'TLP:RED' });
    const content = JSON.parse(textOf(session, paper)).content;
    editRecord(session, paper, { body: { type: 'doc', content: [...content, paragraph('b1', words('Another.'))] } });
    const { blocks } = takeBack(session, { paper, placeholder });
    expect(blocks).not.toContain('b1');
    expect(textOf(session, paper)).toContain('The officer refused an order.');
    expect(textOf(session, paper)).toContain('Another.');
  });

  it('takes files along, alone or with paragraphs; whoever may not read it gets neither them nor what named them before', async () => {
    const office = await aSession('Secretariat', 'secretariat');
    for (const name of ['Secretariat', 'Tavania']) aMember(office, name);
    const paper = aPaper(office, {}).id;
    for (const name of ['Agenda.txt', 'Witnesses.txt']) {
      await attachFile(office, paper, { name, mediaType: 'text/plain' }, Buffer.from(name));
    }
    shareDrafts(office, 'all');
    const [agenda, witnesses] = filesOf(office, paper);
    const { portion, placeholder } = setApart(office, {
      paper,
      blocks: [],
      attachments: [`${witnesses?.id}`],
      label: 'TLP:RED',
    });
    expect(filesOf(office, paper)).toEqual([agenda]);
    expect(filesOf(office, portion)).toEqual([witnesses]);
    expect(readRecord(office.vault, paper).body.body).toMatchObject({
      content: [{ type: 'portion', attrs: { placeholder } }],
    });
    shareDrafts(office, 'all');
    const sealed = releaseFor(office, { of: 'everything' }, { kind: 'board' }, 'revisions').release;
    expect(sealed.attachments.map(({ name }) => name)).toEqual(['Agenda.txt']);
    expect(JSON.stringify(sealed.revisions)).not.toMatch(/Witnesses/);
    refusal(() => setApart(office, { paper, blocks: [], attachments: ['none'], label: 'TLP:RED' }), 'file.missing');
    refusal(() => setApart(office, { paper, blocks: [], label: 'TLP:RED' }), 'portion.blocks');
    expect(takeBack(office, { paper, placeholder }).attachments).toEqual([witnesses?.id]);
    expect(filesOf(office, paper)).toEqual([agenda, witnesses]);
    expect(readRecord(office.vault, paper).body.body).toEqual({ type: 'doc', content: [] });
  });
});
