import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { type Icon, IconHistory, IconLink, IconMessage, IconShield } from '@tabler/icons-react';
import { useAction } from '../../application/actions.ts';
import { useRead } from '../../application/queries.ts';
import { type OwnTab, type PanelTab, useSidePanel } from '../../application/sidePanel.ts';
import { PANEL_TABS } from './panelTabs.ts';

const SIGNS = { handling: IconShield, history: IconHistory, links: IconLink, comments: IconMessage };

/** The tabs of the side panel as actions, as long as there is a record for them, whether the panel is open or not. */
export function InspectorActions({ own, record }: InspectorActionsProps) {
  const { data } = useRead('records', 'read', { id: record });
  const mine = own.find(({ kinds }) => data !== undefined && kinds.includes(data.kind));
  return (
    <>
      {mine !== undefined && <TabAction tab="own" action={mine.action} icon={mine.icon} />}
      {PANEL_TABS.map(({ tab, action }) => (
        <TabAction key={tab} tab={tab} action={action} icon={SIGNS[tab]} />
      ))}
    </>
  );
}

interface InspectorActionsProps {
  /** The tabs of places for their records. */
  readonly own: readonly OwnTab[];
  readonly record: string;
}

interface TabActionProps {
  readonly tab: PanelTab;
  readonly action: MessageDescriptor;
  readonly icon: Icon;
}

function TabAction({ tab, action, icon }: TabActionProps) {
  const { t, i18n } = useLingui();
  const openAt = useSidePanel((state) => state.openAt);
  useAction({
    id: `record.${tab}`,
    title: i18n._(action),
    group: t`Record`,
    icon,
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
