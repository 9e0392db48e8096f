import { useLingui } from '@lingui/react/macro';
import {
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTable,
  IconTableMinus,
  IconTablePlus,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { MenuTool } from './MenuTool.tsx';

/** A new table, and what can be done in one. */
export function TableTool({ editor }: { readonly editor: Editor }) {
  const { t } = useLingui();
  const group = t`Table`;
  const isIn = useEditorState({ editor, selector: ({ editor: one }) => one.isActive('table') });
  const chain = () => editor.chain().focus();
  const inside = [
    {
      id: 'table.rowAbove',
      title: t`Add a row above`,
      icon: IconRowInsertTop,
      run: () => void chain().addRowBefore().run(),
    },
    {
      id: 'table.rowBelow',
      title: t`Add a row below`,
      icon: IconRowInsertBottom,
      run: () => void chain().addRowAfter().run(),
    },
    {
      id: 'table.columnBefore',
      title: t`Add a column before`,
      icon: IconColumnInsertLeft,
      run: () => void chain().addColumnBefore().run(),
    },
    {
      id: 'table.columnAfter',
      title: t`Add a column after`,
      icon: IconColumnInsertRight,
      run: () => void chain().addColumnAfter().run(),
    },
    { id: 'table.noRow', title: t`Remove the row`, icon: IconRowRemove, run: () => void chain().deleteRow().run() },
    {
      id: 'table.noColumn',
      title: t`Remove the column`,
      icon: IconColumnRemove,
      run: () => void chain().deleteColumn().run(),
    },
    {
      id: 'table.header',
      title: t`First row is a header, or not`,
      icon: IconTable,
      run: () => void chain().toggleHeaderRow().run(),
    },
    {
      id: 'table.remove',
      title: t`Remove the table`,
      icon: IconTableMinus,
      run: () => void chain().deleteTable().run(),
    },
  ];
  return (
    <MenuTool
      title={t`Table`}
      icon={IconTable}
      pressed={isIn}
      items={[
        {
          id: 'table.insert',
          title: t`Insert a table`,
          group,
          icon: IconTablePlus,
          disabled: isIn,
          run: () => void chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        },
        ...inside.map((item) => ({ ...item, group, disabled: !isIn })),
      ]}
    />
  );
}
