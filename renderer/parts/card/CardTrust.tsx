import { Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck, IconCircleX, IconHelpCircle, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Card as CardSchema } from '../../../contract/exchange/calls.ts';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './card.module.css';
import { VerifyCard } from './VerifyCard.tsx';

export type Card = z.output<typeof CardSchema>;

type Trusted = Pick<Card, 'installation' | 'name' | 'digits' | 'trust' | 'verifiedBy' | 'verifiedAt'>;

/** How far a card is trusted, in words with a sign; one that is not verified can be verified here. */
export function CardTrust({ card }: { readonly card: Trusted }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { name, verifiedBy = '', verifiedAt = '' } = card;
  switch (card.trust) {
    case 'own':
      return <Marked icon={<IconUserCheck size={16} stroke={1.6} aria-hidden />}>{t`our own`}</Marked>;
    case 'verified':
      return (
        <Marked icon={<IconCircleCheck size={16} stroke={1.6} aria-hidden />}>
          <Trans>
            verified by {verifiedBy}, {formatMomentDay(verifiedAt, language)}
          </Trans>
        </Marked>
      );
    case 'vouched':
      return (
        <Marked icon={<IconCircleCheck size={16} stroke={1.6} aria-hidden />}>
          {t`vouched for by the Secretariat`}
        </Marked>
      );
    case 'revoked':
      return <Marked icon={<IconCircleX size={16} stroke={1.6} aria-hidden />}>{t`revoked`}</Marked>;
    default:
      return (
        <Marked icon={<IconHelpCircle size={16} stroke={1.6} aria-hidden />}>
          {t`not verified`}
          <VerifyCard installation={card.installation} name={name} digits={card.digits} />
        </Marked>
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
