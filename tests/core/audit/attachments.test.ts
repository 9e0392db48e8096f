import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { READ_ATTACHMENTS, readAttachment } from '../../../core/audit/readAttachment.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { attachFile } from '../../../core/records/attachFile.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, SECRETARIAT, seal } from '../exchange/aNetwork.ts';
import { withObject } from './plantInPdf.ts';

const SOURCE =
  'Our source in the harbour of Lowmere says that the convoy leaves before dawn on Thursday and that nobody will escort it past Osk.';
const OWN: Mark = {
  label: 'TLP:AMBER+STRICT',
  distribution: { to: 'named', organisations: [SECRETARIAT], persons: [] },
};

/** A Word file with the sentence over two runs. */
function aLetter(): Promise<Buffer> {
  const children = [SOURCE.slice(0, 40), SOURCE.slice(40)].map((text) => new TextRun({ text }));
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
}

it('stops a bundle with an attachment in which a sentence stands that was withheld, and lets a quotation go, and what it cannot read', async () => {
  const { secretariat } = await aNetwork();
  const { session } = secretariat;
  const paragraph = { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: SOURCE }] };
  const body = { type: 'doc', content: [paragraph] };
  // A note for ourselves quotes the same sentence.
  const note = aPaper(secretariat, 'Own', { body }, OWN);
  const options = PrintOptions.parse({});
  const own = { document: { what: 'paper', paper: note }, audience: { kind: 'self' }, options } as const;
  const { pdf } = printOrder(unwatched, session, own);
  const table = `place,word\nLowmere,"${SOURCE}"\n`;
  const files: readonly (readonly [name: string, content: Buffer, stops: string | undefined])[] = [
    ['received.txt', Buffer.from(`From the field.\r\n${SOURCE.toUpperCase()}\r\n`), 'attachment: received.txt'],
    ['wide.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]), 'attachment: wide.csv'],
    ['copy.pdf', pdf, 'attachment: copy.pdf, page 1'],
    ['letter.docx', await aLetter(), 'attachment: letter.docx, the text'],
    ['few.txt', Buffer.from('A source in the harbour of Lowmere says that the convoy leaves. Own.'), undefined],
    ['picture.bin', randomBytes(2000), undefined],
    [
      'encrypted.pdf',
      Buffer.from(pdf.toString('latin1').replace('/Root', '/Encrypt 1 0 R /Root'), 'latin1'),
      undefined,
    ],
  ];
  const folder = aFolder();
  const request = { passphrase: 'three canaries in a cage', workFactor: 4 } as const;
  const sealed = (name: string, changes: Parameters<typeof seal>[2]) =>
    codeOf(() => seal(secretariat, [], { ...request, file: join(folder, `${name}.amber`), ...changes }));
  const portions = new Map<string, RecordId>();
  for (const [name, content, stops] of files) {
    const paper = aPaper(secretariat, `Registers, ${name}`);
    await attachFile(session, paper, { name, mediaType: 'application/octet-stream' }, content);
    // Taken out of the paper, and forgotten in the file that the paper came as.
    const { id } = createRecord(session, 'portion', { paper, placeholder: crypto.randomUUID(), body }, { mark: OWN });
    portions.set(name, id);
    const code = await sealed(name, { records: [paper] });
    expect(code, name).toBe(stops === undefined ? undefined : 'release.audit');
    if (stops === undefined) continue;
    const [line] = readJournal(session.vault);
    expect(line).toMatchObject({ act: 'release.stopped', detail: { what: 'bundle', place: stops, record: id } });
    expect(JSON.stringify(line)).not.toMatch(/convoy|harbour/i);
    if (name === 'copy.pdf') {
      // So it is where the pages of the file are bound into a print.
      const bound = (audience: Audience) =>
        codeOf(() =>
          printOrder(unwatched, session, {
            document: { what: 'paper', paper },
            audience,
            options: { ...options, annexes: true },
          }),
        );
      expect(await bound({ kind: 'board' })).toBe('release.audit');
      expect(await bound({ kind: 'organisation', organisation: SECRETARIAT })).toBeUndefined();
    }
    // To whom the sentence may go, the file may go.
    const audience = { kind: 'organisation', organisation: SECRETARIAT } as const;
    expect(await sealed(`own ${name}`, { records: [paper], audience }), name).toBeUndefined();
  }
  expect(portions.size).toBe(files.length);
  // Where nothing was taken out, a sentence of it in a note elsewhere is a quotation.
  const other = aPaper(secretariat, 'Ports');
  await attachFile(session, other, { name: 'ports.txt', mediaType: 'text/plain' }, Buffer.from(SOURCE));
  expect(await sealed('quoted', { records: [other, note] })).toBeUndefined();
});

it('unpacks no more of an attachment than it reads, whatever it promises', () => {
  const bomb = deflateSync(Buffer.alloc(5 * READ_ATTACHMENTS.together));
  expect(bomb.length).toBeLessThan(READ_ATTACHMENTS.each);
  const file = withObject(
    Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\nxref\ntrailer\n<< /Root 1 0 R >>\n'),
    '/Filter /FlateDecode',
    bomb,
  );
  expect(readAttachment(file, 'attachment: x.pdf', new Set())).toBeUndefined();
  const deep = Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}`);
  expect(readAttachment(deep, 'attachment: x.pdf', new Set())).toBeUndefined();
});
