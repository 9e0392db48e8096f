import { unzipSync, type Zippable, zipSync } from 'fflate';
import { wordPaper } from '../../../core/documents/word/wordPaper.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { paragraph, words } from '../../helpers/documentNodes.ts';
import { aPaper, BOARD, releaseFor, sampleId } from '../../helpers/printSample.ts';

/** A paper with this content as the Word file that the application makes of it. */
export function asWord(content: JsonObject[], body: JsonObject = {}): Promise<Buffer> {
  const { release } = releaseFor(aPaper(content, body), BOARD);
  return wordPaper(paperSheet(release, sampleId('the paper'), USUAL_PRINT), USUAL_PRINT, '2026-10-02');
}

/** The file with other parts, or others besides. */
export async function changed(
  change: (parts: Record<string, string>) => Record<string, string | Uint8Array>,
): Promise<Buffer> {
  const parts = Object.entries(unzipSync(await asWord([paragraph('a', words('What stays.'))])));
  const texts = Object.fromEntries(parts.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
  const made: Zippable = {};
  for (const [name, text] of Object.entries(change(texts))) made[name] = Buffer.from(text);
  return Buffer.from(zipSync(made));
}

/** A file with this XML at the end of its text. */
export const inText = (into: string) =>
  changed((parts) => ({
    ...parts,
    'word/document.xml': parts['word/document.xml']?.replace('<w:sectPr', `${into}<w:sectPr`) ?? '',
  }));

/** The relationships of the text with more of them. */
export const relationships = (parts: Record<string, string>, more: string) =>
  parts['word/_rels/document.xml.rels']?.replace('</Relationships>', `${more}</Relationships>`) ?? '';
/** What the types of relationships begin with. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A paragraph of these runs, in a style. */
export const paragraphOf = (inside: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`;
/** A run of text. */
export const runOf = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A picture in the text: its relationship, what there is to see, and how wide it is in EMU. */
export const aDrawing = (id: string, alt: string, wide = 3_000_000) =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="${wide}" cy="9"/><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="u"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
/** Relationships to pictures, each by its name. */
export const imagesIn = (pictures: Record<string, Uint8Array>) =>
  Object.keys(pictures)
    .map((name) => `<Relationship Id="${name}" Type="${OFFICE}/image" Target="media/${name}"/>`)
    .join('');
/** Pictures as parts of a file. */
export const mediaOf = (pictures: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`word/media/${name}`, bytes]));
/** Where the words begin that a comment is on. */
export const begins = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
/** Where they end, and the comment is called. */
export const ends = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
