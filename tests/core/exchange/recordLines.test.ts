import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../core/exchange/limits.ts';
import { packRecords, unpackRecords } from '../../../core/exchange/recordLines.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `{"at":${Math.sin(index)}}`);

it('more revisions than a bundle may have are neither packed nor unpacked, however small they are', async () => {
  const tooMany = lines(LIMITS.revisions + 1);
  const refusal = { code: 'bundle.tooLarge', details: ['revisions'] };
  await expect(packRecords(tooMany)).rejects.toMatchObject(refusal);
  const packed = gzipSync(tooMany.map((line) => `${line}\n`).join(''));
  let taken = 0;
  const unpack = async () => {
    for await (const line of unpackRecords(Readable.from([packed]), packed.length)) taken += line.length > 0 ? 1 : 0;
  };
  await expect(unpack()).rejects.toMatchObject(refusal);
  expect(taken).toBe(LIMITS.revisions);
});
