import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { explainPrint } from '../../../core/documents/explainPrint.ts';
import { printToFile, printToMemory } from '../../../core/documents/printToFile.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Session } from '../../../core/session.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aDocument, aMeeting, aMember, aPaper, aSession, deliver, randomId, refusal } from '../../helpers/aSession.ts';
import { aClock, aFolder, aVault, codeOf } from '../../helpers/aVault.ts';
import { readPdf } from '../../helpers/readPdf.ts';

const TEXT = (...words: string[]) => ({
  type: 'doc',
  content: words.map((text, index) => ({
    type: 'paragraph',
    attrs: { id: `b${index}` },
    content: [{ type: 'text', text }],
  })),
});

async function aDeskWithPaper(): Promise<{ session: Session; paper: RecordId }> {
  const surroundings = aClock();
  const holder = { organisation: naturalId('organisation', 'QT') };
  const { vault } = await aVault({ surroundings, holder });
  const session = { vault, surroundings, announce() {} };
  createRecord(session, 'organisation', { name: 'Tavania', type: 'state', code: 'QT', membership: 'member' });
  const { id } = createRecord(session, 'paper', {
    title: 'Registers',
    type: 'note',
    body: TEXT('One.', 'Two.', 'Three.'),
  });
  return { session, paper: id };
}

function print(
  session: Session,
  paper: RecordId,
  options: Partial<PrintOptions> = {},
  audience: Audience = { kind: 'self' },
) {
  const file = join(aFolder(), 'paper.pdf');
  const order = {
    document: { what: 'paper', paper },
    audience,
    options: { ...PrintOptions.parse({}), ...options },
    file,
  } as const;
  return { file, printed: () => printToFile(unwatched, session, order) };
}

describe('printing into a file', () => {
  it('bars what changed since a version of the paper, and nothing where nothing did', async () => {
    const { session, paper } = await aDeskWithPaper();
    const [first] = shareDrafts(session, [paper]);
    editRecord(session, paper, { body: TEXT('One.', 'Two, and more.', 'Three.') });
    const [second] = shareDrafts(session, [paper]);
    const bytes = (changedSince?: string) => {
      const { file, printed } = print(session, paper, { changedSince });
      printed();
      return readFileSync(file);
    };
    expect(bytes(second?.id).equals(bytes())).toBe(true);
    expect(bytes(first?.id).equals(bytes())).toBe(false);
  });

  it('writes the journal, and refuses a file that is there already', async () => {
    const { session, paper } = await aDeskWithPaper();
    const { file, printed } = print(session, paper);
    expect(printed()).toMatchObject({ pages: 1, warnings: [] });
    const before = readFileSync(file);
    expect(await codeOf(printed)).toBe('file.exists');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readJournal(session.vault).filter((entry) => entry.act === 'printed')).toHaveLength(1);
  });

  it('prints the last day beside the mark, and for others only until then', async () => {
    const { session, paper } = await aDeskWithPaper();
    editRecord(session, paper, {}, { expires: '2027-05-12' });
    const said = async (language: 'en' | 'fr') => {
      const { file, printed } = print(session, paper, { language }, { kind: 'board' });
      printed();
      return (await readPdf(readFileSync(file))).text.replace(/\s+/g, ' ');
    };
    expect(await said('en')).toContain('TLP:AMBER To be deleted after 12 May 2027');
    expect(await said('fr')).toContain('À supprimer après le 12 mai 2027');
    editRecord(session, paper, {}, { expires: '2020-05-12' });
    expect(await codeOf(print(session, paper, {}, { kind: 'board' }).printed)).toBe('release.withheld');
    print(session, paper).printed();
    editRecord(session, paper, {}, { expires: null });
    print(session, paper, {}, { kind: 'board' }).printed();
  });

  it('makes no file for an audience that may not have the paper', async () => {
    const { session, paper } = await aDeskWithPaper();
    const { file, printed } = print(session, paper, {}, { kind: 'public' });
    expect(await codeOf(printed)).toBe('release.withheld');
    expect(existsSync(file)).toBe(false);
  });
});

describe('printing into memory', () => {
  const order = (paper: RecordId, audience: Audience = { kind: 'self' }) => ({
    document: { what: 'paper', paper } as const,
    audience,
    options: PrintOptions.parse({}),
  });

  it('gives the bytes that the file would have, and the journal notes only what goes to a printer', async () => {
    const { session, paper } = await aDeskWithPaper();
    const { file, printed } = print(session, paper);
    printed();
    const noted = () => readJournal(session.vault).filter((entry) => entry.act === 'printed').length;
    const before = noted();
    const shown = printToMemory(unwatched, session, order(paper));
    expect(Buffer.from(shown.pdf, 'base64').equals(readFileSync(file))).toBe(true);
    expect(shown).toMatchObject({ pages: 1, warnings: [] });
    expect(noted()).toBe(before);
    printToMemory(unwatched, session, { ...order(paper), toPrinter: true });
    expect(noted()).toBe(before + 1);
  });

  it('prints nothing that is in conflict, and names it', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    for (const session of [here, there]) for (const name of ['Tavania', 'Corvane']) aMember(session, name);
    const { id } = aPaper(here, { title: 'Update' });
    deliver(here, there, 'b1');
    editRecord(here, id, { title: 'Update on the valley' });
    editRecord(there, id, { title: 'Update on the river' });
    shareDrafts(here, 'all');
    deliver(there, here, 'b2');
    expect(refusal(() => printToMemory(unwatched, here, order(id)), 'release.conflict')).toEqual({ record: id });
  });
});

describe('what is said of a print beforehand', () => {
  it('names what stands in the document and does not go, with the reasons, and nothing else of the vault', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    aMember(session, 'Secretariat');
    const paper = aPaper(session, { title: 'Registers' });
    aPaper(session, { title: 'Another' });
    const portion = createRecord(session, 'portion', { paper: paper.id, body: aDocument('Who told it.') });
    const said = explainPrint(session, { what: 'paper', paper: paper.id }, { kind: 'public' });
    expect(said.records.map(({ record, goes }) => [record, goes])).toEqual([
      [paper.id, false],
      [portion.id, false],
    ]);
    expect(said.records[0]?.reasons).toContain('distribution');
    expect(said.counts).toMatchObject({ records: 2, go: 0, withheld: 2 });

    const meeting = aMeeting(session);
    const item = createRecord(session, 'agendaItem', { meeting: meeting.id, title: 'Registers', papers: [paper.id] });
    const agenda = explainPrint(session, { what: 'agenda', meeting: meeting.id }, { kind: 'self' });
    expect(agenda.records.map(({ record }) => record).sort()).toEqual([meeting.id, item.id, paper.id].sort());
    expect(agenda.records[0]?.record).toBe(meeting.id);
    const missing = randomId();
    refusal(() => explainPrint(session, { what: 'paper', paper: missing }, { kind: 'self' }), 'record.missing');
  });
});
