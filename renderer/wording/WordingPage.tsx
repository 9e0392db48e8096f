import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router';
import { WORDING_KINDS } from '../../domain/wording/kinds.ts';
import { useAction } from '../application/actions.ts';
import { addressOf, WORDING_PRINT } from '../application/addresses.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { AddWording } from './AddWording.tsx';
import { useWordingWords, type WordingKind } from './useWordingWords.ts';
import { WordingRegister } from './WordingRegister.tsx';
import classes from './wording.module.css';

/** What the Board agreed to say in public, and the terms that its papers keep to. */
export function WordingPage() {
  const { t } = useLingui();
  const { place, several } = useWordingWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const kind: WordingKind = search.get('tab') === 'term' ? 'term' : 'publicLine';
  const print = {
    id: 'wording.print',
    title: t`Print…`,
    group: place,
    icon: IconPrinter,
    run: () => navigate(WORDING_PRINT),
  };
  useAction(print);
  return (
    <Page wide>
      <PageHead
        title={place}
        crumbs={[{ title: t`Papers`, address: '/papers' }]}
        actions={
          <>
            <ActionButton action={print} />
            <AddWording kind={kind} onAdded={(id, added) => navigate(addressOf(added, id))} />
          </>
        }
      />
      <Tabs
        value={kind}
        onChange={(next) => setSearch(next === 'term' ? { tab: next } : {}, { replace: true })}
        className={classes.tabs ?? ''}
        keepMounted={false}
      >
        <Tabs.List aria-label={place}>
          {WORDING_KINDS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {several[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {WORDING_KINDS.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.list ?? ''}>
            <WordingRegister kind={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
