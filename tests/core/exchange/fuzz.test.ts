import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openBundle } from '../../../core/exchange/openBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, seal } from './aNetwork.ts';
import { archiveOf, encrypt, recipientOf } from './forgery.ts';
import { contentOf } from './leavesNothing.ts';
import { contentButMarks } from './vaultContent.ts';

async function aDossier() {
  const { secretariat, tavania } = await aNetwork();
  await attach(secretariat, aPaper(secretariat, 'Water in the valley'));
  const { file } = await seal(secretariat, [tavania]);
  return { tavania, file };
}

it('refuses a bundle with any one bit changed or cut anywhere, with nothing written', async () => {
  const { tavania, file } = await aDossier();
  const sound = readFileSync(file);
  const before = contentOf(tavania);
  const damaged = join(aFolder(), 'Damaged.amber');
  const damage = fc.record({
    at: fc.oneof(fc.nat(sound.length - 1), fc.nat(600)),
    bit: fc.nat(7),
    how: fc.constantFrom('flip', 'cut'),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, bit, how }) => {
      const bytes = how === 'cut' ? sound.subarray(0, at) : Buffer.from(sound);
      if (how === 'flip') bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
      writeFileSync(damaged, bytes);
      expect(await codeOf(() => openBundle(unwatched, tavania.session, damaged))).toMatch(
        /^bundle\.(notBundle|truncated|tampered|notForUs|passphrase|tooLarge)$/,
      );
      expect(contentOf(tavania).files).toEqual(before.files);
    }),
    { numRuns: 300 },
  );
  expect(contentOf(tavania)).toEqual(before);
});

/** The parts of an archive that mean something: headers but for the check sum's own field, and contents. */
function meaningfulParts(tar: Buffer): [number, number][] {
  const parts: [number, number][] = [];
  for (let at = 0; tar.readUInt8(at) !== 0; ) {
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8);
    parts.push([at, at + 148], [at + 156, at + 512 + size]);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return parts;
}

it('refuses an archive with a byte changed by somebody who can encrypt to us, with nothing written', async () => {
  const { tavania, file } = await aDossier();
  const sound = await archiveOf(file, tavania);
  const parts = meaningfulParts(sound);
  // The attachment's own bytes are most of the archive; the headers and small files are what is interesting.
  const place = fc.oneof({ weight: 4, arbitrary: fc.nat(12_000) }, { weight: 1, arbitrary: fc.nat(sound.length - 1) });
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = Buffer.from(sound);
      bytes.writeUInt8(bytes.readUInt8(at) ^ change, at);
      const forged = await encrypt(bytes, recipientOf(tavania));
      const content = () => contentButMarks(tavania.session.vault);
      const before = content();
      let repeated = false;
      const code = await codeOf(async () => {
        repeated = (await openBundle(unwatched, tavania.session, forged)).repeated;
      });
      if (code === undefined && !repeated) {
        // Padding is nobody's: a change there leaves a sound bundle, which from then on is here already.
        expect(parts.some(([from, to]) => at >= from && at < to)).toBe(false);
      } else {
        expect(code ?? 'bundle.layout').toMatch(/^bundle\.(layout|signature|tampered|tooLarge|unknownSender)$/);
        expect(content()).toEqual(before);
      }
    }),
    { numRuns: 300 },
  );
});
