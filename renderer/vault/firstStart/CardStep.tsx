import { useLingui } from '@lingui/react/macro';
import type { FormEvent } from 'react';
import { OwnCard } from '../../parts/card/OwnCard.tsx';
import { Buttons } from '../Buttons.tsx';

/** What others need to seal bundles for this desk. */
export function CardStep({ onBack, onNext }: { readonly onBack: () => void; readonly onNext: () => void }) {
  const { t } = useLingui();
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <form onSubmit={goOn}>
      <OwnCard />
      <Buttons onBack={onBack} next={t`Continue`} />
    </form>
  );
}
