import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { invitationAddress } from '../../application/addresses.ts';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';
import { Standing } from '../../parts/directory/Standing.tsx';
import classes from '../people.module.css';
import { AdmitHolder } from './AdmitHolder.tsx';
import type { NextStep } from './nextSteps.ts';
import { useOpenBundle } from './useOpenBundle.ts';

/** What comes next with a card, as the one button for it, or what is waited for. */
export function NextStepCell({ card, next }: { readonly card: Card; readonly next: NextStep }) {
  const { t } = useLingui();
  const language = useLanguage();
  const open = useOpenBundle();
  const { name, organisation } = card;
  switch (next.is) {
    case 'verify':
      return <span className={classes.quiet}>{t`Compare the digits`}</span>;
    case 'takeIn':
      return <AdmitHolder card={card} directory={next.directory} known={next.known} />;
    case 'invite':
      return (
        <Button
          component={Link}
          to={invitationAddress(organisation)}
          size="compact-sm"
          variant="default"
          aria-label={t`Seal the invitation for ${name}`}
        >
          {t`Seal the invitation…`}
        </Button>
      );
    case 'wait':
      return (
        <span className={classes.quiet}>
          <Trans>Invited on {formatMomentDay(next.since, language)}; nothing has come back yet</Trans>
        </span>
      );
    case 'openInvitation':
      return (
        <Button size="compact-sm" variant="default" onClick={open}>
          {t`Open the invitation…`}
        </Button>
      );
    case 'past':
      return <Standing seat={next.seat} />;
    case 'none':
      return null;
  }
}
