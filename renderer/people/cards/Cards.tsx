import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';
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
  if (cards === undefined) return null;
  return (
    <div className={classes.cards}>
      <Joining cards={cards} onAdd={action.run} />
      <section aria-label={t`Cards`}>
        <div className={classes.headed}>
          <h2>{t`Cards of others`}</h2>
          {cards.length > 0 && <ActionButton action={action} />}
        </div>
        <Wrong error={error} />
        {cards.length === 0 ? (
          <EmptyState icon={IconIdBadge2} title={t`No cards yet`} actions={<ActionButton action={action} primary />}>
            {t`A card holds the public keys of a seat. Ask the holder for it, add it here or drop it on the window, and compare the digits when you meet or speak.`}
          </EmptyState>
        ) : (
          <CardTable cards={cards} />
        )}
      </section>
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
        <EmptyState icon={IconIdBadge2} title={t`No card of this seat yet`} actions={<ActionButton action={action} />}>
          {t`A card holds the public keys of a seat. Ask the holder for it, add it here or drop it on the window, and compare the digits when you meet or speak.`}
        </EmptyState>
      ) : (
        <CardTable cards={cards} />
      )}
    </>
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
