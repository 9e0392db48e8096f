import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { lostWords, placeWords } from '../../../domain/papers/referenceWords.ts';
import { addressOf, placeAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useRecordName } from '../picker/recordName.ts';
import classes from './inspector.module.css';

/** The cross-references that lead into a paper: where each stands, and to what. Nothing where there are none. */
export function PlaceReferences({ paper }: { readonly paper: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const { data = [] } = useRead('papers', 'references', { paper });
  if (data.length === 0) return null;
  return (
    <section aria-label={t`Places that are referred to`}>
      <h3 className={classes.sort}>{t`Places that are referred to`}</h3>
      <ul className={classes.links}>
        {data.map((found, index) => {
          const { record, from, to } = found;
          const at = from === undefined ? '' : placeWords(from, language);
          const place = to.place === undefined ? lostWords(undefined, language) : placeWords(to.place, language);
          const name = record === paper ? t`this paper` : nameOf(found);
          const address = from === undefined ? addressOf(found.kind, record) : placeAddress(record, from.top);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph may refer to one place twice.
            <li key={`${record} ${to.block} ${index}`}>
              <span>{place}</span>
              <Anchor component={Link} to={address}>
                {at === '' ? name : `${name}, ${at}`}
              </Anchor>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
