import { unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordPaper } from '../../../core/documents/word/wordPaper.ts';
import { importFile } from '../../../core/papers/importFile.ts';
import { importWord } from '../../../core/papers/word/importWord.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../domain/records/json.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { markedParagraph, paragraph, table, words } from '../../helpers/documentNodes.ts';
import { converted } from '../../helpers/libreOffice.ts';
import { aPaper, BOARD, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { WRITER_FILES } from '../../helpers/writerFiles.ts';
import { EVERY_NODE } from '../documents/everyNode.ts';
import { bare, counter } from './helpers.ts';

const read = (bytes: Uint8Array) => importWord(bytes, { newId: counter() });
const kinds = async (bytes: Uint8Array) => (await read(bytes)).notes.map(({ kind }) => kind);
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];

const outlineOf = (blocks: readonly Json[]) => blocks.filter(isJsonObject).map(({ type, attrs }) => [type, attrs]);

/** A paper with this content as the Word file that the application makes of it. */
function asWord(content: JsonObject[], body: JsonObject = {}): Promise<Buffer> {
  const { release } = releaseFor(aPaper(content, body), BOARD);
  return wordPaper(paperSheet(release, sampleId('the paper'), USUAL_PRINT), USUAL_PRINT, '2026-10-02');
}

/** The file with other parts, or others besides. */
async function changed(change: (parts: Record<string, string>) => Record<string, string>): Promise<Buffer> {
  const parts = Object.entries(unzipSync(await asWord([paragraph('a', words('What stays.'))])));
  const texts = Object.fromEntries(parts.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
  const made: Zippable = {};
  for (const [name, text] of Object.entries(change(texts))) made[name] = Buffer.from(text);
  return Buffer.from(zipSync(made));
}

const inText = (into: string) =>
  changed((parts) => ({
    ...parts,
    'word/document.xml': parts['word/document.xml']?.replace('<w:sectPr', `${into}<w:sectPr`) ?? '',
  }));

describe('a Word file becomes a paper', () => {
  it('without loss of a word, whatever LibreOffice has put into it', async () => {
    const sources = Object.entries(WRITER_FILES).map(([name, text]) => [`${name}.fodt`, text]);
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
      changes: ['tracked', 'comments'],
      letters: ['underline'],
      sections: ['furniture'],
      scripts: [],
      tables: [],
    });
    expect(JSON.stringify(form('changes'))).not.toMatch(/never said|to be checked/);
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
