import { useLingui } from '@lingui/react/macro';
import { CardSquare } from './CardSquare.tsx';
import type { Card } from './CardTrust.tsx';
import classes from './card.module.css';
import { Digits } from './Digits.tsx';
import { useHolderLine } from './holderLine.ts';

/** A card as it is shown to others: whose it is, its square and its digits. */
export function CardFace({ card }: { readonly card: Card }) {
  const { t } = useLingui();
  const line = useHolderLine();
  const { name, digits } = card;
  return (
    <section className={classes.face} aria-label={t`Card of ${name}`}>
      <CardSquare digits={digits} />
      <div className={classes.faceText}>
        <span className={classes.faceName}>{name}</span>
        <span className={classes.faceLine}>{line(card)}</span>
        <Digits digits={digits} />
      </div>
    </section>
  );
}
