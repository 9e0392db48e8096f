import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something a person can do here: it is in the palette, has its shortcut shown, and may be a button too. */
export interface Action {
  /** Stable: `people.add`. */
  readonly id: string;
  /** In the language of the interface. */
  readonly title: string;
  /** What the palette finds it by, where the title names something else too; the title unless given. */
  readonly words?: string;
  /** Where the palette and the help list it. */
  readonly group: string;
  /** Mantine's form: `mod+K`, `alt+1`, `/`; several with a space between are pressed one after the other. */
  readonly shortcut?: string;
  readonly icon?: Icon;
  /** Listed and not possible now. */
  readonly disabled?: boolean;
  /**
   * A selector: its shortcut works only while the focus is inside, and goes before one that works everywhere. So single
   * letters are given to what has the focus (WCAG 2.1.4).
   */
  readonly inside?: string;
  /** Its shortcut works while text is typed. */
  readonly whileTyping?: boolean;
  run(): void;
}

interface ActionsState {
  readonly actions: ReadonlyMap<string, Action>;
  add(action: Action): void;
  remove(id: string): void;
}

/** All actions that are possible on the screen as it is. */
export const useActions = create<ActionsState>((set) => ({
  actions: new Map(),
  add: (action) => set(({ actions }) => ({ actions: new Map(actions).set(action.id, action) })),
  remove: (id) =>
    set(({ actions }) => {
      const rest = new Map(actions);
      rest.delete(id);
      return { actions: rest };
    }),
}));

/** Offers an action as long as the component is there. What it does is always that of the last rendering. */
export function useAction(action: Action): void {
  const latest = useRef(action);
  latest.current = action;
  const { add, remove } = useActions.getState();
  const { id, title, words, group, shortcut, icon, disabled, inside, whileTyping } = action;
  useEffect(() => {
    add({
      id,
      title,
      group,
      ...(words === undefined ? {} : { words }),
      ...(shortcut === undefined ? {} : { shortcut }),
      ...(icon === undefined ? {} : { icon }),
      ...(disabled === undefined ? {} : { disabled }),
      ...(inside === undefined ? {} : { inside }),
      ...(whileTyping === undefined ? {} : { whileTyping }),
      run: () => latest.current.run(),
    });
    return () => remove(id);
  }, [add, remove, id, title, words, group, shortcut, icon, disabled, inside, whileTyping]);
}
