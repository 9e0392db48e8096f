import type { Editor, Extensions } from '@tiptap/core';
import type { ReactNode } from 'react';

export interface DocumentEditorProps {
  /** The record's id. */
  readonly record: string;
  /** The record's field with the text. */
  readonly field?: string;
  /** What the text is called for those who do not see it: its field's name unless told. */
  readonly label?: string;
  readonly readOnly?: boolean;
  /** The editor, as soon as it is there; null when it goes. */
  readonly onEditor?: (editor: Editor | null) => void;
  /** More extensions: decorations, keys. They may not add to the schema. Given once; later changes are not taken. */
  readonly extensions?: Extensions;
  /** More tools, after the editor's own: buttons. */
  readonly toolbar?: ReactNode;
  /** What is said in the quiet line beside "Saved". */
  readonly status?: ReactNode;
  /** Without margins and with fewer tools: inside something else. */
  readonly compact?: boolean;
  /** Without marks in the margin: every paragraph is marked as the record is. */
  readonly unmarked?: boolean;
}
