import { useLingui } from '@lingui/react/macro';
import { RecordForm } from '../parts/form/RecordForm.tsx';
import { Story } from '../parts/story/Story.tsx';
import { Dates } from './Dates.tsx';
import classes from './meetings.module.css';

/** Everything else that is known of a meeting, and its story. Its days are changed together. */
export function Details({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  return (
    <div className={classes.halves}>
      <div className={classes.details}>
        <Dates meeting={meeting} />
        <RecordForm
          record={meeting}
          sections={[
            { fields: ['title', 'type', 'theme', 'number', 'symbol'] },
            { title: t`Place`, fields: ['venue', 'city', 'zone', 'host', 'modality'] },
            { title: t`Conduct`, fields: ['chair', 'coChair', 'papersDue', 'houseRules'] },
            { title: t`Agenda`, fields: ['version'] },
          ]}
        />
      </div>
      <section aria-label={t`Story`} className={classes.story}>
        <h2>{t`Story`}</h2>
        <Story record={meeting} />
      </section>
    </div>
  );
}
