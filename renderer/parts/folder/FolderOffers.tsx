import { useLingui } from '@lingui/react/macro';
import { FolderLine } from './FolderLine.tsx';
import classes from './folder.module.css';
import { OfferLines } from './OfferLines.tsx';
import { useOffers } from './useOffers.ts';

/** What the exchange folder holds for this seat, on a page. Not there where no folder is chosen. */
export function FolderOffers() {
  const { t } = useLingui();
  const { offers } = useOffers();
  return (
    <>
      <FolderLine />
      {offers.length > 0 && (
        <ul className={classes.offers} aria-label={t`Bundles in the exchange folder`}>
          <OfferLines offers={offers} />
        </ul>
      )}
    </>
  );
}
