import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { AnnexFile } from '../../../domain/documents/annexFiles.ts';
import type { RichTextNode } from '../../../domain/papers/richText.ts';
import type { ImportedPicture } from '../importedPaper.ts';
import { type ImportNote, type ImportNoteKind, importNote } from '../importNotes.ts';
import type { WordMedia } from './wordMedia.ts';
import type { WordNode } from './wordTree.ts';

/** Makes figures of the pictures of one file. */
export interface FigureMaker {
  readonly figure: (image: WordNode) => RichTextNode | undefined;
  /** What the figures draw, each once. */
  readonly pictures: () => ImportedPicture[];
}

/** So many pictures that were left out are named. */
const NAMED = 100;

/**
 * Pictures as they were cleaned (`look`). Each that is left out is named in the notes: of another form than figures take, or
 * damaged, too large, or too slow to read.
 */
export function figureMaker(
  media: ReadonlyMap<string, WordMedia>,
  look: ((content: Uint8Array) => AnnexFile) | undefined,
  notes: ImportNote[],
): FigureMaker {
  const looked = new Map<string, ImportedPicture | undefined>();
  const leave = (kind: ImportNoteKind, name = ''): undefined => {
    const same = notes.filter((one) => one.kind === kind);
    if (same.length < NAMED && !same.some(({ left }) => left === name)) notes.push(importNote(kind, undefined, name));
  };
  const take = (path: string, content: Uint8Array | undefined): ImportedPicture | undefined => {
    const name = basename(path);
    if (content === undefined || look === undefined) return leave('pictureRefused', name);
    const file = look(content);
    if (file.kind !== 'image' || file.content.length === 0) {
      const isOther = file.unbound === 'format' || (file.kind !== 'image' && file.unbound === undefined);
      return leave(isOther ? 'pictureForm' : 'pictureRefused', name);
    }
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const mediaType = file.format === 'png' ? 'image/png' : 'image/jpeg';
    return { sha256, name, mediaType, content: file.content };
  };
  return {
    figure({ contentType, altText }) {
      const path = contentType ?? '';
      const found = media.get(path);
      if (found === undefined || look === undefined) return leave('image');
      if (!looked.has(path)) looked.set(path, take(path, found.content));
      const picture = looked.get(path);
      if (picture === undefined) return undefined;
      return { type: 'figure', attrs: { file: picture.sha256, alt: altText ?? '', width: found.width } };
    },
    pictures() {
      const kept = [...looked.values()].filter((one) => one !== undefined);
      return [...new Map(kept.map((one) => [one.sha256, one])).values()];
    },
  };
}
