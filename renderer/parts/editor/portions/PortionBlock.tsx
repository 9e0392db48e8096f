import { Plural, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconShieldLock } from '@tabler/icons-react';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { type KeyboardEvent, useContext, useId, useState } from 'react';
import { count, text } from '../../../../domain/records/text.ts';
import { useClient } from '../../../application/ApplicationContext.ts';
import { tellError } from '../../../application/errors.tsx';
import { useRead } from '../../../application/queries.ts';
import { useUndo } from '../../../application/undo.ts';
import { InConflict } from '../../conflict/InConflict.tsx';
import { DistributionWords } from '../../handling/DistributionWords.tsx';
import { useTitles } from '../../picker/useTitles.ts';
import classes from '../editor.module.css';
import { PortionReaders } from './PortionReaders.tsx';
import { PaperOfText, PortionFiles, PortionText } from './PortionText.ts';

/**
 * The place of a stricter portion: what it is and who may see it. Where its text is in this vault, it is opened and
 * changed here; it is saved in its own record.
 */
export function PortionBlock({ node, editor, selected, getPos, updateAttributes }: NodeViewProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const paper = useContext(PaperOfText);
  const Text = useContext(PortionText);
  const Files = useContext(PortionFiles);
  const [isOpen, setOpen] = useState(false);
  const textId = useId();
  const { data, isSuccess } = useRead('papers', 'portions', { paper }, { enabled: paper !== '' });
  const placeholder = text(node.attrs.placeholder);
  const label = text(node.attrs.label);
  const lines = count(node.attrs.lines);
  const readAt = text(node.attrs.readAt);
  const here = data?.find((one) => one.placeholder === placeholder);
  const { titles } = useTitles(here === undefined ? [] : [here.portion]);
  const takeBack = async () => {
    const taken = await client.papers.takeBack({ paper, placeholder });
    const again = { paper, ...taken };
    did({
      label: t`Taken back into the paper`,
      undo: () => client.papers.setApart(again),
      redo: () => client.papers.takeBack({ paper, placeholder }),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    setOpen(false);
    const at = getPos();
    if (at === undefined) editor.commands.focus();
    else editor.chain().focus().setNodeSelection(at).run();
  };
  const canOpen = here !== undefined && Text !== undefined;
  return (
    <NodeViewWrapper className={classes.portionBox} data-selected={selected || undefined} contentEditable={false}>
      <IconShieldLock className={classes.portionIcon ?? ''} size={18} stroke={1.6} aria-hidden />
      <div className={classes.portionSaid}>
        <p>
          {here === undefined ? t`A stricter portion.` : <DistributionWords distribution={here.distribution} />}
          {here !== undefined && '. '}
          {here !== undefined && here.files > 0 && (
            <>
              <Plural value={here.files} one="With # file." other="With # files." />{' '}
            </>
          )}
          {lines > 0 && <Plural value={lines} one=" About # line." other=" About # lines." />}{' '}
          {t`Others see “portion withheld”.`}
          {readAt !== '' && ` ${t`To be read at: ${readAt}.`}`}
          {here === undefined && isSuccess && ` ${t`Its text is not in this vault.`}`}
          {here !== undefined && titles.get(here.portion)?.conflicted && <InConflict record={here.portion} />}
        </p>
        {canOpen && (
          <div className={classes.portionActs}>
            <UnstyledButton
              className={classes.portionAct ?? ''}
              aria-expanded={isOpen}
              aria-controls={isOpen ? textId : undefined}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? (
                <IconChevronDown size={16} stroke={1.6} aria-hidden />
              ) : (
                <IconChevronRight size={16} stroke={1.6} aria-hidden />
              )}
              {isOpen ? t`Close its text` : t`Open its text`}
            </UnstyledButton>
            {editor.isEditable && (
              <PortionReaders
                portion={here.portion}
                readAt={readAt}
                onChosen={(chosen, where) => {
                  if (chosen !== label || where !== readAt) updateAttributes({ label: chosen, readAt: where });
                }}
              />
            )}
            {here.mayTakeBack && editor.isEditable && (
              <UnstyledButton className={classes.portionAct ?? ''} onClick={() => void takeBack().catch(tellError)}>
                {t`Take back into the paper`}
              </UnstyledButton>
            )}
          </div>
        )}
        {canOpen && isOpen && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape steps back from the text inside.
          <div id={textId} className={classes.portionText} onKeyDown={onKeyDown}>
            <Text record={here.portion} label={t`Text of the portion marked ${label}`} />
            {Files !== undefined && here.files > 0 && <Files record={here.portion} />}
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
}
