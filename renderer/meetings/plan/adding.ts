import { create } from 'zustand';

/** Something new, or what earlier meetings left open. */
export type Added = 'item' | 'break' | 'session' | 'carried';

/** What is being added: after what is chosen, or at the end of a session. */
interface AddingState {
  readonly adding: { readonly type: Added; readonly atEndOf: string | undefined } | undefined;
  begin(type: Added, atEndOf?: string): void;
  end(): void;
}

/** The small form that adds to the plan is opened from its buttons, menus, keys and the palette alike. */
export const useAdding = create<AddingState>((set) => ({
  adding: undefined,
  begin: (type, atEndOf) => set({ adding: { type, atEndOf } }),
  end: () => set({ adding: undefined }),
}));
