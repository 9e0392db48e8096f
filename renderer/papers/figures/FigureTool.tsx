import { useLingui } from '@lingui/react/macro';
import { IconPhoto } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { tellError } from '../../application/errors.tsx';
import { Tool } from '../../parts/editor/toolbar/Tool.tsx';

interface FigureToolProps {
  readonly editor: Editor | undefined;
  choose(editor: Editor): Promise<void>;
}

/** Chooses pictures of the disk as figures. */
export function FigureTool({ editor, choose }: FigureToolProps) {
  const { t } = useLingui();
  return (
    <Tool
      id="text.figure"
      title={t`Figure: a picture with its caption`}
      group={t`Text`}
      shortcut="mod+alt+G"
      icon={IconPhoto}
      disabled={editor === undefined}
      run={() => editor !== undefined && void choose(editor).catch(tellError)}
    />
  );
}
