import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useRead } from '../application/queries.ts';
import { RecordPage } from '../parts/record/RecordPage.tsx';
import { CardsOfSeat } from './cards/Cards.tsx';
import { OtherNames } from './OtherNames.tsx';
import { PersonRegister } from './PersonRegister.tsx';
import classes from './people.module.css';

/** A person with the seat's card, an organisation with its people, or the network. */
export function PersonPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data } = useRead('records', 'read', { id });
  const crumbs = [
    data?.kind === 'organisation'
      ? { title: t`Organisations`, address: '/people?tab=organisations' }
      : { title: t`People`, address: '/people' },
  ];
  return (
    <RecordPage crumbs={crumbs} key={id}>
      {data?.kind === 'organisation' && (
        <section className={classes.below} aria-label={t`Its people`}>
          <h2>{t`Its people`}</h2>
          <div className={classes.belowList}>
            <PersonRegister organisation={id} />
          </div>
        </section>
      )}
      {data?.kind === 'person' && <OtherNames record={id} />}
      {data?.kind === 'person' && (
        <section className={classes.below} aria-label={t`Cards of this seat`}>
          <h2>{t`Cards of this seat`}</h2>
          <CardsOfSeat seat={id} />
        </section>
      )}
    </RecordPage>
  );
}
