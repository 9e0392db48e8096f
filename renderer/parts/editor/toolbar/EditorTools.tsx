import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconAt, IconLink, IconMapPin, IconReplace, IconSearch, IconShield } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import type { Label } from '../../../../domain/handling/handling.ts';
import { useAction } from '../../../application/actions.ts';
import classes from '../editor.module.css';
import type { DocumentKeeper } from '../keeper/documentKeeper.ts';
import type { LinkKind } from '../links/LinkPanel.tsx';
import { MarkItems } from '../portions/MarkMenu.tsx';
import { MenuTool } from './MenuTool.tsx';
import { TableTool } from './TableTool.tsx';
import { HeadingTool, MoreTools, NoteTools, WordTools } from './TextTools.tsx';
import { Tool } from './Tool.tsx';

interface EditorToolsProps {
  /** The text with the cursor. */
  readonly editor: Editor;
  readonly keeper: DocumentKeeper;
  readonly own: Label;
  /** The text is a paper's, and has marks in its margin and stricter portions. */
  readonly canSetApart: boolean;
  /** Where in the window the marks were asked for. */
  readonly marksAt: { readonly x: number; readonly y: number } | undefined;
  onMarks(at: { readonly x: number; readonly y: number } | undefined): void;
  onLink(kind: LinkKind): void;
  onFind(replacing: boolean): void;
}

/** All tools of a long text, in their order. */
export function EditorTools(props: EditorToolsProps) {
  const { editor, keeper, own, canSetApart, marksAt, onMarks, onLink, onFind } = props;
  const { t } = useLingui();
  const [isMarking, setMarking] = useState(false);
  const group = t`Text`;
  const isLink = useEditorState({ editor, selector: ({ editor: one }) => one.isActive('link') });
  useAction({
    id: 'text.marks',
    title: t`Mark of the chosen paragraphs, or a stricter portion`,
    group,
    shortcut: 'mod+alt+M',
    whileTyping: true,
    icon: IconShield,
    disabled: !canSetApart,
    run: () => setMarking(true),
  });
  useAction({
    id: 'text.replace',
    title: t`Find and replace`,
    group,
    shortcut: 'mod+H',
    whileTyping: true,
    icon: IconReplace,
    run: () => onFind(true),
  });
  const leaveMarks = () => {
    onMarks(undefined);
    editor.view.focus();
  };
  return (
    <>
      <HeadingTool editor={editor} />
      <WordTools editor={editor} />
      <TableTool editor={editor} />
      <Tool
        id="text.link"
        title={t`Link`}
        group={group}
        shortcut="mod+shift+K"
        icon={IconLink}
        pressed={isLink}
        run={() => onLink('address')}
      />
      <Tool
        id="text.record"
        title={t`Link to a record`}
        group={group}
        shortcut="mod+alt+R"
        icon={IconAt}
        run={() => onLink('record')}
      />
      <Tool
        id="text.place"
        title={t`Cross-reference to a place in a paper`}
        group={group}
        shortcut="mod+alt+X"
        icon={IconMapPin}
        run={() => onLink('place')}
      />
      <NoteTools editor={editor} />
      {canSetApart && (
        <MenuTool
          title={t`Mark of the chosen paragraphs, or a stricter portion`}
          icon={IconShield}
          opened={isMarking}
          onChange={setMarking}
          back={() => editor.view.focus()}
        >
          <MarkItems editor={editor} keeper={keeper} own={own} />
        </MenuTool>
      )}
      <Tool
        id="text.find"
        title={t`Find in the text`}
        group={group}
        shortcut="mod+F"
        icon={IconSearch}
        run={() => onFind(false)}
      />
      <MoreTools editor={editor} />
      {canSetApart && marksAt !== undefined && (
        <Menu opened position="bottom-start" returnFocus={false} onClose={leaveMarks}>
          <Menu.Target>
            <span className={classes.marksAnchor} style={{ left: marksAt.x, top: marksAt.y }} />
          </Menu.Target>
          <Menu.Dropdown>
            <MarkItems editor={editor} keeper={keeper} own={own} />
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
