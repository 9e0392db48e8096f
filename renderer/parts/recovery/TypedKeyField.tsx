import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { type KeyForm, readTyped } from '../../../domain/vault/typedKey.ts';
import classes from './recovery.module.css';

interface TypedKeyFieldProps {
  readonly label: string;
  /** How the key begins and how long it is. */
  readonly form: KeyForm;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
}

/** Where the groups of a key are typed from paper; says as they come which cannot be right. */
export function TypedKeyField({ label, form, value, onChange, error, autoFocus = false }: TypedKeyFieldProps) {
  const { t } = useLingui();
  return (
    <div data-secret>
      <Textarea
        label={label}
        description={t`Capital or small letters, with or without spaces.`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classes.key ?? ''}
        minRows={3}
        error={error}
        autoComplete="off"
        autoFocus={autoFocus}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={2000}
      />
      <p className={classes.check} role="status">
        {value.trim() !== '' && <Check form={form} value={value} />}
      </p>
    </div>
  );
}

function Check({ form, value }: { readonly form: KeyForm; readonly value: string }): ReactNode {
  const typed = readTyped(form, value);
  const [impossible] = typed.impossible;
  if (impossible !== undefined) {
    const { group, characters } = impossible;
    return (
      <Trans>
        Group {group}: no key has {[...characters].join(' ')}. The digit 0 and the letter O, 8 and B, 1 and I look
        alike.
      </Trans>
    );
  }
  if (typed.isWhole) return <Trans>All groups are right.</Trans>;
  if (typed.suspect !== undefined) return <Trans>One character is wrong, probably in group {typed.suspect}.</Trans>;
  if (typed.typed === form.length) return <Trans>Something is mistyped. Compare every group with the sheet.</Trans>;
  if (typed.typed > form.length) return <Trans>That is more than a key has. Compare the groups with the sheet.</Trans>;
  const missing = form.length - typed.typed;
  return <Plural value={missing} one="# character is still missing." other="# characters are still missing." />;
}
