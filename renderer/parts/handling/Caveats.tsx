import { useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import classes from './handling.module.css';

interface CaveatsProps {
  readonly caveats: readonly string[];
  readonly disabled: boolean;
  /** Only the originator takes a caveat away. */
  readonly mayRemove: boolean;
  onChange(caveats: readonly string[]): void;
}

/** Further conditions in the originator's own words: `Not before 12 May`. */
export function Caveats({ caveats, disabled, mayRemove, onChange }: CaveatsProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const fieldId = useId();
  const add = () => {
    const caveat = typed.trim();
    setTyped('');
    if (caveat !== '' && !caveats.includes(caveat)) onChange([...caveats, caveat]);
  };
  const remove = (caveat: string) => {
    onChange(caveats.filter((one) => one !== caveat));
    document.getElementById(fieldId)?.focus();
  };
  return (
    <div>
      <TextInput
        id={fieldId}
        label={t`Caveats`}
        placeholder={t`Not before 12 May`}
        description={t`Enter adds it.`}
        value={typed}
        disabled={disabled}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && add()}
      />
      {caveats.length > 0 && (
        <ul className={classes.caveats} aria-label={t`Caveats`}>
          {caveats.map((caveat) => (
            <li key={caveat}>
              <span>{caveat}</span>
              {mayRemove && !disabled && (
                <CloseButton size="xs" aria-label={t`Remove ${caveat}`} onClick={() => remove(caveat)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
