import type { Editor } from '@tiptap/core';
import { create } from 'zustand';

interface OpenTexts {
  readonly editors: ReadonlyMap<string, Editor>;
  set(record: string, editor: Editor | null): void;
}

/** The open text of each record, for what stands beside it. */
export const useOpenTexts = create<OpenTexts>((set) => ({
  editors: new Map(),
  set: (record, editor) =>
    set(({ editors }) => {
      const next = new Map(editors);
      if (editor === null) next.delete(record);
      else next.set(record, editor);
      return { editors: next };
    }),
}));
