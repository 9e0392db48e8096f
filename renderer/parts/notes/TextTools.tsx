import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Action } from '../../application/actions.ts';
import classes from './notes.module.css';

/** Actions as tools of a text: the text keeps the keyboard while one is pressed. */
export function TextTools({ actions }: { readonly actions: readonly Action[] }) {
  return actions.map(({ id, title, icon: Sign, disabled, run }) => (
    <Tooltip key={id} label={title} openDelay={400}>
      <UnstyledButton
        className={classes.tool ?? ''}
        data-tool
        tabIndex={-1}
        aria-label={title}
        aria-disabled={disabled || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={run}
      >
        {Sign !== undefined && <Sign size={18} stroke={1.6} aria-hidden />}
      </UnstyledButton>
    </Tooltip>
  ));
}
