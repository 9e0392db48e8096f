import { useLingui } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { Link } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { type Card, CardTrust } from '../../parts/card/CardTrust.tsx';
import { DigitLines } from '../../parts/card/DigitLines.tsx';
import { useHolderLine } from '../../parts/card/holderLine.ts';
import { VerifyCard } from '../../parts/card/VerifyCard.tsx';
import classes from '../people.module.css';
import { NextStepCell } from './NextStepCell.tsx';
import { type NextStep, urgencyOf, useNextSteps } from './nextSteps.ts';

const NOTHING: NextStep = { is: 'none' };

/** Cards of others: whose they are, by which digits they are known, how far they are trusted, and what comes next. */
export function CardTable({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = useLingui();
  const nextOf = useNextSteps(cards);
  const lines = cards
    .map((card) => ({ card, next: nextOf?.(card) ?? NOTHING }))
    .sort(
      (one, other) =>
        urgencyOf(one.next) - urgencyOf(other.next) ||
        one.card.organisationName.localeCompare(other.card.organisationName) ||
        one.card.name.localeCompare(other.card.name),
    );
  return (
    <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t`Cards`} className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Holder`}</Table.Th>
            <Table.Th>{t`Digits`}</Table.Th>
            <Table.Th>{t`Trust`}</Table.Th>
            <Table.Th>{t`Next`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ card, next }) => (
            <CardLine key={card.installation} card={card} next={next} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function CardLine({ card, next }: { readonly card: Card; readonly next: NextStep }) {
  const line = useHolderLine();
  const { name, seat, digits } = card;
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={addressOf('person', seat)}>{name}</Link>
        <span className={classes.second}>{line(card)}</span>
      </Table.Td>
      <Table.Td className={classes.digits ?? ''}>
        <DigitLines digits={digits} />
      </Table.Td>
      <Table.Td>
        <CardTrust card={card} />
        {card.trust === 'vouched' && <VerifyCard {...card} />}
      </Table.Td>
      <Table.Td>
        <NextStepCell card={card} next={next} />
      </Table.Td>
    </Table.Tr>
  );
}
