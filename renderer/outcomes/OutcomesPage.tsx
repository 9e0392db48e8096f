import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import type { OutcomeKind } from '../../domain/outcomes/kinds.ts';
import { addressOf } from '../application/addresses.ts';
import { AddOutcome } from '../parts/outcomes/AddOutcome.tsx';
import { OpenActions } from '../parts/outcomes/OpenActions.tsx';
import { OutcomeRegister } from '../parts/outcomes/OutcomeRegister.tsx';
import { useOutcomeWords } from '../parts/outcomes/useOutcomeWords.ts';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import classes from './outcomes.module.css';

/** What the Board recommends, decides and gives to do, of all meetings; and what of it is open. */
export function OutcomesPage() {
  const { t } = useLingui();
  const { several } = useOutcomeWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') ?? 'recommendation';
  const kind: OutcomeKind = tab === 'decision' ? 'decision' : tab === 'recommendation' ? 'recommendation' : 'action';
  return (
    <Page wide>
      <PageHead
        title={t`Recommendations`}
        actions={<AddOutcome key={kind} kind={kind} onAdded={(id, added) => navigate(addressOf(added, id))} />}
      />
      <Tabs
        value={tab}
        onChange={(next) =>
          setSearch(next === null || next === 'recommendation' ? {} : { tab: next }, { replace: true })
        }
        className={classes.tabs ?? ''}
        keepMounted={false}
      >
        <Tabs.List aria-label={t`Recommendations`}>
          <Tabs.Tab value="recommendation">{several.recommendation}</Tabs.Tab>
          <Tabs.Tab value="decision">{several.decision}</Tabs.Tab>
          <Tabs.Tab value="open">{t`Open actions`}</Tabs.Tab>
          <Tabs.Tab value="action">{t`All actions`}</Tabs.Tab>
        </Tabs.List>
        {(['recommendation', 'decision', 'action'] as const).map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.list ?? ''}>
            <OutcomeRegister kinds={[one]} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="open" className={classes.list ?? ''}>
          <OpenActions />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
