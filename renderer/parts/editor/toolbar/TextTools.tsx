import { useLingui } from '@lingui/react/macro';
import {
  IconBold,
  IconH1,
  IconH2,
  IconItalic,
  IconList,
  IconListNumbers,
  IconQuote,
  IconSuperscript,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Tool } from './Tool.tsx';

/** Tools for words and paragraphs. */
export function TextTools({ editor }: { readonly editor: Editor }) {
  const { t } = useLingui();
  const group = t`Text`;
  const is = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      h1: one.isActive('heading', { level: 1 }),
      h2: one.isActive('heading', { level: 2 }),
      bold: one.isActive('bold'),
      italic: one.isActive('italic'),
      bulletList: one.isActive('bulletList'),
      orderedList: one.isActive('orderedList'),
      superscript: one.isActive('superscript'),
      blockquote: one.isActive('blockquote'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <>
      <Tool
        id="text.heading2"
        title={t`Heading`}
        group={group}
        shortcut="mod+alt+2"
        icon={IconH1}
        pressed={is.h2}
        run={() => chain().toggleHeading({ level: 2 }).run()}
      />
      <Tool
        id="text.heading3"
        title={t`Smaller heading`}
        group={group}
        shortcut="mod+alt+3"
        icon={IconH2}
        pressed={is.h1}
        run={() => chain().toggleHeading({ level: 3 }).run()}
      />
      <Tool
        id="text.bold"
        title={t`Bold`}
        group={group}
        shortcut="mod+B"
        icon={IconBold}
        pressed={is.bold}
        run={() => chain().toggleBold().run()}
      />
      <Tool
        id="text.italic"
        title={t`Italic`}
        group={group}
        shortcut="mod+I"
        icon={IconItalic}
        pressed={is.italic}
        run={() => chain().toggleItalic().run()}
      />
      <Tool
        id="text.list"
        title={t`List`}
        group={group}
        shortcut="mod+shift+8"
        icon={IconList}
        pressed={is.bulletList}
        run={() => chain().toggleBulletList().run()}
      />
      <Tool
        id="text.numbers"
        title={t`Numbered list`}
        group={group}
        shortcut="mod+shift+7"
        icon={IconListNumbers}
        pressed={is.orderedList}
        run={() => chain().toggleOrderedList().run()}
      />
      <Tool
        id="text.superscript"
        title={t`Superscript`}
        group={group}
        shortcut="mod+."
        icon={IconSuperscript}
        pressed={is.superscript}
        run={() => chain().toggleMark('superscript').run()}
      />
      <Tool
        id="text.quotation"
        title={t`Quotation`}
        group={group}
        shortcut="mod+shift+B"
        icon={IconQuote}
        pressed={is.blockquote}
        run={() => chain().toggleBlockquote().run()}
      />
    </>
  );
}
