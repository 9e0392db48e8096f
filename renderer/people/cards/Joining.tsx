import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Card } from '../../parts/card/CardTrust.tsx';
import { useCardGiven } from '../../parts/card/useCardGiven.ts';
import { VerifyCard } from '../../parts/card/VerifyCard.tsx';
import classes from '../people.module.css';
import { useOpenBundle } from './useOpenBundle.ts';

interface Step {
  readonly title: string;
  readonly text: string;
  readonly done: boolean;
  /** What does it; shown while it is the next thing. */
  readonly control?: ReactNode;
}

interface JoiningProps {
  readonly cards: readonly Card[];
  /** Has cards chosen. */
  onAdd(): void;
}

/** The way of a newcomer into a network, step by step: card out, card in and compared, invitation opened. */
export function Joining({ cards, onAdd }: JoiningProps) {
  const { t } = useLingui();
  const [given] = useCardGiven();
  const open = useOpenBundle();
  const theirs = cards.filter(({ role }) => role === 'secretariat');
  const trusted = theirs.find(({ trust }) => trust === 'verified' || trust === 'vouched');
  const unverified = theirs.find(({ trust }) => trust === 'unverified');
  const steps: readonly Step[] = [
    {
      title: t`Give your card to the Secretariat`,
      text: t`It is below: save it as a file and send it by any way. There is nothing secret in it.`,
      done: given,
    },
    {
      title: t`Add the card of the Secretariat`,
      text: t`Choose the file, or drop it on this window.`,
      done: theirs.length > 0,
      control: (
        <Button size="compact-sm" variant="default" onClick={onAdd}>
          {t`Add cards…`}
        </Button>
      ),
    },
    {
      title: t`Compare the digits`,
      text: t`Meet or call, and have them read the digits of their card to you; then read yours. Both sides verify the other.`,
      done: trusted !== undefined,
      control: unverified && <VerifyCard {...unverified} />,
    },
    {
      title: t`Open the invitation`,
      text: t`The Secretariat seals it for you once it has verified and admitted you. It brings the network, its people and their cards.`,
      done: false,
      control: (
        <Button size="compact-sm" variant="default" onClick={open}>
          {t`Open a bundle…`}
        </Button>
      ),
    },
  ];
  const next = steps.findIndex(({ done }) => !done);
  return (
    <section aria-labelledby="joining" className={classes.joining}>
      <h2 id="joining">{t`Joining a network`}</h2>
      <ol>
        {steps.map(({ title, text, done, control }, index) => {
          const Sign = done ? IconCircleCheck : index === next ? IconCircleDot : IconCircle;
          return (
            <li key={title} data-done={done || undefined} aria-current={index === next ? 'step' : undefined}>
              <Sign size={20} stroke={1.6} aria-hidden />
              <div>
                <strong>{title}</strong>
                {done && <span className={classes.done}>{t`done`}</span>}
                <p>{text}</p>
                {!done && control}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
