import { Trans, useLingui } from '@lingui/react/macro';
import { IconBan, IconCircleCheck, IconCircleDashed, IconHourglassEmpty, IconUserOff } from '@tabler/icons-react';
import { formatDate, formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './directory.module.css';
import type { DirectorySeat } from './useDirectory.ts';

const SIGNS = {
  inForce: IconCircleCheck,
  over: IconHourglassEmpty,
  ended: IconUserOff,
  revoked: IconBan,
  notIn: IconCircleDashed,
} as const;

/** How an installation stands in the directory, in words with a sign. */
export function Standing({ seat }: { readonly seat: DirectorySeat }) {
  const Sign = SIGNS[seat.standing];
  return (
    <span className={classes.standing} data-is={seat.standing}>
      <Sign size={16} stroke={1.6} aria-hidden />
      <span>
        <Words seat={seat} />
      </span>
    </span>
  );
}

function Words({ seat }: { readonly seat: DirectorySeat }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { standing, ends = '', endedAt = '', admittedAt } = seat;
  switch (standing) {
    case 'inForce':
      if (ends !== '') return <Trans>in force, until {formatDate(ends, language)}</Trans>;
      return admittedAt === undefined ? (
        t`in force`
      ) : (
        <Trans>in force since {formatMomentDay(admittedAt, language)}</Trans>
      );
    case 'over':
      return <Trans>over since {formatDate(ends, language)}</Trans>;
    case 'ended':
      return <Trans>ended on {formatMomentDay(endedAt, language)}</Trans>;
    case 'revoked':
      return <Trans>revoked on {formatMomentDay(endedAt, language)}</Trans>;
    case 'notIn':
      return t`not admitted`;
  }
}
