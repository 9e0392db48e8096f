import type { Editor } from '@tiptap/core';
import { createContext } from 'react';

export interface ActiveEditor {
  /** The tools work on this text, inside the one around it; null for the one around it. */
  activate(editor: Editor | null): void;
}

/** Which of several texts inside one another the tools work on: the one with the cursor. */
export const ActiveEditor = createContext<ActiveEditor>({ activate: () => {} });
