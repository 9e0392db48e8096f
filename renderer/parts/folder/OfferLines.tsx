import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconFolderDown } from '@tabler/icons-react';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { formatBytes } from '../backups/formatBytes.ts';
import classes from './folder.module.css';
import { type Offer, useOffers } from './useOffers.ts';

/** Bundles in the exchange folder, each to be opened or put aside. Nothing of them was opened. */
export function OfferLines({ offers }: { readonly offers: readonly Offer[] }) {
  return offers.map((offer) => <OfferLine key={offer.mark} offer={offer} />);
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { open, dismiss } = useOffers();
  const { files, bytes, at, underPassphrase } = offer;
  const name = files[0]?.name ?? '';
  const [size, when] = [formatBytes(bytes, language), formatMoment(at, language)];
  return (
    <li className={classes.line}>
      <IconFolderDown size={18} stroke={1.6} aria-hidden />
      <div className={classes.text}>
        <strong>
          {underPassphrase
            ? t`A bundle under a passphrase is in the exchange folder`
            : t`A bundle for you is in the exchange folder`}
        </strong>
        <span className={classes.quiet}>
          <Trans>
            {name}, {size}, {when}. It was not opened.
          </Trans>
        </span>
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => open(offer)} aria-label={t`Open the bundle ${name}`}>
            {t`Open`}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => dismiss(offer, t`Put ${name} aside`)}
            aria-label={t`Put aside ${name}: it is not offered again`}
          >
            {t`Put aside`}
          </Button>
        </Group>
      </div>
    </li>
  );
}
