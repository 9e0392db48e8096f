import { Button } from '@mantine/core';
import type { Action } from '../../application/actions.ts';

interface ActionButtonProps {
  readonly action: Action;
  /** What a person most likely came for. */
  readonly primary?: boolean;
}

/** An action as a button, with its title and its sign, and dimmed while it is not possible. */
export function ActionButton({ action, primary = false }: ActionButtonProps) {
  const { title, icon: Sign, disabled = false, run } = action;
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      leftSection={Sign && <Sign size={16} stroke={1.6} aria-hidden />}
      disabled={disabled}
      onClick={run}
    >
      {title}
    </Button>
  );
}
