import { Trans, useLingui } from '@lingui/react/macro';
import { IconBan, IconCircleCheck, IconHelpCircle, IconRosetteDiscountCheck, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Card as CardSchema } from '../../../contract/exchange/calls.ts';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './card.module.css';
import { VerifyCard } from './VerifyCard.tsx';

export type Card = z.output<typeof CardSchema>;

type Trusted = Pick<Card, 'installation' | 'name' | 'digits' | 'trust' | 'verifiedBy' | 'verifiedAt' | 'verifiedHow'>;

/** How far a card is trusted, in words with a sign; one that is not verified can be verified here. */
export function CardTrust({ card }: { readonly card: Trusted }) {
  const { t } = useLingui();
  const sign = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  switch (card.trust) {
    case 'own':
      return <Marked icon={<IconUserCheck {...sign} />}>{t`our own`}</Marked>;
    case 'verified':
      return (
        <Marked icon={<IconCircleCheck {...sign} />}>
          <Verified card={card} />
        </Marked>
      );
    case 'vouched':
      return <Marked icon={<IconRosetteDiscountCheck {...sign} />}>{t`vouched for by the directory`}</Marked>;
    case 'revoked':
      return <Marked icon={<IconBan {...sign} />}>{t`revoked`}</Marked>;
    default:
      return (
        <Marked icon={<IconHelpCircle {...sign} />}>
          {t`not verified`}
          <VerifyCard {...card} />
        </Marked>
      );
  }
}

/** Who compared the digits, how, and when. */
function Verified({ card: { verifiedBy = '', verifiedAt = '', verifiedHow } }: { readonly card: Trusted }) {
  const language = useLanguage();
  const day = formatMomentDay(verifiedAt, language);
  switch (verifiedHow) {
    case 'inPerson':
      return (
        <Trans>
          verified by {verifiedBy} in person, {day}
        </Trans>
      );
    case 'telephone':
      return (
        <Trans>
          verified by {verifiedBy} by telephone, {day}
        </Trans>
      );
    case 'video':
      return (
        <Trans>
          verified by {verifiedBy} by video, {day}
        </Trans>
      );
    default:
      return (
        <Trans>
          verified by {verifiedBy}, {day}
        </Trans>
      );
  }
}

function Marked({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={classes.trust}>
      {icon}
      <span className={classes.trustWords}>{children}</span>
    </span>
  );
}
