import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { AddOrganisation, AddPerson } from './AddRecord.tsx';
import { Cards } from './cards/Cards.tsx';
import { DirectoryTab } from './directory/DirectoryTab.tsx';
import { OrganisationRegister } from './OrganisationRegister.tsx';
import { PersonRegister } from './PersonRegister.tsx';
import classes from './people.module.css';

/** Who works in the network: persons, organisations, and the cards by which their seats are known. */
export function PeoplePage() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') ?? 'persons';
  return (
    <Page wide>
      <PageHead
        title={t`People`}
        actions={
          <>
            <AddOrganisation />
            <AddPerson />
          </>
        }
      />
      <Tabs
        value={tab}
        onChange={(next) => setSearch(next === null || next === 'persons' ? {} : { tab: next }, { replace: true })}
        className={classes.tabs ?? ''}
        keepMounted={false}
      >
        <Tabs.List aria-label={t`People`}>
          <Tabs.Tab value="persons">{t`Persons`}</Tabs.Tab>
          <Tabs.Tab value="organisations">{t`Organisations`}</Tabs.Tab>
          <Tabs.Tab value="cards">{t`Seats and cards`}</Tabs.Tab>
          <Tabs.Tab value="directory">{t`Directory`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="persons" className={classes.panel ?? ''}>
          <PersonRegister />
        </Tabs.Panel>
        <Tabs.Panel value="organisations" className={classes.panel ?? ''}>
          <OrganisationRegister />
        </Tabs.Panel>
        <Tabs.Panel value="cards" className={classes.reading ?? ''}>
          <Cards />
        </Tabs.Panel>
        <Tabs.Panel value="directory" className={classes.reading ?? ''}>
          <DirectoryTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
