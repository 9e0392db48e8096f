import { unzipSync, zipSync } from 'fflate';

type Parts = Record<string, string>;

/** The Word file with its parts changed, as an exporter that is careless, or worse, might leave them. */
function withParts(word: Buffer, change: (parts: Parts) => Parts): Buffer {
  const parts = Object.entries(unzipSync(word)).map(([name, bytes]): [string, string] => [
    name,
    Buffer.from(bytes).toString('utf8'),
  ]);
  const made = Object.entries(change(Object.fromEntries(parts))).map(([name, text]) => [name, Buffer.from(text)]);
  return Buffer.from(zipSync(Object.fromEntries(made)));
}

const into = (name: string, before: string, planted: (words: string) => string) => (word: Buffer, words: string) =>
  withParts(word, (parts) => ({ ...parts, [name]: parts[name]?.replace(before, `${planted(words)}${before}`) ?? '' }));

/** Letter by letter, each in a run of its own. */
const inRuns = (words: string) =>
  [...words].map((letter) => `<w:r><w:t xml:space="preserve">${letter}</w:t></w:r>`).join('');
const coded = (words: string) => [...words].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('');

/** Ways in which an exporter can leave words in a Word file that are not to be there; each gives another file. */
export const WAYS_TO_PLANT_IN_WORD: Readonly<Record<string, (word: Buffer, words: string) => Buffer>> = {
  'a paragraph, cut into runs': into('word/document.xml', '<w:sectPr', (words) => `<w:p>${inRuns(words)}</w:p>`),
  'hidden text': into(
    'word/document.xml',
    '<w:sectPr',
    (words) => `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${words}</w:t></w:r></w:p>`,
  ),
  'what was struck out': into(
    'word/document.xml',
    '<w:sectPr',
    (words) => `<w:p><w:del w:id="1"><w:r><w:delText>${words}</w:delText></w:r></w:del></w:p>`,
  ),
  'letters as numbers': into(
    'word/document.xml',
    '<w:sectPr',
    (words) => `<w:p><w:r><w:t>${coded(words)}</w:t></w:r></w:p>`,
  ),
  'the head of the pages': into('word/header1.xml', '</w:hdr>', (words) => `<w:p>${inRuns(words)}</w:p>`),
  'a note': into('word/footnotes.xml', '</w:footnotes>', (words) => `<w:p>${inRuns(words)}</w:p>`),
  'what is read aloud': into(
    'word/document.xml',
    '<w:sectPr',
    (words) => `<w:p><wp:docPr id="1" descr="${coded(words)}"/></w:p>`,
  ),
  'the author': into('docProps/core.xml', '</cp:coreProperties>', (words) => `<dc:creator>${words}</dc:creator>`),
  'a comment of the file': into('word/styles.xml', '</w:styles>', (words) => `<!-- ${words} -->`),
  'where a link leads': into(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    (words) =>
      `<Relationship Id="rIdX" Type="t" Target="https://example.org/${encodeURIComponent(words)}" TargetMode="External"/>`,
  ),
  'a part of its own': (word, words) =>
    withParts(word, (parts) => ({ ...parts, 'word/comments.xml': `<w:p>${inRuns(words)}</w:p>` })),
  'the name of a part': (word, words) => withParts(word, (parts) => ({ ...parts, [`custom/${words}.xml`]: '<x/>' })),
  'behind the end': (word, words) => Buffer.concat([word, Buffer.from(words)]),
};
