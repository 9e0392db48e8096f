import { useLingui } from '@lingui/react/macro';
import { groupsIn } from '../../../domain/exchange/readDigits.ts';
import { numbered } from '../recovery/numbered.ts';
import classes from './card.module.css';

interface DigitsProps {
  readonly digits: string;
  /** As large as the space allows, each group with its number: for reading aloud. */
  readonly large?: boolean;
}

/** The eight groups of a card. */
export function Digits({ digits, large = false }: DigitsProps) {
  const { t } = useLingui();
  return (
    <ol className={large ? classes.aloud : classes.digits} aria-label={t`Digits of the card`}>
      {numbered(groupsIn(digits)).map(({ number, group }) => (
        <li key={number}>
          {large && (
            <span className={classes.place} aria-hidden>
              {number}
            </span>
          )}
          <span>{group}</span>
        </li>
      ))}
    </ol>
  );
}
