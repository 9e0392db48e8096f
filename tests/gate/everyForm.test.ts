import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { printDocument } from '../../core/documents/printDocument.ts';
import { unwatched } from '../../core/jobs/work.ts';
import { WAYS_TO_PLANT } from '../core/audit/plantInPdf.ts';
import { archive, decrypted, encrypted } from '../helpers/bundleBytes.ts';
import { BOARD, printSample, releaseFor, sampleId } from '../helpers/printSample.ts';
import { everythingIn } from './everyForm.ts';

const CANARY = 'canary-731905-end';
const to = { passphrase: 'five canaries in one cage', workFactor: 4 };
const open = (sealed: Buffer): Promise<Buffer> => decrypted(sealed, { passphrase: to.passphrase });

/** A zip archive of one file, packed, as an office document is. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed]);
  const central = [Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, Buffer.alloc(14), Buffer.from(name)];
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...central, end]);
}

it('whatever form a string stands in, the search of an output finds it', async () => {
  const words = Buffer.from(`Before ${CANARY} after`);
  const wide = Buffer.from(`Before ${CANARY} after`, 'utf16le');
  const pdf = printDocument(unwatched, releaseFor(printSample(), BOARD).release, {
    document: { what: 'paper', paper: sampleId('paper CB/8/4') },
  }).pdf;
  const forms: Readonly<Record<string, Buffer>> = {
    'as it is': words,
    'wide letters': wide,
    'wide letters, the high end first': Buffer.from(wide).swap16(),
    hexadecimal: Buffer.from(`x${words.toString('hex')}`),
    'hexadecimal of wide letters, in pairs': Buffer.from(wide.toString('hex').replace(/../g, '$& ')),
    base64: Buffer.from(words.toString('base64')),
    'base64 from the middle': Buffer.from(Buffer.concat([Buffer.from('12'), words]).toString('base64url')),
    'base64 in lines': Buffer.from(words.toString('base64').replace(/.{16}/g, '$&\n')),
    entities: Buffer.from(CANARY.replace(/./g, (one) => `&#${one.charCodeAt(0)};`)),
    escapes: Buffer.from(CANARY.replace(/./g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)),
    'an address': Buffer.from(CANARY.replace(/[ad]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)),
    gzip: gzipSync(words),
    zip: zipOf('word/document.xml', words),
    'a name in a zip': zipOf(`${CANARY}.xml`, Buffer.from('')),
    tar: await archive([{ name: 'records.jsonl.gz', bytes: gzipSync(words) }]),
    'a name in a tar': await archive([{ name: CANARY, bytes: Buffer.from('') }]),
    age: await encrypted(await archive([{ name: 'blobs/1', bytes: zipOf('a', gzipSync(words)) }]), to),
  };
  for (const [form, bytes] of Object.entries(forms)) {
    expect([...(await everythingIn(bytes, open)).canaries], form).toEqual([CANARY]);
  }
  for (const [way, plant] of Object.entries(WAYS_TO_PLANT)) {
    expect([...(await everythingIn(plant(pdf, CANARY), open)).canaries], way).toEqual([CANARY]);
  }
  expect((await everythingIn(pdf, open)).canaries).toEqual(new Set());
});
