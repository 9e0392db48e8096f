import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import type { Label } from '../../../domain/handling/handling.ts';
import { tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import type { DocumentEditorProps } from './documentEditorProps.ts';
import classes from './editor.module.css';
import { changeFromElsewhere } from './freshSelection.ts';
import type { DocumentKeeper } from './keeper/documentKeeper.ts';
import { showChanges } from './keeper/showChanges.ts';
import { DocumentReader } from './schema/documentReader.ts';
import { documentExtensions } from './schema/documentSchema.ts';
import { type TextRequests, viewExtensions } from './viewExtensions.ts';

interface TextEditorOptions extends Pick<DocumentEditorProps, 'extensions' | 'onEditor'> {
  readonly keeper: DocumentKeeper;
  /** What the text is called for those who do not see it. */
  readonly name: string;
  /** The label of the record. */
  readonly own: Label;
  readonly readOnly: boolean;
  readonly requests: Omit<TextRequests, 'undo'>;
}

/** The editor of a text, bound to what keeps it. */
export function useTextEditor(options: TextEditorOptions): {
  readonly editor: Editor;
  readonly reader: DocumentReader;
} {
  const { keeper, name, own, readOnly, onEditor } = options;
  const latest = useRef(options);
  latest.current = options;
  const made = useMemo(() => {
    const requests: TextRequests = {
      open: (record) => latest.current.requests.open(record),
      openPlace: (target, from) => latest.current.requests.openPlace(target, from),
      back: (block) => latest.current.requests.back(block),
      pick: () => latest.current.requests.pick(),
      marks: (at) => latest.current.requests.marks(at),
      paste: (data) => latest.current.requests.paste(data),
      clean: (html) => latest.current.requests.clean(html),
      undo: () => keeper.isActedElsewhere() && undoInWindow(),
    };
    return {
      content: keeper.opensWith(),
      extensions: documentExtensions([...viewExtensions(requests), ...(latest.current.extensions ?? [])]),
      paste: requests.paste,
      clean: requests.clean,
    };
  }, [keeper]);
  const attributes = useMemo(
    () => ({
      class: classes.text ?? '',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': name,
      'aria-readonly': String(readOnly),
      spellcheck: 'false',
      dir: 'auto',
      'data-own-mark': own,
    }),
    [name, own, readOnly],
  );
  const editor = useEditor({
    extensions: made.extensions,
    content: made.content === undefined || made.content.content.length === 0 ? null : made.content,
    editable: !readOnly,
    injectCSS: false,
    editorProps: {
      attributes,
      transformPastedHTML: made.clean,
      // Before anything of it is read.
      handleDOMEvents: {
        paste: (_view, event) => {
          const isTaken = event.clipboardData !== null && made.paste(event.clipboardData);
          if (isTaken) event.preventDefault();
          return isTaken;
        },
      },
    },
    onUpdate: () => keeper.touched(),
  });
  const reader = useMemo(() => new DocumentReader(editor.schema), [editor]);
  useEffect(() => {
    reader.adopt(editor.state.doc, made.content);
    return keeper.open({
      read: () => reader.read(editor.state.doc),
      show: (document) => {
        reader.knows(document);
        changeFromElsewhere(editor.view, (state) => showChanges(state, document, reader));
      },
    });
  }, [editor, keeper, made, reader]);
  const told = useRef(onEditor);
  told.current = onEditor;
  useEffect(() => {
    told.current?.(editor);
    return () => told.current?.(null);
  }, [editor]);
  useEffect(() => {
    // It is drawn anew by that, which a long text notices.
    if (editor.isEditable === readOnly) editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  return { editor, reader };
}

function undoInWindow(): boolean {
  void useUndo.getState().undo().catch(tellError);
  return true;
}
