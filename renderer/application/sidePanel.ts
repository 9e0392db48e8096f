import type { MessageDescriptor } from '@lingui/core';
import type { Icon } from '@tabler/icons-react';
import { type ComponentType, useEffect } from 'react';
import { create } from 'zustand';
import type { JsonObject } from '../../domain/records/json.ts';

/** What a place tells of its records in a tab of the panel, which stands before the others. */
export interface OwnTab {
  readonly kinds: readonly string[];
  readonly name: MessageDescriptor;
  /** What opening it is called in the palette. */
  readonly action: MessageDescriptor;
  readonly icon: Icon;
  /** Of which records it is not what one comes for: it stands behind the others there, and opens when it is chosen. */
  standsBack?(body: JsonObject): boolean;
  readonly content: ComponentType<{ readonly record: string }>;
}

/** `own`: the tab of the record's place; where it has none, the first of the others shows. */
export type PanelTab = 'own' | 'handling' | 'history' | 'links' | 'comments';

interface SidePanelState {
  /** The record that the panel tells of: the one that is open, or the one chosen in a list. */
  readonly subject: string | undefined;
  readonly open: boolean;
  readonly tab: PanelTab;
  /** The record for which the tab was chosen. */
  readonly chosenFor: string | undefined;
  show(subject: string | undefined): void;
  setOpen(open: boolean): void;
  openAt(tab: PanelTab): void;
}

export const useSidePanel = create<SidePanelState>((set) => ({
  subject: undefined,
  // In a narrow window, and at 200 %, it would lie over the page.
  open: !window.matchMedia('(max-width: 900px)').matches,
  tab: 'own',
  chosenFor: undefined,
  show: (subject) => set({ subject }),
  setOpen: (open) => set({ open }),
  openAt: (tab) => set(({ subject }) => ({ tab, open: true, chosenFor: subject })),
}));

/** The side panel tells of this record while the component is there; not when something around it does (`when`). */
export function useSubject(record: string | undefined, when = true): void {
  const show = useSidePanel((state) => state.show);
  useEffect(() => {
    if (!when) return;
    show(record);
    return () => show(undefined);
  }, [record, when, show]);
}
