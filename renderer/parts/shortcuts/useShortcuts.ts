import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect } from 'react';
import { useActions } from '../../application/actions.ts';

const TYPING =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [contenteditable=""]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Every action's shortcut, wherever the focus is; while text is typed, only those that say so. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const typing = isTyping(event.target);
      const holds = (inside: string) => event.target instanceof Element && event.target.closest(inside) !== null;
      const actions = [...useActions.getState().actions.values()];
      const near = actions.filter(({ inside }) => inside !== undefined && holds(inside));
      for (const { shortcut, disabled, whileTyping, run } of [
        ...near,
        ...actions.filter(({ inside }) => inside === undefined),
      ]) {
        if (shortcut === undefined || disabled === true || (typing && whileTyping !== true)) continue;
        getHotkeyHandler([[shortcut, run]])(event);
        if (event.defaultPrevented) return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
