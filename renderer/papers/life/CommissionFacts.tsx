import { useLingui } from '@lingui/react/macro';
import { text, texts } from '../../../domain/records/text.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { useRecordName } from '../../parts/picker/recordName.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import classes from './life.module.css';

const FIELDS = ['commissionedFrom', 'request'];

/** Who asked for it and when, and what was asked. */
export function CommissionFacts({ view, readOnly }: { readonly view: RecordView; readonly readOnly: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const by = text(view.body.commissionedBy);
  const { titles } = useTitles([by].filter((id) => id !== ''));
  const who = nameOf(titles.get(by));
  const on = text(view.body.commissionedOn);
  const isCommissioned = by !== '' || texts(view.body.commissionedFrom).length > 0;
  return (
    <>
      <p className={classes.quiet}>
        {!isCommissioned && t`Nobody was asked for it.`}
        {by !== '' && on !== '' && t`Commissioned by ${who} on ${formatDate(on, language)}.`}
        {by !== '' && on === '' && t`Commissioned by ${who}.`}
      </p>
      <RecordForm record={view.id} fields={FIELDS} readOnly={readOnly} />
    </>
  );
}
