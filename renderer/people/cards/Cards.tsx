import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';
import type { Action } from '../../application/actions.ts';
import { useRead } from '../../application/queries.ts';
import { OwnCard } from '../../parts/card/OwnCard.tsx';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import classes from '../people.module.css';
import { CardTable } from './CardTable.tsx';
import { Joining } from './Joining.tsx';
import { useAddCards } from './useAddCards.ts';

/** The cards that are here, by which bundles are sealed for a seat and known as coming from it; and our own. */
export function Cards() {
  const { t } = useLingui();
  const { data: cards } = useRead('exchange', 'cards', {});
  const { action, error } = useAddCards();
  const status = useRead('vault', 'status', {});
  if (cards === undefined || status.data === undefined) return null;
  const joins = status.data.network === undefined && status.data.installation?.role !== 'secretariat';
  const others = (
    <section aria-label={t`Cards`}>
      <div className={classes.headed}>
        <h2>{t`Cards of others`}</h2>
        {cards.length > 0 && <ActionButton action={action} />}
      </div>
      <Wrong error={error} />
      {cards.length === 0 ? <NoCards title={t`No cards yet`} action={action} primary /> : <CardTable cards={cards} />}
    </section>
  );
  return (
    <div className={classes.cards}>
      {joins && <Joining cards={cards} onAdd={action.run} />}
      {joins && cards.length === 0 && <Wrong error={error} />}
      {(!joins || cards.length > 0) && others}
      <section aria-labelledby="own-card">
        <div className={classes.headed}>
          <h2 id="own-card">{t`Our own card`}</h2>
        </div>
        <p className={classes.quiet}>
          {t`Others seal bundles for this seat with it, and know by it what comes from here.`}
        </p>
        <OwnCard />
      </section>
    </div>
  );
}

/** The cards of one seat. A person may use several installations. */
export function CardsOfSeat({ seat }: { readonly seat: string }) {
  const { t } = useLingui();
  const { data } = useRead('exchange', 'cards', {});
  const { action, error } = useAddCards();
  const cards = data?.filter((card) => card.seat === seat);
  if (cards === undefined) return null;
  return (
    <>
      <Wrong error={error} />
      {cards.length === 0 ? (
        <NoCards title={t`No card of this seat yet`} action={action} />
      ) : (
        <CardTable cards={cards} />
      )}
    </>
  );
}

interface NoCardsProps {
  readonly title: string;
  readonly action: Action;
  readonly primary?: boolean;
}

function NoCards({ title, action, primary = false }: NoCardsProps) {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconIdBadge2} title={title} actions={<ActionButton action={action} primary={primary} />}>
      {t`A card holds the public keys of a seat. Ask the holder for it, add it here or drop it on the window, and compare the digits when you meet or speak.`}
    </EmptyState>
  );
}

function Wrong({ error }: { readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <Text role="alert" c="var(--refusal-ink)" mb="sm">
      {error}
    </Text>
  );
}
