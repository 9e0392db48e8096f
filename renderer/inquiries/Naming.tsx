import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { text } from '../../domain/records/text.ts';
import { DayInput } from '../parts/dates/DayInput.tsx';
import type { TypedDate } from '../parts/dates/typedDate.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import classes from './inquiries.module.css';
import { Kept } from './Kept.tsx';
import { useInquiry } from './useInquiry.ts';

/** What an inquiry is called, and until when it is to be answered: one that is about nothing has neither before. */
export function Naming({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const inquiry = useInquiry(view);
  const by = text(view.body.by) || undefined;
  const [typed, setTyped] = useState<TypedDate>();
  const type = (next: TypedDate) => {
    setTyped(next);
    if (!('value' in next) || next.value === by) return;
    inquiry.set('by', next.value ?? null, t`The day of an inquiry was changed`);
  };
  return (
    <div className={classes.naming}>
      <Kept
        label={t`What the inquiry is called`}
        value={text(view.body.title)}
        keep={(title) => inquiry.set('title', title, t`An inquiry was renamed`)}
      />
      <DayInput
        key={by ?? ''}
        label={t`Answer by`}
        value={typed !== undefined && 'wrong' in typed ? typed : { value: by }}
        onChange={type}
      />
    </div>
  );
}
