import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { fileReader } from '../../../core/annexes/fileReader.ts';
import { readDocx } from '../../../core/audit/readDocx.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { wordToFile } from '../../../core/documents/word/wordToFile.ts';
import { unwatched, type Work } from '../../../core/jobs/work.ts';
import { addPicture } from '../../../core/papers/addPicture.ts';
import { attachFile } from '../../../core/records/attachFile.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { aDocument, aPaper, aSession } from '../../helpers/aSession.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { pagesOf } from './aPdf.ts';
import { aJpeg, aPng, chunk, exif } from './aPicture.ts';

/** Every stream of a PDF unpacked, and all its bytes. */
function raw(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const streams = [...source.matchAll(/stream\r?\n/g)].map(({ index }) => {
    try {
      return inflateSync(pdf.subarray(index + 7)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [source, ...streams].join('\n');
}

describe('what is beside a paper', () => {
  it('is bound in page by page under its name, its own page and its mark, without what a file can do; the rest is listed', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { title: 'Crossings', body: aDocument('Some text.', 'More text.') });
    const hostile = pagesOf(['Wells of the north', 'Second page'], {
      catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(7\\)) >> /Metadata 8 0 R',
      page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://tracker.invalid/x) >> >>]',
      more: [{ dictionary: '/Type /Metadata /Subtype /XML', stream: '<author>Somebody</author>' }],
      trailer: '/Info << /Title (Hidden title) >>',
    });
    const attach = (name: string, content: Uint8Array) =>
      attachFile(session, id, { name, mediaType: 'application/octet-stream' }, content);
    await attach('Survey of wells.pdf', hostile);
    await attach('Bridge.jpg', aJpeg([{ marker: 0xe1, body: exif(6, 'GPS 48.1 N') }]));
    await attach('Map.png', aPng(60, 40));
    await attach('Locked.pdf', pagesOf(['One'], { trailer: '/Encrypt 9 0 R' }));
    await attach('Figures.xlsx', Buffer.from('PK not really'));
    const print = (changes: Partial<PrintOptions> = {}, work: Work = unwatched) =>
      printOrder(work, session, {
        document: { what: 'paper', paper: id },
        audience: { kind: 'self' },
        options: { ...PrintOptions.parse({}), annexes: true, ...changes },
      });

    const printed = print();
    expect(printed).toMatchObject({ pages: 5, warnings: [] });
    const read = await readPdf(printed.pdf);
    expect(read.text).toContain('Wells of the north');
    for (const said of [
      'Annex 1',
      'Survey of wells.pdf',
      'page 2 of 2',
      'Annex 3',
      'protected by a password',
      'Figures.xlsx',
      'Left out: scripts, automatic actions, links and properties',
    ]) {
      expect(read.text.replace(/\s+/g, ' ')).toContain(said);
    }
    const bytes = raw(printed.pdf);
    expect(bytes).not.toMatch(/JavaScript|app\.alert|tracker|Hidden title|Somebody|GPS/);
    expect(bytes).toContain('Survey of wells.pdf, page 2 of 2');
    // What was found of a file is known by its digest: nothing looks at it again, and the print is the same.
    let looks = 0;
    const counted = () => {
      looks += 1;
    };
    process.on('worker', counted);
    expect(print().pdf.equals(printed.pdf)).toBe(true);
    process.off('worker', counted);
    expect(looks).toBe(0);

    const french = await readPdf(print({ language: 'fr' }).pdf);
    expect(french.text).toContain('Annexe 1');
    // The archive copy keeps its standard, and pictures; without annexes nothing is bound in.
    const archive = print({ archive: true });
    expect(archive.pages).toBe(3);
    expect(raw(archive.pdf)).toContain('pdfaid:part');
    expect((await readPdf(archive.pdf)).text).toContain('an archive copy holds no pages of other files');
    expect(print({ annexes: false }).pages).toBe(1);

    // Who cancels is heard between files, and a file that takes too long is listed.
    const cancelled: Work = {
      progress: () => {},
      check: () => {
        throw new AmberdeskError('job.cancelled');
      },
    };
    expect(await codeOf(() => print({}, cancelled))).toBe('job.cancelled');
    const [first] = objects(readRecord(session.vault, id).body.attachments);
    const sealed = session.vault.blobs.locate(text(first?.sha256));
    if (sealed === undefined) throw new Error('the file is not there');
    const impatient = fileReader({ megabytes: 64, milliseconds: () => 0 });
    expect(impatient.look(unwatched, { sealed, pdfPages: 'bound' })).toMatchObject({ pages: 0, unbound: 'tooSlow' });
    impatient.close();
    // Its bytes are opened each time: a damaged one is told.
    writeFileSync(sealed.path, Buffer.alloc(64));
    expect(await codeOf(() => print())).toBe('vault.damaged');
  });

  it('is drawn in its text as a figure with its caption and what there is to see, cleaned on the way in, numbered, in a file that keeps its standard', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { title: 'Bridges' });
    const told = aPng(60, 40, [chunk('tEXt', Buffer.from('Author\0Somebody'))]);
    const add = (content: Uint8Array, name = 'bridge.png') =>
      addPicture(session, { paper: id, name, content: Buffer.from(content).toString('base64') });
    const picture = await add(told);
    expect(picture).toMatchObject({ width: 60, height: 40 });
    const before = readRecord(session.vault, id).body;
    expect(await codeOf(() => add(Buffer.from('<svg/>'), 'drawing.svg'))).toBe('picture.format');
    expect(readRecord(session.vault, id).body).toEqual(before);

    const figure = (at: string, file: string) => ({
      type: 'figure',
      attrs: { id: at, file, alt: 'A bridge over a river', width: 60 },
      content: [{ type: 'text', text: 'The crossing at Osk' }],
    });
    const paragraph = { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'See both.' }] };
    const unsaid = { type: 'figure', attrs: { id: 'c', file: picture.sha256 } };
    const content = [figure('a', picture.sha256), paragraph, figure('b', 'cd'.repeat(32)), unsaid];
    editRecord(session, id, { body: { type: 'doc', content } });
    const printed = printOrder(unwatched, session, {
      document: { what: 'paper', paper: id },
      audience: { kind: 'self' },
      options: { ...PrintOptions.parse({}), annexes: true },
    });
    const bytes = raw(printed.pdf);
    expect(bytes).toContain('pdfuaid:part');
    expect(bytes).toContain('A bridge over a river');
    expect(bytes.match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect(bytes).not.toContain('Somebody');
    const read = await readPdf(printed.pdf);
    expect(read.structure).toContain('Figure');
    // What stands in the text is not bound in after it.
    expect(read.text).not.toContain('Annex 1');
    // The picture that is no file of this paper is there in words.
    expect(read.text.replace(/\s+/g, ' ')).toMatch(
      /Figure 1\. The crossing at Osk.*See both\..*A bridge over a river.*Figure 2\. The crossing/,
    );
    // In Word it is there, too, as it was cleaned, and nothing else that is no text; a photograph beside it is put upright.
    const photo = aJpeg([{ marker: 0xe1, body: exif(6, 'GPS 48.1 N') }]);
    await attachFile(session, id, { name: 'Pier.jpg', mediaType: 'image/jpeg' }, photo);
    const file = join(aFolder(), 'Bridges.docx');
    const order = { document: { what: 'paper', paper: id }, audience: { kind: 'self' } } as const;
    await wordToFile(unwatched, session, { ...order, options: PrintOptions.parse({ annexes: true }), file });
    const parts = unzipSync(readFileSync(file));
    const media = Object.entries(parts).filter(([name]) => !/\.(?:xml|rels)$/.test(name));
    expect(media.map(([name]) => name.split('.').at(-1)).toSorted()).toEqual(['jpg', 'png']);
    const inside = media.map(([, content]) => Buffer.from(content).toString('latin1')).join('');
    expect(inside).not.toMatch(/Somebody|Exif|GPS/);
    const xml = Buffer.from(parts['word/document.xml'] ?? []).toString();
    expect([...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, said]) => said)).toEqual([
      'A bridge over a river',
      'Figure 3.',
      'Annex 1, Pier.jpg',
    ]);
    expect(xml).toContain('rot="5400000"');
    // What was not put in by us, nobody lets out.
    const own = new Set(media.map(([, content]) => createHash('sha256').update(content).digest('hex')));
    expect([...readDocx(readFileSync(file), undefined, 'all', own)].length).toBeGreaterThan(10);
    expect(await codeOf(() => [...readDocx(readFileSync(file), undefined, 'all', new Set([...own].slice(1)))])).toBe(
      'release.unread',
    );
  });
});
