import { useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { isLongEnough } from '../../../domain/vault/passphrase.ts';
import { tellError } from '../../application/errors.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import classes from './passphrase.module.css';
import { StrengthMeter } from './StrengthMeter.tsx';
import { suggestPassphrase } from './suggestPassphrase.ts';

/** A passphrase as it is being chosen: typed twice. */
export interface ChosenPassphrase {
  readonly first: string;
  readonly again: string;
}

export const NO_PASSPHRASE: ChosenPassphrase = { first: '', again: '' };

/** What is wrong with it: it is too short, or the two are not the same. */
export function faultOf({ first, again }: ChosenPassphrase): 'short' | 'different' | undefined {
  if (!isLongEnough(first)) return 'short';
  return first === again ? undefined : 'different';
}

interface NewPassphraseProps {
  readonly value: ChosenPassphrase;
  readonly onChange: (value: ChosenPassphrase) => void;
  /** Says what is wrong: after the person wanted to go on. */
  readonly complain: boolean;
  readonly about?: readonly string[];
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

const NOTHING_KNOWN: readonly string[] = [];

/** Chooses a passphrase: twice, with how strong it is, and five random words for who wants them. */
export function NewPassphrase({
  value,
  onChange,
  complain,
  about = NOTHING_KNOWN,
  label,
  ...rest
}: NewPassphraseProps) {
  const { t } = useLingui();
  const [visible, setVisible] = useState(false);
  const [suggested, setSuggested] = useState('');
  const fault = complain ? faultOf(value) : undefined;
  const suggest = async () => {
    const words = await suggestPassphrase();
    setSuggested(words);
    setVisible(true);
    onChange({ first: words, again: words });
  };
  return (
    <Stack gap="sm">
      <PassphraseField
        {...rest}
        label={label ?? t`Passphrase`}
        value={value.first}
        onChange={(first) =>
          onChange({ first, again: value.again === suggested && suggested !== '' ? '' : value.again })
        }
        visible={visible}
        onVisibilityChange={setVisible}
        error={fault === 'short' && t`Use at least twelve characters.`}
      />
      <StrengthMeter passphrase={value.first} about={about} />
      <PassphraseField
        label={t`The same again`}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        visible={visible}
        onVisibilityChange={setVisible}
        error={fault === 'different' && t`The two are not the same.`}
      />
      <div>
        <Button
          variant="default"
          leftSection={<IconDice5 size={16} stroke={1.6} aria-hidden />}
          onClick={() => void suggest().catch(tellError)}
        >
          {t`Suggest five random words`}
        </Button>
        <p className={classes.sentence} role="status">
          {suggested !== '' &&
            value.first === suggested &&
            t`Drawn from 7,776 words: nobody guesses these. Write them down until you know them by heart, then destroy the note.`}
        </p>
      </div>
    </Stack>
  );
}
