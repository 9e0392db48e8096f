import { useLingui } from '@lingui/react/macro';
import { Group, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { OUTCOME_KINDS } from '../../domain/outcomes/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { usePreference } from '../application/preferences.ts';
import { useRead } from '../application/queries.ts';
import { useSubject } from '../application/sidePanel.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { MeetingBooks } from '../parts/dossiers/MeetingBooks.tsx';
import { NewBook } from '../parts/dossiers/NewBook.tsx';
import { MyNotes } from '../parts/myNotes/MyNotes.tsx';
import { PrintNotes } from '../parts/myNotes/PrintNotes.tsx';
import { MeetingOutcomes } from '../parts/outcomes/MeetingOutcomes.tsx';
import { OutcomeTools } from '../parts/outcomes/OutcomeTools.tsx';
import { AddPaper } from '../parts/papers/AddPaper.tsx';
import { Commission } from '../parts/papers/Commission.tsx';
import { ImportPapers } from '../parts/papers/ImportPapers.tsx';
import { PaperViews } from '../parts/papers/PaperViews.tsx';
import { Details } from './Details.tsx';
import { MeetingHead, type MeetingRecord } from './MeetingHead.tsx';
import classes from './meetings.module.css';
import { MinutesTab } from './minutes/MinutesTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { peopleIn } from './peopleIn.ts';
import { PlanActions } from './plan/PlanActions.tsx';
import { usePlan } from './plan/PlanContext.tsx';
import { PlanTab } from './plan/PlanTab.tsx';
import { PlanTools } from './plan/PlanTools.tsx';
import type { Plan } from './plan/planTypes.ts';

const View = z.enum(['timetable', 'list']);

/** The tabs of a meeting. The side panel tells of what is chosen in its plan, else of the meeting. */
export function MeetingTabs({ record }: { readonly record: MeetingRecord }) {
  const { t } = useLingui();
  const { plan, chosen } = usePlan();
  const [search, setSearch] = useSearchParams();
  const [view, setView] = usePreference('meetings.view', View, 'timetable');
  const papers = useCount(['paper'], record.id);
  const books = useRead('dossiers', 'list', { meeting: RecordId.parse(record.id) }, { keep: true }).data ?? [];
  const outcomes = useCount(OUTCOME_KINDS, record.id);
  const people = usePeopleCount(record.id, plan);
  const [seat, setSeat] = useState<string>();
  const tab = search.get('tab') ?? 'plan';
  const isList = view === 'list';
  const tools = { isList, toggleList: () => setView(isList ? 'timetable' : 'list') };
  const subject = tab === 'plan' ? chosen?.id : tab === 'people' ? seat : undefined;
  useSubject(subject ?? record.id, tab !== 'minutes');
  return (
    <div className={classes.page}>
      <MeetingHead record={record} />
      <Tabs
        value={tab}
        onChange={(next) => setSearch(next === null || next === 'plan' ? {} : { tab: next }, { replace: true })}
        className={classes.tabs ?? ''}
        keepMounted={false}
      >
        <div className={classes.tabRow}>
          <Tabs.List aria-label={t`Meeting`} className={classes.tabList ?? ''}>
            <Tabs.Tab value="plan">{t`Timetable`}</Tabs.Tab>
            <Tabs.Tab value="papers">{t`Papers ${papers}`}</Tabs.Tab>
            <Tabs.Tab value="dossiers">{t`Dossiers ${books.length}`}</Tabs.Tab>
            <Tabs.Tab value="people">{t`People ${people}`}</Tabs.Tab>
            <Tabs.Tab value="minutes">{t`Minutes`}</Tabs.Tab>
            <Tabs.Tab value="decisions">{t`Decisions ${outcomes}`}</Tabs.Tab>
            <Tabs.Tab value="notes">{t`My notes`}</Tabs.Tab>
            <Tabs.Tab value="details">{t`Details`}</Tabs.Tab>
          </Tabs.List>
          {tab === 'plan' && <PlanTools {...tools} />}
          {tab === 'decisions' && <OutcomeTools meeting={record.id} />}
          {tab === 'dossiers' && books.length > 0 && (
            <Group gap="sm" wrap="nowrap" ml="auto" mb={4}>
              <NewBook meeting={record.id} books={books} />
            </Group>
          )}
          {tab === 'papers' && (
            <Group gap="sm" wrap="nowrap" ml="auto" mb={4}>
              <ImportPapers />
              <Commission meeting={record.id} />
              <AddPaper meeting={record.id} />
            </Group>
          )}
        </div>
        <Tabs.Panel value="plan" className={classes.panel ?? ''}>
          <PlanActions {...tools} />
          <PlanTab isList={isList} />
        </Tabs.Panel>
        <Tabs.Panel value="papers" className={classes.listPanel ?? ''}>
          <PaperViews meeting={record.id} />
        </Tabs.Panel>
        <Tabs.Panel value="dossiers" className={classes.listPanel ?? ''}>
          <MeetingBooks meeting={record.id} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={classes.panel ?? ''}>
          <PeopleTab meeting={record.id} chosen={seat} choose={setSeat} />
        </Tabs.Panel>
        <Tabs.Panel value="minutes" className={classes.panel ?? ''}>
          <MinutesTab meeting={record.id} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" className={classes.listPanel ?? ''}>
          <MeetingOutcomes meeting={record.id} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className={classes.panel ?? ''}>
          <MyNotes meeting={record.id} tools={<PrintNotes meeting={record.id} />} />
        </Tabs.Panel>
        <Tabs.Panel value="details" className={classes.panel ?? ''}>
          <Details meeting={record.id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function useCount(kinds: readonly string[], meeting: string): number {
  const { data } = useRead('records', 'register', {
    kinds: [...kinds],
    columns: [],
    filters: [{ column: 'meeting', is: 'equals', value: meeting }],
    sort: [],
    offset: 0,
    limit: 1,
  });
  return data?.total ?? 0;
}

/** The seats, and who leads or speaks without having one. */
function usePeopleCount(meeting: string, plan: Plan): number {
  const language = useLanguage();
  const { data } = useRead('meetings', 'people', { meeting, language }, { keep: true });
  const seats = data?.seats ?? [];
  const seated = new Set<string>(
    seats.flatMap(({ organisation, person }) => [organisation?.record ?? '', person?.record ?? '']),
  );
  return seats.length + peopleIn(plan).filter(({ record }) => !seated.has(record)).length;
}
