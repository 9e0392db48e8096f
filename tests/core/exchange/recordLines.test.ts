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

async function unpacked(packed: Buffer): Promise<string[]> {
  const taken: string[] = [];
  for await (const line of unpackRecords(Readable.from([packed]), packed.length)) taken.push(line);
  return taken;
}

it('what is packed can be unpacked: a text of one letter, and a line as long as a line may be', async () => {
  const longest = 'x'.repeat(LIMITS.line);
  const { bytes, recordBytes } = await packRecords([longest, 'y']);
  expect(recordBytes).toBeLessThan(bytes.length * LIMITS.expansion);
  expect(bytes.length).toBeLessThan(recordBytes / 7);
  expect((await unpacked(bytes)).map((line) => line.length)).toEqual([LIMITS.line, 1]);
  // What is usual is packed as usual.
  expect((await packRecords(lines(5000))).bytes.length).toBeLessThan(60_000);
});

it('a line that is longer by one byte is neither packed nor unpacked', async () => {
  const tooLong = Buffer.from(`${'y'.repeat(LIMITS.line + 1)}\n`);
  const refusal = { code: 'bundle.tooLarge', details: ['line'] };
  await expect(packRecords([tooLong.toString().trim()])).rejects.toMatchObject(refusal);
  await expect(unpacked(gzipSync(tooLong, { level: 0 }))).rejects.toMatchObject(refusal);
});
