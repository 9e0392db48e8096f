import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Tabs } from '@mantine/core';
import { IconMailOpened, IconSend } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../application/queries.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { FolderOffers } from '../parts/folder/FolderOffers.tsx';
import { useTakeReplies } from '../parts/outside/useTakeReplies.ts';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { AcceptWaiting } from './bundles/AcceptWaiting.tsx';
import { BundleList } from './bundles/BundleList.tsx';
import { OurDesks } from './desks/OurDesks.tsx';
import classes from './exchange.module.css';
import { MatrixTab } from './matrix/MatrixTab.tsx';
import { useExchangeActions } from './useExchangeActions.ts';

const TABS = ['received', 'sent', 'matrix', 'desks'] as const;

/** What came and what went: bundles received and sealed, what passes among our own desks, and the way to conflicts. */
export function ExchangePage() {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const { open, seal, reply } = useExchangeActions();
  useTakeReplies();
  const { data } = useRead('exchange', 'bundles', {});
  const { data: counts } = useRead('records', 'counts', {});
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'received';
  const received = data?.filter(({ direction }) => direction === 'in') ?? [];
  const sent = data?.filter(({ direction }) => direction === 'out') ?? [];
  const conflicted = counts?.conflicted ?? 0;
  const change = (next: string | null) =>
    setSearch(next === null || next === 'received' ? {} : { tab: next }, { replace: true });
  return (
    <Page>
      <PageHead
        title={t`Exchange`}
        actions={
          <>
            <Button variant="default" onClick={reply.run}>
              {reply.title}
            </Button>
            <Button variant="default" onClick={open.run}>
              {open.title}
            </Button>
            <Button onClick={seal.run}>{seal.title}</Button>
          </>
        }
        line={
          <>
            <Anchor component={Link} to="/exchange/conflicts" inherit mr="md">
              {t`Conflicts`}
            </Anchor>
            <Anchor component={Link} to="/people?tab=cards" inherit mr="md">
              {t`Seats and cards`}
            </Anchor>
            <Anchor component={Link} to="/inquiries" inherit mr="md">
              {t`Ministries`}
            </Anchor>
            <Anchor component={Link} to="/journal" inherit>
              {t`Journal`}
            </Anchor>
          </>
        }
      />
      <Tabs value={tab} onChange={change} keepMounted={false}>
        <Tabs.List aria-label={t`Exchange`}>
          <Tabs.Tab value="received">{t`Received`}</Tabs.Tab>
          <Tabs.Tab value="sent">{t`Sent`}</Tabs.Tab>
          <Tabs.Tab value="matrix">{t`Who has got what`}</Tabs.Tab>
          <Tabs.Tab value="desks">{t`Our desks`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="received" className={classes.panel ?? ''}>
          <FolderOffers />
          {conflicted > 0 && (
            <p className={classes.warning}>
              <Anchor component={Link} to="/exchange/conflicts" c="inherit" underline="always">
                {conflicted === 1
                  ? t`One record is in conflict: resolve it`
                  : t`${conflicted} records are in conflict: resolve them`}
              </Anchor>
            </p>
          )}
          <AcceptWaiting bundles={received} />
          {data !== undefined && received.length === 0 ? (
            <EmptyState
              icon={IconMailOpened}
              title={t`Nothing received yet`}
              actions={<Button onClick={open.run}>{open.title}</Button>}
            >
              {t`What other seats share with you arrives as a bundle: a file, by any way. Drop it anywhere on this window, or open it here. It is a proposal: nothing is taken over before you decide.`}
            </EmptyState>
          ) : (
            <BundleList label={t`Received bundles`} bundles={received} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="sent" className={classes.panel ?? ''}>
          {data !== undefined && sent.length === 0 ? (
            <EmptyState
              icon={IconSend}
              title={t`Nothing sealed yet`}
              actions={<Button onClick={seal.run}>{seal.title}</Button>}
            >
              {t`You share by sealing a bundle for named seats. Before it is sealed you see, record by record, what goes, what is withheld, and why. The file is encrypted: send it by any way.`}
            </EmptyState>
          ) : (
            <BundleList label={t`Sealed bundles`} bundles={sent} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="matrix" className={classes.panel ?? ''}>
          <MatrixTab />
        </Tabs.Panel>
        <Tabs.Panel value="desks" className={classes.panel ?? ''}>
          <OurDesks bundles={data ?? []} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
