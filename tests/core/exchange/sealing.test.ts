import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { addCard, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { Label, Mark } from '../../../domain/handling/handling.ts';
import { installationKey } from '../../../drizzle/schema.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aDesk, aNetwork, aPaper, attach, type Desk, meet, NORTHMARK, seal, TAVANIA } from './aNetwork.ts';
import { entriesOf } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

const strict = (organisation: typeof TAVANIA): Mark => ({
  label: 'TLP:AMBER+STRICT',
  distribution: { to: 'named', organisations: [organisation], persons: [] },
});

/** A network whose Secretariat has everything shared, so that a refused sealing has nothing left to change. */
async function aSharedNetwork() {
  const desks = await aNetwork();
  const paper = aPaper(desks.secretariat, 'Water');
  shareDrafts(desks.secretariat.session, 'all');
  return { ...desks, paper };
}

it('seals only to verified installations within the audience', async () => {
  const { secretariat, tavania, northmark } = await aSharedNetwork();
  const organisation = { kind: 'organisation', organisation: TAVANIA } as const;
  await refuses(secretariat, 'bundle.recipients', () => seal(secretariat, [northmark], { audience: organisation }));
  await refuses(secretariat, 'bundle.recipients', () => seal(secretariat, [], { audience: organisation }));
  await refuses(secretariat, 'bundle.recipients', () => seal(secretariat, [tavania, tavania]));
  await refuses(secretariat, 'bundle.recipients', () =>
    seal(secretariat, [tavania], { passphrase: 'a quiet river at dawn' }),
  );
  await refuses(secretariat, 'vault.weakPassphrase', () => seal(secretariat, [], { passphrase: 'short' }));
  const stranger = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Mira Tolv', 'member');
  await refuses(secretariat, 'bundle.recipients', () => seal(secretariat, [stranger]));
  addCard(secretariat.session, ownCard(stranger.session));
  await refuses(secretariat, 'card.unverified', () => seal(secretariat, [stranger]));
});

it('never seals classic and post-quantum addressees into one bundle', async () => {
  const { secretariat, tavania } = await aSharedNetwork();
  const quantum = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Mira Tolv', 'member');
  const identity = await generateHybridIdentity();
  const row = { secret: Buffer.from(identity), public: await identityToRecipient(identity) };
  quantum.session.vault.orm.update(installationKey).set(row).where(eq(installationKey.purpose, 'age')).run();
  meet(secretariat, quantum);
  await refuses(secretariat, 'bundle.recipients', () => seal(secretariat, [tavania, quantum]));
  const { file } = await seal(secretariat, [quantum]);
  expect(await openBundle(unwatched, quantum.session, file)).toMatchObject({ counts: { new: 5 } });
});

it('takes content from a release only, and nothing from an empty one', async () => {
  const { secretariat, tavania } = await aSharedNetwork();
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const addressees = [tavania.session.vault.installation.id];
  const request = { addressees, purpose: 'dossier', file: join(aFolder(), 'x.amber') } as const;
  await refuses(secretariat, 'release.unreleased', () =>
    sealBundle(unwatched, secretariat.session, { ...request, release: { ...release } }),
  );
  const hidden = aPaper(secretariat, 'For one only', {}, strict(NORTHMARK));
  shareDrafts(secretariat.session, 'all');
  await refuses(secretariat, 'release.withheld', () => seal(secretariat, [tavania], { records: [hidden] }));
});

it('leaves nothing behind where it cannot write', async () => {
  const { secretariat, tavania } = await aSharedNetwork();
  const folder = aFolder();
  writeFileSync(join(folder, 'taken.amber'), 'mine');
  await refuses(secretariat, 'file.exists', () => seal(secretariat, [tavania], { file: join(folder, 'taken.amber') }));
  expect(readFileSync(join(folder, 'taken.amber'), 'utf8')).toBe('mine');
  for (const file of [join(folder, 'nowhere', 'x.amber'), join(folder, 'taken.amber', 'x.amber'), '/proc/x.amber']) {
    await refuses(secretariat, 'file.unwritable', () => seal(secretariat, [tavania], { file }));
  }
  expect(readdirSync(folder)).toEqual(['taken.amber']);
});

it('leaves nothing behind when it is cancelled half-way', async () => {
  const { secretariat, tavania, paper } = await aSharedNetwork();
  await attach(secretariat, paper);
  shareDrafts(secretariat.session, 'all');
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const file = join(aFolder(), 'x.amber');
  let checks = 0;
  const check = () => {
    checks += 1;
    if (checks > 4) throw new AmberdeskError('job.cancelled');
  };
  const addressees = [tavania.session.vault.installation.id];
  await refuses(secretariat, 'job.cancelled', () =>
    sealBundle({ check, progress: () => {} }, secretariat.session, { release, addressees, purpose: 'dossier', file }),
  );
  expect(readdirSync(dirname(file))).toEqual([]);
});

it('tells its progress in bytes', async () => {
  const { secretariat, tavania, paper } = await aSharedNetwork();
  await attach(secretariat, paper, Buffer.alloc(300_000, 7));
  shareDrafts(secretariat.session, 'all');
  const { release } = releaseFor(secretariat.session, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const told: [number, number][] = [];
  const work = { check: () => {}, progress: (done: number, total: number) => void told.push([done, total]) };
  const addressees = [tavania.session.vault.installation.id];
  await sealBundle(work, secretariat.session, {
    release,
    addressees,
    purpose: 'dossier',
    file: join(aFolder(), 'x.amber'),
  });
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((one, other) => one - other));
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
});

it('writes plain POSIX entries that depend on nothing but the content', async () => {
  const { secretariat, tavania, paper } = await aSharedNetwork();
  await attach(secretariat, paper);
  const one = await seal(secretariat, [tavania]);
  const other = await seal(secretariat, [tavania]);
  const [first, second] = [await entriesOf(one.file, tavania), await entriesOf(other.file, tavania)];
  expect(first.map(({ name }) => name)).toEqual(second.map(({ name }) => name));
  for (const name of ['records.jsonl.gz', 'SHA256SUMS', 'README.txt']) {
    const [left, right] = [first, second].map((entries) => entries.find((entry) => entry.name === name)?.bytes);
    expect(left?.equals(right ?? Buffer.alloc(0)), name).toBe(true);
  }
});

it('notes in the journal what was sealed for whom', async () => {
  const { secretariat, tavania } = await aSharedNetwork();
  const { bundle, digest } = await seal(secretariat, [tavania]);
  expect(readJournal(secretariat.session.vault)[0]).toMatchObject({
    act: 'bundle.sealed',
    detail: { bundle, digest, audience: 'board', addressees: [tavania.session.vault.installation.id] },
  });
});

/** An invited body with an installation, known to the Secretariat by its records and its card. */
async function anInvitedBody(secretariat: Desk, name: string, label: Label): Promise<Desk> {
  const { id } = createRecord(
    secretariat.session,
    'organisation',
    { name, type: 'ngo', membership: 'invited' },
    { label },
  );
  const desk = await aDesk(id, name, `Someone of ${name}`, 'guest');
  meet(secretariat, desk);
  return desk;
}

it('gives an invited body fresh records without history, and names no other body', async () => {
  const { secretariat } = await aNetwork();
  const [lantern, harbour] = [
    await anInvitedBody(secretariat, 'Lantern Trust', 'TLP:GREEN'),
    await anInvitedBody(secretariat, 'Harbour Watch', 'TLP:AMBER'),
  ];
  const bodies = [lantern, harbour].map((desk) => desk.session.vault.installation.organisation);
  const open = aPaper(secretariat, 'Open water', {}, { label: 'TLP:CLEAR', distribution: { to: 'everyone' } });
  const closed = aPaper(secretariat, 'Closed water');
  const audience = { kind: 'community', bodies } as const;
  await expect(seal(secretariat, [lantern, harbour], { audience, purpose: 'open-session' })).rejects.toMatchObject({
    code: 'bundle.recipients',
  });
  const { file } = await seal(secretariat, [lantern], { audience, purpose: 'open-session' });
  const entries = await entriesOf(file, lantern);
  const everything = entries
    .map(({ name, bytes }) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1'))
    .join('\n');
  for (const secret of [
    open,
    closed,
    'Closed water',
    'Harbour',
    bodies[1] ?? '',
    harbour.session.vault.installation.id,
  ]) {
    expect(everything).not.toContain(secret);
  }
  const preview = await openBundle(unwatched, lantern.session, file);
  const paper = preview.lines.find(({ kind }) => kind === 'paper');
  expect(paper).toMatchObject({ change: 'new', title: expect.stringContaining('Open water') });
  const { changed } = await acceptBundle(lantern.session, preview.bundle);
  expect(changed).toContain(paper?.record);
  const next = await seal(secretariat, [lantern], { audience, purpose: 'open-session' });
  expect(await openBundle(unwatched, lantern.session, next.file)).toMatchObject({ state: 'staged', warnings: [] });
});

it('writes under a temporary name that is gone when the bundle is there', async () => {
  const { secretariat, tavania } = await aSharedNetwork();
  const { file } = await seal(secretariat, [tavania]);
  expect(existsSync(file)).toBe(true);
  expect(readdirSync(dirname(file))).toHaveLength(1);
  verifyCard(secretariat.session, tavania.session.vault.installation.id, 'again');
});
