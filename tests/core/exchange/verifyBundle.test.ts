import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inspectSealed } from '../../../core/exchange/inspectSealed.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { verifyBundle } from '../../../core/exchange/verifyBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, seal } from './aNetwork.ts';
import { contentOf, refuses } from './leavesNothing.ts';

it('reads a bundle by all rules, says what it is, and keeps neither a row nor a file of it', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  await attach(secretariat, aPaper(secretariat, 'Water in the valley'));
  const { file, bundle } = await seal(secretariat, [tavania]);
  const before = contentOf(tavania);
  const verified = await verifyBundle(unwatched, tavania.session, file);
  expect(verified).toMatchObject({
    bundle,
    repeated: false,
    sender: { name: 'Ada Morn', organisationName: 'Secretariat', trust: 'verified' },
    addressees: [{ name: 'Ilse Varnholt', own: true }],
    purpose: 'dossier',
    attachments: 1,
    putAside: 0,
  });
  expect(contentOf(tavania)).toEqual(before);
  await refuses(northmark, 'bundle.notForUs', () => verifyBundle(unwatched, northmark.session, file));
  await openBundle(unwatched, tavania.session, file);
  expect(await verifyBundle(unwatched, tavania.session, file)).toMatchObject({ repeated: true });
  truncateSync(file, 5000);
  await refuses(tavania, 'bundle.truncated', () => verifyBundle(unwatched, tavania.session, file));
});

it('says without any key to how many it is sealed, and whether it is whole', async () => {
  const { secretariat, tavania, northmark } = await aNetwork();
  await attach(secretariat, aPaper(secretariat, 'Water in the valley'));
  const cut = await seal(secretariat, [tavania, northmark], { volumeBytes: 50_000 });
  const found = await inspectSealed(cut.files);
  expect(found).toEqual({ sealedTo: 'classic', recipients: 2, bytes: cut.bytes, volumes: 3, whole: true });
  const file = join(aFolder(), 'p.amber');
  const { bytes } = await seal(secretariat, [], { file, passphrase: 'a quiet river at dawn', workFactor: 4 });
  expect(await inspectSealed(file)).toEqual({ sealedTo: 'passphrase', recipients: 0, bytes, volumes: 0, whole: true });
  truncateSync(file, bytes - 100);
  expect(await inspectSealed(file)).toMatchObject({ whole: false });
});
