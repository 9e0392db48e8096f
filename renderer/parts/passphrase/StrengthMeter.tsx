import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { isLongEnough, MINIMUM_PASSPHRASE } from '../../../domain/vault/passphrase.ts';
import { type GuessingTime, guessingTime, type Strength, strengthOf } from './guessing.ts';
import { loadDictionaries } from './loadDictionaries.ts';
import classes from './passphrase.module.css';

interface StrengthMeterProps {
  readonly passphrase: string;
  /** Words that somebody who knows the person tries first. */
  readonly about: readonly string[];
}

const FILLED: Readonly<Record<Strength, number>> = { weak: 1, fair: 2, strong: 3 };

/** How long guessing a passphrase would take, in words. It advises; what a vault refuses is only what is too short. */
export function StrengthMeter({ passphrase, about }: StrengthMeterProps) {
  const dictionaries = useQuery({ queryKey: ['dictionaries'], queryFn: loadDictionaries });
  const [settled] = useDebouncedValue(passphrase, 200);
  const guesses = useMemo(
    () => (settled === '' ? undefined : dictionaries.data?.countGuesses(settled, about)),
    [settled, about, dictionaries.data],
  );
  const strength = guesses === undefined || !isLongEnough(settled) ? undefined : strengthOf(guesses);
  return (
    <div className={classes.meter}>
      <div className={classes.bars} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={`${classes.bar} ${strength !== undefined && bar <= FILLED[strength] ? classes[strength] : ''}`}
          />
        ))}
      </div>
      <p className={classes.sentence} role="status">
        <Sentence passphrase={settled} guesses={guesses} strength={strength} />
      </p>
    </div>
  );
}

interface SentenceProps {
  readonly passphrase: string;
  readonly guesses: number | undefined;
  readonly strength: Strength | undefined;
}

function Sentence({ passphrase, guesses, strength }: SentenceProps): ReactNode {
  const { t } = useLingui();
  if (passphrase === '')
    return t`At least ${MINIMUM_PASSPHRASE} characters; several words that have nothing to do with each other are best.`;
  if (!isLongEnough(passphrase)) {
    const missing = MINIMUM_PASSPHRASE - [...passphrase].length;
    return <Plural value={missing} one="# more character is needed." other="# more characters are needed." />;
  }
  if (guesses === undefined || strength === undefined) return null;
  const time = <TimeInWords time={guessingTime(guesses)} />;
  switch (strength) {
    case 'weak':
      return (
        <Trans>
          <strong>Weak.</strong> Somebody with a copy of the vault and several hundred computers would guess it within{' '}
          {time}. Add a word or two.
        </Trans>
      );
    case 'fair':
      return (
        <Trans>
          <strong>Fair.</strong> Somebody with a copy of the vault and several hundred computers would need about {time}
          .
        </Trans>
      );
    default:
      return (
        <Trans>
          <strong>Strong.</strong> Somebody with a copy of the vault and several hundred computers would need about{' '}
          {time}.
        </Trans>
      );
  }
}

function TimeInWords({ time }: { readonly time: GuessingTime }): ReactNode {
  const { t } = useLingui();
  switch (time.unit) {
    case 'moment':
      return t`a minute`;
    case 'ages':
      return t`a million years or more`;
    case 'minute':
      return <Plural value={time.count} one="a minute" other="# minutes" />;
    case 'hour':
      return <Plural value={time.count} one="an hour" other="# hours" />;
    case 'day':
      return <Plural value={time.count} one="a day" other="# days" />;
    case 'month':
      return <Plural value={time.count} one="a month" other="# months" />;
    default:
      return <Plural value={time.count} one="a year" other="# years" />;
  }
}
