import { useLingui } from '@lingui/react/macro';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { effectiveHandling } from '../../../domain/handling/change.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { DividedBlocks } from './DividedBlocks.tsx';
import type { DocumentEditorProps } from './documentEditorProps.ts';
import classes from './editor.module.css';
import type { DocumentKeeper, DocumentState, RecordView } from './keeper/documentKeeper.ts';
import { showChanges } from './keeper/showChanges.ts';
import { SavedLine } from './SavedLine.tsx';
import { DocumentReader } from './schema/documentReader.ts';
import { documentExtensions } from './schema/documentSchema.ts';
import { Toolbar } from './toolbar/Toolbar.tsx';

interface OpenEditorProps extends Omit<DocumentEditorProps, 'record'> {
  readonly field: string;
  readonly keeper: DocumentKeeper;
  readonly state: DocumentState;
  readonly view: RecordView;
}

/** The text itself, with its tools. */
export function OpenEditor(props: OpenEditorProps) {
  const { keeper, state, view, field, label, readOnly = false, onEditor, extensions, toolbar, status, compact } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const name = label ?? fieldName(view.kind, field, language);
  const own = effectiveHandling(view.handling, view.body).label;
  const touched = useRef(() => keeper.touched());
  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor is made once for each text
  const made = useMemo(
    () => ({ content: keeper.opensWith(), extensions: documentExtensions(extensions ?? []) }),
    [keeper],
  );
  const editor = useEditor({
    extensions: made.extensions,
    content: made.content === undefined || made.content.content.length === 0 ? null : made.content,
    editable: !readOnly,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: classes.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': name,
        'aria-readonly': String(readOnly),
        spellcheck: 'false',
        dir: 'auto',
        'data-own-mark': own,
      },
    },
    onUpdate: () => touched.current(),
  });
  const reader = useMemo(() => new DocumentReader(editor.schema), [editor]);
  useEffect(() => {
    reader.adopt(editor.state.doc, made.content);
    return keeper.open({
      read: () => reader.read(editor.state.doc),
      show: (document) => {
        reader.knows(document);
        editor.view.dispatch(showChanges(editor.state, document, reader));
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
    editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  const takeTheirs = (id: string, block: Parameters<DocumentReader['node']>[0] | undefined) => {
    replaceBlock(editor, reader, id, block);
    keeper.looked(id);
  };
  return (
    <div className={classes.editor} data-editor={field} data-compact={compact || undefined}>
      {!readOnly && (
        <div className={classes.bar}>
          <Toolbar editor={editor} name={t`Tools for ${name}`} more={toolbar} />
          <SavedLine state={state}>{status}</SavedLine>
        </div>
      )}
      <DividedBlocks divided={state.divided} onKeep={(id) => keeper.looked(id)} onTake={takeTheirs} />
      <EditorContent editor={editor} className={classes.content ?? ''} onBlur={() => void keeper.leave()} />
    </div>
  );
}

/** Gives a block the content that another window gave it; this can be undone like typing. */
function replaceBlock(
  editor: Editor,
  reader: DocumentReader,
  id: string,
  block: Parameters<DocumentReader['node']>[0] | undefined,
): void {
  const { tr } = editor.state;
  editor.state.doc.forEach((node, at) => {
    if (node.attrs.id !== id) return;
    if (block === undefined) tr.delete(at, at + node.nodeSize);
    else tr.replaceWith(at, at + node.nodeSize, reader.node(block));
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}
