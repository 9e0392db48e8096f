import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import type { CopiesIn } from './audience.ts';

const CHOICES: readonly CopiesIn[] = ['en', 'fr', 'both', 'none'];

interface CopiesProps {
  readonly value: CopiesIn;
  onChange(value: CopiesIn): void;
}

/** What a body without the application reads and answers on. */
export function Copies({ value, onChange }: CopiesProps) {
  const { t } = useLingui();
  const words: Readonly<Record<CopiesIn, string>> = {
    en: t`In English`,
    fr: t`In French`,
    both: t`In English and in French`,
    none: t`None`,
  };
  return (
    <Select
      label={t`Copies to read, and a form for the answer`}
      description={t`The open agenda and papers as PDF, and a text file to be filled in by hand. They are in the same sealed file, and the form names nobody.`}
      inputWrapperOrder={['label', 'input', 'description']}
      allowDeselect={false}
      value={value}
      data={CHOICES.map((one) => ({ value: one, label: words[one] }))}
      onChange={(next) => {
        const chosen = CHOICES.find((one) => one === next);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
