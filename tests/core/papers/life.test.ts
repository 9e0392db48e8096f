import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { commissionPapers } from '../../../core/papers/commission.ts';
import { beginVersion, issuePapers, noteReminded, sayClearance, setStatus } from '../../../core/papers/life.ts';
import { papersToChase } from '../../../core/papers/toChase.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { readVersion } from '../../../core/records/historyOf.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { undo } from '../../../core/records/undo.ts';
import { recordsAsText } from '../../../core/release/copyText.ts';
import { nextStep, standingOf, stepsOf, textDigest } from '../../../domain/papers/clearance.ts';
import { isIssued, issuesOf, lastIssue } from '../../../domain/papers/issues.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import { aDocument } from '../../helpers/aSession.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';
import { open } from '../exchange/aDossier.ts';
import { aNetwork, type Desk, SECRETARIAT, seal, TAVANIA } from '../exchange/aNetwork.ts';
import { latest, lineOf, withLines, written } from '../exchange/forgedRevisions.ts';
import { refuses } from '../exchange/leavesNothing.ts';

const INES = naturalId('person', 'Ilse Varnholt');

async function pass(from: Desk, to: Desk): Promise<void> {
  const { bundle } = await open(to, (await seal(from, [to])).file);
  await acceptBundle(to.session, bundle);
}

it('a paper is asked for, chased, handed in, cleared by two, issued and locked, whatever arrives, and begun anew with a reason', async () => {
  const { secretariat, tavania } = await aNetwork();
  const { session } = secretariat;
  const person = (name: string, organisation: RecordId) =>
    createRecord(session, 'person', { name, organisation, role: 'official' }, { id: naturalId('person', name) }).id;
  const [ada, ilse] = [person('Ada Morn', SECRETARIAT), person('Ilse Varnholt', TAVANIA)];
  const meeting = createRecord(session, 'meeting', { title: 'Eighth meeting', symbol: 'CB/8' }).id;
  const item = createRecord(session, 'agendaItem', { meeting, title: 'Grain', type: 'item', number: 4 }).id;
  const order = { item, language: 'en', due: '2026-03-01', request: 'Say who pays for grain.' } as const;
  const [paper = item] = commissionPapers(session, {
    ...order,
    papers: [{ title: 'Grain on the Marrow', type: 'update', from: [TAVANIA] }],
  });
  const read = (desk = secretariat) => readRecord(desk.session.vault, paper);
  expect(read().body).toMatchObject({ status: 'commissioned', commissionedBy: ada, from: [TAVANIA], meeting });
  expect(readRecord(session.vault, item).body.papers).toEqual([paper]);

  // Late, in the list of who is waited for; reminded, and that is noted.
  noteReminded(session, [paper]);
  const { groups } = papersToChase(session, meeting, 7);
  expect(groups).toMatchObject([
    { who: [{ record: TAVANIA }], papers: [{ paper, late: 2, reminded: { on: '2026-03-03', times: 1 } }] },
  ]);

  // Steps, then the text from the capital; its own step is its own, the other is not.
  const steps = [
    { id: 's1', order: 'a0', person: ilse, looksAt: 'Figures' },
    { id: 's2', order: 'a1', person: ada, looksAt: 'Names' },
  ];
  editRecord(session, paper, { clearance: steps });
  await pass(secretariat, tavania);
  editRecord(tavania.session, paper, { body: aDocument('Grain is dear.') });
  setStatus(tavania.session, [paper], 'submitted');
  expect(papersToChase(tavania.session, undefined, 7).groups).toEqual([]);
  expect(() => setStatus(tavania.session, [paper], 'cleared')).toThrow(/Not every step/);
  expect(() => sayClearance(tavania.session, paper, 's2', 'cleared')).toThrow(/somebody else’s/);
  expect(() => issuePapers(tavania.session, [paper])).toThrow(/Only the Secretariat/);
  expect(() => editRecord(tavania.session, paper, { status: 'issued' })).toThrow(/Only the Secretariat/);
  sayClearance(tavania.session, paper, 's1', 'cleared');
  await pass(tavania, secretariat);
  expect(nextStep(read().body)?.person).toBe(ada);
  sayClearance(session, paper, 's2', 'cleared');
  expect(read().body.status).toBe('cleared');

  // The text is changed: both steps fall back, and each leads to what it cleared.
  editRecord(session, paper, { body: aDocument('Grain is cheap.') });
  const standings = () => stepsOf(read().body).map((step) => standingOf(step, textDigest(read().body)));
  expect(standings()).toEqual(['changed', 'changed']);
  const [first] = stepsOf(read().body);
  expect(readVersion(session.vault, paper, first?.version ?? '').body.body).toEqual(aDocument('Grain is dear.'));
  expect(() => issuePapers(session, [paper])).toThrow(/Not every step/);
  sayClearance(session, paper, 's1', 'cleared');
  expect(stepsOf(read().body)[0]).toMatchObject({ person: ilse, by: ada });
  sayClearance(session, paper, 's2', 'cleared');
  expect(standings()).toEqual(['cleared', 'cleared']);

  // Issued: numbered, shared, and it stands.
  issuePapers(session, [paper]);
  const issued = read().body;
  expect(issued).toMatchObject({ number: 'CB/8/4', status: 'issued' });
  expect(lastIssue(issued)).toMatchObject({ name: 'First issue', on: '2026-03-03', by: ada });
  const version = lastIssue(issued)?.version ?? '';
  expect(readVersion(session.vault, paper, version).body.body).toEqual(issued.body);
  const changes = [{ title: 'Other' }, { status: 'drafting' }, { issues: [] }, { number: 'CB/8/5' }];
  for (const change of changes)
    expect(() => editRecord(session, paper, change), JSON.stringify(change)).toThrow(/stands/);
  expect(() => deleteRecord(session, paper, 'Made twice')).toThrow(/stands/);
  expect(() => undo(session, paper)).toThrow(/stands/);

  shareDrafts(session, [paper]);
  const base = latest(secretariat, paper);

  // What had not heard of it is a question; what had is refused whole.
  editRecord(tavania.session, paper, { body: aDocument('Grain is gone.') });
  const unaware = await seal(tavania, [secretariat]);
  await pass(secretariat, tavania);
  expect(read(tavania)).toMatchObject({ conflicted: true, body: { body: issued.body, status: 'issued' } });
  const { bundle } = await open(secretariat, unaware.file);
  await acceptBundle(session, bundle);
  expect(read().body.body).toEqual(issued.body);
  expect(read().conflicts.map(({ path }) => path)).toEqual(['body']);
  const carrier = await seal(tavania, [secretariat]);
  const entry = { id: 'r', order: 'z', was: 'issued', status: 'drafting', on: '2026-03-04', reason: 'So.' };
  const forgeries: JsonObject[] = [
    { ...base.body, body: aDocument('Grain is ours.') },
    { ...base.body, status: 'drafting' },
    { ...base.body, issues: [] },
    { ...base.body, issues: objects(base.body.issues).map((one) => ({ ...one, version: 'ab'.repeat(32) })) },
    { ...base.body, $deleted: { reason: 'Made twice' } },
    { ...base.body, status: 'drafting', course: [...objects(base.body.course), entry] },
  ];
  expect(isIssued(base.body)).toBe(true);
  for (const body of forgeries) {
    const forged = written(tavania, { record: paper, parents: [base.id], handling: base.handling, body });
    const file = await withLines(carrier.file, secretariat, tavania, (all) => [...all, lineOf(forged)]);
    await refuses(secretariat, 'bundle.authority', () => open(secretariat, file));
  }
  expect(INES).toBe(ilse);
}, 60_000);

it('a new version leaves what was issued as it was, and withdrawing says why', async () => {
  const { secretariat } = await aNetwork();
  const { session } = secretariat;
  const make = (title: string) =>
    createRecord(session, 'paper', { title, type: 'note', language: 'en', status: 'drafting', body: aDocument('One.') })
      .id;
  const [one, two] = [make('One'), make('Two')];
  const body = (id = one) => readRecord(session.vault, id).body;
  setStatus(session, [one, two], 'submitted');
  issuePapers(session, [one], { name: '' });
  const version = lastIssue(body())?.version ?? '';
  expect(() => beginVersion(session, [one], ' ')).toThrow(/Say why/);
  expect(() => beginVersion(session, [two], 'A name was wrong.')).toThrow(/not issued/);
  beginVersion(session, [one], 'A name was wrong.');
  expect(body()).toMatchObject({ status: 'drafting' });
  editRecord(session, one, { body: aDocument('Two.') });
  issuePapers(session, [one]);
  expect(issuesOf(body()).map(({ name }) => name)).toEqual(['First issue', 'Rev. 1']);
  expect(readVersion(session.vault, one, version).body.body).toEqual(aDocument('One.'));
  expect(() => setStatus(session, [one, two], 'withdrawn')).toThrow(/Say why/);
  setStatus(session, [one, two], 'withdrawn', 'The talks ended.');
  expect([body().status, body(two).status]).toEqual(['withdrawn', 'withdrawn']);
  expect(objects(body(two).course).at(-1)).toMatchObject({ was: 'submitted', reason: 'The talks ended.' });
  expect(() => issuePapers(session, [one])).toThrow(/cannot follow/);
});

it('who is asked outside the board learns by letter what is asked, by when and of nothing else; nobody else outside does', async () => {
  const { secretariat } = await aNetwork();
  const { session } = secretariat;
  const body = (name: string, code: string) =>
    createRecord(session, 'organisation', { name, code, type: 'ngo', membership: 'invited' }).id;
  const [harbour, lowmere] = [body('Harbour Institute', 'XH'), body('Lowmere Relief', 'XL')];
  const meeting = createRecord(
    session,
    'meeting',
    { title: 'Eighth meeting', symbol: 'CB/8' },
    { label: 'TLP:GREEN' },
  ).id;
  const asks = (title: string, from: RecordId) =>
    commissionPapers(session, {
      papers: [{ title, type: 'csoInput', from: [from] }],
      meeting,
      language: 'fr',
      due: '2026-03-01',
      purpose: 'Pour examen',
      request: `Dire qui paie pour ${title}.`,
    });
  const [grain = meeting] = asks('Grain', harbour);
  const [salt = meeting] = asks('Salt', lowmere);
  expect(readRecord(session.vault, grain).body.from).toBeUndefined();
  const letter = async (paper: RecordId, party: RecordId, language: 'en' | 'fr') => {
    const audience = { kind: 'guest' as const, party, item: paper, papers: [paper] };
    const options = { ...PrintOptions.parse({}), language };
    const { pdf } = await printOrder(unwatched, session, {
      document: { what: 'commission', paper },
      audience,
      options,
    });
    return squeeze((await readPdf(pdf)).text);
  };
  const french = await letter(grain, harbour, 'fr');
  for (const said of ['Demande de document', 'Grain', '1er mars 2026', 'Dire qui paie pour Grain', 'Eighth meeting']) {
    expect(french).toContain(squeeze(said));
  }
  for (const kept of ['Ada Morn', 'Salt', 'Lowmere', 'Tavania']) expect(french).not.toContain(squeeze(kept));
  expect(await letter(salt, lowmere, 'en')).toContain(squeeze('TO BE HANDED IN BY'));
  await expect(letter(grain, lowmere, 'en')).rejects.toThrow();
  const reminded = recordsAsText(
    session,
    {
      records: [grain],
      reminder: true,
      audience: { kind: 'guest', party: harbour, item: grain, papers: [grain] },
      language: 'en',
    },
    false,
  );
  expect(squeeze(reminded.text)).toContain(squeeze('Grain, was due 1 March 2026'));
});
