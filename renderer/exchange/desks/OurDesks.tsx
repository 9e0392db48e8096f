import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconDeviceDesktop, IconMailForward } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useRead } from '../../application/queries.ts';
import { CardTrust } from '../../parts/card/CardTrust.tsx';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { BundleList } from '../bundles/BundleList.tsx';
import classes from '../exchange.module.css';
import type { Bundle } from '../words.ts';
import desksClasses from './desks.module.css';
import { KeptPapers } from './KeptPapers.tsx';

const TASK = '/exchange/send?purpose=delegation';

/** Within one State or organisation: a lead desk gives tasks to its other desks, gets theirs back, and clears one version. */
export function OurDesks({ bundles }: { readonly bundles: readonly Bundle[] }) {
  const { t } = useLingui();
  const { data: status } = useRead('vault', 'status', {});
  const { data: cards } = useRead('exchange', 'cards', {});
  const own = status?.installation?.organisation;
  const desks = cards?.filter(({ organisation, trust }) => organisation === own && trust !== 'own') ?? [];
  const within = bundles.filter(({ purpose }) => purpose === 'delegation');
  const name = status?.installation?.organisationName ?? '';
  if (cards === undefined) return null;
  if (desks.length === 0) {
    return (
      <EmptyState
        icon={IconDeviceDesktop}
        title={t`You are the only desk of ${name} that is known here`}
        actions={
          <Button component={Link} to="/people?tab=cards">
            {t`Add the card of another desk`}
          </Button>
        }
      >
        {t`Ministries and missions of one State can each have a desk. A lead desk gives them papers to work on, gets their changes back, and clears one version for all of them. Nobody else sees what passes between them.`}
      </EmptyState>
    );
  }
  return (
    <div className={desksClasses.desks}>
      <div>
        <h2 className={classes.head}>{t`How one version comes about`}</h2>
        <ol className={desksClasses.steps}>
          <li>
            <Trans>
              <strong>Give the task.</strong> Papers that are TLP:AMBER+STRICT go to your other desks and to nobody
              else.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Take theirs in.</strong> Their bundle is a proposal like any other. Where two desks disagree, you
              are asked.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Clear one version.</strong> Only then may it go to the board or to those you name.
            </Trans>
          </li>
        </ol>
        <Button component={Link} to={TASK} leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}>
          {t`Give your desks a task…`}
        </Button>
      </div>
      <KeptPapers own={own} />
      <section aria-labelledby="our-desks">
        <h2 id="our-desks" className={classes.head}>{t`The other desks of ${name}`}</h2>
        <ul className={desksClasses.deskList}>
          {desks.map((card) => (
            <li key={card.installation}>
              <IconDeviceDesktop size={18} stroke={1.6} aria-hidden />
              <strong>{card.name}</strong>
              <span className={desksClasses.deskTrust}>
                <CardTrust card={card} />
              </span>
            </li>
          ))}
        </ul>
        <Anchor component={Link} to="/people?tab=cards">
          {t`Seats and cards`}
        </Anchor>
      </section>
      {within.length > 0 && (
        <section aria-labelledby="desks-bundles">
          <h2 id="desks-bundles" className={classes.head}>{t`What passed between them`}</h2>
          <BundleList label={t`What passed between them`} bundles={within} />
        </section>
      )}
    </div>
  );
}
