import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { Label } from '../../../../domain/handling/handling.ts';
import { HandlingBadge } from '../../handling/HandlingBadge.tsx';
import type { DocumentKeeper } from '../keeper/documentKeeper.ts';
import { chosenBlocks, looserThan, setMark, stricterThan } from './marks.ts';
import { StricterItems } from './StricterItems.tsx';
import { useSetApart } from './useSetApart.ts';

interface MarkItemsProps {
  readonly editor: Editor;
  readonly keeper: DocumentKeeper;
  /** The paper's own label. */
  readonly own: Label;
}

/** What can be done with the marks of the chosen blocks: a looser one in the margin, or a stricter portion. */
export function MarkItems({ editor, keeper, own }: MarkItemsProps) {
  const { t } = useLingui();
  const setApart = useSetApart(editor, keeper);
  const blocks = chosenBlocks(editor).filter(({ node }) => node.type.name !== 'portion');
  const marks = new Set(blocks.map(({ node }): unknown => node.attrs.mark));
  const isOnly = (mark: Label | null) => marks.size === 1 && marks.has(mark);
  const check = (mark: Label | null) =>
    isOnly(mark) ? <IconCheck size={16} stroke={1.6} aria-label={t`Chosen`} /> : undefined;
  return (
    <>
      <Menu.Label>{t`Mark of the chosen paragraphs`}</Menu.Label>
      <Menu.Item rightSection={check(null)} disabled={blocks.length === 0} onClick={() => setMark(editor, null)}>
        <HandlingBadge label={own} /> {t`as the paper`}
      </Menu.Item>
      {looserThan(own).map((label) => (
        <Menu.Item
          key={label}
          rightSection={check(label)}
          disabled={blocks.length === 0}
          onClick={() => setMark(editor, label)}
        >
          <HandlingBadge label={label} />
        </Menu.Item>
      ))}
      {stricterThan(own).length > 0 && (
        <>
          <Menu.Divider />
          <StricterItems own={own} disabled={blocks.length === 0} onChoose={(label) => void setApart(label)} />
        </>
      )}
    </>
  );
}
