import { useLingui } from '@lingui/react/macro';
import { IconHistory, IconLink, IconMessage, IconShield } from '@tabler/icons-react';
import { useAction } from '../../application/actions.ts';
import { type PanelTab, useSidePanel } from '../../application/sidePanel.ts';
import { PANEL_TABS } from './panelTabs.ts';

const SIGNS = { handling: IconShield, history: IconHistory, links: IconLink, comments: IconMessage };

/** The tabs of the side panel as actions, as long as there is a record for them, whether the panel is open or not. */
export function InspectorActions() {
  return PANEL_TABS.map(({ tab }) => <TabAction key={tab} tab={tab} />);
}

function TabAction({ tab }: { readonly tab: PanelTab }) {
  const { t, i18n } = useLingui();
  const openAt = useSidePanel((state) => state.openAt);
  const words = PANEL_TABS.find((known) => known.tab === tab);
  useAction({
    id: `record.${tab}`,
    title: words === undefined ? '' : i18n._(words.action),
    group: t`Record`,
    icon: SIGNS[tab],
    run: () => {
      openAt(tab);
      focusWhenThere(tab);
    },
  });
  return null;
}

/** The palette gives the focus back before the panel can have it, and the panel may not be there yet. */
function focusWhenThere(tab: PanelTab): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`aside [data-panel-tab="${tab}"]`)?.focus()),
  );
}
