import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { explainPrint } from '../../../core/documents/explainPrint.ts';
import { printToFile, printToMemory } from '../../../core/documents/printToFile.ts';
import { explainSealing, type SealOrder, sealSelection } from '../../../core/exchange/sealSelection.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { recordsAsText } from '../../../core/release/copyText.ts';
import { mentionLine } from '../../../core/release/explanationLines.ts';
import { askAgain, letStand } from '../../../core/release/letStand.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { openVault } from '../../../core/vault/openVault.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { texts } from '../../../domain/records/text.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aSession, deliver } from '../../helpers/aSession.ts';
import { aFolder, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';
import { open } from '../exchange/aDossier.ts';
import { aNetwork, aPaper, type Desk, NORTHMARK, seal, TAVANIA } from '../exchange/aNetwork.ts';

const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };
const text = (...lines: string[]) => ({
  type: 'doc',
  content: lines.map((words, at) => ({
    type: 'paragraph',
    attrs: { id: `p${at}` },
    content: [{ type: 'text', text: words }],
  })),
});

/** A body that is invited, a person who is withheld from it and from members, and an open paper in which the person stands. */
async function aMentioning() {
  const { secretariat, tavania, northmark } = await aNetwork();
  const { session } = secretariat;
  const { organisation, seat } = session.vault.installation;
  const body = createRecord(
    session,
    'organisation',
    { name: 'Harbour Legal Observatory', membership: 'invited' },
    { mark: GREEN },
  ).id;
  const envoy = createRecord(
    session,
    'person',
    { name: 'Zoë Halkarran', organisation },
    { mark: { label: 'TLP:RED', distribution: { to: 'named', organisations: [], persons: [seat] } } },
  ).id;
  const paper = aPaper(
    secretariat,
    'Open paper',
    { body: text('It began. As Zoe Halkarran said, it did.', 'More.') },
    GREEN,
  );
  return { secretariat, tavania, northmark, session, body, envoy, paper };
}

function orderTo(desk: Desk, audience: Audience): SealOrder {
  return {
    selection: { of: 'everything' },
    audience,
    addressees: [desk.session.vault.installation.id],
    purpose: 'dossier',
    file: join(aFolder(), 'Dossier.amber'),
  };
}

it('a withheld name in what goes stops bundle, print and copy until it is decided on, for that sentence and audience alone', async () => {
  const { tavania, session, body, envoy, paper } = await aMentioning();
  const board: Audience = { kind: 'board' };
  const community: Audience = { kind: 'community', bodies: [body] };
  const order = orderTo(tavania, board);
  const [mention, ...more] = explainSealing(session, order).mentions;
  expect(more).toEqual([]);
  expect(mention).toMatchObject({
    name: envoy,
    record: paper,
    path: 'body/p0',
    words: 'Zoe Halkarran',
    before: 'As ',
    earlier: false,
  });
  if (mention === undefined) return;
  expect(await codeOf(() => sealSelection(unwatched, session, order))).toBe('release.undecided');
  expect(existsSync(order.file)).toBe(false);
  const printed = (audience: Audience, file = join(aFolder(), 'paper.pdf')) => {
    const print = { document: { what: 'paper', paper }, audience, options: PrintOptions.parse({}) } as const;
    return { print, toFile: () => printToFile(unwatched, session, { ...print, file }), file };
  };
  const { print, toFile, file } = printed(community);
  expect(await codeOf(toFile)).toBe('release.undecided');
  expect(existsSync(file)).toBe(false);
  expect(await codeOf(() => printToMemory(unwatched, session, { ...print, toPrinter: true }))).toBe(
    'release.undecided',
  );
  // To be looked at, nothing leaves.
  expect(printToMemory(unwatched, session, print).pages).toBe(1);
  const copied = () => recordsAsText(session, { records: [paper], audience: community, language: 'en' }, true);
  expect(await codeOf(copied)).toBe('release.undecided');
  const stops = readJournal(session.vault).filter(({ act }) => act === 'release.undecided');
  expect(stops.map(({ detail }) => detail.what).sort()).toEqual(['bundle', 'paper', 'paper', 'text']);
  expect(JSON.stringify(stops)).not.toContain('Halkarran');
  // For ourselves nothing is withheld.
  expect(explainPrint(session, print.document, { kind: 'self' }).mentions).toEqual([]);

  // Whoever appears under another name is asked about nowhere: the audit lets the own one leave in no sentence.
  const mayStand = () => explainSealing(session, order).mentions.map((one) => mentionLine(session.vault, one).mayStand);
  expect(mayStand()).toEqual([true]);
  editRecord(session, envoy, { anonymity: 'pseudonym' });
  expect(mayStand()).not.toContain(true);
  editRecord(session, envoy, { anonymity: null });

  const key = { name: envoy, record: paper, digest: mention.digest };
  const decision = letStand(session, key, board, 'Published with her consent.');
  expect(explainSealing(session, order).mentions).toMatchObject([
    { decision: { id: decision, reason: 'Published with her consent.' } },
  ]);
  // As strict as what it names, and without its words.
  expect(readRecord(session.vault, decision)).toMatchObject({ handling: { label: 'TLP:RED' } });
  expect(JSON.stringify(readRecord(session.vault, decision).body)).not.toContain('Halkarran');
  // What the board may read, one of its members may; the community is asked about apart.
  expect(
    explainSealing(session, orderTo(tavania, { kind: 'organisation', organisation: NORTHMARK })).mentions,
  ).toMatchObject([{ decision: { id: decision } }]);
  expect(explainPrint(session, print.document, community).mentions).toMatchObject([{ digest: mention.digest }]);
  expect(await codeOf(toFile)).toBe('release.undecided');
  letStand(session, key, community, '');
  expect(toFile().pages).toBe(1);
  expect(copied().text).toContain('Halkarran');

  // Taken back, it is asked again; decided again, it stands; a changed sentence asks again, another one does not.
  askAgain(session, decision);
  expect(await codeOf(() => sealSelection(unwatched, session, order))).toBe('release.undecided');
  expect(letStand(session, key, board, '')).toBe(decision);
  editRecord(session, paper, { body: text('It began. As Zoe Halkarran said, it did.', 'Less.') });
  await sealSelection(unwatched, session, order);
  editRecord(session, paper, { body: text('It began. As Zoe Halkarran said, it did not.', 'Less.') });
  const undecided = explainSealing(session, order).mentions.filter((one) => one.decision === undefined);
  expect(undecided).toMatchObject([{ record: paper, earlier: false }]);
  editRecord(session, paper, { body: text('It began. As somebody said, it did not.', 'Less.') });
  // What was shared goes as history, and was decided on.
  expect(explainSealing(session, order).mentions).toMatchObject([{ decision: { id: decision }, earlier: true }]);
});

it('decisions are kept with the vault, and pass among the desks of one organisation and no further', async () => {
  const { secretariat, tavania, session, paper } = await aMentioning();
  const { organisation } = session.vault.installation;
  // Withheld from the other members, and no stricter than the organisation.
  const harbour = createRecord(
    session,
    'organisation',
    { name: 'Quiet Harbour Office' },
    { mark: { label: 'TLP:AMBER+STRICT', distribution: { to: 'named', organisations: [organisation], persons: [] } } },
  ).id;
  editRecord(session, paper, { body: text('Seen by the QUIET HARBOUR OFFICE in May.') });
  const audience = { kind: 'organisation' as const, organisation: TAVANIA };
  const order = orderTo(tavania, audience);
  const [mention] = explainSealing(session, order).mentions;
  expect(mention).toMatchObject({ name: harbour });
  if (mention === undefined) return;
  const decision = letStand(
    session,
    { name: harbour, record: paper, digest: mention.digest },
    { kind: 'board' },
    'Known to all.',
  );
  const own = { label: 'TLP:AMBER+STRICT', distribution: { to: 'named', organisations: [organisation] } };
  expect(readRecord(session.vault, decision).handling).toMatchObject(own);
  shareDrafts(session, 'all');
  // Even marked for the board it stays: its kind never leaves the organisation.
  editRecord(session, decision, {}, { mark: { label: 'TLP:AMBER', distribution: { to: 'board' } } });
  const sealed = await seal(secretariat, [tavania], { audience });
  const preview = await open(tavania, sealed.file);
  expect(preview.lines.map(({ record }) => record)).not.toContain(decision);
  const ours = explainSealing(session, orderTo(tavania, { kind: 'organisation', organisation })).explanation.records;
  expect(ours.find(({ record }) => record === decision)?.goes).toBe(true);

  const { folder } = session.vault;
  session.vault.close();
  const vault = await openVault(folder, PASSPHRASE, { surroundings: session.surroundings });
  const again = { ...session, vault };
  expect(explainSealing(again, order).mentions).toMatchObject([
    { decision: { id: decision, reason: 'Known to all.' } },
  ]);
  vault.close();
});

it('the same decision, made at two desks of one organisation, is one record, whatever reasons were given', async () => {
  const [one, other] = [await aSession('Tavania'), await aSession('Tavania')];
  const body = createRecord(one, 'organisation', { name: 'Quiet Harbour Office' }).id;
  const paper = createRecord(one, 'paper', { title: 'Open paper', type: 'note', body: text('Seen.') }).id;
  deliver(one, other, 'first');
  const key = { name: body, record: paper, digest: 'd'.repeat(64) };
  const ids = [letStand(one, key, { kind: 'board' }, 'Known.'), letStand(other, key, { kind: 'board' }, 'Published.')];
  expect(ids[0]).toBe(ids[1]);
  deliver(other, one, 'second');
  deliver(one, other, 'third');
  const [here, there] = [one, other].map(({ vault }) => readRecord(vault, ids[0] ?? body));
  expect(here?.body).toEqual(there?.body);
  expect(here).toMatchObject({ conflicted: false, deleted: false });
  expect(texts(here?.body.reasons).sort()).toEqual(['Known.', 'Published.']);
});
