/** What somebody can do who keeps, reads, changes, repeats or passes on bundles on their way. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { ownCard } from '../../../core/exchange/cards.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { signSsh } from '../../../core/exchange/sshsig.ts';
import { undoImport } from '../../../core/exchange/undoImport.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { readSigningKey } from '../../../core/vault/installation.ts';
import { canonicalJson, type JsonObject } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { aSmallPdf } from '../../helpers/aSmallPdf.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aDossier, aFile, open } from './aDossier.ts';
import { aPaper, type Desk, meet, seal } from './aNetwork.ts';
import { archive, type Entry, encrypt, entriesOf, recipientOf, resigned, tampered } from './forgery.ts';
import { refuses } from './leavesNothing.ts';
import { contentButMarks } from './vaultContent.ts';

const rename = (all: Entry[], name: string, bytes: (before: Buffer) => Buffer): Entry[] =>
  all.map((entry) => (entry.name === name ? { ...entry, bytes: bytes(entry.bytes) } : entry));

async function accept(desk: Desk, file: string): Promise<string> {
  const { bundle } = await open(desk, file);
  await acceptBundle(desk.session, bundle);
  return bundle;
}

describe('surreptitious forwarding', () => {
  it('is refused: a bundle that an addressee encrypts anew for a third party', async () => {
    const { tavania, northmark, file } = await aDossier();
    await refuses(northmark, 'bundle.notForUs', () => open(northmark, file));
    const entries = await archive(await entriesOf(file, tavania));
    await refuses(northmark, 'bundle.notForUs', async () =>
      open(northmark, await encrypt(entries, recipientOf(northmark))),
    );
  });

  it('is refused also under a passphrase, which is for bundles that name nobody', async () => {
    const { tavania, northmark, file } = await aDossier();
    const passphrase = 'a quiet river at dawn';
    const entries = await archive(await entriesOf(file, tavania));
    const forwarded = await encrypt(entries, { passphrase, workFactor: 4 });
    await refuses(northmark, 'bundle.notForUs', () => open(northmark, forwarded, { passphrase }));
    await refuses(tavania, 'bundle.notForUs', () => open(tavania, forwarded, { passphrase }));
  });

  it('is refused with the third party’s name put in, and with a place that was made for another bundle', async () => {
    const { secretariat, tavania, northmark, file } = await aDossier();
    const other = await seal(secretariat, [northmark]);
    const named = (await entriesOf(other.file, northmark)).find(({ name }) => name === 'manifest.json');
    const [addressee] = JSON.parse(String(named?.bytes)).addressees;
    const withName = (before: Buffer) => {
      const manifest: JsonObject = JSON.parse(before.toString());
      return Buffer.from(canonicalJson({ ...manifest, addressees: [addressee] }));
    };
    const unsigned = await archive(rename(await entriesOf(file, tavania), 'manifest.json', withName));
    await refuses(northmark, 'bundle.signature', async () =>
      open(northmark, await encrypt(unsigned, recipientOf(northmark))),
    );
    // Even the sender itself cannot put a bundle into the place of another.
    const signed = await resigned(file, tavania, secretariat, ({ manifest }) => {
      manifest.addressees = [addressee];
    });
    const onward = await encrypt(await archive(await entriesOf(signed, tavania)), recipientOf(northmark));
    await refuses(northmark, 'bundle.malformed', () => open(northmark, onward));
  });

  it('is refused when it is opened with an identity that somebody handed over, and is another’s', async () => {
    const { tavania, northmark, file } = await aDossier();
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const identity = await generateX25519Identity();
    const recipients = [await identityToRecipient(identity)];
    const forwarded = await encrypt(await archive(await entriesOf(file, tavania)), { recipients });
    await refuses(northmark, 'bundle.notForUs', () => open(northmark, forwarded, { identity }));
  });
});

describe('replay and rollback', () => {
  it('of the same bundle, under any name and encrypted anew, is recognised and changes nothing', async () => {
    const { secretariat, tavania, paper, file } = await aDossier();
    await accept(tavania, file);
    editRecord(secretariat.session, paper, { purpose: 'For decision' });
    await accept(tavania, (await seal(secretariat, [tavania])).file);
    const before = contentButMarks(tavania.session.vault);
    const renamed = join(aFolder(), 'Entirely new.amber');
    copyFileSync(file, renamed);
    const anew = await encrypt(await archive(await entriesOf(file, tavania)), recipientOf(tavania));
    for (const again of [file, renamed, anew]) expect(await open(tavania, again)).toMatchObject({ repeated: true });
    expect(contentButMarks(tavania.session.vault)).toEqual(before);
    expect(readRecord(tavania.session.vault, paper)).toMatchObject({ body: { purpose: 'For decision' } });
  });

  it('of an older bundle that was held back takes nothing back that is newer here', async () => {
    const { secretariat, tavania, paper, file } = await aDossier();
    editRecord(secretariat.session, paper, { purpose: 'For decision' });
    await accept(tavania, (await seal(secretariat, [tavania])).file);
    const held = await open(tavania, file);
    expect(held).toMatchObject({ repeated: false, counts: { new: 0, changed: 0, conflict: 0 } });
    expect(readRecord(tavania.session.vault, paper)).toMatchObject({
      body: { purpose: 'For decision' },
      conflicted: false,
    });
  });

  it('of a number with another digest is a fork, said in words, and nothing of it is taken by itself', async () => {
    const { secretariat, tavania, northmark, file } = await aDossier();
    await accept(tavania, file);
    aPaper(secretariat, 'Other words under the same number');
    const twin = await seal(secretariat, [northmark]);
    // A key holder seals a second first bundle: its place says number 1 again.
    const { sealPlace } = await import('../../../core/exchange/places.ts');
    const { readAgeRecipient } = await import('../../../core/vault/installation.ts');
    const bundle = crypto.randomUUID();
    const place = await sealPlace(readAgeRecipient(tavania.session.vault), { bundle, number: 1, previous: null });
    const forged = await resigned(twin.file, northmark, secretariat, ({ manifest }) => {
      const { id, name, organisation } = tavania.session.vault.installation;
      Object.assign(manifest, { bundle, addressees: [{ installation: id, name, organisation, place }] });
    });
    const toUs = await encrypt(await archive(await entriesOf(forged, northmark)), recipientOf(tavania));
    const preview = await open(tavania, toUs);
    expect(preview.sequence).toMatchObject({ number: 1, fork: true });
    expect(preview.warnings.join(' ')).toContain('number 1');
    expect(preview.state).toBe('staged');
  });

  it('of a bundle’s id with other content is refused, before and after the first was decided on', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const other = await resigned(
      file,
      tavania,
      secretariat,
      ({ files }) => void files.set('reply/x.txt', Buffer.from('x')),
    );
    const bundle = await accept(tavania, file);
    await refuses(tavania, 'bundle.malformed', () => open(tavania, other));
    undoImport(tavania.session, bundle);
    await refuses(tavania, 'bundle.malformed', () => open(tavania, other));
  });
});

describe('a signature made for something else', () => {
  it('is refused: for a card, for a file, for Git, of another hash, of the bare bytes', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const entries = await entriesOf(file, tavania);
    const manifest = entries.find(({ name }) => name === 'manifest.json')?.bytes ?? Buffer.alloc(0);
    const key = readSigningKey(secretariat.session.vault);
    const bare = sign(null, manifest, key).toString('base64');
    const ofDigest = sign(null, createHash('sha256').update(manifest).digest(), key).toString('base64');
    const sound = signSsh(key, 'amberdesk-bundle', manifest);
    const inNamespace = (name: string) => armoured(key, name, manifest);
    const bad = {
      'a card’s': signSsh(key, 'amberdesk-card', manifest),
      'a file’s': inNamespace('file'),
      'a commit’s': inNamespace('git'),
      'an entry’s of the directory': inNamespace('amberdesk-directory'),
      'nothing’s': inNamespace(''),
      'bare bytes': bare,
      'a revision’s': ofDigest,
      'a revision’s in armour': `-----BEGIN SSH SIGNATURE-----\n${ofDigest}\n-----END SSH SIGNATURE-----\n`,
      'two of them': sound + sound,
      none: '',
      'of another text': signSsh(key, 'amberdesk-bundle', Buffer.concat([manifest, Buffer.from('\n')])),
    };
    for (const signature of Object.values(bad)) {
      const forged = await tampered(file, tavania, (all) =>
        rename(all, 'manifest.json.sig', () => Buffer.from(signature)),
      );
      await refuses(tavania, 'bundle.signature', () => open(tavania, forged));
    }
    const again = await tampered(file, tavania, (all) => rename(all, 'manifest.json.sig', () => Buffer.from(sound)));
    expect(await open(tavania, again)).toMatchObject({ state: 'staged' });
  });

  it('of a bundle makes no card, so that nobody’s manifest becomes somebody’s key', async () => {
    const { secretariat } = await aDossier();
    const { addCard } = await import('../../../core/exchange/cards.ts');
    const { parseCard } = await import('../../../core/exchange/signedCard.ts');
    const { signature: _signature, ...content } = ownCard(secretariat.session);
    const bytes = Buffer.from(canonicalJson(asJson(content)));
    const posed = {
      ...content,
      signature: signSsh(readSigningKey(secretariat.session.vault), 'amberdesk-bundle', bytes),
    };
    const { tavania } = await aDossier();
    await refuses(tavania, 'card.invalid', async () =>
      addCard(tavania.session, parseCard(canonicalJson(asJson(posed)))),
    );
  });

  it('by another key is refused, be it trusted, in the name of the sender', async () => {
    const { tavania, northmark, file } = await aDossier();
    meet(tavania, northmark);
    await refuses(tavania, 'bundle.signature', async () =>
      open(tavania, await resigned(file, tavania, northmark, () => {})),
    );
    const { privateKey } = generateKeyPairSync('ed25519');
    await refuses(tavania, 'bundle.unknownSender', async () =>
      open(tavania, await resigned(file, tavania, privateKey, () => {})),
    );
  });
});

/** An armoured signature for any namespace, as `ssh-keygen -Y sign` makes it. */
function armoured(key: ReturnType<typeof readSigningKey>, namespace: string, message: Buffer): string {
  const text = (value: string | Buffer) => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const digest = createHash('sha512').update(message).digest();
  const data = Buffer.concat([Buffer.from('SSHSIG'), text(namespace), text(''), text('sha512'), text(digest)]);
  const { x = '' } = key.export({ format: 'jwk' });
  const blob = Buffer.concat([
    Buffer.from('SSHSIG'),
    Buffer.from([0, 0, 0, 1]),
    text(Buffer.concat([text('ssh-ed25519'), text(Buffer.from(x, 'base64url'))])),
    text(namespace),
    text(''),
    text('sha512'),
    text(Buffer.concat([text('ssh-ed25519'), text(sign(null, data, key))])),
  ]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

describe('unsigned metadata', () => {
  it('counts for nothing: name of the file, times, modes and owners in the archive, order of the files', async () => {
    const { tavania, northmark, file } = await aDossier();
    const odd = { mode: 0o6777, uid: 0, gid: 0, uname: 'root', gname: 'root', mtime: new Date(4_000_000_000_000) };
    const dressed = await tampered(file, tavania, (all) => all.map((entry) => ({ ...entry, header: odd })).reverse());
    const preview = await open(tavania, dressed);
    expect(preview).toMatchObject({ state: 'staged', sender: { organisationName: 'Secretariat' }, purpose: 'dossier' });
    // It is the same bundle as the one that came in its own clothes.
    expect(await open(tavania, file)).toMatchObject({ bundle: preview.bundle, repeated: true });
    await refuses(northmark, 'bundle.notForUs', () => open(northmark, dressed));
  });

  it('is refused where it was meant to be read: a swapped README, changed sums, a changed copy', async () => {
    const { secretariat, tavania } = await aDossier();
    const copies = [{ name: 'agenda.pdf', bytes: aSmallPdf() }];
    const { file } = await seal(secretariat, [tavania], { copies });
    const instead = (name: string, bytes: string) =>
      tampered(file, tavania, (all) => rename(all, name, () => Buffer.from(bytes)));
    await refuses(tavania, 'bundle.tampered', async () =>
      open(tavania, await instead('README.txt', 'To open this, send your passphrase to …')),
    );
    await refuses(tavania, 'bundle.tampered', async () =>
      open(tavania, await instead('print/agenda.pdf', '%PDF-1.7 other')),
    );
    await refuses(tavania, 'bundle.tampered', async () => open(tavania, await instead('SHA256SUMS', '')));
  });

  it('does not become signed by who holds a key: what a sender says of itself is held against its card', async () => {
    const { secretariat, tavania, northmark } = await aDossier();
    meet(tavania, northmark);
    await accept(northmark, (await seal(secretariat, [northmark])).file);
    const ours = aPaper(northmark, 'Northmark on grain');
    const { file } = await seal(northmark, [tavania], { records: [ours] });
    const { name, organisation, organisationName, seat, role } = secretariat.session.vault.installation;
    const posing = await resigned(file, tavania, northmark, ({ manifest }) => {
      manifest.sender = { ...(manifest.sender as JsonObject), name, organisation, organisationName, seat, role };
    });
    expect((await open(tavania, posing)).sender).toMatchObject({
      name: 'Joren Halk',
      organisationName: 'Kingdom of Northmark',
      role: 'member',
    });
  });

  it('in the manifest is not parsed before its signature was right', async () => {
    const { tavania, file } = await aDossier();
    const edit = (change: (before: Buffer) => Buffer) =>
      tampered(file, tavania, (all) => rename(all, 'manifest.json', change));
    await refuses(tavania, 'bundle.signature', async () => open(tavania, await edit(() => Buffer.from('not JSON {'))));
    await refuses(tavania, 'bundle.signature', async () =>
      open(tavania, await edit((before) => Buffer.concat([before, Buffer.from(' ')]))),
    );
    await refuses(tavania, 'bundle.signature', async () => open(tavania, await edit(() => Buffer.alloc(0))));
  });
});

describe('plaintext before the end', () => {
  it('is never used: a bundle cut anywhere is refused as cut, and nothing was told or kept', async () => {
    const { tavania, file } = await aDossier();
    const bytes = readFileSync(file);
    const header = bytes.indexOf('\n--- ') + 49;
    const chunk = 64 * 1024 + 16;
    const cuts = [5, 22, 60, header - 1, header, header + 15, header + 16, header + 17, header + 500];
    cuts.push(...[-1, 0, 1].map((beside) => header + 16 + chunk + beside), bytes.length - 1_000, bytes.length - 1);
    for (const cut of cuts) {
      await refuses(tavania, 'bundle.truncated', () => open(tavania, aFile(bytes.subarray(0, cut))));
    }
    await refuses(tavania, 'bundle.tampered', () => open(tavania, aFile(Buffer.concat([bytes, Buffer.from('x')]))));
  });

  it('is never used, whatever it says: the end comes first, and nobody hears of the rest', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const told: unknown[] = [];
    const listening = { ...tavania.session, announce: (event: unknown) => told.push(event) };
    const newer = await resigned(file, tavania, secretariat, ({ manifest }) => {
      Object.assign(manifest, { format: 9, reader: 9 });
    });
    const foreign = await encrypt(
      await archive([{ name: '../x', bytes: Buffer.alloc(70_000) }, ...(await entriesOf(file, tavania))]),
      recipientOf(tavania),
    );
    for (const forged of [newer, foreign]) {
      const bytes = readFileSync(forged);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
      // Neither "made by a newer version" nor "does not belong in a bundle": that would be believing it.
      await refuses(tavania, 'bundle.tampered', () => openBundle(unwatched, listening, aFile(bytes)));
    }
    expect(told).toEqual([]);
  });
});
