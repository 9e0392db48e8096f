import { unzipSync, zipSync } from 'fflate';

/** Fills in the fields of a Word form by their keys, as a word processor does. */
export function fillWordForm(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(bytes);
  const xml = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
  const filled = xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, (field) => {
    const key = /w:tag w:val="amberdesk\.([\d.]+)"/.exec(field)?.[1] ?? '';
    const answer = answers[key];
    if (answer === undefined) return field;
    const runs = answer
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
      .join('<w:br/>');
    return field
      .replace('<w:showingPlcHdr/>', '')
      .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent><w:r>${runs}</w:r></w:sdtContent>`);
  });
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': Buffer.from(filled) }));
}

/** The file with this XML put at the end of its text. */
export function withinWord(bytes: Uint8Array, added: string): Buffer {
  const parts = unzipSync(bytes);
  const xml = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
  const changed = xml.replace(/<w:sectPr/, (all) => `${added}${all}`);
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': Buffer.from(changed) }));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
