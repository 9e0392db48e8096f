import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { type Card, CardTrust } from '../../parts/card/CardTrust.tsx';
import { isTrusted } from './audience.ts';
import classes from './send.module.css';

interface SealedForProps {
  readonly cards: readonly Card[];
  /** Installations that the person left out. */
  readonly without: ReadonlySet<string>;
  /** Organisations or persons of whom no card is here. */
  readonly missing: readonly string[];
  onWithout(without: ReadonlySet<string>): void;
}

/** Which installations can open it, delegation by delegation: all of each, unless the person leaves one out. */
export function SealedFor({ cards, without, missing, onWithout }: SealedForProps) {
  const { t } = useLingui();
  const delegations = [...Map.groupBy(cards, ({ organisation }) => organisation).values()];
  const leave = (installations: readonly string[], out: boolean) => {
    const next = new Set(without);
    for (const one of installations) {
      if (out) next.add(one);
      else next.delete(one);
    }
    onWithout(next);
  };
  return (
    <fieldset className={classes.part}>
      <legend>{t`Who can open it`}</legend>
      {cards.length === 0 && (
        <p className={classes.quiet}>
          <Trans>
            No card of theirs is here.{' '}
            <Anchor component={Link} to="/people?tab=cards" inherit underline="always">
              Add their cards
            </Anchor>{' '}
            first, or use a passphrase.
          </Trans>
        </p>
      )}
      {cards.length > 0 && (
        <ul className={classes.addressees}>
          {delegations.map((members) => (
            <Delegation key={members[0]?.organisation} cards={members} without={without} leave={leave} />
          ))}
        </ul>
      )}
      {cards.some(({ trust }) => trust === 'unverified') && (
        <p className={classes.warning}>
          {t`Nothing is sealed for a card that was not verified: compare its digits with the holder first.`}
        </p>
      )}
      {missing.length > 0 && (
        <p className={classes.quiet}>
          <Trans>No card is here of: {missing.join(', ')}.</Trans>{' '}
          <Anchor component={Link} to="/people?tab=cards" inherit underline="always">
            {t`Seats and cards`}
          </Anchor>
        </p>
      )}
    </fieldset>
  );
}

interface DelegationProps {
  readonly cards: readonly Card[];
  readonly without: ReadonlySet<string>;
  leave(installations: readonly string[], out: boolean): void;
}

/** One delegation: a tick for all its installations, and one for each where it has several. */
function Delegation({ cards, without, leave }: DelegationProps) {
  const { t } = useLingui();
  const [first] = cards;
  const usable = cards.filter(isTrusted);
  const chosen = usable.filter(({ installation }) => !without.has(installation));
  if (first === undefined) return null;
  if (cards.length === 1) {
    return (
      <li>
        <CardChoice card={first} label={`${first.organisationName}, ${first.name}`} without={without} leave={leave} />
      </li>
    );
  }
  return (
    <li>
      <Checkbox
        label={first.organisationName}
        description={t`${chosen.length} of ${usable.length} desks`}
        checked={chosen.length > 0 && chosen.length === usable.length}
        indeterminate={chosen.length > 0 && chosen.length < usable.length}
        disabled={usable.length === 0}
        onChange={(event) =>
          leave(
            usable.map(({ installation }) => installation),
            !event.currentTarget.checked,
          )
        }
      />
      <ul className={classes.desks}>
        {cards.map((card) => (
          <li key={card.installation}>
            <CardChoice card={card} label={card.name} without={without} leave={leave} />
          </li>
        ))}
      </ul>
    </li>
  );
}

interface CardChoiceProps extends Omit<DelegationProps, 'cards'> {
  readonly card: Card;
  readonly label: string;
}

function CardChoice({ card, label, without, leave }: CardChoiceProps) {
  const usable = isTrusted(card);
  return (
    <>
      <Checkbox
        label={label}
        checked={usable && !without.has(card.installation)}
        disabled={!usable}
        onChange={(event) => leave([card.installation], !event.currentTarget.checked)}
      />
      <span className={classes.trust}>
        <CardTrust card={card} />
      </span>
    </>
  );
}
