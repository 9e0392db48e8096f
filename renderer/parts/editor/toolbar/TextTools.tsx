import { useLingui } from '@lingui/react/macro';
import {
  IconBold,
  IconClearFormatting,
  IconCode,
  IconDots,
  IconH1,
  IconH2,
  IconH3,
  IconItalic,
  IconList,
  IconListNumbers,
  IconNote,
  IconPilcrow,
  IconQuote,
  IconSeparatorHorizontal,
  IconSourceCode,
  IconStrikethrough,
  IconSubscript,
  IconSuperscript,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { MenuTool } from './MenuTool.tsx';
import { Tool } from './Tool.tsx';

interface TextToolsProps {
  readonly editor: Editor;
}

const chain = (editor: Editor) => editor.chain().focus();

/** What a paragraph is: text, or a heading of one of three sizes. */
export function HeadingTool({ editor }: TextToolsProps) {
  const { t } = useLingui();
  const level = useEditorState({
    editor,
    selector: ({ editor: one }) => [1, 2, 3].find((size) => one.isActive('heading', { level: size })) ?? 0,
  });
  const group = t`Text`;
  const heading = (size: 1 | 2 | 3) => ({
    pressed: level === size,
    run: () => void chain(editor).toggleHeading({ level: size }).run(),
  });
  return (
    <MenuTool
      title={t`Heading or text`}
      icon={level === 2 ? IconH2 : level === 3 ? IconH3 : IconH1}
      pressed={level > 0}
      items={[
        {
          id: 'text.paragraph',
          title: t`Text, no heading`,
          group,
          shortcut: 'mod+alt+0',
          icon: IconPilcrow,
          pressed: level === 0,
          run: () => void chain(editor).setParagraph().run(),
        },
        { id: 'text.heading1', title: t`Heading`, group, shortcut: 'mod+alt+1', icon: IconH1, ...heading(1) },
        { id: 'text.heading2', title: t`Smaller heading`, group, shortcut: 'mod+alt+2', icon: IconH2, ...heading(2) },
        { id: 'text.heading3', title: t`Smallest heading`, group, shortcut: 'mod+alt+3', icon: IconH3, ...heading(3) },
      ]}
    />
  );
}

/** Bold, italic and lists. */
export function WordTools({ editor }: TextToolsProps) {
  const { t } = useLingui();
  const group = t`Text`;
  const is = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      bold: one.isActive('bold'),
      italic: one.isActive('italic'),
      bulletList: one.isActive('bulletList'),
      orderedList: one.isActive('orderedList'),
    }),
  });
  return (
    <>
      <Tool
        id="text.bold"
        title={t`Bold`}
        group={group}
        shortcut="mod+B"
        icon={IconBold}
        pressed={is.bold}
        run={() => void chain(editor).toggleBold().run()}
      />
      <Tool
        id="text.italic"
        title={t`Italic`}
        group={group}
        shortcut="mod+I"
        icon={IconItalic}
        pressed={is.italic}
        run={() => void chain(editor).toggleItalic().run()}
      />
      <Tool
        id="text.list"
        title={t`List`}
        group={group}
        shortcut="mod+shift+8"
        icon={IconList}
        pressed={is.bulletList}
        run={() => void chain(editor).toggleBulletList().run()}
      />
      <Tool
        id="text.numbers"
        title={t`Numbered list`}
        group={group}
        shortcut="mod+shift+7"
        icon={IconListNumbers}
        pressed={is.orderedList}
        run={() => void chain(editor).toggleOrderedList().run()}
      />
    </>
  );
}

/** Superscript, a footnote, a quotation. */
export function NoteTools({ editor }: TextToolsProps) {
  const { t } = useLingui();
  const group = t`Text`;
  const is = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      superscript: one.isActive('superscript'),
      blockquote: one.isActive('blockquote'),
    }),
  });
  return (
    <>
      <Tool
        id="text.superscript"
        title={t`Superscript`}
        group={group}
        shortcut="mod+alt+."
        icon={IconSuperscript}
        pressed={is.superscript}
        run={() => void chain(editor).toggleMark('superscript').run()}
      />
      <Tool
        id="text.footnote"
        title={t`Footnote`}
        group={group}
        shortcut="mod+alt+F"
        icon={IconNote}
        run={() => void chain(editor).addFootnote().run()}
      />
      <Tool
        id="text.quotation"
        title={t`Quotation`}
        group={group}
        shortcut="mod+shift+B"
        icon={IconQuote}
        pressed={is.blockquote}
        run={() => void chain(editor).toggleBlockquote().run()}
      />
    </>
  );
}

/** What is wanted seldom. */
export function MoreTools({ editor }: TextToolsProps) {
  const { t } = useLingui();
  const group = t`Text`;
  const is = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      subscript: one.isActive('subscript'),
      strike: one.isActive('strike'),
      code: one.isActive('code'),
      codeBlock: one.isActive('codeBlock'),
    }),
  });
  const items = [
    {
      id: 'text.subscript',
      title: t`Subscript`,
      shortcut: 'mod+alt+,',
      icon: IconSubscript,
      pressed: is.subscript,
      run: () => void chain(editor).toggleMark('subscript').run(),
    },
    {
      id: 'text.strike',
      title: t`Struck through`,
      shortcut: 'mod+shift+X',
      icon: IconStrikethrough,
      pressed: is.strike,
      run: () => void chain(editor).toggleMark('strike').run(),
    },
    {
      id: 'text.code',
      title: t`Code`,
      shortcut: 'mod+E',
      icon: IconCode,
      pressed: is.code,
      run: () => void chain(editor).toggleMark('code').run(),
    },
    {
      id: 'text.codeBlock',
      title: t`Code in a block of its own`,
      shortcut: 'mod+alt+C',
      icon: IconSourceCode,
      pressed: is.codeBlock,
      run: () => void chain(editor).toggleCodeBlock().run(),
    },
    {
      id: 'text.rule',
      title: t`A line across`,
      icon: IconSeparatorHorizontal,
      run: () => void chain(editor).setHorizontalRule().run(),
    },
    {
      id: 'text.plain',
      title: t`Without bold, italic and the like`,
      shortcut: 'mod+\\',
      icon: IconClearFormatting,
      run: () => void chain(editor).unsetAllMarks().run(),
    },
  ];
  return <MenuTool title={t`More for this text`} icon={IconDots} items={items.map((item) => ({ ...item, group }))} />;
}
