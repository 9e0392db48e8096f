import { useLingui } from '@lingui/react/macro';
import { RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { type Json, sameJson } from '../../../../domain/records/json.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import { Footnotes } from '../../editor/footnotes/footnotes.ts';
import { Portions } from '../../editor/portions/portions.ts';
import { ReferencesShown } from '../../editor/references/referencesShown.ts';
import { useReferences } from '../../editor/references/useReferences.ts';
import { DocumentReader } from '../../editor/schema/documentReader.ts';
import { documentExtensions, documentSchema } from '../../editor/schema/documentSchema.ts';
import { asDocument, keepsWhole } from '../../editor/schema/documents.ts';
import { CaptionedTables } from '../../editor/tables/captionedTables.ts';
import type { EditorProps } from '../editors/EditorProps.ts';
import { DocumentShown } from './DocumentShown.tsx';
import classes from './richText.module.css';

/**
 * A text with headings, lists, quotations and links. Tables, footnotes and portions that are in it are kept and changed
 * too. One with anything that this version does not know is shown whole and not edited here.
 */
export function RichTextField(props: EditorProps) {
  const { t } = useLingui();
  const { value, readOnly, labelId } = props;
  const document = asDocument(value);
  const isWhole = useMemo(() => document === undefined || keepsWhole(document, documentSchema()), [document]);
  if (readOnly || !isWhole) {
    return (
      <>
        <DocumentShown value={value} labelId={labelId} />
        {!isWhole && (
          <p className={classes.note}>{t`This text has parts that cannot be changed here. It is shown whole.`}</p>
        )}
      </>
    );
  }
  return <OpenText {...props} />;
}

function OpenText({ id, labelId, value, invalid, onType }: EditorProps) {
  const { t } = useLingui();
  /** What the editor holds, as the vault would have it: what it told last, or was given last. */
  const held = useRef<Json | undefined>(value);
  const tell = useRef(onType);
  tell.current = onType;
  const editor = useEditor({
    extensions: useMemo(() => documentExtensions([Footnotes, CaptionedTables, Portions, ReferencesShown]), []),
    content: contentOf(value),
    injectCSS: false,
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        'aria-invalid': String(invalid),
      },
    },
    onUpdate: ({ editor: changed }) => {
      const next = reader.read(changed.state.doc);
      if (sameJson(next, held.current)) return;
      held.current = next;
      tell.current({ value: next }, 'pause');
    },
  });
  const reader = useMemo(() => new DocumentReader(editor.schema), [editor]);
  useReferences(editor, '', useLanguage());
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what it was opened with
  useEffect(() => reader.adopt(editor.state.doc, asDocument(value)), [editor, reader]);
  useEffect(() => {
    if (sameJson(value, held.current)) return;
    held.current = value;
    reader.knows(asDocument(value));
    editor.chain().setMeta('addToHistory', false).setContent(contentOf(value), { emitUpdate: false }).run();
  }, [editor, reader, value]);
  return (
    <RichTextEditor
      editor={editor}
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      className={classes.editor ?? ''}
      labels={{
        boldControlLabel: t`Bold`,
        italicControlLabel: t`Italic`,
        h2ControlLabel: t`Heading`,
        h3ControlLabel: t`Smaller heading`,
        bulletListControlLabel: t`List`,
        orderedListControlLabel: t`Numbered list`,
        blockquoteControlLabel: t`Quotation`,
        linkControlLabel: t`Link`,
        unlinkControlLabel: t`Remove the link`,
        linkEditorInputLabel: t`Address of the link`,
        linkEditorInputPlaceholder: 'https://',
        linkEditorSave: t`Set the link`,
      }}
    >
      <RichTextEditor.Toolbar className={classes.toolbar ?? ''}>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.H2 />
          <RichTextEditor.H3 />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
          <RichTextEditor.Link popoverProps={{ position: 'bottom-start' }} />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content className={classes.content ?? ''} />
    </RichTextEditor>
  );
}

/** What the editor opens with: an empty document is one empty paragraph there. */
function contentOf(value: Json | undefined) {
  const document = asDocument(value);
  return document === undefined || document.content.length === 0 ? null : document;
}
