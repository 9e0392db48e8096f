import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLetterCase,
  IconPilcrow,
  IconRectangleFilled,
} from '@tabler/icons-react';
import { useAction } from '../../application/actions.ts';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import classes from './redaction.module.css';
import type { RedactionDesk } from './useRedaction.ts';

const IN_TEXT = '[data-redact-text]';

/** What can be done with the chosen words, by button, letter and palette. */
export function RedactTools({ desk }: { readonly desk: RedactionDesk }) {
  const { t } = useLingui();
  const group = t`Redaction`;
  const none = desk.chosen === undefined;
  const toggle = {
    id: 'redact.toggle',
    title: desk.isChosenBlack ? t`Show again` : t`Black out`,
    group,
    shortcut: 'B',
    inside: IN_TEXT,
    icon: IconRectangleFilled,
    disabled: none,
    run: desk.toggle,
  };
  const everywhere = {
    id: 'redact.everywhere',
    title: t`Everywhere`,
    words: t`Black out these words everywhere`,
    group,
    shortcut: 'E',
    inside: IN_TEXT,
    icon: IconLetterCase,
    disabled: none,
    run: () => desk.everywhere(),
  };
  const whole = {
    id: 'redact.whole',
    title: t`Whole paragraph`,
    group,
    shortcut: 'P',
    inside: IN_TEXT,
    icon: IconPilcrow,
    disabled: none,
    run: desk.whole,
  };
  useAction(toggle);
  useAction(everywhere);
  useAction(whole);
  const words = desk.chosenWords;
  return (
    <>
      <div className={classes.tools}>
        <ActionButton action={toggle} primary />
        <ActionButton action={everywhere} />
        <ActionButton action={whole} />
        <StepButton title={t`Undo`} icon={IconArrowBackUp} disabled={!desk.canUndo} run={desk.undo} />
        <StepButton title={t`Redo`} icon={IconArrowForwardUp} disabled={!desk.canRedo} run={desk.redo} />
      </div>
      <p className={classes.keys} id="redact-keys">
        {t`Arrow keys go from word to word and from paragraph to paragraph, with Shift they take words along. B blacks out, E everywhere, P the whole paragraph.`}
      </p>
      <div className={classes.live} aria-live="polite">
        {none ? '' : desk.isChosenBlack ? t`${words}: blacked out` : words}
      </div>
    </>
  );
}

interface StepButtonProps {
  readonly title: string;
  readonly icon: Icon;
  readonly disabled: boolean;
  run(): void;
}

/** The window's own undo and redo, in sight while its last step was one of these. */
function StepButton({ title, icon: Sign, disabled, run }: StepButtonProps) {
  return (
    <ActionIcon variant="default" size={36} aria-label={title} title={title} disabled={disabled} onClick={run}>
      <Sign size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
