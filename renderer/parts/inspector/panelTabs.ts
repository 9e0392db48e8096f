import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PanelTab } from '../../application/sidePanel.ts';

/** The tabs of the side panel: what they are called, and what opening them is called in the palette. */
export const PANEL_TABS: readonly {
  readonly tab: Exclude<PanelTab, 'own'>;
  readonly name: MessageDescriptor;
  readonly action: MessageDescriptor;
}[] = [
  { tab: 'handling', name: msg`Handling`, action: msg`Show the handling` },
  { tab: 'history', name: msg`History`, action: msg`Show the history` },
  { tab: 'links', name: msg`Links`, action: msg`Show the links` },
  { tab: 'comments', name: msg`Comments`, action: msg`Show the comments` },
];
