import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { text, texts } from '../../../domain/records/text.ts';
import { printAddress } from '../../application/addresses.ts';
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
  const navigate = useNavigate();
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
      {isCommissioned && (
        <Button
          size="xs"
          variant="default"
          className={classes.letter ?? ''}
          leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />}
          onClick={() => navigate(printAddress('commission', view.id))}
        >
          {t`Print the letter`}
        </Button>
      )}
      <RecordForm record={view.id} fields={FIELDS} readOnly={readOnly} />
    </>
  );
}
