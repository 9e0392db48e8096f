import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { useContext } from 'react';
import type { Label } from '../../../../domain/handling/handling.ts';
import { useClient } from '../../../application/ApplicationContext.ts';
import { tellError } from '../../../application/errors.tsx';
import { useUndo } from '../../../application/undo.ts';
import type { DocumentKeeper } from '../keeper/documentKeeper.ts';
import { chosenBlocks } from './marks.ts';
import { PaperOfText } from './PortionText.ts';

/** Sets the chosen blocks apart as a portion with this label. What was typed is saved first. */
export function useSetApart(editor: Editor, keeper: DocumentKeeper): (label: Label) => Promise<void> {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const paper = useContext(PaperOfText);
  return async (label) => {
    const blocks = chosenBlocks(editor).map(({ node }) => String(node.attrs.id));
    await keeper.leave();
    const order = { paper, blocks, label };
    try {
      const apart = await client.papers.setApart(order);
      keeper.actedElsewhere();
      did({
        label: t`Set apart as a stricter portion`,
        undo: () => client.papers.takeBack({ paper, placeholder: apart.placeholder, marks: apart.marks }),
        redo: () => client.papers.setApart({ ...order, portion: apart.portion }),
      });
    } catch (error) {
      tellError(error);
    }
  };
}
