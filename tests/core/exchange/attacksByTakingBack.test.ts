/** What somebody can do with recalls and purges: of others' bundles, of others' records, again, or changed on the way. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { admit, foundDirectory, revoke } from '../../../core/directory/acts.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { previewBundle } from '../../../core/exchange/preview.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { purgeRecord } from '../../../core/purge/purgeRecord.ts';
import { allPurges } from '../../../core/purge/purgeRows.ts';
import { settlePurges } from '../../../core/purge/settlePurges.ts';
import { recallBundle, sendPurges } from '../../../core/receipts/sealWords.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { findRecord, revisionsOf } from '../../../core/records/rows.ts';
import type { Purge } from '../../../domain/exchange/purge.ts';
import { naturalId, RecordId, RevisionId } from '../../../domain/records/ids.ts';
import { canonicalJson, isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aDossier, open } from './aDossier.ts';
import { aNetwork, aPaper, type Desk, meet, seal } from './aNetwork.ts';
import { aFile, answerTo, idOf, take } from './byReceipts.ts';
import { forgedPurge } from './forgedPurges.ts';
import { lineOf, withLines, written } from './forgedRevisions.ts';
import { archive, encrypt, entriesOf, recipientOf, resigned, tampered } from './forgery.ts';
import { contentOf, refuses } from './leavesNothing.ts';
import { contentButMarks } from './vaultContent.ts';

/** A dossier that Tavania took, and Northmark, which all know and which can seal to Tavania. */
async function amongThree() {
  const desks = await aDossier();
  const { secretariat, tavania, northmark, file } = desks;
  meet(tavania, northmark);
  const bundle = await take(tavania, file);
  await take(northmark, (await seal(secretariat, [northmark])).file);
  const { digest } = await previewOf(tavania, bundle);
  return { ...desks, bundle, digest };
}

async function previewOf(desk: Desk, bundle: string) {
  const digest = String(
    desk.session.vault.sqlite.prepare<[string], string>('SELECT digest FROM bundle WHERE id = ?').pluck().get(bundle),
  );
  return { ...(await previewBundle(desk.session, bundle)), digest };
}

/** A real bundle of `by` to `to`, with something new inside, that says this besides. */
async function saying(by: Desk, to: Desk, words: { recalls?: object[]; purges?: object[] }): Promise<string> {
  const { file } = await seal(by, [to], { records: [aPaper(by, 'Grain')] });
  return resigned(file, to, by, ({ manifest }) => Object.assign(manifest, words));
}

/** What is written, decided and kept of records here. */
function recordsOn(desk: Desk) {
  const { tables, files } = contentOf(desk);
  return { rows: ['record', 'revision', 'draft', 'blob'].map((name) => tables.get(name)), files };
}

describe('a recall', () => {
  it('of another’s bundle, or under another digest, touches it neither before it comes nor after', async () => {
    const { secretariat, tavania, northmark, paper, bundle, digest } = await amongThree();
    const held = await seal(secretariat, [tavania], { records: [aPaper(secretariat, 'Held back')] });
    const before = recordsOn(tavania);
    const recalls = [bundle, held.bundle].map((id) => ({
      bundle: id,
      digest: id === bundle ? digest : held.digest,
      reason: 'Not mine.',
    }));
    const preview = await open(tavania, await saying(northmark, tavania, { recalls }));
    expect(preview.words.recalls.map(({ here }) => here)).toEqual([false, false]);
    expect(recordsOn(tavania).rows).toEqual(before.rows);
    expect((await previewOf(tavania, bundle)).state).toBe('accepted');
    expect((await open(tavania, held.file)).state).toBe('staged');
    // In the Secretariat's name it needs the Secretariat's key.
    const posing = await seal(northmark, [tavania], { records: [aPaper(northmark, 'Rye')] });
    const { installation } = JSON.parse(
      String((await entriesOf(held.file, tavania)).find(({ name }) => name === 'manifest.json')?.bytes),
    ).sender;
    const named = await resigned(posing.file, tavania, northmark, ({ manifest }) =>
      Object.assign(manifest, { recalls, sender: { ...Object(manifest.sender), installation } }),
    );
    await refuses(tavania, 'bundle.signature', () => open(tavania, named));
    expect(findRecord(tavania.session.vault, paper)?.deleted).toBe(false);
    // The sender's own is touched under its own digest alone.
    const other = [{ bundle, digest: 'a'.repeat(64), reason: 'Of something else.' }];
    const { words } = await open(tavania, await saying(secretariat, tavania, { recalls: other }));
    expect(words.recalls).toMatchObject([{ here: false }]);
    expect(recordsOn(tavania).rows).toEqual(before.rows);
  });

  it('again, or carried on to somebody else, takes nothing of what was sent anew', async () => {
    const { secretariat, tavania, northmark, paper } = await amongThree();
    const wrong = await seal(secretariat, [tavania], { records: [aPaper(secretariat, 'Too early')] });
    await take(tavania, wrong.file);
    const recall = aFile();
    await recallBundle(unwatched, secretariat.session, { bundle: wrong.bundle, reason: 'Too early.', file: recall });
    await open(tavania, recall);
    const anew = await seal(secretariat, [tavania]);
    await take(tavania, anew.file);
    const before = contentButMarks(tavania.session.vault);
    const renamed = join(aFolder(), 'Newer.amber');
    copyFileSync(recall, renamed);
    const inside = await archive(await entriesOf(recall, tavania));
    for (const again of [recall, renamed, await encrypt(inside, recipientOf(tavania)), wrong.file]) {
      expect(await open(tavania, again)).toMatchObject({ repeated: true });
    }
    expect(contentButMarks(tavania.session.vault)).toEqual(before);
    expect((await previewOf(tavania, wrong.bundle)).state).toBe('recalled');
    await refuses(tavania, 'bundle.state', () => acceptBundle(tavania.session, wrong.bundle));
    const toNorthmark = await encrypt(inside, recipientOf(northmark));
    await refuses(northmark, 'bundle.notForUs', () => open(northmark, toNorthmark));
    expect(findRecord(tavania.session.vault, paper)?.deleted).toBe(false);
  });
});

describe('a purge', () => {
  it('by who did not write it takes nothing, in its own name, in another’s, or changed on the way', async () => {
    const { secretariat, tavania, northmark, paper } = await amongThree();
    const { vault } = tavania.session;
    const comment = createRecord(tavania.session, 'comment', {
      record: paper,
      anchor: { block: 'p1', quote: 'On', before: '', after: '' },
      text: 'Is that so?',
    }).id;
    const before = recordsOn(tavania);
    const revisions = revisionsOf(vault, paper).map(({ id }) => RevisionId.parse(id));
    const ours = forgedPurge(secretariat, { record: RecordId.parse(crypto.randomUUID()) });
    const purges = [
      forgedPurge(northmark, { record: paper }),
      forgedPurge(northmark, { record: paper, revisions }),
      // In the Secretariat's name, by Northmark's key.
      forgedPurge(northmark, { record: paper, organisation: secretariat.session.vault.installation.organisation }),
      { ...forgedPurge(northmark, { record: paper }), installation: idOf(secretariat) },
      // What the Secretariat ordered of something else, with the paper put in its place.
      { ...ours, record: paper },
      forgedPurge(secretariat, { record: paper, network: naturalId('network', 'Another') }),
    ];
    for (const purge of purges) await open(tavania, await saying(northmark, tavania, { purges: [purge] }));
    settlePurges(tavania.session, unwatched);
    expect(recordsOn(tavania).rows).toEqual(before.rows);
    expect(findRecord(vault, comment)?.body.anchor).toBeDefined();
    // What nobody could have said at all is refused with the bundle.
    const malformed = await saying(northmark, tavania, { purges: [{ ...ours, revisions: ['all'] }] });
    await refuses(tavania, 'bundle.malformed', () => open(tavania, malformed));
    // The Secretariat's own counts whoever carries it.
    purgeRecord(unwatched, secretariat.session, { record: paper, reason: 'Consent was withdrawn.' });
    const [real] = allPurges(secretariat.session.vault);
    expect(real?.act.record).toBe(paper);
    const carried = await open(tavania, await saying(northmark, tavania, { purges: [asObject(real?.act)] }));
    expect(carried.words.purges).toMatchObject([{ record: paper, organisationName: 'Secretariat' }]);
    expect(findRecord(vault, paper)).toBeUndefined();
  });

  it('again changes nothing, and cut out of a bundle on its way it leaves that bundle unsigned', async () => {
    const { secretariat, tavania, northmark, paper } = await amongThree();
    await answerTo(tavania, secretariat);
    purgeRecord(unwatched, secretariat.session, { record: paper, reason: 'Consent was withdrawn.' });
    const file = aFile();
    await sendPurges(unwatched, secretariat.session, { to: [idOf(tavania)], file });
    const without = await tampered(file, tavania, (all) =>
      all.map((entry) => {
        if (entry.name !== 'manifest.json') return entry;
        const { purges: _purges, ...rest } = JSON.parse(entry.bytes.toString());
        return { ...entry, bytes: Buffer.from(canonicalJson(rest)) };
      }),
    );
    await refuses(tavania, 'bundle.signature', () => open(tavania, without));
    await open(tavania, file);
    const before = contentButMarks(tavania.session.vault);
    expect(await open(tavania, file)).toMatchObject({ repeated: true });
    expect(contentButMarks(tavania.session.vault)).toEqual(before);
    const purges = [asObject(allPurges(secretariat.session.vault)[0]?.act)];
    const count = allPurges(tavania.session.vault).length;
    await open(tavania, await saying(northmark, tavania, { purges }));
    expect(allPurges(tavania.session.vault)).toHaveLength(count);
  });

  it('under a key that was revoked takes nothing, whoever carries it', async () => {
    const { secretariat, tavania, northmark } = await amongThree();
    await foundDirectory(secretariat.session, 'classic');
    for (const desk of [tavania, northmark]) await admit(secretariat.session, { installation: idOf(desk) });
    const theirs = aPaper(northmark, 'Northmark on grain');
    await take(secretariat, (await seal(northmark, [secretariat], { records: [theirs] })).file);
    await take(tavania, (await seal(secretariat, [tavania])).file);
    await revoke(secretariat.session, { installation: idOf(northmark), reason: 'Stolen in a train' });
    await take(tavania, (await seal(secretariat, [tavania], { records: [aPaper(secretariat, 'News')] })).file);
    const before = recordsOn(tavania);
    const purges = [forgedPurge(northmark, { record: theirs })];
    const { file } = await seal(secretariat, [tavania], { records: [aPaper(secretariat, 'More news')] });
    await open(
      tavania,
      await resigned(file, tavania, secretariat, ({ manifest }) => {
        manifest.purges = purges.map(asObject);
      }),
    );
    settlePurges(tavania.session, unwatched);
    expect(recordsOn(tavania).rows).toEqual(before.rows);
    expect(findRecord(tavania.session.vault, theirs)?.title).toBe('Northmark on grain');
  });

  it('of what several began takes one’s own beginning, and no remark that others made on the rest', async () => {
    const { secretariat, tavania, northmark } = await aNetwork();
    meet(tavania, northmark);
    const state = naturalId('organisation', 'QT');
    await take(tavania, (await seal(secretariat, [tavania])).file);
    await take(northmark, (await seal(secretariat, [northmark])).file);
    expect(findRecord(tavania.session.vault, state)?.originator).toBe(
      secretariat.session.vault.installation.organisation,
    );
    const remark = (desk: Desk, text: string) =>
      createRecord(desk.session, 'comment', {
        record: state,
        anchor: { block: '', quote: '', before: '', after: '' },
        text,
      }).id;
    const here = remark(tavania, 'Of ours');
    const body = { name: 'Tavania', type: 'state', code: 'QT', membership: 'member' };
    const begun = written(northmark, { record: state, kind: 'organisation', body });
    const carrier = await seal(northmark, [tavania], { records: [aPaper(northmark, 'Rye')] });
    const twin = await withLines(carrier.file, tavania, northmark, (all) => [...all, lineOf(begun)]);
    await take(tavania, twin);
    await open(tavania, await saying(northmark, tavania, { purges: [forgedPurge(northmark, { record: state })] }));
    const { vault } = tavania.session;
    expect(revisionsOf(vault, state).map(({ id }) => id)).not.toContain(begun.id);
    expect(findRecord(vault, state)?.title).toBe('Republic of Tavania');
    expect(findRecord(vault, here)?.body.text).toBe('Of ours');
    // Nor is what others say of it later kept out.
    const later = remark(secretariat, 'Of the Secretariat');
    await take(tavania, (await seal(secretariat, [tavania], { records: [later] })).file);
    expect(findRecord(vault, later)?.body.text).toBe('Of the Secretariat');
  });
});

function asObject(act: Purge | undefined): JsonObject {
  const json = asJson(act ?? {});
  if (!isJsonObject(json)) throw new TypeError('A purge is an object.');
  return json;
}
