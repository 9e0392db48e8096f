import { createHash } from 'node:crypto';
import { ImageRun } from 'docx';
import { type AnnexFiles, annexPath } from '../../../domain/documents/annexFiles.ts';
import { cleanImage } from '../../annexes/cleanImage.ts';
import { writable } from './wordInlines.ts';
import { mm } from './wordStyles.ts';

/** A picture as it stands in a Word file. */
export interface WordPicture {
  readonly type: 'png' | 'jpg';
  readonly content: Buffer;
  /** In points, as they lie in the file. */
  readonly width: number;
  readonly height: number;
  /** How it is put upright, as its file said: mirrored first, then turned by so many quarters to the right. */
  readonly mirrored: boolean;
  readonly quarters: number;
}

/** The pictures of a document by the paths that its sheet names them by. */
export type WordPictures = ReadonlyMap<string, WordPicture>;

export const NO_PICTURES: WordPictures = new Map();

/** The pictures among the files of a document, which were cleaned when they were looked at. */
export function wordPictures(files: AnnexFiles): WordPictures {
  const found = [...files].filter(([, { kind, content }]) => kind === 'image' && content.length > 0);
  return new Map(found.map(([sha256, file]) => [annexPath(sha256, file), pictureIn(file.content)]));
}

/** The digests of what is put into a file, by which it is known again when that is read. */
export function digestsOf(pictures: WordPictures): Set<string> {
  return new Set([...pictures.values()].map(({ content }) => createHash('sha256').update(content).digest('hex')));
}

/** What a camera that lay on its side wrote (TIFF 6.0, tag 274): mirrored, and quarters to the right. */
const SIDES: Readonly<Record<number, readonly [mirrored: boolean, quarters: number]>> = {
  2: [true, 0],
  3: [false, 2],
  4: [true, 2],
  5: [true, 3],
  6: [false, 1],
  7: [true, 1],
  8: [false, 3],
};

/** Some programs turn a picture as its file says and others do not: nothing of that stays in it, the document turns it. */
function pictureIn(cleaned: Uint8Array): WordPicture {
  const { format, width, height, content } = cleanImage(cleaned);
  const says = format === 'jpg' && content.readUInt16BE(2) === 0xffe1;
  const end = says ? 4 + content.readUInt16BE(4) : 2;
  const [mirrored, quarters] = SIDES[says ? content.readUInt16BE(30) : 1] ?? [false, 0];
  const bare = says ? Buffer.concat([content.subarray(0, 2), content.subarray(end)]) : content;
  return { type: format, content: bare, width, height, mirrored, quarters };
}

/** No figure is higher: its caption stands on the same page. */
const HIGHEST = mm(200);
/** Word counts drawings in points of a screen: 15 twentieths of a point each. */
const onScreen = (length: number): number => Math.max(1, Math.round(length / 15));

interface Shown {
  /** How people and programs find it: `Figure 3.` */
  readonly name: string;
  /** What there is to see. */
  readonly alt: string;
  /** In twentieths of a point. */
  readonly width: number;
}

/** A picture in the text, as wide as it is told, or less where it would be higher than a page. */
export function pictureRun(picture: WordPicture, { name, alt, width: wide }: Shown): ImageRun {
  const lies = picture.quarters % 2 === 1;
  const [across, up] = lies ? [picture.height, picture.width] : [picture.width, picture.height];
  const width = Math.min(wide, (HIGHEST * across) / up);
  const height = (width * up) / across;
  return new ImageRun({
    type: picture.type,
    data: picture.content,
    transformation: {
      width: onScreen(lies ? height : width),
      height: onScreen(lies ? width : height),
      ...(picture.quarters > 0 && { rotation: picture.quarters * 90 }),
      ...(picture.mirrored && { flip: { horizontal: true } }),
    },
    altText: { name: writable(name), description: writable(alt) },
  });
}
