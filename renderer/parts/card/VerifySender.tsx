import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { AmberdeskError } from '../../../domain/errors.ts';
import { fingerprintDigits } from '../../../domain/exchange/fingerprintDigits.ts';
import { InstallationId } from '../../../domain/records/ids.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead, useReadAgain } from '../../application/queries.ts';
import classes from './card.module.css';
import { VerifyCard } from './VerifyCard.tsx';

/** What `bundle.unknownSender` says of who signed. */
const Signer = z.object({ installation: InstallationId, trust: z.string() });

interface VerifySenderProps {
  /** With which the bundle was refused: `bundle.unknownSender`. */
  readonly error: unknown;
  /** Opens the bundle again. */
  onAgain(): void;
}

/** Who signed a bundle is not trusted here: says by which digits they are known, takes their card, has it verified. */
export function VerifySender({ error, onAgain }: VerifySenderProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const readAgain = useReadAgain();
  const { data: cards = [] } = useRead('exchange', 'cards', {});
  const [wrong, setWrong] = useState<unknown>();
  const signer = Signer.safeParse(error instanceof AmberdeskError ? error.details : undefined).data;
  const card = cards.find(({ installation }) => installation === signer?.installation);
  const isTrusted = card?.trust === 'verified' || card?.trust === 'vouched';
  const add = async () => {
    setWrong(undefined);
    try {
      const [chosen] = await host.chooseFiles({ endings: ['ambercard'], multiple: false });
      if (chosen === undefined) return;
      await client.exchange.addCard({ file: chosen.file });
      await readAgain('exchange');
    } catch (failure) {
      setWrong(failure);
    }
  };
  return (
    <div className={classes.sender}>
      <span className={classes.senderWrong} role="alert">
        {card?.trust === 'revoked'
          ? t`The card of the sender was revoked. The bundle was not opened; ask the Secretariat.`
          : t`Verify first: the sender is not known here, so the bundle was not opened.`}
      </span>
      {card === undefined && signer !== undefined && (
        <span>
          <Trans>
            Ask the sender for the card with the digits <code>{fingerprintDigits(signer.installation)}</code>, add it,
            and verify it.
          </Trans>
        </span>
      )}
      {wrong !== undefined && <span className={classes.senderWrong}>{sentenceFor(wrong)}</span>}
      <div className={classes.senderButtons}>
        {card === undefined && (
          <Button size="compact-sm" variant="default" onClick={() => void add()}>
            {t`Add the card…`}
          </Button>
        )}
        {card?.trust === 'unverified' && <VerifyCard {...card} onVerified={onAgain} />}
        {isTrusted && (
          <Button size="compact-sm" variant="default" onClick={onAgain}>
            {t`Open it now`}
          </Button>
        )}
      </div>
    </div>
  );
}
