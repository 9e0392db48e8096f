import mammoth from 'mammoth';
import { malformed } from '../../load/malformed.ts';

/** A node of a Word file as mammoth reads it; which of these it has follows from its type. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly styleName?: string | null;
  /** One object for each level of each list style. */
  readonly numbering?: {
    readonly isOrdered: boolean;
    readonly level: string | number;
    readonly paragraphStyleId?: string | undefined;
  } | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isUnderline?: boolean;
  readonly isStrikethrough?: boolean;
  readonly verticalAlignment?: string;
  readonly font?: string | null;
  readonly alignment?: string | null;
  readonly href?: string | null;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly breakType?: string;
  readonly altText?: string | null;
  readonly checked?: boolean;
  readonly isHeader?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly body?: readonly WordNode[];
  /** Of a picture: where it lies in the file, as `wordMedia.ts` has it told. */
  readonly contentType?: string | null;
  /** Of a bookmark. */
  readonly name?: string | null;
  readonly commentId?: string;
  readonly authorName?: string | null;
}

export interface WordDocument extends WordNode {
  readonly children: readonly WordNode[];
  readonly notes: { resolve(reference: WordNode): WordNode | null };
  readonly comments?: readonly WordNode[];
}

/** Reads a Word file that was cleaned. Throws `load.malformed` where it cannot be read. */
export async function readWord(file: Buffer): Promise<WordDocument> {
  let read: WordDocument | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: file },
      {
        transformDocument: (document: unknown) => {
          if (isDocument(document)) read = document;
          // We are done: nothing is made of it here.
          return { type: 'document', children: [], notes: { resolve: () => null }, comments: [] };
        },
      },
    );
  } catch (cause) {
    throw malformed([{ line: 0, sentence: 'This file is damaged or cut short.' }], cause);
  }
  if (read === undefined) throw malformed([{ line: 0, sentence: 'This is no Word file (.docx).' }]);
  return read;
}

function isDocument(value: unknown): value is WordDocument {
  return typeof value === 'object' && value !== null && 'type' in value && 'children' in value && 'notes' in value;
}
