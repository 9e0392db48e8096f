import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { aNetwork, aPaper, attach, seal } from './aNetwork.ts';

it('carries records and attachments from the Secretariat to a capital', async () => {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'Water in the valley');
  const annex = await attach(secretariat, paper);
  const { file } = await seal(secretariat, [tavania]);
  const preview = await openBundle(unwatched, tavania.session, file);
  expect(preview).toMatchObject({
    state: 'staged',
    repeated: false,
    counts: { new: 5, known: 0, refused: 0 },
    warnings: [],
  });
  const accepted = await acceptBundle(tavania.session, preview.bundle);
  expect(accepted.changed).toHaveLength(5);
  expect(readRecord(tavania.session.vault, paper)).toMatchObject({ title: 'Water in the valley' });
  const [{ sha256 }] = readRecord(tavania.session.vault, paper).body.attachments as [{ sha256: string }];
  const parts: Buffer[] = [];
  for await (const part of tavania.session.vault.blobs.read(sha256)) parts.push(part);
  expect(Buffer.concat(parts).equals(annex)).toBe(true);
});
