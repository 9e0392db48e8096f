import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { hasExpired } from '../../../domain/handling/expiry.ts';
import { DayInput } from '../dates/DayInput.tsx';
import type { TypedDate } from '../dates/typedDate.ts';
import { PastItsDay } from './PastItsDay.tsx';
import type { HandlingDesk } from './useHandling.ts';

/**
 * The last day, after which desks say that it has passed and the record goes to nobody new. Anyone may bring it forward; only
 * the originator puts it off. Changed as soon as a day stands there.
 */
export function LastDay({ desk: { view, isOpen, isFixed, change } }: { readonly desk: HandlingDesk }) {
  const { t } = useLingui();
  const { expires } = view.handling;
  const [typed, setTyped] = useState<TypedDate>();
  const isOver = hasExpired(view.handling, new Date().toISOString());
  const asking = isOver && <PastItsDay record={view.id} title={view.title} />;
  if (isFixed) return asking || null;
  const type = (next: TypedDate) => {
    setTyped(next);
    if (!('value' in next) || next.value === expires) return;
    change({ expires: next.value ?? null });
  };
  return (
    <div>
      <DayInput
        key={expires ?? ''}
        label={t`To be deleted after`}
        description={
          isOpen
            ? t`From the next day on every desk that has it says so, and it goes to nobody new. Nothing is deleted by itself.`
            : t`An earlier day may be set by anyone, a later one by who wrote it.`
        }
        value={typed !== undefined && 'wrong' in typed ? typed : { value: expires }}
        onChange={type}
      />
      {asking}
    </div>
  );
}
