import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { textDifferences } from '../../domain/records/textDifferences.ts';
import { addressOf } from '../application/addresses.ts';
import { Words } from '../parts/comparison/Words.tsx';
import { KindIcon } from '../parts/kinds/KindIcon.tsx';
import classes from './adoption.module.css';
import type { AdoptionData } from './adoptionTypes.ts';

/** What was put up, as it was put; where it says something else now, what changed. */
export function WhatIsPut({ data }: { readonly data: AdoptionData }) {
  const { t } = useLingui();
  return (
    <section aria-labelledby="adoption-put" className={classes.section}>
      <h2 id="adoption-put">{t`What is adopted`}</h2>
      <ul className={classes.put}>
        {data.put.map((one) => (
          <li key={one.record}>
            <div className={classes.putHead}>
              <KindIcon kind={one.kind} />
              {one.state === 'gone' ? (
                one.title
              ) : (
                <Anchor component={Link} to={addressOf(one.kind, one.record)} inherit>
                  {one.title}
                </Anchor>
              )}
            </div>
            {one.words !== '' && <p className={classes.words}>{one.words}</p>}
            <Since one={one} open={data.open} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Since({ one, open }: { readonly one: AdoptionData['put'][number]; readonly open: boolean }) {
  const { t } = useLingui();
  if (one.state === 'same') return null;
  if (one.state === 'gone') return <p className={classes.warning}>{t`It is not here any more.`}</p>;
  const now = one.now ?? '';
  return (
    <div className={classes.warning}>
      <p>
        {open
          ? t`It was changed since it was put up. Members were asked about the words above.`
          : t`It says something else now than what was put up.`}
      </p>
      {one.words !== '' && now !== one.words && (
        <p className={classes.words}>
          <Words words={textDifferences(one.words, now)} whole />
        </p>
      )}
    </div>
  );
}
