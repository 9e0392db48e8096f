import { useLingui } from '@lingui/react/macro';
import { Tabs, Text, Title } from '@mantine/core';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { type OwnTab, type PanelTab, useSidePanel } from '../../application/sidePanel.ts';
import { Comments } from '../comments/Comments.tsx';
import { InConflict } from '../conflict/InConflict.tsx';
import { HandlingPicker } from '../handling/HandlingPicker.tsx';
import { kindName } from '../kinds/kindNames.ts';
import { OutsideMark } from '../outside/OutsideMark.tsx';
import { useRecordName } from '../picker/recordName.ts';
import { History } from './History.tsx';
import classes from './inspector.module.css';
import { Links } from './Links.tsx';
import { PANEL_TABS } from './panelTabs.ts';

interface InspectorProps {
  readonly record: string;
  /** The tabs of places for their records. */
  readonly own?: readonly OwnTab[];
}

/**
 * What is known of a record besides what it says: what its place tells, then its handling, history, links and comments.
 * Only the open tab is read.
 */
export function Inspector({ record, own = [] }: InspectorProps) {
  const { t, i18n } = useLingui();
  const nameOf = useRecordName();
  const { tab, chosenFor, openAt } = useSidePanel();
  const { data, error } = useRead('records', 'read', { id: record });
  if (error !== null) return <Text size="sm">{sentenceFor(error)}</Text>;
  if (data === undefined) return null;
  const mine = own.find(({ kinds }) => kinds.includes(data.kind));
  const standsBack = mine?.standsBack?.(data.body) === true;
  const its = mine === undefined ? [] : [{ tab: 'own' as const, name: mine.name }];
  const tabs = standsBack ? [...PANEL_TABS, ...its] : [...its, ...PANEL_TABS];
  const isHere = mine !== undefined && (!standsBack || chosenFor === record);
  const shown = tab === 'own' && !isHere ? 'handling' : tab;
  return (
    <>
      <div className={classes.head}>
        <Title order={2} className={classes.title}>
          {nameOf(data)}
        </Title>
        <Text size="sm" c="dimmed">
          {i18n._(kindName(data.kind))}
          {data.deleted && ` · ${t`deleted`}`}
          {data.draft && ` · ${t`not shared yet`}`}
        </Text>
        <OutsideMark provenance={data.body.provenance} />
        {data.conflicted && <InConflict record={record} />}
      </div>
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(value) => {
          const chosen = tabs.find(({ tab: known }) => known === value);
          if (chosen !== undefined) openAt(chosen.tab);
        }}
      >
        <Tabs.List className={classes.tabs}>
          {tabs.map(({ tab: value, name }) => (
            <Tabs.Tab key={value} value={value} data-panel-tab={value} className={classes.tab ?? ''}>
              {i18n._(name)}
              {value === 'comments' && <NoteCount record={record} />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ tab: value }) => (
          <Tabs.Panel key={value} value={value} pt="sm">
            {value === 'own' ? mine && <mine.content record={record} /> : <Panel tab={value} record={record} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

/** How many comments and notes are open. */
function NoteCount({ record }: { readonly record: string }) {
  const { data = [] } = useRead('papers', 'notes', { record });
  const count = data.filter(({ resolved }) => !resolved).length;
  return count === 0 ? null : <span className={classes.count}> {count}</span>;
}

function Panel({ tab, record }: { readonly tab: Exclude<PanelTab, 'own'>; readonly record: string }) {
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
