import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { type Action, useAction } from '../../../application/actions.ts';
import classes from '../editor.module.css';

export interface ToolProps extends Omit<Action, 'icon'> {
  readonly icon: Icon;
  /** What the cursor is in has it. Not told for tools that are no state. */
  readonly pressed?: boolean;
  /** It opens something. */
  readonly expanded?: boolean;
}

/** One tool: a button in the toolbar, an entry of the palette, and its keys. */
export function Tool({ icon: Icon, pressed, expanded, ...action }: ToolProps) {
  useAction({ ...action, icon: Icon, whileTyping: true });
  return (
    <Tooltip label={action.title} openDelay={400}>
      <UnstyledButton
        className={classes.tool ?? ''}
        data-tool
        tabIndex={-1}
        aria-label={action.title}
        aria-pressed={pressed}
        aria-expanded={expanded}
        aria-disabled={action.disabled || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => action.disabled !== true && action.run()}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}
