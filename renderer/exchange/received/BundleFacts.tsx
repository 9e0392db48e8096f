import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CardTrust } from '../../parts/card/CardTrust.tsx';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import classes from '../exchange.module.css';
import { type Preview, useAddresseeWords } from '../words.ts';

/** Who signed a bundle and how far they are trusted, for whom it is, where it stands in the sequence, how strict it is. */
export function BundleFacts({ preview }: { readonly preview: Preview }) {
  const { t } = useLingui();
  const addresseeWords = useAddresseeWords();
  const { sender, addressees, sequence, label } = preview;
  return (
    <dl className={classes.facts}>
      <dt>{t`Signed by`}</dt>
      <dd>
        {sender.name}
        <br />
        <CardTrust card={sender} />
      </dd>
      <dt>{t`Addressed to`}</dt>
      <dd>{addresseeWords(addressees)}</dd>
      {sequence !== undefined && (
        <>
          <dt>{t`Sequence`}</dt>
          <dd>
            {sequence.missing > 0 ? (
              <Plural
                value={sequence.missing}
                one={`${sequence.number}, # bundle before it is missing`}
                other={`${sequence.number}, # bundles before it are missing`}
              />
            ) : sequence.fork ? (
              <Trans>{sequence.number}, claimed by another bundle too</Trans>
            ) : (
              <Trans>{sequence.number}, nothing missing before it</Trans>
            )}
          </dd>
        </>
      )}
      {label !== undefined && (
        <>
          <dt>{t`Handling`}</dt>
          <dd>
            <HandlingBadge label={label} />
          </dd>
        </>
      )}
    </dl>
  );
}
