import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import type { Distribution, Label } from '../../../domain/handling/handling.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';

const TYPING = join(import.meta.dirname, '../exchange/typePassphrase.py');

function distributionOf(label: Label, secretariat: RecordId): Distribution {
  if (label === 'TLP:CLEAR') return { to: 'everyone' };
  if (label === 'TLP:GREEN') return { to: 'community' };
  return label === 'TLP:AMBER' ? { to: 'board' } : { to: 'named', organisations: [secretariat], persons: [] };
}

/** Makes a record with a label and the distribution that it starts with. */
function maker(client: Client, secretariat: RecordId) {
  return async (kind: string, label: Label, body: JsonObject): Promise<RecordId> => {
    const distribution = distributionOf(label, secretariat);
    return (await client.records.create({ kind, body, mark: { label, distribution } })).id;
  };
}

const paragraph = (id: string, text: string, mark?: string) => ({
  type: 'paragraph',
  attrs: { id, ...(mark === undefined ? {} : { mark }) },
  content: [{ type: 'text', text }],
});
const doc = (...content: JsonObject[]) => ({ type: 'doc', content });

/** What is closed, each string in one place: none of them may stand in anything that goes to a body. */
const CLOSED = ['Zephyrine', 'Quillonard', 'Marrowgate', 'Ostrelle', 'Vantabrook'] as const;
const BODIES = { harbour: 'Harbour Observatory', lantern: 'Lantern Circle', reed: 'Reedwater Watch' } as const;

/** A meeting with a closed and an open session, papers of every mark, and three invited bodies. */
async function aMeeting(client: Client) {
  const own = (await client.vault.status({})).installation;
  if (own === undefined) throw new Error('The vault is locked.');
  const make = maker(client, own.organisation);
  await make('organisation', 'TLP:CLEAR', { name: 'Secretariat', type: 'secretariat', membership: 'secretariat' });
  const bodies = {
    harbour: await make('organisation', 'TLP:GREEN', { name: BODIES.harbour, type: 'ngo', membership: 'invited' }),
    lantern: await make('organisation', 'TLP:GREEN', { name: BODIES.lantern, type: 'cso', membership: 'invited' }),
    reed: await make('organisation', 'TLP:AMBER', {
      ...{ name: BODIES.reed, type: 'cso', membership: 'invited', doNotName: true },
    }),
  };
  await make('network', 'TLP:CLEAR', { name: 'Exercise Meridian', symbol: 'CB', exercise: true });
  const meeting = await make('meeting', 'TLP:GREEN', {
    ...{ title: 'Eighth regular meeting', symbol: 'CB/8', starts: '2027-03-15', ends: '2027-03-16' },
  });
  const closed = await make('session', 'TLP:AMBER', {
    meeting,
    day: 1,
    starts: '09:30',
    ends: '12:00',
    access: 'closed',
  });
  const open = await make('session', 'TLP:GREEN', { meeting, day: 2, starts: '09:30', ends: '12:00', access: 'open' });
  const paper = (label: Label, body: JsonObject) =>
    make('paper', label, { meeting, type: 'note', status: 'issued', ...body });
  const secret = await paper('TLP:AMBER', { number: 'CB/8/2', title: CLOSED[0], body: doc(paragraph('a', CLOSED[1])) });
  const wells = await paper('TLP:GREEN', {
    ...{
      number: 'CB/8/3',
      openNumber: 'CB/8/O1',
      title: 'Wells in Lowmere',
      body: doc(paragraph('b', 'Two wells are dry.')),
    },
  });
  const roads = await paper('TLP:CLEAR', {
    ...{ number: 'CB/8/4', openNumber: 'CB/8/O2', title: 'Roads in Karsenia', language: 'fr' },
    body: doc(paragraph('c', 'The road is open.'), paragraph('d', `${CLOSED[2]} has to be spared.`)),
  });
  await client.papers.setApart({ paper: roads, blocks: ['d'], label: 'TLP:AMBER' });
  const item = (session: RecordId, label: Label, body: JsonObject) =>
    make('agendaItem', label, { meeting, session, type: 'item', minutes: 30, ...body });
  await item(closed, 'TLP:AMBER', { order: 'a0', number: 1, title: CLOSED[3], papers: [secret] });
  await item(open, 'TLP:AMBER', { order: 'a1', number: 2, openNumber: 'O1', title: CLOSED[4] });
  const input = await item(open, 'TLP:GREEN', {
    ...{ order: 'a2', number: 3, openNumber: 'O2', title: 'What the bodies bring', papers: [wells, roads] },
    leads: [bodies.reed],
  });
  return { own, bodies, meeting, wells, roads, secret, input };
}

/** Opens a bundle as its reader does: with age, who types the words, and tar; every file as the text that it shows. */
function openedByHand(file: string, words: string): Map<string, string> {
  const folder = aFolder();
  execFileSync('python3', [TYPING, words, 'age', '-d', '-o', 'x.tar', file], { cwd: folder });
  execFileSync('tar', ['-xf', 'x.tar'], { cwd: folder });
  execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder });
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    names
      .map((one) => join(one.parentPath, one.name))
      .filter((path) => !path.endsWith('x.tar'))
      .map((path) => [path.slice(folder.length + 1), textIn(path)]),
  );
}

function textIn(path: string): string {
  if (path.endsWith('.pdf')) {
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: 'pipe' });
    return `${execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })}\n${info}`;
  }
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

it('prepares a meeting for the board and for three invited bodies, and takes in what one of them answers', async () => {
  const { client, open, core } = aCore();
  const { folder } = await open('Secretariat');
  const { bodies, meeting, wells, roads, secret, input } = await aMeeting(client);
  const out = aFolder();

  // The members' agenda and papers, and the open ones.
  const printed = async (name: string, audience: Audience, document: { what: 'agenda' } | { paper: RecordId }) => {
    const file = join(out, name);
    const what =
      'paper' in document
        ? ({ what: 'paper', paper: document.paper } as const)
        : ({ what: 'agenda', meeting } as const);
    await client.documents.print({ document: what, audience, file });
    return textIn(file);
  };
  const board = await printed('board.pdf', { kind: 'board' }, { what: 'agenda' });
  for (const words of [CLOSED[3], CLOSED[4], 'What the bodies bring']) expect(board).toContain(words);
  expect(await printed('roads.pdf', { kind: 'board' }, { paper: roads })).toContain(CLOSED[2]);
  const everybody: Audience = { kind: 'community', bodies: Object.values(bodies) };
  const shown = [
    await printed('open.pdf', everybody, { what: 'agenda' }),
    await printed('wells.pdf', everybody, { paper: wells }),
  ];
  expect(shown.join()).toContain('Wells in Lowmere');
  for (const words of [...CLOSED, BODIES.reed]) expect(shown.join()).not.toContain(words);

  // One bundle each, under words of its own.
  const sealed = new Map<string, { bundle: string; files: Map<string, string> }>();
  for (const [name, body] of Object.entries(bodies)) {
    const file = join(out, `${name.length}-${sealed.size}.amber`);
    const words = `five words for number ${sealed.size}`;
    const audience: Audience = { kind: 'community', bodies: [body] };
    const selection = { of: 'meeting', meeting } as const;
    const explained = await client.exchange.explain({ selection, audience });
    expect(explained.lines.find(({ record }) => record === secret)?.goes).toBe(false);
    const { bundle } = await client.exchange.seal({
      ...{ selection, audience, addressees: [], passphrase: words, purpose: 'open-session', meeting, file },
      readable: { languages: ['en', 'fr'], paper: 'a4' },
    });
    sealed.set(name, { bundle, files: openedByHand(file, words) });
  }
  for (const [name, { bundle, files }] of sealed) {
    expect([...files.keys()].sort()).toEqual(
      [
        ...['README.txt', 'SHA256SUMS', 'manifest.json', 'manifest.json.sig', 'records.jsonl.gz'],
        ...['print/CB-8-O1.pdf', 'print/CB-8-O2.pdf', 'print/agenda-en.pdf', 'print/agenda-fr.pdf'],
        ...['reply/REPLY.txt', 'reply/REPONSE.txt', 'reply/REPLY.docx', 'reply/REPONSE.docx'],
      ].sort(),
    );
    const all = [...files].flat().join('\n');
    for (const words of CLOSED) expect(all, `${words} for ${name}`).not.toContain(words);
    const others = Object.entries(BODIES).filter(([other]) => other !== name);
    for (const [, other] of others) expect(all, `${other} for ${name}`).not.toContain(other);
    for (const id of Object.values(bodies)) expect(all).not.toContain(id);
    expect(files.get('print/agenda-en.pdf')).toContain('What the bodies bring');
    expect(files.get('print/CB-8-O1.pdf')).toContain('Two wells are dry.');
    expect(files.get('print/CB-8-O2.pdf')).toContain('The road is open.');
    const form = files.get('reply/REPLY.txt') ?? '';
    expect(form).toContain(`[[0 REFERENCE ${bundle.replaceAll('-', '').slice(0, 12).match(/.{4}/g)?.join('-')}]]`);
    expect(form).toContain('O1  What the bodies bring');
    for (const body of Object.values(BODIES)) expect(form).not.toContain(body);
  }
  // A body that may be named reads of itself, and of no other; one that may not is unnamed even there.
  const everything = (name: string) => [...(sealed.get(name)?.files ?? [])].flat().join();
  expect(everything('lantern')).toContain(BODIES.lantern);
  expect(everything('reed')).not.toContain(BODIES.reed);

  // One answers on the form, and its mail program quotes and breaks it.
  const lantern = sealed.get('lantern');
  const answers = [
    'O1',
    'Wells we look after',
    'Sorrelfield has water.\r\nWe ask for pumps.',
    'A. Adeyemi',
    'yes',
    'board',
  ];
  const filled = answers.reduce(
    (text, answer, at) =>
      text.replace(new RegExp(`(\\[\\[${at + 1} [^\\]]*\\]\\]\\r\\n)`), (mark) => `${mark}${answer}`),
    lantern?.files.get('reply/REPLY.txt') ?? '',
  );
  const mangled = `Dear all,\r\n\r\n${filled.replace(/(.{30,60}) /g, '$1\r\n').replace(/^/gm, '> ')}`;
  const reply = join(out, 'answer.txt');
  writeFileSync(reply, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(mangled, 'utf16le')]));
  const source = { file: reply, name: '../\u202Eanswer.txt' };
  const read = await client.replies.read({ source });
  expect(read).toMatchObject({ way: 'form', bundle: lantern?.bundle, body: bodies.lantern, meeting, item: input });
  expect(read).toMatchObject({
    mayBeNamed: 'yes',
    passOn: 'board',
    title: 'Wells we look after',
    contact: 'A. Adeyemi',
  });
  expect((await client.records.list({ kind: 'paper' })).length).toBe(3);

  const digest = createHash('sha256').update(readFileSync(reply)).digest('hex');
  const order = { source, digest, body: bodies.lantern, item: input, title: read.title, named: true, stays: false };
  expect(await codeOf(() => client.replies.take({ ...order, digest: digest.replace(/^./, 'x') }))).toBe(
    'reply.changed',
  );
  const taken = await client.replies.take(order);
  expect(await client.replies.read({ source })).toMatchObject({ before: taken.paper });

  // After a restart it is at its item, with its mark, and it is found.
  await client.vault.lock({});
  await client.vault.unlock({ folder, passphrase: PASSPHRASE });
  const paper = await client.records.read({ id: taken.paper });
  expect(paper.body).toMatchObject({ provenance: 'outside', from: [bodies.lantern], type: 'csoInput', meeting });
  expect(paper.handling).toMatchObject({ label: 'TLP:AMBER', distribution: { to: 'board' } });
  const kept = await client.records.read({ id: RecordId.parse(taken.asReceived) });
  expect(kept.handling.label).toBe('TLP:AMBER+STRICT');
  expect(kept.body).toMatchObject({ annexOf: taken.paper, attachments: [{ name: 'answer.txt', sha256: digest }] });
  expect((await client.records.read({ id: input })).body.papers).toEqual([wells, roads, taken.paper]);
  const plan = await client.meetings.timetable({ meeting });
  const onItem = plan.sessions
    .flatMap(({ items }) => items)
    .find(({ item }) => item === input)
    ?.papers.at(-1);
  expect(onItem).toMatchObject({ paper: taken.paper, provenance: 'outside' });
  const found = await client.library.search({ query: 'Sorrelfield' });
  expect(found.hits[0]).toMatchObject({ record: taken.paper, provenance: 'outside' });
  const forBoard = await printed('input.pdf', { kind: 'board' }, { paper: taken.paper });
  expect(forBoard).toContain('From outside, unverified');
  expect(forBoard).not.toContain('Adeyemi');

  const text = await client.papers.redactions({ paper: taken.paper });
  const redacted = await client.papers.redact({
    ...{ paper: taken.paper, digest: text.digest, attachments: [] },
    passages: [{ place: 'title', from: 0, to: 5 }],
  });
  expect((await client.records.read({ id: redacted.version })).body.provenance).toBe('outside');
  await client.records.edit({ id: taken.paper, changes: { number: 'CB/8/5' } });
  expect(await printed('later.pdf', { kind: 'board' }, { what: 'agenda' })).toMatch(
    /CB\/8\/5\s+\(unverified\)|unverified/,
  );

  // Verified by an act of its own, with a reason, which prints and bundles for outsiders do not tell.
  await client.replies.verify({ paper: taken.paper, reason: 'Asked by telephone' });
  expect(await codeOf(() => client.replies.verify({ paper: taken.paper, reason: 'again' }))).toBe('record.invalid');
  expect((await client.records.read({ id: taken.paper })).body).toMatchObject({
    provenance: 'verified',
    verification: { reason: 'Asked by telephone' },
  });
  const { lines } = await client.journal.read({ limit: 10 });
  expect(lines.map(({ act }) => act)).toEqual(expect.arrayContaining(['reply.taken', 'reply.verified']));

  // What they are asked for is what the next form becomes: handed in by that, from outside, for the board and for them.
  const asks = { meeting, language: 'en', due: '2027-02-01' } as const;
  const { papers } = await client.papers.commission({
    ...{ ...asks, papers: [{ title: 'Pumps in Lowmere', type: 'csoInput', from: [bodies.lantern, bodies.harbour] }] },
  });
  const asked = RecordId.parse(papers[0]);
  const form = join(out, 'pumps.txt');
  writeFileSync(form, filled.replace('Sorrelfield has water.', 'Pumps stand in Thornmere.'));
  const second = { file: form, name: 'pumps.txt' };
  const proposed = await client.replies.read({ source: second });
  expect(proposed).toMatchObject({
    asked,
    commissioned: [{ paper: asked, title: 'Pumps in Lowmere', written: false, portions: 0 }],
  });
  const into = { paper: asked, over: false };
  const landing = {
    source: second,
    digest: proposed.digest,
    body: bodies.lantern,
    title: 'x',
    named: true,
    stays: false,
  };
  const refused = async (change: object) => await codeOf(() => client.replies.take({ ...landing, into, ...change }));
  // Its record says whom it was asked of: who is not to be named is not put there, nor anybody who was not asked.
  expect(await refused({ named: false })).toBe('record.invalid');
  expect(await refused({ body: bodies.reed })).toBe('record.invalid');
  expect(await refused({ item: input })).toBe('record.invalid');
  expect(await refused({ into: undefined })).toBe('record.invalid');
  expect(await refused({ into: { paper: wells, over: true } })).toBe('record.invalid');
  const apart = {
    type: 'portion',
    attrs: { id: 'p1', placeholder: '0f0e0d0c-4444-4000-8000-000000000001', label: 'TLP:RED', lines: 2, readAt: '' },
  };
  const draft = doc(apart, paragraph('z', 'Begun here.'));
  await client.records.edit({ id: asked, changes: { body: draft } });
  expect(await refused({})).toBe('record.changedMeanwhile');
  const landed = await client.replies.take({ ...landing, into: { paper: asked, over: true } });
  expect(landed.paper).toBe(asked);
  const pumps = await client.records.read({ id: asked });
  expect(pumps.body).toMatchObject({
    ...{ title: 'Pumps in Lowmere', type: 'csoInput', status: 'submitted', provenance: 'outside' },
    ...{ from: [bodies.lantern], received: { way: 'form', digest: proposed.digest } },
    course: [{ status: 'commissioned' }, { was: 'commissioned', status: 'submitted' }],
  });
  expect(JSON.stringify(pumps.body.body)).toContain('Thornmere');
  // A stricter portion keeps a place: after the new text.
  expect(RichText.parse(pumps.body.body).content.at(-1)).toEqual(apart);
  // Whoever else was asked outside the board does not get what this body wrote.
  expect(pumps.handling).toMatchObject({ label: 'TLP:AMBER', distribution: { to: 'named' } });
  expect(JSON.stringify(pumps.handling)).not.toContain(bodies.harbour);
  expect(await client.records.read({ id: RecordId.parse(landed.asReceived) })).toMatchObject({
    ...{ handling: { label: 'TLP:AMBER+STRICT' }, body: { annexOf: asked, title: 'As received: Pumps in Lowmere' } },
  });
  // It is in, so it is waited for no longer; what stood there is one step back.
  expect(await client.replies.read({ source: second })).toMatchObject({ commissioned: [], before: asked });
  expect(await refused({})).toBe('record.invalid');
  await client.records.undo({ id: asked });
  expect((await client.records.read({ id: asked })).body).toMatchObject({ status: 'commissioned', body: draft });
  await core.close();
}, 300_000);

it('keeps with the Secretariat what must not be passed on, and names nobody who is not to be named', async () => {
  const { client, open } = aCore();
  await open('Secretariat');
  const { bodies, input, meeting } = await aMeeting(client);
  // One file for several would tell none of them of the others.
  const all: Audience = { kind: 'community', bodies: Object.values(bodies) };
  const { lines } = await client.exchange.explain({ selection: { of: 'meeting', meeting }, audience: all });
  expect(lines.filter(({ kind, goes }) => kind === 'organisation' && goes)).toEqual([]);
  const take = async (
    source: { words: string } | { file: string; name: string },
    body: RecordId,
    named: boolean,
    stays: boolean,
  ) => {
    const { digest } = await client.replies.read({ source });
    return client.replies.take({ source, digest, body, item: input, title: 'Said by one of them', named, stays });
  };
  const labelOf = async (id: RecordId) => (await client.records.read({ id })).handling.label;
  const unnamed = await take({ words: 'We know of this.\n\nReedwater' }, bodies.reed, true, false);
  expect((await client.records.read({ id: unnamed.paper })).body.from).toBeUndefined();
  expect(await labelOf(unnamed.paper)).toBe('TLP:AMBER');
  expect((await client.records.read({ id: RecordId.parse(unnamed.asReceived) })).body.from).toEqual([bodies.reed]);
  const strict = await take({ words: 'For you alone.' }, bodies.harbour, true, true);
  expect(await labelOf(strict.paper)).toBe('TLP:AMBER+STRICT');

  const folder = aFolder();
  mkdirSync(join(folder, 'came'));
  const given = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, 'came', name), bytes);
    return { file: join(folder, 'came', name), name };
  };
  const letter = given('letter.pdf', '%PDF-1.4 a letter');
  const stays = await take(letter, bodies.lantern, false, false);
  expect(await labelOf(stays.paper)).toBe('TLP:AMBER+STRICT');
  expect(stays.asReceived).toBeUndefined();
  const goes = await take(given('letter.docx', 'PK\u0003\u0004 a letter'), bodies.lantern, true, false);
  expect((await client.records.read({ id: goes.paper })).body).toMatchObject({
    attachments: [{ name: 'letter.docx' }],
  });

  // Windows-1252, and what is no letter.
  const old = await client.replies.read({
    source: given('old.txt', Buffer.from('e974e9209620636166e9', 'hex')),
  });
  expect(old.text).toBe('\u00e9t\u00e9 \u2013 caf\u00e9');
  const before = (await client.records.list({})).length;
  for (const source of [
    given('x.exe', Buffer.from([77, 90, 0, 0, 3, 0, 1])),
    given('x.pdf.txt', '%PDF-1.4\0\0'),
    given('e.txt', ''),
  ]) {
    expect(await codeOf(() => client.replies.read({ source }))).toBe('reply.unread');
  }
  expect(await codeOf(() => client.replies.read({ source: given('l.txt', Buffer.alloc(3_000_000, 'a')) }))).toBe(
    'load.tooLarge',
  );
  const missing = RecordId.parse(crypto.randomUUID());
  const { digest } = await client.replies.read({ source: { words: 'a b' } });
  const order = { source: { words: 'a b' }, digest, title: 'T', named: false, stays: true };
  expect(await codeOf(() => client.replies.take({ ...order, body: bodies.lantern, item: missing }))).toBe(
    'record.missing',
  );
  expect(await codeOf(() => client.replies.take({ ...order, body: input, item: input }))).toBe('record.invalid');
  expect((await client.records.list({})).length).toBe(before);
}, 120_000);
