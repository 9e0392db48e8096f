import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconMail, IconMailOpened, IconSend } from '@tabler/icons-react';
import { Link } from 'react-router';
import { receivedAddress } from '../../application/addresses.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from '../exchange.module.css';
import { type Bundle, useAddresseeWords, usePurposeLine, useStandingWords } from '../words.ts';

/** Bundles, the latest first: from or for whom, what for, when, and how far people are with each. */
export function BundleList({ label, bundles }: { readonly label: string; readonly bundles: readonly Bundle[] }) {
  return (
    <ul className={classes.bundles} aria-label={label}>
      {bundles.map((bundle) => (
        <BundleLine key={bundle.bundle} bundle={bundle} />
      ))}
    </ul>
  );
}

function BundleLine({ bundle }: { readonly bundle: Bundle }) {
  const { t } = useLingui();
  const language = useLanguage();
  const purposeLine = usePurposeLine();
  const standingWords = useStandingWords();
  const addresseeWords = useAddresseeWords();
  const { direction, standing, organisationName, addressees, purpose, meetingTitle, records, attachments } = bundle;
  const isIn = direction === 'in';
  const Sign = !isIn ? IconSend : standing === 'waiting' ? IconMail : IconMailOpened;
  const when = formatMoment(isIn ? (bundle.received ?? bundle.created) : bundle.created, language);
  return (
    <li className={classes.bundle}>
      <Link
        className={classes.bundleLink ?? ''}
        to={isIn ? receivedAddress(bundle.bundle) : `/exchange/sent/${bundle.bundle}`}
      >
        <Sign size={18} stroke={1.6} aria-hidden />
        <span className={classes.bundleTitle}>
          <strong>{isIn ? t`From ${organisationName}` : t`For ${addresseeWords(addressees, bundle.meant)}`}</strong>
          <span>{purposeLine(purpose, meetingTitle)}</span>
        </span>
        <span className={classes.bundleWhen}>{isIn ? <Trans>opened {when}</Trans> : <Trans>sealed {when}</Trans>}</span>
        <span className={classes.bundleSays}>
          <Plural value={records} one="# record" other="# records" />
          {attachments > 0 && (
            <>
              , <Plural value={attachments} one="# attachment" other="# attachments" />
            </>
          )}
        </span>
        <span className={classes.standing} data-waiting={standing === 'waiting' || undefined}>
          {isIn && standingWords(standing)}
        </span>
      </Link>
    </li>
  );
}
