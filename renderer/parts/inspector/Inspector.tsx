import { useLingui } from '@lingui/react/macro';
import { Tabs, Text, Title } from '@mantine/core';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { type PanelTab, useSidePanel } from '../../application/sidePanel.ts';
import { Comments } from '../comments/Comments.tsx';
import { HandlingPicker } from '../handling/HandlingPicker.tsx';
import { kindName } from '../kinds/kindNames.ts';
import { useRecordName } from '../picker/recordName.ts';
import { History } from './History.tsx';
import classes from './inspector.module.css';
import { Links } from './Links.tsx';
import { PANEL_TABS } from './panelTabs.ts';

/** What is known of a record besides what it says: its handling, history, links and comments. Only the open tab is read. */
export function Inspector({ record }: { readonly record: string }) {
  const { t, i18n } = useLingui();
  const nameOf = useRecordName();
  const { tab, openAt } = useSidePanel();
  const { data, error } = useRead('records', 'read', { id: record });
  if (error !== null) return <Text size="sm">{sentenceFor(error)}</Text>;
  if (data === undefined) return null;
  return (
    <>
      <div className={classes.head}>
        <Title order={2} className={classes.title}>
          {nameOf(data)}
        </Title>
        <Text size="sm" c="dimmed">
          {i18n._(kindName(data.kind))}
          {data.deleted && ` · ${t`deleted`}`}
          {data.conflicted && ` · ${t`in conflict`}`}
          {data.draft && ` · ${t`not shared yet`}`}
        </Text>
      </div>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const chosen = PANEL_TABS.find(({ tab: known }) => known === value);
          if (chosen !== undefined) openAt(chosen.tab);
        }}
      >
        <Tabs.List className={classes.tabs}>
          {PANEL_TABS.map(({ tab: value, name }) => (
            <Tabs.Tab key={value} value={value} data-panel-tab={value} className={classes.tab ?? ''}>
              {i18n._(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PANEL_TABS.map(({ tab: value }) => (
          <Tabs.Panel key={value} value={value} pt="sm">
            <Panel tab={value} record={record} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function Panel({ tab, record }: { readonly tab: PanelTab; readonly record: string }) {
  switch (tab) {
    case 'handling':
      return <HandlingPicker record={record} />;
    case 'history':
      return <History record={record} />;
    case 'links':
      return <Links record={record} />;
    case 'comments':
      return <Comments record={record} />;
  }
}
