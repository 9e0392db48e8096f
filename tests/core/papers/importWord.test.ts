import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookAtFile } from '../../../core/annexes/lookAtFile.ts';
import { wordPaper } from '../../../core/documents/word/wordPaper.ts';
import { wordPictures } from '../../../core/documents/word/wordPictures.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { importFile } from '../../../core/papers/importFile.ts';
import { loadPaper } from '../../../core/papers/loadPaper.ts';
import { notesOn } from '../../../core/papers/notesOn.ts';
import { importWord } from '../../../core/papers/word/importWord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { checkDocument } from '../../../domain/papers/checkDocument.ts';
import { figureFiles } from '../../../domain/papers/figures.ts';
import { placeAnchor } from '../../../domain/papers/placeAnchor.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import { isJsonObject, type Json } from '../../../domain/records/json.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { aSession } from '../../helpers/aSession.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { markedParagraph, paragraph, table, words } from '../../helpers/documentNodes.ts';
import { converted } from '../../helpers/libreOffice.ts';
import { aPaper, BOARD, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { WRITER_FILES, withPictures } from '../../helpers/writerFiles.ts';
import { aJpeg, aPng, chunk } from '../annexes/aPicture.ts';
import { EVERY_NODE } from '../documents/everyNode.ts';
import { bare, counter } from './helpers.ts';
import {
  aDrawing,
  asWord,
  begins,
  changed,
  ends,
  imagesIn,
  inText,
  mediaOf,
  OFFICE,
  paragraphOf,
  relationships,
  runOf,
} from './wordFiles.ts';

const look = (content: Uint8Array) => lookAtFile(content, 'word');
const read = (bytes: Uint8Array) => importWord(bytes, { newId: counter(), look });
const kinds = async (bytes: Uint8Array) => (await read(bytes)).notes.map(({ kind }) => kind);
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];

const outlineOf = (blocks: readonly Json[]) => blocks.filter(isJsonObject).map(({ type, attrs }) => [type, attrs]);

describe('a Word file becomes a paper', () => {
  it('without loss of a word, whatever LibreOffice has put into it', async () => {
    const pictures = withPictures([
      [aPng(60, 40).toString('base64'), 'A bridge over a river', 9],
      [aJpeg().toString('base64'), '', 5],
    ]);
    const sources = Object.entries({ ...WRITER_FILES, pictures }).map(([name, text]) => [`${name}.fodt`, text]);
    const files = converted(Object.fromEntries(sources), 'docx');
    const papers: Record<string, Awaited<ReturnType<typeof read>>> = {};
    const texts = converted(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${name}.docx`, bytes])),
      'txt:Text (encoded):UTF8',
    );
    for (const [name, bytes] of Object.entries(files)) {
      const paper = await read(bytes);
      papers[name] = paper;
      const taken = wordsIn(`${paper.title ?? ''} ${textOf(paper.document)}`);
      // LibreOffice writes the numbers of lists and notes into its text; they stand in the document's form here.
      const isThere = (word: string) => taken.includes(word) || taken.includes(word.replace(/(?:\d+|i)$/, ''));
      const lost = wordsIn(String(texts[name])).filter((word) => !isThere(word) && !/^\d+$/.test(word));
      // It also writes what was struck out, glued to the word before.
      expect({ name, lost }).toEqual({ name, lost: name === 'changes' ? ['twicewas', 'never'] : [] });
      expect(checkDocument(paper.document)).toEqual([]);
    }
    const form = (name: string) => bare(papers[name]?.document ?? { type: 'doc', content: [] });
    expect(papers.headings?.title).toBe('A report of the mission');
    expect(outlineOf(form('headings'))).toEqual([
      ['heading', { level: 1 }],
      ['paragraph', undefined],
      ['heading', { level: 2 }],
      ['paragraph', undefined],
      ['heading', { level: 3 }],
      ['paragraph', undefined],
    ]);
    expect(JSON.stringify(form('letters'))).toMatch(/bold.*italic.*strike.*superscript.*subscript.*code/);
    expect(form('lists')[1]).toMatchObject({
      type: 'orderedList',
      attrs: { start: 4 },
      content: [{}, { content: [{ type: 'paragraph' }, { type: 'bulletList' }] }, {}],
    });
    expect(form('tables')[1]).toMatchObject({
      type: 'table',
      content: [
        { content: [{ type: 'tableHeader' }, { type: 'tableHeader', attrs: { colspan: 2 } }] },
        { content: [{ type: 'tableCell', attrs: { rowspan: 2 } }, {}, {}] },
        { content: [{ type: 'tableCell' }, {}] },
      ],
    });
    expect(JSON.stringify(form('notes')).match(/"footnote"/g)).toHaveLength(3);
    expect(JSON.stringify(form('links'))).toContain('https://example.org/access');
    const told = Object.fromEntries(
      Object.entries(papers).map(([name, { notes }]) => [name, notes.map(({ kind }) => kind)]),
    );
    expect(told).toMatchObject({
      notes: ['endnote'],
      changes: ['tracked', 'struckOut', 'comments'],
      letters: ['underline'],
      sections: ['furniture'],
      scripts: [],
      tables: [],
    });
    // What was put in stands; what was struck out is told with who did it; a remark stands where it was made.
    expect(textOf(papers.changes?.document ?? { type: 'doc', content: [] })).toBe(
      'It was said and written down twice.\nA remark stands here.',
    );
    expect(papers.changes?.notes.find(({ kind }) => kind === 'struckOut')?.left).toBe(
      'Desk, 2026-01-01: was never said',
    );
    expect(papers.changes?.comments).toMatchObject([
      { text: 'Desk, 2026-01-01:\nto be checked', resolved: false, anchor: { block: expect.any(String) } },
    ]);
    expect(papers.pictures?.pictures?.map(({ name }) => name)).toHaveLength(2);
    expect(form('pictures')).toMatchObject([
      { type: 'paragraph' },
      { type: 'figure', attrs: { alt: 'A bridge over a river', width: 60 } },
      { type: 'figure', attrs: { width: 40 } },
    ]);
  }, 120_000);

  it('as it was, when the application made the file: text, headings, lists, tables, notes and marks', async () => {
    const content = [
      ...EVERY_NODE.filter(({ type }) => type !== 'blockquote' && type !== 'portion'),
      markedParagraph('g', 'TLP:GREEN', words('Open to all.')),
      paragraph('r', words('As marked.')),
    ];
    const asks = [{ id: 'x', order: 'a0', text: 'to take note of it;' }];
    const paper = await read(await asWord(content, { asks, title: 'Access in March' }));
    expect(paper).toMatchObject({ title: 'Access in March', asks: ['to take note of it;'], notes: [], portions: [] });
    const again = await read(await asWord(paper.document.content, { title: 'Access in March' }));
    expect(bare(again.document)).toEqual(bare(paper.document));
    const outline = outlineOf(bare(paper.document));
    expect(outline).toContainEqual(['paragraph', { mark: 'TLP:GREEN' }]);
    expect(outline.filter(([type]) => type === 'heading')).toHaveLength(6);
    expect(outline).toContainEqual(['table', { caption: 'captioned' }]);
    expect(outline.map(([type]) => type)).toEqual(
      expect.arrayContaining(['bulletList', 'codeBlock', 'horizontalRule']),
    );
    expect(JSON.stringify(bare(paper.document))).toMatch(/"orderedList","attrs":\{"start":3\}.*"footnote"/);
  });

  it('with what is marked stricter than the paper set apart, never inside it', async () => {
    const sheet = await asWord([
      markedParagraph('a', 'TLP:GREEN', words('Open.')),
      table('t', 'Days', [['Month', 'Days']]),
      paragraph('b', words('Closed.')),
    ]);
    // To somebody whose paper is for the community, the paragraph of the board is the stricter one.
    const paper = await importWord(sheet, { newId: counter(), label: 'TLP:GREEN' });
    expect(textOf(paper.document)).not.toContain('Closed');
    expect(paper.portions.map(({ label, body }) => [label, textOf(body)])).toContainEqual(['TLP:AMBER', 'Closed.']);
  });

  it('without programs, embedded files and what would be fetched; each is said', async () => {
    const remote =
      '<Relationship Id="rIdFar" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://tracker.example/x.png" TargetMode="External"/></Relationships>';
    const bytes = await changed((parts) => ({
      ...parts,
      'word/vbaProject.bin': 'Sub AutoOpen()',
      'word/embeddings/oleObject1.bin': 'x',
      'word/_rels/document.xml.rels': parts['word/_rels/document.xml.rels']?.replace('</Relationships>', remote) ?? '',
    }));
    expect(await kinds(bytes)).toEqual(['macro', 'embedded', 'remote']);
    expect(textOf((await read(bytes)).document)).toBe('What stays.');
    const formula = await inText('<w:p><m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara></w:p>');
    expect(textOf((await read(formula)).document)).toBe('What stays.\na+b');
    expect(await kinds(formula)).toEqual(['formula']);
    const odd = await inText(
      '<w:p><w:hyperlink r:id="x"><w:r><w:t>no link</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:unknown>kept</w:unknown><w:t>text</w:t></w:r></w:p>',
    );
    expect(textOf((await read(odd)).document)).toContain('no link');
  });
});

describe('what stands in the margin of a Word file', () => {
  /** A file with these comments on this text; `more`: which answers which, and which is done. */
  const withComments = (text: string, comments: string, more = '', pictures: Record<string, Uint8Array> = {}) =>
    changed((parts) => ({
      ...parts,
      'word/document.xml': parts['word/document.xml']?.replace('<w:sectPr', `${text}<w:sectPr`) ?? '',
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${comments}</w:comments>`,
      'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${more}</w15:commentsEx>`,
      'word/_rels/document.xml.rels': relationships(
        parts,
        `<Relationship Id="rIdC" Type="${OFFICE}/comments" Target="comments.xml"/>${imagesIn(pictures)}`,
      ),
      ...mediaOf(pictures),
    }));
  const comment = (id: number, text: string, by = 'Ada Quill') =>
    `<w:comment w:id="${id}" w:author="${by}" w:date="2026-03-0${id + 1}T10:00:00Z">${text
      .split('|')
      .map((line) => `<w:p w14:paraId="P${id}"><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('')}</w:comment>`;

  it('becomes comments on the same words, with who said it and when, answers under what they answer', async () => {
    const cell = (text: string) => `<w:tc>${paragraphOf(text)}</w:tc>`;
    const bytes = await withComments(
      [
        paragraphOf(
          `${runOf('The bridge at ')}${begins(0)}${begins(1)}${runOf('Osk')}${ends(0)}${ends(1)}${runOf(' is closed.')}`,
        ),
        paragraphOf(`${runOf('It opens ')}${begins(2)}${runOf('in May.')}`),
        paragraphOf(`${runOf('Or later')}${ends(2)}${runOf(', they say.')}`),
        `<w:tbl><w:tr>${cell('')}${cell(`${runOf('eleven ')}${begins(3)}${runOf('days')}${ends(3)}`)}</w:tr></w:tbl>`,
        `${begins(4)}${paragraphOf(runOf('A whole paragraph.'))}<w:commentRangeEnd w:id="4"/>`,
        paragraphOf(runOf('The end.')),
      ].join(''),
      [
        comment(0, 'Who says so?|And since when?'),
        comment(1, 'The ferrymen.', 'Bram &amp; Co'),
        comment(2, 'Both?'),
        comment(3, 'Ten.'),
        comment(4, 'Out.'),
        comment(5, 'On nothing.', ''),
        comment(6, ''),
      ].join(''),
      '<w15:commentEx w15:paraId="P0" w15:done="1"/><w15:commentEx w15:paraId="P1" w15:paraIdParent="P0" w15:done="1"/>',
    );
    const { document, comments = [], notes } = await read(bytes);
    expect(notes.map(({ kind }) => kind)).toEqual(['comments']);
    expect(JSON.stringify(document)).not.toMatch(/commentEdge|\uFDD0/);
    expect(checkDocument(document)).toEqual([]);
    expect(comments.map(({ text, replyTo, resolved }) => [text, replyTo, resolved])).toEqual([
      ['Ada Quill, 2026-03-01:\nWho says so?\nAnd since when?', undefined, true],
      ['Ada Quill, 2026-03-03:\nBoth?', undefined, false],
      ['Ada Quill, 2026-03-04:\nTen.', undefined, false],
      ['Ada Quill, 2026-03-05:\nOut.', undefined, false],
      ['2026-03-06:\nOn nothing.', undefined, false],
      ['Bram & Co, 2026-03-02:\nThe ferrymen.', 0, true],
    ]);
    expect(comments.map(({ anchor }) => [anchor?.quote, anchor?.last?.quote])).toEqual([
      ['Osk', undefined],
      ['in May.', 'Or later'],
      ['days', undefined],
      ['A whole paragraph.', undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    for (const { anchor } of comments) {
      if (anchor !== undefined) expect(placeAnchor(document, anchor)?.how).toBe('exact');
    }
  });

  it('is kept in the vault with the mark of what it is on, and the pictures beside their paper, all or nothing', async () => {
    const session = await aSession();
    const file = join(aFolder(), 'Osk.docx');
    const drawn = aDrawing('a.png', 'A bridge');
    const bytes = await withComments(
      [
        paragraphOf(`${runOf('The ')}${begins(0)}${runOf('bridge')}${ends(0)}${begins(1)}${ends(1)}`),
        paragraphOf(drawn),
        paragraphOf(`${runOf('TLP:RED\u2002 Who ')}${begins(2)}${runOf('holds it')}${ends(2)}`),
        paragraphOf(drawn.replace('a.png', 'b.png')),
      ].join(''),
      `${comment(0, 'Which one?')}${comment(1, 'The old one.')}${comment(2, 'Ask.')}`,
      '<w15:commentEx w15:paraId="P1" w15:paraIdParent="P0"/>',
      { 'a.png': aPng(60, 40), 'b.png': aPng(61, 40) },
    );
    writeFileSync(file, bytes);
    const { paper, notes } = await loadPaper(unwatched, session, { file });
    expect(notes.map(({ kind }) => kind)).toEqual(['comments']);
    const records = (kind: string) => listRecords(session.vault, { kind });
    const [portion] = records('portion');
    const { body, handling } = readRecord(session.vault, paper);
    expect(records('comment').map(({ body: own, handling: mark }) => [own.record, mark.label, text(own.text)])).toEqual(
      expect.arrayContaining([
        [paper, handling.label, 'Ada Quill, 2026-03-01:\nWhich one?'],
        [paper, handling.label, 'Ada Quill, 2026-03-02:\nThe old one.'],
        [portion?.id, 'TLP:RED', 'Ada Quill, 2026-03-03:\nAsk.'],
      ]),
    );
    const on = notesOn(session.vault, paper);
    const first = on.find(({ replyTo }) => replyTo === undefined);
    expect(on.flatMap(({ replyTo }) => replyTo ?? [])).toEqual([first?.id]);
    expect(first?.anchor).toMatchObject({ quote: 'bridge' });
    const files = objects(body.attachments);
    expect(files.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    for (const one of files) expect(session.vault.blobs.locate(text(one.sha256))).toBeDefined();
    expect([...figureFiles(body.body)]).toHaveLength(2);
  });

  it('stays with words that are set apart, and circles and crowds of comments end', async () => {
    const marked = await withComments(
      paragraphOf(`${runOf('TLP:AMBER\u2002 Closed ')}${begins(0)}${runOf('words')}${ends(0)}${runOf('.')}`),
      comment(0, 'How closed?'),
    );
    const paper = await importWord(marked, { newId: counter(), label: 'TLP:GREEN' });
    const [apart] = paper.portions;
    expect(paper.comments).toMatchObject([{ portion: apart?.placeholder, anchor: { quote: 'words' } }]);
    const circle = await withComments(
      '',
      `${comment(0, 'One.')}${comment(1, 'Two.')}${'<w:comment w:id="7"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>'.repeat(1001)}`,
      '<w15:commentEx w15:paraId="P0" w15:paraIdParent="P1"/><w15:commentEx w15:paraId="P1" w15:paraIdParent="P0"/>',
    );
    const { comments = [], notes } = await read(circle);
    expect(comments).toHaveLength(1000);
    expect(notes.map(({ kind }) => kind)).toEqual(['comments', 'manyComments']);
  });

  it('and what was struck out is told in whole words, however it was cut, and never stands in the text', async () => {
    const del = (text: string, by = 'Ada', on = '2026-04-01') =>
      `<w:del w:id="1" w:author="${by}" w:date="${on}T00:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
    const bytes = await inText(
      [
        paragraphOf(
          `${runOf('Kept ')}${del('was ne')}${del('ver ')}<w:ins w:id="2" w:author="Ada">${runOf('put in ')}</w:ins>${del('said &lt;b&gt;', 'Bram')}`,
        ),
        paragraphOf(`<w:moveFrom w:id="3"><w:r><w:t>moved</w:t></w:r></w:moveFrom>${del('y'.repeat(400))}`),
        paragraphOf(Array.from({ length: 120 }, (_, at) => `${del(`n${at}`)}${runOf(' and ')}`).join('')),
      ].join(''),
    );
    const { document, notes } = await read(bytes);
    expect(textOf(document)).toMatch(/^What stays\.\nKept put in\n(?:and +)*and$/);
    const struck = notes.filter(({ kind }) => kind === 'struckOut').map(({ left }) => left);
    expect(struck.slice(0, 3)).toEqual([
      'Ada, 2026-04-01: was never',
      'Bram, 2026-04-01: said <b>',
      `Ada, 2026-04-01: ${'y'.repeat(300)}…`,
    ]);
    expect(struck).toHaveLength(100);
    expect(notes.map(({ kind }) => kind)).toContain('moreStruckOut');
  });
});

describe('pictures of a Word file', () => {
  const withDrawings = (text: string, pictures: Record<string, Uint8Array>, more = '') =>
    changed((parts) => ({
      ...parts,
      'word/document.xml': parts['word/document.xml']?.replace('<w:sectPr', `${text}<w:sectPr`) ?? '',
      'word/_rels/document.xml.rels': relationships(parts, `${imagesIn(pictures)}${more}`),
      ...mediaOf(pictures),
    }));

  it('become figures with their captions, cleaned; each that does not is named, and what there is to see stays', async () => {
    const told = aPng(60, 40, [chunk('tEXt', Buffer.from('Author\0Somebody'))]);
    const far = `<Relationship Id="far" Type="${OFFICE}/image" Target="https://tracker.example/x.png" TargetMode="External"/>`;
    const bytes = await withDrawings(
      [
        paragraphOf(aDrawing('a.png', 'A bridge')),
        paragraphOf(`${runOf('Figure 7: ')}${runOf('The crossing')}`, 'FigureCaption'),
        paragraphOf(`${runOf('See ')}${aDrawing('b.jpg', 'A pier', 6_000_000)}${runOf('beside it.')}`),
        paragraphOf(runOf('A plan'), 'FigureCaption'),
        paragraphOf(aDrawing('a.png', '')),
        paragraphOf(runOf('Table 1. Days'), 'TableCaption'),
        `<w:tbl><w:tr><w:tc>${paragraphOf(`${runOf('in a cell')}${aDrawing('a.png', 'small')}`)}</w:tc></w:tr></w:tbl>`,
        ...['c.emf', 'd.png', 'e.svg', 'far', 'none'].map((id) => paragraphOf(aDrawing(id, `what ${id} shows`))),
        '<w:p><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>',
      ].join(''),
      {
        'a.png': told,
        'b.jpg': aJpeg(),
        'c.emf': Buffer.from('\x01\0\0\0 EMF'),
        'd.png': told.subarray(0, 60),
        'e.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      },
      `${far}<Relationship Id="none" Type="${OFFICE}/image" Target="media/none.png"/>`,
    );
    const { document, pictures = [], notes } = await read(bytes);
    expect(checkDocument(document)).toEqual([]);
    const [bridge, pier] = pictures;
    expect(pictures.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['a.png', 'image/png'],
      ['b.jpg', 'image/jpeg'],
    ]);
    expect(Buffer.from(bridge?.content ?? []).toString('latin1')).not.toContain('Somebody');
    const figure = (file: string | undefined, alt: string, width: number, caption?: string) => ({
      type: 'figure',
      attrs: { file, alt, width },
      ...(caption !== undefined && { content: [{ type: 'text', text: caption }] }),
    });
    const blocks = bare(document)
      .filter(isJsonObject)
      .map(({ type, attrs, content }) =>
        type === 'figure' ? { type, attrs, ...(content !== undefined && { content }) } : type,
      );
    expect(blocks.slice(1, 8)).toEqual([
      figure(bridge?.sha256, 'A bridge', 60, 'The crossing'),
      'paragraph',
      figure(pier?.sha256, 'A pier', 100, 'A plan'),
      figure(bridge?.sha256, '', 60),
      'table',
      figure(bridge?.sha256, 'small', 60),
      'paragraph',
    ]);
    expect(textOf(document)).toContain('See beside it.');
    expect(textOf(document)).toContain('Days\nin a cell');
    for (const id of ['c.emf', 'd.png', 'e.svg', 'far', 'none'])
      expect(textOf(document)).toContain(`[what ${id} shows]`);
    expect(notes.map(({ kind, left }) => [kind, left])).toEqual([
      ['remote', ''],
      ['chart', ''],
      ['pictureForm', 'c.emf'],
      ['pictureRefused', 'd.png'],
      ['pictureForm', 'e.svg'],
      ['image', ''],
    ]);
    // Where nobody looks at pictures, none are taken.
    const unseen = await importWord(bytes, { newId: counter() });
    expect(unseen.pictures).toBeUndefined();
    expect(textOf(unseen.document)).toContain('[A bridge]');
  });

  it('come back as they were from a file of ours', async () => {
    const file = 'ab'.repeat(32);
    const content = [
      {
        type: 'figure',
        attrs: { id: 'f', file, alt: 'A bridge', width: 60 },
        content: [words('The crossing', 'bold')],
      },
      markedParagraph('g', 'TLP:GREEN', words('Open.')),
    ];
    const attachments = [{ id: 'a', order: 'a', name: 'b.png', mediaType: 'image/png', size: 9, sha256: file }];
    const { release } = releaseFor(aPaper(content, { attachments }), BOARD);
    const files = new Map([[file, lookAtFile(aPng(60, 40), 'word')]]);
    const sheet = paperSheet(release, sampleId('the paper'), USUAL_PRINT, files);
    const {
      document,
      pictures = [],
      notes,
    } = await read(await wordPaper(sheet, USUAL_PRINT, '2026-10-02', wordPictures(files)));
    expect(notes).toEqual([]);
    expect(bare(document)[0]).toEqual({
      type: 'figure',
      attrs: { file: pictures[0]?.sha256, alt: 'A bridge', width: 60 },
      content: [words('The crossing', 'bold')],
    });
  });
});

describe('a hostile or broken Word file is refused in words, and nothing is read of it', () => {
  const whole = asWord([paragraph('a', words('What stays.'))]);
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, RegExp?]>([
    ['that is a text', () => Buffer.from('Dear all'), 'load.malformed', /no Word file/],
    ['that is cut short', async () => (await whole).subarray(0, 9000), 'load.malformed', /cut short/],
    ['that is empty', () => Buffer.from([]), 'load.malformed', /no Word file/],
    ['that is another zip file', () => zipSync({ 'a.txt': Buffer.from('x') }), 'load.malformed', /no Word file/],
    [
      'that is locked',
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'load.malformed',
      /password/,
    ],
    ['of an old Word', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'load.malformed', /old Word/],
    [
      'with entities of its own',
      () =>
        changed((parts) => ({
          ...parts,
          'word/document.xml': `<!DOCTYPE x [<!ENTITY far SYSTEM "file:///etc/passwd">]>${parts['word/document.xml']}`,
        })),
      'load.malformed',
      /entities/,
    ],
    ['with text that is packed a thousandfold', () => inText(`<w:p>${' '.repeat(20_000_000)}</w:p>`), 'load.tooLarge'],
    [
      'with very many parts',
      () => zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`word/x${at}.xml`, Buffer.from('')]))),
      'load.tooLarge',
    ],
    ['with very many cells', () => inText('<w:tbl><w:tr><w:tc></w:tc></w:tr></w:tbl>'.repeat(20_001)), 'load.tooLarge'],
    [
      'that nests without end',
      () => inText(`${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`),
      'load.malformed',
      /too deeply/,
    ],
    ['whose tags do not close', () => inText('<w:p>'), 'load.malformed', /cut short/],
  ])('%s', async (_what, bytes, code, said) => {
    const given = await bytes();
    const refusal: unknown = await importFile('a.docx', given, { newId: counter() }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code });
    if (said !== undefined) expect(JSON.stringify(refusal)).toMatch(said);
  });

  it('also where it says that it is smaller than it is', async () => {
    const bytes = Buffer.from(await inText(`<w:p>${'x'.repeat(1_000_000)}</w:p>`));
    // The size in the directory at the end, of the largest part.
    const at = bytes.lastIndexOf(Buffer.from('word/document.xml')) - 46;
    bytes.writeUInt32LE(1000, at + 24);
    expect(await codeOf(() => read(bytes))).toBe('load.malformed');
  });
});
