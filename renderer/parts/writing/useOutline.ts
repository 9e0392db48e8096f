import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { readOutline, type SectionFound } from '../../../domain/papers/readOutline.ts';
import type { Document } from '../../../domain/papers/richText.ts';
import { hasContent } from '../../../domain/papers/wordsOf.ts';
import type { Json } from '../../../domain/records/json.ts';
import { asDocument } from '../editor/schema/documents.ts';
import { outlineDocumentOf } from './outlineIn.ts';

const EMPTY: Document = { type: 'doc', content: [] };

/** How long a text rests before what stands beside it is read anew. */
const PAUSE = 200;

interface OutlineFound {
  readonly sections: readonly SectionFound[];
  /** Something is written, whatever its sections. */
  readonly hasText: boolean;
}

/** The sections of a paper's outline: as they stand in its open editor, else as they are saved. */
export function useOutline(type: string, saved: Json | undefined, editor: Editor | undefined): OutlineFound {
  const [open, setOpen] = useState<Document>();
  useEffect(() => {
    if (editor === undefined) return setOpen(undefined);
    const read = () => !editor.isDestroyed && setOpen(outlineDocumentOf(editor.state.doc));
    let pending = setTimeout(read);
    const later = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      clearTimeout(pending);
      pending = setTimeout(read, PAUSE);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(pending);
      editor.off('transaction', later);
    };
  }, [editor]);
  const document = open ?? asDocument(saved) ?? EMPTY;
  return { sections: readOutline(type, document), hasText: hasContent(document) };
}
